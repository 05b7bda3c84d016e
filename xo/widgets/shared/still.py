"""Still pictures of widgets, for where nothing runs: print, GitHub, a clone."""

import base64
import io


def with_still(bundle, text, draw):
    """Add a text and a PNG to what a widget hands to the notebook. draw: returns a matplotlib figure"""
    data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
    buffer = io.BytesIO()
    draw().savefig(buffer, format="png")
    return {**data, "text/plain": text, "image/png": base64.b64encode(buffer.getvalue()).decode()}, metadata


def blank_figure(width, height):
    """A white figure that belongs to no window. width, height: inches"""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=80, facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def draw_image(axes, image, title):
    axes.imshow(image, cmap="gray", vmin=-1, vmax=1)
    axes.set_title(title, fontsize=10)
    axes.set(xticks=[], yticks=[])
