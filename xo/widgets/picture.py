"""The still twin of a widget: the pad, every map and the votes as a PNG, for where nothing runs."""

import io

import numpy as np

STOPS = [(0, "#7f3b08"), (0.25, "#e08214"), (0.5, "#ffffff"), (0.75, "#998ec3"), (1, "#39105f")]
SIDE = 0.17  # inches of a cell


def draw_png(stages, titles, categories, limit=1.0):
    """Draw an image and what every layer makes of it, side by side.

    stages: arrays (maps, rows, columns) or lists (values,), the first of them the image; titles: one each
    returns: the bytes of a PNG
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.colors import LinearSegmentedColormap
    from matplotlib.figure import Figure

    colours = LinearSegmentedColormap.from_list("PuOr of xo", STOPS)
    figure = Figure(figsize=(2.1 + 1.5 * (len(stages) - 1), 4.2), dpi=80, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    widths = [2.0] + [1.4] * (len(stages) - 1)
    columns = figure.add_gridspec(1, len(stages), width_ratios=widths, wspace=0.28, left=0.02, right=0.98, top=0.86)
    for place, (stage, title) in enumerate(zip(stages, titles, strict=True)):
        last = stage.ndim == 1 and place == len(stages) - 1 and len(stage) <= len(categories)
        if last:
            _draw_votes(figure.add_subplot(columns[place]), stage, categories, limit)
        else:
            _draw_maps(figure, columns[place], stage, place == 0, colours, limit)
        left = figure.add_subplot(columns[place], frameon=False, xticks=[], yticks=[])
        left.set_title(title, fontsize=9)
    buffer = io.BytesIO()
    canvas.print_png(buffer)
    return buffer.getvalue()


def _draw_maps(figure, place, stage, is_image, colours, limit):
    maps = stage[:, None, None] if stage.ndim == 1 else stage
    if stage.ndim == 1:
        maps = stage.reshape(1, -1, 1) if stage.size <= 30 else _square(stage)
    across = 1 if len(maps) <= 4 else 2 if len(maps) <= 8 else 4
    cells = place.subgridspec(-(-len(maps) // across), across, wspace=0.15, hspace=0.15)
    for number, values in enumerate(maps):
        axes = figure.add_subplot(cells[number // across, number % across], xticks=[], yticks=[])
        shown = "gray" if is_image else colours
        axes.imshow(values, cmap=shown, vmin=-limit if not is_image else -1, vmax=limit if not is_image else 1)


def _square(values):
    side = int(np.ceil(np.sqrt(values.size)))
    padded = np.full(side * side, np.nan)
    padded[: values.size] = values
    return padded.reshape(1, side, side)


def _draw_votes(axes, votes, categories, limit):
    names = categories[: len(votes)]
    axes.barh(names, votes, color=["#5b3a8e" if vote == votes.max() else "#b9b2d6" for vote in votes])
    axes.set_xlim(min(0, votes.min()), max(limit, votes.max()))
    axes.invert_yaxis()
    axes.set_xticks([])
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, labelsize=12)
    for row, vote in enumerate(votes):
        axes.text(max(vote, 0), row + 0.42, f"{vote:.2f}".replace("-", "−"), fontsize=9, ha="right", va="center")
