"""Trainer: watch a network learn, stop it, draw for it, keep it.

The browser learns, so it goes on in a page and beside a busy kernel; what it has learned is here, in `network`: at each
pause, and about twice a second in between.
"""

from pathlib import Path

import anywidget
from traitlets import Dict, List, Unicode

from xo.errors import softmax_error
from xo.stacking import Network
from xo.widgets.shared.bundle import join_modules, join_styles
from xo.widgets.shared.still import with_still
from xo.widgets.shared.wire import build_layers, read_floats, synced_bytes, write_floats
from xo.widgets.trainer.start import (
    Point,
    check_course,
    describe,
    describe_course,
    describe_pad,
    first_drawing,
    free_path,
)
from xo.widgets.trainer.still import trainer_still


class Trainer(anywidget.AnyWidget):
    """A network that learns while you watch: play, pause, step, reset, and draw for it.

    network: where to start (it stays as it is); images, categories: what it sees, in 256 greys as in a picture file
    unseen: (images, categories) that it is only ever tested with, or none
    rounds, batch, rate, error, rng: how it learns, as for `xo.backprop.train` with Adam
    image: the first drawing on the pad; names: those of the categories, where they are not X and O
    raises: TypeError or ValueError that says in one sentence what cannot be learned
    """

    _esm = join_modules("trainer/trainer")
    _css = join_styles("shared/theme", "shared/panels", "trainer/trainer")
    categories, shape, plans, presets = (List().tag(sync=True) for _ in range(4))
    seen_shape, unseen_shape = List().tag(sync=True), List([]).tag(sync=True)
    how, progress = Dict().tag(sync=True), Dict().tag(sync=True)
    seen, unseen, order, start, numbers, memory, points, pixels = (synced_bytes() for _ in range(8))
    note = Unicode("").tag(sync=True)

    def __init__(
        self,
        network,
        images,
        categories,
        unseen=None,
        rounds=10,
        batch=32,
        rate=0.01,
        error=softmax_error,
        rng=0,
        image=None,
        names=None,
    ):
        network, seen, unseen = check_course(network, images, categories, unseen)
        shape, self._paper = seen[0].shape[-2:], network.paper
        pad = describe_pad(network, seen, unseen, names)
        super().__init__(
            **describe_course(network, seen, unseen, rounds, batch, rate, error, rng),
            **pad,
            pixels=write_floats(first_drawing(image, images, shape, network.paper, pad["categories"])),
        )
        self.on_msg(self._hear)

    def save(self, path=None):
        """Keep the network as it is now in a file beside the notebook, and never in place of an older one.

        returns: where; `Network.load` reads it. path: where to write instead, even over an older file
        """
        path = free_path("my_network.npz") if path is None else Path(path)
        self.network.save(path)
        self.note = f'Saved beside this notebook: Network.load("{path}") brings it back.'
        return path

    @property
    def network(self):
        """The network as it is now: a copy, yours to use and to change."""
        return Network(build_layers(self.plans, self.numbers), self._paper)

    @property
    def history(self):
        """What was measured so far: points with step, error, accuracy, unseen_error, unseen_accuracy."""
        rows = read_floats(self.points, (-1, len(Point._fields))).tolist()
        return [Point(int(step), *measured) for step, *measured in rows]

    @property
    def image(self):
        """The drawing on the pad."""
        return read_floats(self.pixels, self.shape)

    def _hear(self, _, content, buffers):
        """The learner wants to keep the network."""
        if content == {"do": "save"}:
            try:
                self.save()
            except OSError as reason:
                self.note = f"Not saved: {reason}"

    def __repr__(self):
        return describe(self.history[-1], self.progress, self.network)

    def _repr_mimebundle_(self, **options):
        network, image, steps = self.network, self.image, self.progress["steps"]
        answer = self.categories[int(network.votes(image).argmax())]
        picture = trainer_still(self.history, steps, network, image, answer)
        return with_still(super()._repr_mimebundle_(**options), repr(self), picture)
