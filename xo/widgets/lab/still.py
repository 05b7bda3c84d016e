"""The break-it lab as a still picture: what the readers see, and each one's map of shifts."""

import numpy as np

from xo.colours import CATEGORIES, ink_on
from xo.widgets.lab.lineup import letters_for, name_letters
from xo.widgets.shared.still import as_png, blank_figure, draw_image


def lab_still(image, maps, categories):
    """What the readers see, and each one's map of shifts, as a PNG.

    maps: the number of a category for each shift (rows, columns), by reader
    """
    letters = letters_for(categories)
    legend = name_letters(letters, categories)
    figure = blank_figure(2.6 * (len(maps) + 1), 3.3 if legend else 3)
    figure.subplots_adjust(left=0.01, right=0.99, top=0.88, bottom=0.22 if legend else 0.14, wspace=0.3)
    figure.text(0.5, 0.01, legend, ha="center", va="bottom", fontsize=8, wrap=True)
    first, *others = figure.subplots(1, len(maps) + 1)
    draw_image(first, image, "what they see")
    for axes, (name, answers) in zip(others, maps.items(), strict=True):
        _draw_map(axes, answers, letters)
        axes.set_title(name, fontsize=10)
    return as_png(figure)


def _draw_map(axes, answers, letters):
    fills = np.array(CATEGORIES)[answers % len(CATEGORIES)]
    axes.imshow(fills)
    for (row, column), answer in np.ndenumerate(answers):
        ink = ink_on(fills[row, column])
        axes.text(column, row, letters[answer], ha="center", va="center", fontsize=9, color=ink)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_ticks([0, 4, 8], ["−4", "0", "+4"], fontsize=8)
    axes.set_xlabel("shifted right", fontsize=8, labelpad=1)
    axes.set_ylabel("shifted down", fontsize=8, labelpad=-4)
