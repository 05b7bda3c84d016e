"""The glass network: draw, and see every number from the pad to the votes, each traced back to its pixels.

The browser runs the forward pass while the pen moves; what is drawn or edited is here, in `image` and `network`.
"""

import base64
from pathlib import Path

import anywidget
import numpy as np
from traitlets import Bytes, Dict, List, Unicode

from xo.images import CATEGORIES, X, check_image, write_image
from xo.stacking import Network
from xo.widgets.module import join_modules
from xo.widgets.own import answer, check_own, run_own
from xo.widgets.plans import as_network, build_layers, plan_layers
from xo.widgets.presets import preset_pictures
from xo.widgets.words import describe

FOLDER = Path(__file__).parent
NAMES = {"Convolution": "filtered", "ReLU": "ReLU", "Pooling": "pooled"}


def _bytes():
    # The browser's bytes come as a memoryview, which traitlets.Bytes refuses.
    return Bytes(b"").tag(sync=True, from_json=lambda value, widget: bytes(value), echo_update=False)


class GlassNetwork(anywidget.AnyWidget):
    """A network on the screen, from the drawing pad to the votes.

    network: an xo.stacking.Network, or a list of layers
    image: what stands on the pad first (rows, columns), X if nothing else is said
    own: functions of yours by the number of the layer, counted from 1, whose place they take; each gets
         (maps, rows, columns), or a list (values,), and returns what the layer would
    against: another network, shown on the same drawing
    raises: TypeError or ValueError that says in one sentence what does not fit
    """

    _esm = join_modules("glass")
    _css = (FOLDER / "glass.css").read_text(encoding="utf-8")
    pixels, numbers, against_numbers = _bytes(), _bytes(), _bytes()
    shape = List([]).tag(sync=True)
    plans = List([]).tag(sync=True)
    against_plans = List([]).tag(sync=True)
    categories = List(list(CATEGORIES)).tag(sync=True)
    presets = Dict({}).tag(sync=True)
    title = Unicode("Glass network").tag(sync=True)

    def __init__(self, network, image=X, own=None, against=None):
        image = check_image(image)
        network = as_network(network, image.shape)
        self._own = check_own(own, network.layers)
        plans, numbers = plan_layers(network.layers, self._own)
        other = plan_layers(as_network(against, image.shape, "against").layers) if against is not None else ([], b"")
        super().__init__(
            pixels=_to_bytes(image), shape=list(image.shape), presets=preset_pictures(*image.shape),
            plans=plans, numbers=numbers, against_plans=other[0], against_numbers=other[1],
        )  # fmt: skip
        if self._own:
            self.on_msg(self._hear)

    def _hear(self, widget, content, buffers):
        """The browser asks what the learner's own functions make of a drawing."""
        if content.get("kind") != "make":
            return
        image = np.frombuffer(bytes(buffers[0]), "<f8").reshape(content["shape"]).astype(float)
        numbers = bytes(buffers[1]) if len(buffers) > 1 else self.numbers
        plans = [plan | {"on": on} for plan, on in zip(self.plans, content["on"], strict=True)]
        self.send(*answer(build_layers(plans, numbers), self._own, image, content["serial"]))

    @property
    def image(self):
        """What is on the pad: a copy (rows, columns), float64. Assign another image to show it."""
        return np.frombuffer(self.pixels, "<f8").reshape(self.shape).astype(float)

    @image.setter
    def image(self, image):
        image = check_image(image)
        as_network([layer for layer in build_layers(self.plans, self.numbers) if layer], image.shape)
        with self.hold_sync():
            self.shape = list(image.shape)
            self.pixels = _to_bytes(image)
            self.presets = preset_pictures(*image.shape)

    @property
    def network(self):
        """A fresh copy of the network on the screen: edited by hand, without what is switched off."""
        return Network([layer for layer in build_layers(self.plans, self.numbers) if layer])

    @property
    def stages(self):
        """The image and what every layer makes of it: arrays (maps, rows, columns) or lists (values,)."""
        layers = build_layers(self.plans, self.numbers)
        made, _ = run_own(layers, self._own, self.image) if self._own else ({}, "")
        stages = [self.image[None]]
        for number, layer in enumerate(layers, 1):
            if layer is not None:
                stages.append(made[number] if number in made else layer.forward(stages[-1][None])[0])
        return stages

    @property
    def votes(self):
        """The votes (categories,) for what is on the pad."""
        return self.stages[-1]

    @property
    def answer(self):
        """The category with the most votes, "X" or "O"; a tie goes to "X"."""
        return self.categories[int(np.argmax(self.votes))]

    def __repr__(self):
        layers = sum(plan["on"] for plan in self.plans)
        return f"GlassNetwork({self.shape[0]} by {self.shape[1]} image, {layers} layer{'s' * (layers != 1)})"

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        data = dict(data) | {"text/plain": self._as_text(), "image/png": self._as_png()}
        return data, metadata

    def _titles(self):
        kinds = [plan["own"] or NAMES.get(plan["kind"], "votes") for plan in self.plans if plan["on"]]
        return ["image", *kinds]

    def _as_text(self):
        told = describe(self.stages, self._titles(), self.categories)
        return "\n\n".join([repr(self), write_image(self.image), *told])

    def _as_png(self):
        from xo.widgets.picture import draw_png

        limit = max([1.0] + [float(abs(stage).max()) for stage in self.stages[1:] if stage.ndim == 3])
        return base64.b64encode(draw_png(self.stages, self._titles(), self.categories, limit)).decode()


class Pad(GlassNetwork):
    """Only the drawing pad. image: what stands on it first (rows, columns)"""

    def __init__(self, image=X):
        super().__init__([], image)
        self.title = "Drawing pad"

    def __repr__(self):
        return f"Pad({self.shape[0]} by {self.shape[1]} image)"


def _to_bytes(image):
    return np.ascontiguousarray(image, "<f8").tobytes()
