"""Break-it lab: change a drawing until its readers fail, side by side, and find the smallest lie.

The browser does all of the work, so the lab lives on where there is no Python: in a page, or with a busy kernel.
"""

from functools import cache

import anywidget
import numpy as np
from traitlets import Bytes, Dict, List, Unicode

from xo.arguments import in_short
from xo.breaking import MAPS, answer_map, change
from xo.breaking.readers import STRANGERS, check_examples
from xo.images import as_image, make_images
from xo.widgets.lab.lineup import (
    PUBLISHED,
    check_readers,
    describe_readers,
    describe_wrong,
    letters_for,
    name_pictures,
    usual_readers,
    write_lineup,
)
from xo.widgets.lab.still import lab_still
from xo.widgets.shared.bundle import join_modules, join_styles
from xo.widgets.shared.still import with_still
from xo.widgets.shared.wire import read_floats, synced_bytes, write_floats

PLAIN = {"rows": 0.0, "columns": 0.0, "size": 1.0, "degrees": 0.0, "thickness": 0.0, "noise": 0.0}
GALLERY = 2000


class BreakItLab(anywidget.AnyWidget):
    """Sliders that spoil a drawing, who still reads it, a map of where answers turn, and the smallest lie.

    readers: networks by name, or "pixels" for comparing whole images with the examples; none: `usual_readers(examples)`
    image: what stands on the pad first; none: the first of the examples
    examples: an image for each category, by its name; none: the published X and O
    exam: (images, categories) to look for wrong answers among; none: made-up X's and O's, for those of 9 by 9
    raises: TypeError or ValueError that says in one sentence what does not fit
    """

    _esm = join_modules("lab/lab")
    _css = join_styles("shared/theme", "shared/panels", "lab/lab")
    categories, letters = (List().tag(sync=True) for _ in range(2))
    shape = List().tag(sync=True)
    readers = List().tag(sync=True)
    numbers = Bytes().tag(sync=True)
    maps = List([[n, [[k, v.tolist()] for k, v in m.items()]] for n, m in MAPS.items()]).tag(sync=True)
    grain = Bytes().tag(sync=True)
    examples = List().tag(sync=True)
    strangers = List().tag(sync=True)
    galleries = Dict().tag(sync=True)
    pixels = synced_bytes()
    settings = Dict(PLAIN).tag(sync=True)
    kind = Unicode("shift").tag(sync=True)

    def __init__(self, readers=None, image=None, examples=None, exam=None):
        published = examples is None
        examples = check_examples(PUBLISHED if published else examples)
        readers = usual_readers(examples) if readers is None else readers
        shape = next(iter(examples.values())).shape
        self._networks = check_readers(readers, examples, published)
        image = next(iter(examples.values())) if image is None else as_image(image)
        if image.shape != shape:
            sizes = [" by ".join(map(str, one)) for one in (shape, image.shape)]
            raise ValueError(f"expected an image of {sizes[0]} pixels, got {sizes[1]}")
        if exam is not None and (not isinstance(exam, list | tuple) or len(exam) != 2):
            raise TypeError(f"expected exam as a pair: images, and their categories, got {in_short(exam)}")
        described, numbers = describe_readers(readers, self._networks)
        exam, names = _made_up() if published and exam is None else exam, list(examples)
        super().__init__(
            categories=names,
            letters=letters_for(names),
            shape=list(shape),
            readers=described,
            numbers=numbers,
            pixels=write_floats(image),
            grain=write_floats(np.random.default_rng(11).standard_normal(shape)),
            examples=name_pictures(examples),
            strangers=name_pictures(STRANGERS if published else {}),
            galleries={n: describe_wrong(one, *exam, names) for n, one in self._networks.items()} if exam else {},
        )

    @property
    def drawing(self):
        """What is on the pad."""
        return read_floats(self.pixels, self.shape)

    @property
    def image(self):
        """What the readers see: the drawing, with the changes of the sliders."""
        grain = read_floats(self.grain, self.shape)
        return change(self.drawing, grain=grain, **PLAIN | self.settings)

    def __repr__(self):
        return f"BreakItLab({', '.join(self._networks)})"

    def _repr_mimebundle_(self, **options):
        maps = {name: answer_map(network, self.drawing, "shift") for name, network in self._networks.items()}
        image, names = self.image, self.categories
        text = write_lineup(repr(self), self._networks, image, maps, names)
        return with_still(super()._repr_mimebundle_(**options), text, lab_still(image, maps, names))


@cache
def _made_up():
    """Images that nobody has learned from, the same for every lab."""
    return make_images(GALLERY, rng=99)
