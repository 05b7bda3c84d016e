"""The coach of a learning network: play, pause, one step, back to the start, how fast."""

import time

from xo.widgets.shared.background import Errand

SPEEDS = {"2 steps a second": 2, "10 steps a second": 10, "50 steps a second": 50, "as fast as it can": 0}
PIECE = 0.01


class Coach:
    """Leads a `Learning`. state: ready, learning, paused, finished or failed; note: one sentence, or none.

    tell(): called when the state changes; report(number): called while it learns, when there is news to draw
    """

    def __init__(self, course, tell, report):
        self.course, self._tell, self._begun = course, tell, None
        self.errand = Errand(report, self._ended)
        self.state, self.note, self.speed = "ready", "", SPEEDS["50 steps a second"]

    def play(self):
        if not self.course.finished and not self.errand.running:
            self._mark()
            self.errand.start(self._pieces())
            self._change("learning")

    def pause(self):
        self.errand.stop()

    def step(self, count):
        self.errand.stop()
        try:
            for _ in range(count):
                self.course.take_step()
        except FloatingPointError as reason:
            self._change("failed", str(reason))
        else:
            self._change("finished" if self.course.finished else "paused")

    def reset(self):
        self.errand.stop()
        self.course.reset()
        self._change("ready")

    def set_speed(self, steps):
        """steps: a second; 0: as many as it can"""
        self.speed = steps
        self._mark()

    def say(self, note):
        self._change(self.state, note)

    def seconds_left(self):
        """How long the rest takes at the present speed, as far as that can be told."""
        course = self.course
        if self.state != "learning" or course.step == self._begun[1]:
            return None
        passed, done = time.monotonic() - self._begun[0], course.step - self._begun[1]
        return round(passed / done * (course.steps - course.step), 1)

    def progress(self):
        """Where it stands, in plain values."""
        course = self.course
        counts = {"step": course.step, "steps": course.steps, "round": course.round, "rounds": course.rounds}
        left = self.seconds_left()
        return counts | {"state": self.state, "note": self.note, "left": left, "speed": self.speed}

    def _mark(self):
        self._begun = (time.monotonic(), self.course.step)

    def _pieces(self):
        """Short pieces for the errand: as many steps as fit, or one and a rest where it should be slow."""
        while not self.course.finished:
            start = time.monotonic()
            self.course.take_step()
            while not (self.speed or self.course.finished) and time.monotonic() - start < PIECE:
                self.course.take_step()
            yield max(0, 1 / self.speed - (time.monotonic() - start)) if self.speed else 0

    def _ended(self, reason):
        if isinstance(reason, Exception):
            self._change("failed", str(reason) or type(reason).__name__)
        elif reason == "done":
            self._change("finished")
        else:
            self._change("paused", "Paused, because nobody was watching." if reason == "alone" else "")

    def _change(self, state, note=""):
        self.state, self.note = state, note
        self._tell()
