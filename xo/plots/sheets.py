"""The sheet that pictures are drawn on: panels in rows, cells with lines between them, one scale below."""

import base64

import numpy as np

from xo.colours import VALUES, colour_of
from xo.plots.words import DPI, as_png, width, write

FONT, WIDTH = 12, 11.4  # points, inches
TITLE, GAP, MARGIN = 0.36, 0.3, 0.12  # inches
FRAME = (128, 128, 128)


def figure_of(width, height, dpi=DPI):
    """A white matplotlib figure of its own, in inches, which leaves matplotlib's global state alone."""
    from matplotlib.figure import Figure

    return Figure((width, height), dpi=dpi, facecolor="white")


def drawn(figure):
    """A matplotlib figure as a picture."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba(), "raw", "RGBA", 0, 1)


class Picture:
    """A drawn picture as PNG, with its numbers as text and a short description."""

    def __init__(self, png, text, description):
        self.png, self.text, self.description = png, text, description

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        # as text: the kernel in a browser passes bytes on as they are, and no picture comes of them
        data = {"image/png": base64.b64encode(self.png).decode(), "text/plain": self.text}
        return data, {"image/png": {"alt": self.description}}


def show(picture, text, description):
    """Display a picture where the notebook shows its outputs."""
    from IPython.display import display

    display(Picture(as_png(picture), text, description))


class Sheet:
    """Panels, one for each picture, set in rows as wide as a notebook.

    shapes: (rows, columns) of each picture; sides: the length of its longer side in inches; foot: room below

    `boxes` holds the place of each panel in pixels (left, top, width, height), `words` what is to be written: they are
    set when everything else is drawn, so that nothing lies over them.
    """

    def __init__(self, shapes, titles, sides, foot=0):
        from PIL import Image

        sizes = [
            (side * columns / max(rows, columns), side * rows / max(rows, columns))
            for side, (rows, columns) in zip(sides, shapes, strict=True)
        ]
        rooms = [max(wide, width(title, FONT) / DPI) for (wide, _), title in zip(sizes, titles, strict=True)]
        head, rows = TITLE if any(titles) else 0, _rows(rooms)
        across = max(sum(rooms[n] + GAP for n in row) - GAP for row in rows) + 2 * MARGIN
        tops = [max(sizes[n][1] for n in row) + head + GAP / 2 for row in rows]
        height = sum(tops) + foot + 2 * MARGIN - GAP / 2
        size = (round(max(across, 4.4 if foot else 2) * DPI), round(height * DPI))
        self.picture, self.boxes, self.words = Image.new("RGB", size, "white"), [], []
        top = MARGIN + head
        for row, step in zip(rows, tops, strict=True):
            left = MARGIN
            for number in row:
                (wide, high), middle = sizes[number], left + rooms[number] / 2
                self.boxes.append(tuple(round(side * DPI) for side in (middle - wide / 2, top, wide, high)))
                self._write(middle * DPI, (top - 0.15) * DPI, titles[number])
                left += rooms[number] + GAP
            top += step

    def _write(self, x, y, text, points=FONT, colour="black", side="center"):
        if text:
            self.words.append((x, y, text, points, colour, False, side))

    def cells(self, number, colours, frame=FRAME):
        """Fill a panel. colours: (rows, columns, 3); frame: of the lines around, and between cells large enough"""
        from PIL import Image, ImageDraw

        left, top, wide, high = self.boxes[number]
        rows, columns = colours.shape[:2]
        way = Image.Resampling.NEAREST if max(rows, columns) <= max(wide, high) else Image.Resampling.BOX
        self.picture.paste(Image.fromarray(colours).resize((wide, high), way), (left, top))
        draw = ImageDraw.Draw(self.picture)
        draw.rectangle((left, top, left + wide, top + high), outline=frame)
        if max(rows, columns) <= 16:
            for row in range(1, rows):
                y = top + round(row * high / rows)
                draw.line((left, y, left + wide, y), frame)
            for column in range(1, columns):
                x = left + round(column * wide / columns)
                draw.line((x, top, x, top + high), frame)

    def numbers(self, number, lines, inks):
        """Write a word into each cell of a panel. lines: the words (rows, columns); inks: their colours, the same"""
        left, top, wide, high = self.boxes[number]
        for row, (words, colours) in enumerate(zip(lines, inks, strict=True)):
            for column, (word, ink) in enumerate(zip(words, colours, strict=True)):
                place = left + (column + 0.5) * wide / len(words), top + (row + 0.5) * high / len(lines)
                self._write(*place, word, FONT - 1, ink)

    def scale(self, limit, note):
        """What the colours mean, at the foot."""
        from PIL import Image, ImageDraw

        left, top, wide, high = (round(side * DPI) for side in (2 * MARGIN, 0, 2.2, 0.16))
        top = self.picture.height - round(0.52 * DPI)
        colours = colour_of(np.linspace(-1, 1, wide)[None], 1, VALUES)
        self.picture.paste(Image.fromarray(colours).resize((wide, high), Image.Resampling.NEAREST), (left, top))
        draw, end = ImageDraw.Draw(self.picture), f"{limit:.2f}".rstrip("0").rstrip(".")
        draw.rectangle((left, top, left + wide, top + high), outline=FRAME)
        for share, word in ((0, f"−{end}"), (0.5, "0"), (1, end)):
            x = left + round(share * wide)
            draw.line((x, top + high, x, top + high + 4), FRAME)
            self._write(max(x, width(word, FONT) / 2 + 2), top + high + 15, word)
        self._write(left + wide + 0.3 * DPI, top + high / 2, note, side="left")

    def finished(self):
        """The picture with its words."""
        write(self.picture, self.words)
        return self.picture


def _rows(rooms):
    """Numbers of the panels in as few rows as they fit, each row as full as the others where that is possible."""
    rows, left = [[]], 0
    for number, wide in enumerate(rooms):
        if rows[-1] and left + wide > WIDTH:
            rows.append([])
            left = 0
        rows[-1].append(number)
        left += wide + GAP
    many = -(-len(rooms) // len(rows))
    even = [list(range(start, min(start + many, len(rooms)))) for start in range(0, len(rooms), many)]
    fits = all(sum(rooms[number] + GAP for number in row) - GAP <= WIDTH for row in even)
    return even if fits else rows
