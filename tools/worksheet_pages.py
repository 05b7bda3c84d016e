"""The pages of the worksheet, drawn with matplotlib: empty grids for the class, filled ones for the key."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from xo.images import CATEGORIES
from xo.tables import MINUS, decimal, fraction

PAPER = (8.27, 11.69)  # A4, in inches
INK, KEY, DARK = "#000000", "#5e3c99", "#d8d8d8"
NAMES = "ABCD"


class Page:
    """A sheet of paper on which things stand so many inches from the left and from the top."""

    def __init__(self, title, key):
        self.figure = Figure(PAPER)
        self.axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, PAPER[0]), ylim=(PAPER[1], 0))
        self.axes.axis("off")
        self.key = key
        self.text(0.7, 0.8, title, size=16, weight="bold")
        self.text(7.57, 1.1 if not key else 0.8, "Answer key" if key else "Name: ____________________", ha="right")

    def text(self, left, top, words, size=10.5, **style):
        """Lines of words, the first of which stands at this height."""
        style = {"va": "baseline", "color": INK, "fontsize": size} | style
        for number, line in enumerate(words.split("\n")):
            self.axes.text(left, top + number * size * 0.022, line, **style)

    def grid(self, left, top, words, cell, fill=None, asked=False, given=()):
        """A grid of cells with these words; where they are asked for, only the key and the given cells show them."""
        for row, line in enumerate(words):
            for column, word in enumerate(line):
                x, y = left + column * cell, top + row * cell
                colour = DARK if fill is not None and fill[row][column] < 0 else "white"
                box = {"facecolor": colour, "edgecolor": INK, "linewidth": 0.8}
                self.axes.add_patch(Rectangle((x, y), cell, cell, **box))
                if not asked or self.key or (row, column) in given:
                    ink = KEY if asked and (row, column) not in given else INK
                    self.text(
                        x + cell / 2,
                        y + cell / 2,
                        word,
                        size=min(12, 34 * cell),
                        ha="center",
                        va="center_baseline",
                        color=ink,
                    )

    def heading(self, left, top, words):
        """The name of a task."""
        self.text(left, top, words, size=13, weight="bold")

    def blank(self, left, top, before, answer):
        """A question with a gap behind it, which the key fills."""
        self.text(left, top, before)
        gap = left + 0.078 * len(before) + 0.08
        self.text(gap, top, str(answer) if self.key else "_______", color=KEY if self.key else INK, weight="bold")


def draw_pages(worked, key):
    """The two pages, for the class or as the key."""
    return [_first_page(worked, key).figure, _second_page(worked, key).figure]


def _first_page(worked, key):
    page, pixels = Page("From pixels to an answer: filter by hand", key), worked.features[0].size
    page.text(0.7, 1.45, "The drawing: white (+) is +1, dark (−) is −1.")
    page.grid(0.7, 1.6, signs(worked.image), 2.9 / max(worked.image.shape), worked.image)
    page.text(4.3, 1.45, "The features that we look for:")
    for number, feature in enumerate(worked.features):
        left, top = 4.3 + 1.7 * (number % 2), 1.9 + 1.5 * (number // 2)
        page.text(left, top - 0.08, f"feature {NAMES[number]}")
        page.grid(left, top, signs(feature), 1.1 / max(feature.shape), feature)
    _one_cell_together(page, worked, pixels)
    page.heading(0.7, 6.4, "1. The filtered map of feature A")
    page.text(0.7, 6.7, "Move the feature on by one pixel, match again, write it down. Share the rows among you.")
    rows = counts(worked.maps[0], pixels)
    page.grid(0.7, 6.9, rows, 4 / max(worked.maps[0].shape), asked=True, given={(0, 0)})
    row, column = divmod(int(worked.maps[0].argmax()), worked.maps[0].shape[1])
    page.blank(5, 7.2, "The largest number:", rows[row][column])
    page.text(5, 7.7, "Where in the drawing is it, and\nwhat does the drawing look like there?")
    always, never = ("odd", "even") if pixels % 2 else ("even", "odd")
    page.text(5, 8.7, f"Can a number in this map be {never}?\nWhy, or why not?")
    if key:
        page.text(5, 9.25, f"{pixels} signs, each +1 or −1, always\nadd up to an {always} number.", color=KEY)
        page.text(5, 8.17, _found(worked.maps[0], worked.features[0]), color=KEY)
    return page


def _found(one_map, feature):
    """Where the largest number stands, counted as on paper, and what is there."""
    (top, left), (rows, columns) = divmod(int(one_map.argmax()), one_map.shape[1]), feature.shape
    others = int((one_map == one_map.max()).sum()) - 1
    differ = round(feature.size * (1 - one_map.max()) / 2)
    there = "the same as feature A" if not differ else f"feature A but for {differ} pixel{'s' * (differ > 1)}"
    where = f"{_from_to('row', top, rows)}, {_from_to('column', left, columns)}"
    return f"{where}{f' (and {others} more)' if others else ''}:\n{there}."


def _from_to(name, start, count):
    return f"{name} {start + 1}" if count == 1 else f"{name}s {start + 1} to {start + count}"


def _one_cell_together(page, worked, pixels):
    """The worked example: the top left cell of the first map."""
    rows, columns = worked.features[0].shape
    agree = int((worked.image[:rows, :columns] == worked.features[0]).sum())
    other, added = pixels - agree, 2 * agree - pixels
    page.heading(0.7, 5.0, "One cell together")
    page.text(0.7, 5.3, "Lay feature A on the top left corner of the drawing. Equal signs count 1, others −1.")
    page.text(
        0.7,
        5.55,
        f"Here {agree} of {pixels} pixels agree and {other} {'does' if other == 1 else 'do'} not: "
        f"{agree} − {other} = {_whole(added)}. "
        f"Divided by {pixels} pixels, the match is {fraction(added / pixels)}.\n"
        f"Below we write only {_whole(added)}: the numbers there are {_parts(pixels)}.",
    )


def _second_page(worked, key):
    last = "the decision" if worked.strong else "the list"
    page, pixels = Page(f"From pixels to an answer: {last}", key), worked.features[0].size
    page.heading(0.7, 1.5, "2. ReLU")
    page.text(0.7, 1.75, "Copy your map, with 0 for every\nnegative number.")
    page.grid(0.7, 2.15, counts(worked.rectified[0], pixels), 2.5 / max(worked.maps[0].shape), asked=True)
    page.heading(4.3, 1.5, "3. Pooling")
    page.text(
        4.3,
        1.75,
        "Of every window of 2 by 2, keep the largest\nnumber. A last window that hangs over\n"
        "the edge keeps the largest that it covers.",
    )
    page.grid(4.3, 2.4, counts(worked.pooled[0], pixels), 0.4, asked=True)
    page.heading(0.7, 5.1, "4. Pooling once more")
    others = "\nThe pooled maps of the other features are given." if len(worked.pooled) > 1 else ""
    page.text(0.7, 5.35, f"Copy your pooled map and pool it again, into the small map below it.{others}")
    for number, (pooled, again) in enumerate(zip(worked.pooled, worked.again, strict=True)):
        left = 0.7 + 1.75 * number
        page.text(left, 5.95, f"feature {NAMES[number]}")
        page.grid(left, 6.05, counts(pooled, pixels), 0.35, asked=number == 0)
        page.grid(left, 7.6, counts(again, pixels), 0.35, asked=True)
    _votes(page, worked, pixels)
    return page


def _votes(page, worked, pixels):
    page.heading(0.7, 8.7, "5. The votes" if worked.strong else "5. The list")
    values = worked.again.ravel()
    page.text(0.7, 8.95, "Write the small maps as one list: row by row, feature after feature.")
    page.grid(0.7, 9.3 if worked.strong else 9.1, counts(values[None], pixels), 0.42, asked=True)
    if not worked.strong:
        page.text(0.7, 10.0, f"There is no vote on this sheet:\n{worked.without_votes}")
        return
    page.text(0.7, 9.15, "The letter below a number says for whom it counts. A vote is the mean of its numbers.")
    for category, places, vote, top in zip(CATEGORIES, worked.strong, worked.votes, (10.3, 10.65), strict=True):
        for place in places:
            page.text(0.91 + 0.42 * place, 9.92, category, ha="center", weight="bold")
        count = len(places)
        page.blank(0.7, top, f"For {category}: the sum of {count} numbers is", round(values[places].sum() * pixels))
        said = fraction(vote, count * pixels)
        said += f" = {decimal(vote)}" if "/" in said else ""
        page.blank(4.2, top, f"divided by {count} and by {pixels}:", said)
    page.blank(0.7, 11.0, "The answer:", worked.answer)


def signs(image):
    """Pixels as on paper."""
    return [["+" if pixel > 0 else MINUS for pixel in row] for row in image]


def counts(values, pixels):
    """Matches in parts of the pixels, as the class writes them."""
    return [[_whole(round(float(value) * pixels)) for value in row] for row in values]


def _whole(number):
    return str(number).replace("-", MINUS)


def _parts(pixels):
    return {4: "quarters", 9: "ninths", 16: "sixteenths"}.get(pixels, f"parts of {pixels}")
