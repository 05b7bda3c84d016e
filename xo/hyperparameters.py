"""Lesson 10. Hyperparameters: what a network cannot learn for itself, and a fair way to choose it."""

import json
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from xo.arguments import as_kind, as_whole, as_wholes
from xo.backprop import Adam, accuracy, train
from xo.designs import as_sides, build, cost
from xo.drawings import as_drawings, count_categories, describe, make_like
from xo.files import set_aside, write_whole
from xo.images import make_images
from xo.running.processes import work_through

HELD_OUT, HELD_OUT_SEED = 1000, 99


class Job(NamedTuple):
    """One try: a design, and a seed that decides its start, its images and their order."""

    design: str
    seed: int
    images: int = 500
    rounds: int = 10
    size: int = 9  # of drawings of one's own that are no squares: (rows, columns)
    rate: float = 0.01
    drawings: str = ""  # which drawings of one's own; none: X's and O's

    def __str__(self):
        how = (f"{name} {value}" for name, value in self._asdict().items() if name != "design" and value != "")
        return f"{self.design} ({', '.join(how)})"


def try_out(job, drawings=None):
    """Learn from the images of this seed; returns: the share right, from 0 to 1, of the images seen and unseen.

    drawings: (images, categories) that images are made of, instead of X's and O's; some of them only for the unseen
    """
    if drawings is None:
        categories = 2
        seen = make_images(job.images, job.size, rng=job.seed)
        unseen = make_images(HELD_OUT, job.size, rng=HELD_OUT_SEED)
    else:
        categories = count_categories(drawings)
        seen = make_like(drawings, job.images, job.seed)
        unseen = make_like(drawings, HELD_OUT, HELD_OUT_SEED, unseen=True)
    network = build(job.design, job.size, job.seed, categories)
    train(network, *seen, rounds=job.rounds, rule=Adam(job.rate), rng=job.seed)
    return {"seen": accuracy(network, *seen), "unseen": accuracy(network, *unseen)}


class Summary(NamedTuple):
    """One design of a sweep: its cost, and the shares right, one a seed that is done."""

    name: str
    numbers: int
    multiplications: int
    seen: list
    unseen: list


class Sweep:
    """A fair comparison: each design with the same seeds, and for each seed the same images in the same order.

    designs: a dictionary name -> design; seeds: each design is tried with each of them
    how: images, rounds, size, rate of each Job
    file: where results are kept, so that a sweep goes on where it stopped; none: only here
    examples: drawings of your own instead of X's and O's, as `as_drawings` takes them; images to learn from are made of
              them, each moved, turned and sized a little, and the unseen ones of a fifth of them that is held back
    raises: ValueError before anything runs, for a design that cannot be built
    """

    def __init__(self, designs, seeds=(1, 2, 3), file=None, examples=None, **how):
        self.designs = dict(as_kind(designs, dict, "designs as a dictionary of names and designs"))
        self.seeds, self.how = tuple(as_wholes(seeds, "seeds", 0)), how
        self._drawings, categories, size = None, 2, how.get("size", 9)
        if examples is None:
            as_whole(size, "size", most=1000)  # of X's and O's, which are squares
        else:
            self._drawings = as_drawings(examples)
            categories, told = count_categories(self._drawings), describe(self._drawings)
            self.how, size = how | told, how.get("size", told["size"])
            if as_sides(size) != as_sides(told["size"]):
                raise ValueError(f"expected no size but that of the examples, {told['size']}, got {size}")
        self.costs = {name: cost(design, size, categories) for name, design in self.designs.items()}
        self.file = None if file is None else Path(as_kind(file, str | Path, "a file's name or path"))
        self.results = {} if self.file is None else load_results(self.file)
        self._turn, self._listeners = None, []

    @property
    def jobs(self):
        """Every job, done or not: all designs with the first seed, then all with the next."""
        return [self._job(design, seed) for seed in self.seeds for design in self.designs.values()]

    @property
    def left(self):
        """The jobs that are still to do."""
        return [job for job in dict.fromkeys(self.jobs) if str(job) not in self.results]

    def run(self, cores=2, wait=True):
        """Do what is left and yield (job, result) one by one; stop whenever you like, nothing done is lost.

        cores: processes at a time, or any `concurrent.futures` executor, such as a Dask cluster's
               (`Client.get_executor()`); that changes the time and not the results
        wait: False yields None while nothing is ready; a run that was under way before ends here
        """
        self._turn = turn = object()
        return self._run(turn, cores, wait)

    def stop(self):
        """End the run that is under way, if there is one. What is done stays; `run` goes on from there."""
        self._turn = None

    def listen(self, listener):
        """From now on, call `listener()` after each result, whichever run it comes from.

        returns: a function that ends it
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _run(self, turn, cores, wait):
        task = partial(try_out, drawings=self._drawings)
        # The stop button of the notebook interrupts: that ends the run, and nothing done is lost.
        with closing(work_through(task, self.left, cores, wait)) as work, suppress(KeyboardInterrupt):
            for done in work:
                if self._turn is not turn:
                    return
                if done:
                    self._keep(*done)
                yield done
                if self._turn is not turn:
                    return

    def _keep(self, job, result):
        self.results[str(job)] = result
        if self.file:
            save_results(self.file, self.results)
        for listener in list(self._listeners):
            listener()

    def summary(self):
        """What is known so far, a Summary for each design in the order given."""
        rows = []
        for name, design in self.designs.items():
            keys = [str(self._job(design, seed)) for seed in self.seeds]
            done = [self.results[key] for key in keys if key in self.results]
            rows.append(Summary(name, *self.costs[name], *([r[which] for r in done] for which in ("seen", "unseen"))))
        return rows

    def _job(self, design, seed):
        return Job(design, seed, **self.how)

    def __repr__(self):
        jobs, left = len(self.jobs), len(self.left)
        return f"Sweep: {len(self.designs)} designs, {len(self.seeds)} seeds, {jobs - left} of {jobs} jobs done"


def load_results(file):
    """The results kept in a file; none where there is no file. A damaged file is set aside, never deleted."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {str(key): {which: float(result[which]) for which in ("seen", "unseen")} for key, result in kept.items()}
    except FileNotFoundError:
        return {}
    except IsADirectoryError:
        raise ValueError(f"expected a file for the results, got the folder {str(file)!r}") from None
    except (ValueError, TypeError, KeyError, AttributeError):
        set_aside(file)
        return {}


def save_results(file, results):
    """Write all results, whole or not at all."""
    write_whole(file, (json.dumps(results, indent=1) + "\n").encode())
