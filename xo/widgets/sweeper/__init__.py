"""SweepPanel: start a sweep, see how far it is, stop it; other cells can run meanwhile."""

import asyncio
from contextlib import closing
from statistics import mean

import anywidget
from traitlets import Bool, Int, Unicode

from xo.arguments import as_able, as_whole
from xo.running.processes import is_executor
from xo.tables import decimal
from xo.widgets.shared.bundle import join_modules, join_styles

LOOK_EVERY_S = 0.1  # whether a process is done
REST_S = 0.002  # after a job: other cells and the Stop button have their turn


class SweepPanel(anywidget.AnyWidget):
    """Start and Stop for a sweep that learns in processes of its own.

    sweep: an `xo.hyperparameters.Sweep`; cores: how many processes at a time, or an executor
    """

    _esm = join_modules("sweeper/sweeper")
    _css = join_styles("shared/theme", "shared/panels")
    jobs, done = (Int().tag(sync=True) for _ in range(2))
    running = Bool(False).tag(sync=True)
    words = Unicode().tag(sync=True)
    _task = _deafen = None

    def __init__(self, sweep, cores=2):
        as_able(sweep, ("jobs", "left", "run", "listen"), "a sweep, as from Sweep(designs)")
        cores = cores if is_executor(cores) else as_whole(cores, "number of cores")
        self.sweep, self.cores = sweep, cores
        super().__init__(jobs=len(sweep.jobs))
        self._tell()
        self._deafen = sweep.listen(self._tell)
        self.on_msg(self._hear)

    def start(self):
        """Do what is left, between the cells. raises: RuntimeError outside of a notebook: there use `sweep.run()`"""
        self.stop()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise RuntimeError("expected a notebook, where work goes on between cells, got none") from None
        self.running = True
        self._task = loop.create_task(self._work())

    def stop(self):
        """Stop; Start goes on from here."""
        if self._task:
            self._task.cancel()
            self._ended()
        self.sweep.stop()

    def close(self):
        """Stop the work as well."""
        if self._deafen:  # a widget may be closed twice, or before it was made
            self.stop()
            self._deafen()
            self._deafen = None
        super().close()

    async def _work(self):
        more = ""
        try:
            with closing(self.sweep.run(self.cores, wait=False)) as jobs:
                for done in jobs:
                    await asyncio.sleep(REST_S if done else LOOK_EVERY_S)
        except Exception as error:
            more = f" It stopped: {error}"
        self._ended(more)

    def _ended(self, more=""):
        self._task, self.running = None, False
        self._tell(more)

    def _tell(self, more=""):
        self.done = self.jobs - len(self.sweep.left)
        self.words = f"{self.done} of {self.jobs} jobs done.{_best(self.sweep.summary())}{more}"

    def _hear(self, _, content, buffers):
        """A button was pressed."""
        if act := {"start": self.start, "stop": self.stop}.get(content.get("do")):
            act()

    def __repr__(self):
        return f"SweepPanel: {self.words}"


def _best(rows):
    """The design with the best mean so far, and how far its seeds lie apart: one lucky seed proves nothing."""
    best = max((row for row in rows if row.unseen), key=lambda row: mean(row.unseen), default=None)
    if best is None:
        return ""
    shares = [decimal(100 * share, 1) for share in (mean(best.unseen), min(best.unseen), max(best.unseen))]
    seeds = len(best.unseen)
    spread = f"mean of {seeds} seeds, from {shares[1]} to {shares[2]}" if seeds > 1 else "one seed only"
    return f" Best so far: {best.name}, {shares[0]} % of unseen images ({spread})."
