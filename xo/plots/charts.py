"""Charts for lesson 10: what designs cost and how well they read, in one picture."""

import numpy as np

from xo.arguments import as_able, as_kind
from xo.colours import VALUES, as_hex
from xo.plots.sheets import FONT, drawn, figure_of, show
from xo.tables import decimal

WANTED = "summaries, as from Sweep.summary"
INK, SPREAD = as_hex(VALUES[-1]), "#b9a9d4"


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
