"""Break-it lab: change a drawing until its readers fail, side by side, and find the smallest lie."""

import anywidget
import numpy as np
import traitlets

from xo.breaking import MAPS, answer_map, change, search_flips
from xo.breaking.readers import STRANGERS, worst_answers
from xo.images import CATEGORIES, O, X, as_image, make_images
from xo.widgets.lab.lineup import check_readers, describe_readers, name_pictures, to_bytes, usual_readers, write_lineup
from xo.widgets.shared.background import Errand
from xo.widgets.shared.bundle import join_modules, join_styles
from xo.widgets.shared.still import lab_still, with_still

PLAIN = {"rows": 0.0, "columns": 0.0, "size": 1.0, "degrees": 0.0, "thickness": 0.0, "noise": 0.0}
MOST = 4
GALLERY = 2000


class BreakItLab(anywidget.AnyWidget):
    """Sliders that spoil a drawing, who still reads it, a map of where answers turn, and the smallest lie.

    readers: networks for 9 by 9 images by name, or "pixels" for comparing whole images; none: `usual_readers()`
    image: what stands on the pad first
    raises: TypeError or ValueError that says in one sentence what does not fit
    """

    _esm = join_modules("lab/lab")
    _css = join_styles("theme", "panels")
    readers = traitlets.List().tag(sync=True)
    numbers = traitlets.Bytes().tag(sync=True)
    maps = traitlets.List([[n, [[k, v.tolist()] for k, v in m.items()]] for n, m in MAPS.items()]).tag(sync=True)
    grain = traitlets.Bytes().tag(sync=True)
    presets = traitlets.List().tag(sync=True)
    strangers = traitlets.List().tag(sync=True)
    pixels = traitlets.Bytes().tag(sync=True, from_json=lambda value, widget: bytes(value))
    settings = traitlets.Dict(PLAIN).tag(sync=True)
    kind = traitlets.Unicode("shift").tag(sync=True)
    lies = traitlets.Dict().tag(sync=True)
    gallery = traitlets.Dict().tag(sync=True)
    _errand = None

    def __init__(self, readers=None, image=X):
        self._readers = check_readers(usual_readers() if readers is None else readers)
        image = as_image(image)
        if image.shape != X.shape:
            raise ValueError(f"expected an image of 9 by 9 pixels, got {image.shape[0]} by {image.shape[1]}")
        self._errand, self._search = Errand(self._report, self._ended), None
        described, numbers = describe_readers(self._readers)
        super().__init__(
            readers=described,
            numbers=numbers,
            pixels=to_bytes(image),
            grain=to_bytes(np.random.default_rng(11).standard_normal(X.shape)),
            presets=name_pictures({"X": X, "O": O}),
            strangers=name_pictures(STRANGERS),
        )
        self.on_msg(self._hear)

    @property
    def drawing(self):
        """What is on the pad."""
        return np.frombuffer(self.pixels, "<f8").reshape(X.shape).copy()

    @property
    def image(self):
        """What the readers see: the drawing, with the changes of the sliders."""
        grain = np.frombuffer(self.grain, "<f8").reshape(X.shape)
        return change(self.drawing, grain=grain, **PLAIN | self.settings)

    def close(self):
        """Stop the work as well."""
        if self._errand:  # none, where the lab was refused
            self._errand.stop()
        super().close()

    def _hear(self, _, content, buffers):
        """What the learner pressed, or that news was drawn."""
        match content:
            case {"do": "lie", "reader": name, "key": key, "pixels": list() as pixels} if name in self._readers:
                self._errand.stop()
                self._seek(name, str(key), as_image(np.reshape(np.array(pixels, float), X.shape)))
            case {"do": "stop"}:
                self._errand.stop()
            case {"do": "gallery", "reader": name} if name in self._readers:
                self.gallery = self._hang(name)
            case {"do": "seen", "number": int() | None as number}:
                self._errand.acknowledge(number)

    def _seek(self, name, key, image):
        """Look for the smallest lie, a batch of sets at a time."""
        self._search = {"reader": name, "key": key, "flips": 1, "tried": 0, "sets": image.size, "places": None}

        def pieces():
            for found in search_flips(self._readers[name], image, MOST):
                self._search = {"reader": name, "key": key, **found._asdict()}
                yield 0

        self._errand.start(pieces())
        self._keep("searching")

    def _report(self, number):
        self.send({"number": number, "lie": self._search | {"state": "searching"}})

    def _ended(self, reason):
        if reason == "done":
            self._keep("more" if self._search["places"] is None else "found")
        else:
            self._keep("stopped" if isinstance(reason, str) else f"failed: {reason}")

    def _keep(self, state):
        self.lies = self.lies | {self._search["reader"]: self._search | {"state": state}}

    def _hang(self, name):
        """The wrong answers on made-up images, worst first, as the browser shows them."""
        images, categories = make_images(GALLERY, rng=99)
        which, votes, count = worst_answers(self._readers[name], images, categories)
        items = [
            {"pixels": images[place, 0].ravel().tolist(), "is": CATEGORIES[categories[place]], "votes": said.tolist()}
            for place, said in zip(which, votes, strict=True)
        ]
        return {"reader": name, "wrong": count, "images": GALLERY, "items": items}

    def __repr__(self):
        return f"BreakItLab({', '.join(self._readers)})"

    def _repr_mimebundle_(self, **options):
        maps = {name: answer_map(reader, self.drawing, "shift") for name, reader in self._readers.items()}
        image = self.image
        text = write_lineup(repr(self), self._readers, image, maps)
        return with_still(super()._repr_mimebundle_(**options), text, lambda: lab_still(image, maps))
