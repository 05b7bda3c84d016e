"""Still pictures of widgets, for where nothing runs: print, GitHub, a clone."""

import base64
import io

from xo.plots.sheets import figure_of


def with_still(bundle, text, png=None):
    """Add a text, and the bytes of a PNG where there is one, to what a widget hands to the notebook."""
    data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
    picture = {"image/png": base64.b64encode(png).decode()} if png else {}
    return {**data, "text/plain": text, **picture}, metadata


def as_png(figure):
    """A matplotlib figure as the bytes of a PNG."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()


def blank_figure(width, height):
    """A white figure that belongs to no window. width, height: inches"""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = figure_of(width, height, dpi=80)
    FigureCanvasAgg(figure)
    return figure


def draw_image(axes, image, title):
    axes.imshow(image, cmap="gray", vmin=-1, vmax=1)
    axes.set_title(title, fontsize=10)
    axes.set(xticks=[], yticks=[])
