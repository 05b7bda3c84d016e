"""The sheet that pictures are drawn on: panels in rows, cells with lines between them, one scale below."""

import io

FONT, DPI, WIDTH = 12, 100, 11.4  # points, dots per inch, inches
TITLE, GAP, MARGIN = 0.36, 0.3, 0.12  # inches


def figure_of(width, height):
    """A figure of its own, which leaves matplotlib's global state alone."""
    from matplotlib.figure import Figure

    return Figure((width, height), dpi=DPI, facecolor="white")


class Picture:
    """A drawn figure as PNG, with its numbers as text and a short description."""

    def __init__(self, png, text, description):
        self.png, self.text, self.description = png, text, description

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        data = {"image/png": self.png, "text/plain": self.text}
        return data, {"image/png": {"alt": self.description}}


def show(figure, text, description):
    """Display a figure where the notebook shows its outputs."""
    from IPython.display import display

    display(Picture(as_png(figure), text, description))


def as_png(figure):
    """The figure in at most 256 colours, which makes a notebook lighter; the same bytes each time."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    canvas, file = FigureCanvasAgg(figure), io.BytesIO()
    canvas.draw()
    pixels = Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba(), "raw", "RGBA", 0, 1)
    pixels.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE).save(file, format="png", optimize=True)
    return file.getvalue()


class Sheet:
    """Panels, one for each picture, set in rows as wide as a notebook.

    shapes: (rows, columns) of each picture; sides: the length of its longer side in inches; foot: room below
    """

    def __init__(self, shapes, titles, sides, foot=0):
        boxes = [
            (side * columns / max(rows, columns), side * rows / max(rows, columns))
            for side, (rows, columns) in zip(sides, shapes, strict=True)
        ]
        head = TITLE if any(titles) else 0
        rows = _rows(boxes)
        width = max(sum(boxes[n][0] + GAP for n in row) - GAP for row in rows) + 2 * MARGIN
        width = max(width, 4.2 if foot else 2)
        tops = [max(boxes[n][1] for n in row) + head + GAP / 2 for row in rows]
        height = sum(tops) + foot + 2 * MARGIN - GAP / 2
        self.size, self.figure = (width, height), figure_of(width, height)
        self.panels, top = [], height - MARGIN
        for row, step in zip(rows, tops, strict=True):
            left = MARGIN
            for number in row:
                wide, tall = boxes[number]
                self.panels.append(self._panel(left, top - head - tall, wide, tall, titles[number]))
                left += wide + GAP
            top -= step

    def _panel(self, left, bottom, wide, tall, title):
        width, height = self.size
        panel = self.figure.add_axes((left / width, bottom / height, wide / width, tall / height))
        panel.set(xticks=[], yticks=[], aspect="auto")
        panel.set_title(title, fontsize=FONT, pad=5)
        return panel

    def grid(self, panel, shape, colour):
        """Lines between the cells, where the cells are large enough."""
        rows, columns = shape
        panel.set_aspect("auto")
        if max(shape) <= 16:
            style = {"colors": colour, "linewidth": 0.6}
            panel.hlines([row - 0.5 for row in range(1, rows)], -0.5, columns - 0.5, **style)
            panel.vlines([column - 0.5 for column in range(1, columns)], -0.5, rows - 0.5, **style)
        panel.spines[:].set_color(colour)

    def scale(self, drawn, limit, note):
        """What the colours mean, at the foot."""
        width, height = self.size
        below = self.figure.add_axes((MARGIN * 2 / width, 0.36 / height, 2.2 / width, 0.16 / height))
        bar = self.figure.colorbar(drawn, cax=below, orientation="horizontal", ticks=[-limit, 0, limit])
        end = f"{limit:.2f}".rstrip("0").rstrip(".")
        bar.ax.set_xticklabels([f"−{end}", "0", end], fontsize=FONT)
        bar.outline.set_edgecolor("#808080")
        where = (MARGIN * 2 + 2.5) / width
        self.figure.text(where, 0.44 / height, note, fontsize=FONT, va="center")


def _rows(boxes):
    """Numbers of the boxes in as few rows as they fit, each row as full as the others where that is possible."""
    rows, left = [[]], 0
    for number, (wide, _) in enumerate(boxes):
        if rows[-1] and left + wide > WIDTH:
            rows.append([])
            left = 0
        rows[-1].append(number)
        left += wide + GAP
    many = -(-len(boxes) // len(rows))
    even = [list(range(start, min(start + many, len(boxes)))) for start in range(0, len(boxes), many)]
    fits = all(sum(boxes[number][0] + GAP for number in row) - GAP <= WIDTH for row in even)
    return even if fits else rows
