"""Trainer: watch a network learn, stop it, draw for it, keep it."""

import copy
from pathlib import Path

import anywidget
import numpy as np
import traitlets

from xo.errors import softmax_error
from xo.images import CATEGORIES, read_image
from xo.running.learning import Learning
from xo.widgets.shared.bundle import join_modules, join_styles
from xo.widgets.shared.presets import preset_pictures
from xo.widgets.shared.still import with_still
from xo.widgets.shared.wire import as_network, plan_layers
from xo.widgets.trainer.player import SPEEDS, Coach
from xo.widgets.trainer.start import describe, first_drawing, free_path
from xo.widgets.trainer.still import trainer_still

TRAITS = ("numbers", "points", "progress")


class Trainer(anywidget.AnyWidget):
    """A network that learns while you watch: play, pause, step, reset, and draw for it.

    network: where to start (it stays as it is); images, categories: what it sees
    unseen: (images, categories) that it is only ever tested with, or none
    rounds, batch, rate, error, rng: how it learns, as for `xo.backprop.train` with Adam
    image: the first drawing on the pad
    """

    _esm = join_modules("trainer/trainer")
    _css = join_styles("shared/theme", "shared/panels", "trainer/trainer")
    plans = traitlets.List().tag(sync=True)
    numbers = traitlets.Bytes().tag(sync=True)
    points = traitlets.Bytes().tag(sync=True)
    progress = traitlets.Dict().tag(sync=True)
    speeds = traitlets.List(list(map(list, SPEEDS.items()))).tag(sync=True)
    certain = traitlets.Bool().tag(sync=True)
    size = traitlets.List().tag(sync=True)
    presets = traitlets.List().tag(sync=True)
    pixels = traitlets.Bytes().tag(sync=True, from_json=lambda value, widget: bytes(value))
    _coach = None

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
    ):
        course = Learning(network, images, categories, unseen, rounds, batch, rate, error, rng)
        shape = np.shape(images)[-2:]
        as_network(course.network, shape)
        image = first_drawing(image, images, shape)
        self._coach = Coach(course, self._tell, self._report)
        presets = [(name, text) for name, text in preset_pictures(*shape).items() if name in CATEGORIES]
        super().__init__(
            plans=plan_layers(course.network.layers)[0],
            certain=error is softmax_error,
            size=list(shape),
            presets=[{"name": name, "pixels": read_image(text).ravel().tolist()} for name, text in presets],
            pixels=image.astype("<f8").tobytes(),
            **self._news(),
        )
        self.on_msg(self._hear)

    def play(self):
        """Learn on to the last step, while other cells can run. Outside of a notebook: `run_to_end`."""
        self._coach.play()

    def pause(self):
        """Stop after the present step; `play` goes on as if nothing had been."""
        self._coach.pause()

    def step(self, count=1):
        """Stop playing, and learn from `count` more batches."""
        self._coach.step(count)

    def reset(self):
        """Back to the start, to the last digit: the next run is the same again."""
        self._coach.reset()

    def run_to_end(self):
        """Learn to the last step now; nothing else runs until then."""
        self._coach.step(self._coach.course.steps - self._coach.course.step)

    def save(self, path=None):
        """Keep the network as it is now in a file beside the notebook, and never in place of an older one.

        returns: where; `Network.load` reads it. path: where to write instead, even over an older file
        """
        path = free_path("my_network.npz") if path is None else Path(path)
        self._coach.course.network.save(path)
        self._coach.say(f'Saved beside this notebook: Network.load("{path}") brings it back.')
        return path

    @property
    def network(self):
        """The network as it is now: a copy, yours to use and to change."""
        return copy.deepcopy(self._coach.course.network)

    @property
    def history(self):
        """What was measured so far: points with step, error, accuracy, unseen_error, unseen_accuracy."""
        return list(self._coach.course.points)

    @property
    def image(self):
        """The drawing on the pad."""
        return np.frombuffer(self.pixels, "<f8").reshape(self.size).copy()

    def close(self):
        """Stop the work as well."""
        if self._coach:  # none, where the trainer was refused
            self._coach.pause()
        super().close()

    def _hear(self, _, content, buffers):
        """What the learner pressed, or that news was drawn."""
        match content:
            case {"do": "play" | "pause" | "reset" | "step" as name}:
                getattr(self, name)()
            case {"do": "save"}:
                try:
                    self.save()
                except OSError as reason:
                    self._coach.say(f"Not saved: {reason}")
            case {"do": "speed", "steps": steps} if steps in SPEEDS.values():
                self._coach.set_speed(steps)
                self._tell()
            case {"do": "seen", "number": int() | None as number}:
                self._coach.errand.acknowledge(number)

    def _news(self):
        course = self._coach.course
        points, numbers = np.array(course.points, "<f8"), plan_layers(course.network.layers)[1]
        return dict(zip(TRAITS, (numbers, points.tobytes(), self._coach.progress()), strict=True))

    def _tell(self):
        with self.hold_sync():
            for name, value in self._news().items():
                setattr(self, name, value)

    def _report(self, number):
        news = self._news()
        self.send({"number": number, "progress": news["progress"]}, [news["numbers"], news["points"]])

    def __repr__(self):
        return describe(self._coach.course)

    def _repr_mimebundle_(self, **options):
        network, image, steps = self.network, self.image, self.progress["steps"]
        draw = lambda: trainer_still(self.history, steps, network, image, network.answer(image))  # noqa: E731
        return with_still(super()._repr_mimebundle_(**options), repr(self), draw)
