"""Charts: what designs cost and how well they read (lesson 10), and who is taken for whom (lesson 15)."""

import numpy as np

from xo.arguments import as_able, as_kind, as_numbers
from xo.colours import VALUES, as_hex, colour_of, ink_on
from xo.plots.sheets import FONT, Sheet, drawn, figure_of, show
from xo.tables import decimal

WANTED = "summaries, as from Sweep.summary"
INK, SPREAD = as_hex(VALUES[-1]), "#b9a9d4"
RIGHT, PALE = (232, 232, 236), (187, 187, 187)  # the cells of right answers, and the lines between cells


def show_designs(summaries):
    """Draw each design as a point: its numbers to learn across, unseen images right up, a bar from worst to best seed.

    summaries: from `Sweep.summary`; designs of which nothing is known yet are left out
    raises: ValueError if nothing is known of any of them
    """
    rows = [as_able(row, ("unseen", "numbers"), WANTED) for row in as_kind(summaries, list | tuple, WANTED)]
    rows = sorted((row for row in rows if row.unseen), key=lambda row: row.numbers)
    if not rows:
        raise ValueError("expected designs that have been tried, got none with a result")
    figure = figure_of(8.4, 4.8)
    axes = figure.add_axes((0.1, 0.14, 0.86, 0.82))
    lines = ["unseen images right, by numbers to learn"]
    for row in rows:
        shares = 100 * np.array(row.unseen)
        axes.plot([row.numbers] * 2, [shares.min(), shares.max()], color=SPREAD, linewidth=5, zorder=2)
        axes.plot(row.numbers, shares.mean(), "o", color=INK, markersize=8, zorder=3)
        place = (row.numbers, shares.mean())
        axes.annotate(row.name, place, (9, -4), textcoords="offset points", fontsize=FONT, zorder=4)
        lines.append(f"{row.name}: {row.numbers:,} numbers, {decimal(shares.mean(), 1)} %")
    axes.set_xscale("log")
    axes.set_xlim(0.7 * rows[0].numbers, 2 * rows[-1].numbers)
    ticks = [count for count in (50, 100, 200, 500, 1000, 2000, 5000, 10000) if within(count, rows)]
    axes.set_xticks(ticks, [f"{tick:,}" for tick in ticks])
    axes.minorticks_off()
    axes.set_xlabel("numbers to learn", fontsize=FONT + 1)
    axes.set_ylabel("unseen images right, %", fontsize=FONT + 1)
    axes.tick_params(labelsize=FONT)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="#dddddd")
    show(drawn(figure), "\n".join(lines), "Accuracy against cost of designs")


def within(count, rows):
    """Is this tick near the numbers that are shown?"""
    return 0.8 * rows[0].numbers <= count <= 1.25 * rows[-1].numbers


def show_taken(counts, names=None):
    """Draw who is taken for whom: a row for each category that was meant, a column for each that was read.

    counts: (categories, categories), whole numbers, right answers on the diagonal
    names: of the categories, 0, 1, 2 if not given
    """
    counts = as_numbers(counts, "counts")
    odd = counts[(counts < 0) | (counts != counts.round())]
    if odd.size:
        raise ValueError(f"expected counts as whole numbers from 0, got {odd[0]:g}")
    counts = counts.astype(int)
    if counts.ndim != 2 or len(counts) != counts.shape[-1]:
        raise ValueError(f"expected as many rows as columns, one for each category, got shape {counts.shape}")
    names = [str(name) for name in (range(len(counts)) if names is None else as_kind(names, list | tuple, "names"))]
    if len(names) != len(counts):
        raise ValueError(f"expected {len(counts)} names, one for each category, got {len(names)}")
    colours, mistakes = _coloured(counts)
    words = [[str(count) if count else "" for count in row] for row in counts]
    rows = [["", *names], *([name, *row] for name, row in zip(names, words, strict=True))]
    title = "rows: what it was   columns: what it was taken for"
    sheet = Sheet([colours.shape[:2]], [title], [max(0.42 * len(colours), 4)])
    sheet.cells(0, colours, PALE)
    sheet.numbers(0, rows, [[ink_on(colour) for colour in row] for row in colours])
    wide = max(len(word) for row in rows for word in row)
    dotted = [rows[0], *([word or "." for word in row] for row in rows[1:])]
    lines = ["  ".join(word.rjust(wide) for word in row) for row in dotted]
    described = f"Who is taken for whom: {counts.trace()} of {counts.sum()} right, {mistakes} kinds of mistake"
    show(sheet.finished(), "\n".join([title, *lines]), described)


def _coloured(counts):
    """The colours of the cells with a white row and column for names, and how many kinds of mistake there are."""
    mistakes = counts * (1 - np.eye(len(counts), dtype=int))
    colours = np.full((len(counts) + 1, len(counts) + 1, 3), 255, np.uint8)
    colours[1:, 1:] = colour_of(mistakes, max(1, mistakes.max()))
    colours[np.arange(1, len(colours)), np.arange(1, len(colours))] = RIGHT
    return colours, np.count_nonzero(mistakes)
