"""A widget on a page of its own, from disk and without a kernel: how most browser tests see it."""

import numpy as np
from served_course import rest

from tools.page import wrap
from tools.web.widgets import pack_widget

READ = """() => { const model = window.models[0];
    const numbers = (name) => { const v = model.get(name); return [...new Float64Array(v.buffer.slice(v.byteOffset, v.byteOffset + v.byteLength))]; };
    return { pixels: numbers("pixels"), numbers: numbers("numbers"), plans: model.get("plans") }; }"""  # noqa: E501
# What is written on the canvas of a page since it was last cleared, and its smallest letters.
WRITTEN = """window.texts = []; window.smallest = 99;
    const pen = CanvasRenderingContext2D.prototype, { clearRect, fillText } = pen;
    pen.clearRect = function (...box) { if (!box[0] && !box[1]) texts = []; clearRect.apply(this, box); };
    pen.fillText = function (text, ...rest) {
        texts.push(text); smallest = Math.min(smallest, parseFloat(this.font.match(/([\\d.]+)px/)[1]));
        fillText.call(this, text, ...rest); };"""


class GlassPage:
    """glass.draw((0, 0), (0, 8)), glass.grid("Filtered map 1"), glass.cell(...), glass.image(), glass.card()"""

    def __init__(self, page, widget, folder):
        body = '<div class="stage" data-model="one"></div>'
        text = wrap("glass", body, pack_widget({"one": widget})).replace(
            "this.values=values;", "this.values=values; (window.models ??= []).push(this);"
        )
        path = folder / "glass.html"
        path.write_text(text, encoding="utf-8")
        self.page, self.widget = page, widget
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.context.set_offline(True)
        page.goto(path.as_uri())
        page.wait_for_selector("body[data-alive=true] .xo-glass .xo-pad")

    def grid(self, name, nth=0):
        return self.page.locator(f".xo-grid[aria-label^='{name}']").nth(nth)

    def point(self, name, row, column, rows, columns):
        """The middle of a cell, in pixels of the window."""
        grid = self.grid(name)
        grid.scroll_into_view_if_needed()
        box = grid.bounding_box()
        return box["x"] + (column + 0.5) / columns * box["width"], box["y"] + (row + 0.5) / rows * box["height"]

    def draw(self, *pixels, button="left"):
        """Draw lines from pixel to pixel with the mouse."""
        rows, columns = self.widget.shape[-2:]
        places = [self.point("Drawing pad", *pixel, rows, columns) for pixel in pixels]
        self.page.mouse.move(*places[0])
        self.page.mouse.down(button=button)
        for place in places[1:]:
            self.page.mouse.move(*place, steps=3)
        self.page.mouse.up(button=button)

    def state(self):
        rest(self.page, 60)
        return self.page.evaluate(READ)

    def image(self):
        rest(self.page, 130)
        return np.array(self.page.evaluate(READ)["pixels"]).reshape(self.widget.shape)

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=False).first.click()
