"""Cards side by side, to be read from the back of a room: a heading, sentences, and bars with their counts."""

from typing import NamedTuple

from xo.colours import VALUES, colour_of, ink_on
from xo.plots.words import typeface, width, write

ACROSS, MARGIN, GAP = 1140, 24, 18  # pixels
COLUMN = (ACROSS - 2 * MARGIN - GAP) // 2
HEAD, TITLE, WORDS = 24, 15, 14  # points
LINE = 1.32  # from one line to the next, in heights of the letters
BAR = 110  # pixels of the longest bar
INK, SOFT, EDGE, RIGHT, OTHER = "black", "#444444", "#bbbbbb", VALUES[-2], VALUES[3]
RESULT = "#f4f1f8"


class Card(NamedTuple):
    """One card. bars: (count, words, right), where right fills the bar darkly and puts a tick before its words
    grid: how often each cell was marked, (rows, columns), and the cells to frame; note: a last line, or nothing"""

    title: str
    bars: list
    grid: tuple = ()
    note: str = ""


def draw_cards(heading, sentences, cards, most):
    """A picture of them all. most: the count of the longest bar"""
    from PIL import Image, ImageDraw

    heights = [_lay_out(card, None, 0, 0, most) for card in cards]
    places, ends = [], [0, 0]
    for height in heights:
        column = ends.index(min(ends))
        places.append((MARGIN + column * (COLUMN + GAP), ends[column]))
        ends[column] += height + GAP
    lines = [part for sentence in sentences for part in wrap(sentence, ACROSS - 4 * MARGIN, TITLE, bold=True)]
    top = MARGIN + _line(HEAD) + (len(lines) * _line(TITLE) + 2 * GAP if lines else 0) + GAP // 2
    picture = Image.new("RGB", (ACROSS, round(top + max(ends) + MARGIN - GAP)), "white")
    draw = ImageDraw.Draw(picture)
    words = [(MARGIN, MARGIN + _line(HEAD) / 2, heading, HEAD, INK, True, "left")]
    if lines:
        draw.rounded_rectangle((MARGIN, MARGIN + _line(HEAD), ACROSS - MARGIN, top - GAP), 8, RESULT)
    for number, line in enumerate(lines):
        place = MARGIN + _line(HEAD) + GAP / 2 + (number + 0.5) * _line(TITLE)
        words.append((2 * MARGIN, place, line, TITLE, INK, True, "left"))
    for card, (left, down) in zip(cards, places, strict=True):
        _lay_out(card, (draw, words), left, top + down, most)
    write(picture, words)
    return picture


def wrap(text, room, points, bold=False):
    """A text in lines that fit into so many pixels."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, points, bold) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _lay_out(card, onto, left, top, most):
    """Draw a card, or with nothing to draw it on, only measure. returns: its height"""
    inner, down = COLUMN - 2 * GAP, top + GAP / 2
    drawn = [] if onto is None else onto[1]
    for line in wrap(card.title, inner, TITLE, bold=True):
        drawn.append((left + GAP, down + _line(TITLE) / 2, line, TITLE, INK, True, "left"))
        down += _line(TITLE)
    down += 6
    if card.grid:
        down = _draw_grid(card.grid, onto, left + GAP, down, inner)
    for count, words, right in card.bars:
        down = _draw_bar(onto, left + GAP, down, (count, f"✓ {words}" if right else words, right), most)
    for line in wrap(card.note, inner, WORDS) if card.note else ():
        drawn.append((left + GAP, down + _line(WORDS) / 2, line, WORDS, SOFT, False, "left"))
        down += _line(WORDS)
    down += GAP / 2
    if onto:
        onto[0].rounded_rectangle((left, top, left + COLUMN, down), 8, outline=EDGE)
    return down - top


def _draw_bar(onto, left, down, bar, most):
    """A bar with its count at its end, and its words beside it. returns: where the next one goes"""
    count, words, right = bar
    room = COLUMN - 2 * GAP - BAR - 46
    lines = wrap(words, room, WORDS)[:3]
    if onto:
        draw, written = onto
        long = round(BAR * count / max(most, 1))
        middle = down + _line(WORDS) / 2
        if long:
            draw.rectangle((left, middle - 12, left + long, middle + 12), RIGHT if right else OTHER)
        written.append((left + long + 8, middle, str(count), TITLE, INK, True, "left"))
        for number, line in enumerate(lines):
            place = down + (number + 0.5) * _line(WORDS)
            written.append((left + BAR + 46, place, line, WORDS, INK, right is True, "left"))
    return down + len(lines) * _line(WORDS) + 6


def _draw_grid(grid, onto, left, down, inner):
    """How often each cell was marked, dark for often; the right cells have a frame."""
    counts, right = grid
    rows, columns = counts.shape
    side = min(inner // columns, 40)
    if onto:
        draw, written = onto
        colours = colour_of(counts, max(counts.max(), 1))
        for row in range(rows):
            for column in range(columns):
                x, y, colour = left + column * side, down + row * side, tuple(map(int, colours[row, column]))
                draw.rectangle((x, y, x + side, y + side), colour, EDGE)
                if counts[row, column]:
                    word = str(counts[row, column])
                    written.append((x + side / 2, y + side / 2, word, WORDS - 1, ink_on(colour), False, "center"))
        for row, column in right:
            x, y = left + column * side, down + row * side
            draw.rectangle((x + 1, y + 1, x + side - 1, y + side - 1), outline=INK, width=4)
    return down + rows * side + 12


def _line(points):
    """The height of a line of text in pixels."""
    ascent, descent = typeface(points).getmetrics()
    return (ascent + descent) * LINE / 1.17
