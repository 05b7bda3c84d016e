"""The trainer as a still picture: the curves, the first features, the drawing with its answer."""

import numpy as np

from xo.colours import colour_of
from xo.tables import decimal, percent
from xo.widgets.shared.still import as_png, blank_figure, draw_image

SEEN, UNSEEN = "#0b62a8", "#b35806"


def trainer_still(points, steps, network, image, answer):
    """The curves so far, the first features and the drawing with its answer, as a PNG."""
    figure = blank_figure(9.5, 3)
    curves, features, drawing = figure.subfigures(1, 3, width_ratios=(3, 2, 1.6))
    # Fixed places: a layout that is worked out differs by a hair from time to time, and so would the stored picture.
    place = {"left": 0.12, "right": 0.95, "top": 0.91, "bottom": 0.09, "hspace": 0.55}
    for axes, kind in zip(curves.subplots(2, 1, gridspec_kw=place), (1, 2), strict=True):
        _draw_curves(axes, np.array(points), kind)
        axes.set_xlim(-steps / 60, steps)
    _draw_features(features, network)
    axes = drawing.subplots(gridspec_kw={"left": 0.02, "right": 0.96, "top": 0.9, "bottom": 0.03})
    draw_image(axes, image, f"says {answer}")
    return as_png(figure)


def _draw_curves(axes, points, kind):
    """kind: the column of the points, 1 for the error, 2 for right answers; unseen stands two further on."""
    words = []
    for column, name, colour, style in ((kind, "seen", SEEN, "-"), (kind + 2, "unseen, dashed", UNSEEN, "--")):
        if not np.isnan(points[0, column]):
            last = points[-1, column]
            axes.plot(points[:, 0], points[:, column], style, marker="o" * (len(points) == 1), color=colour)
            shown = decimal(last, 3) if kind == 1 else percent(last)
            words.append(f"{name} {shown}")
    axes.set_title(f"{'error' if kind == 1 else 'right answers'}: {', '.join(words)}", fontsize=9, loc="left")
    axes.set_ylim(0, None if kind == 1 else 1.05)
    axes.tick_params(labelsize=7)
    axes.spines[["top", "right"]].set_visible(False)


def _draw_features(figure, network):
    first = network.parameters[0]
    features = first if first.ndim == 4 else first[:, None, None]
    maps, most = features[:16, 0], abs(features).max() or 1
    across, shape = min(4, len(maps)), "equal" if maps.shape[1] > 1 else "auto"
    figure.suptitle(f"first weights, −{decimal(most)} to {decimal(most)}", fontsize=9)
    place = {"left": 0.02, "right": 0.95, "top": 0.86, "bottom": 0.04}
    places = figure.subplots(-(-len(maps) // across), across, squeeze=False, gridspec_kw=place).ravel()
    for axes, values in zip(places, maps, strict=False):
        axes.imshow(colour_of(values, most), aspect=shape)
        axes.spines[:].set_color("#96969e")
        axes.set(xticks=[], yticks=[])
    for axes in places[len(maps) :]:
        axes.axis("off")
