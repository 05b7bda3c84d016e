"""What an exercise is: one task, its right answer, and what to say about the wrong ones.

A lesson's exercises stand in `xo/checks/lessonNN.py`, in a list called EXERCISES. To imitate: "12.turn" asks for a
function, "06.slip" for a number (or a text, or an array), "06.thickened" for a thing that is looked at.

- `right` is what solution("12.turn") prints, so it is written to be read; of a value, `why` tells how one comes by it.
- `cases` are the arguments of each call. Choose them so that every mistake gives a result of its own.
- A mistake is a message and a wrong function, such as `spoilt(match, abs)`, or several of which the same is to be
  said; for an answer that is a value, a wrong one or a function saying True to it. The message follows "Not yet: ",
  begins small and ends with a full stop; one line.
- `look` turns an answer of any other kind (a network, a layer) into what is compared, as in
  `look=lambda network: network.sizes((1, 9, 9))`; `right` is a right network, a mistake a wrong result.
- Found without being declared: dots (...) or None, a wrong type or shape, wrong arguments, an exception, an
  endless loop, an argument that was changed, and otherwise how many cells differ and where.
- The first miss prints the first hint, the next misses the next ones. The last hint waits one miss longer, or for
  hint(); it points to the way and is not the answer. `solution` is only ever offered.
- What can go wrong in several exercises stands in a file of its own: with products that are added up and divided in
  `xo/checks/products.py`, with a feature that has a slice for each map in `xo/checks/slices.py`.
- `tests/bank/lessonNN.py` holds two right and at least four wrong answers for each exercise, in the format
  that stands at the top of `tests/test_checks.py`.
"""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Exercise:
    """One task: its name ("02.match"), the right answer, and what to say about the wrong ones."""

    name: str
    right: object
    cases: Sequence[tuple] = ()
    mistakes: Sequence[tuple] = ()
    hints: Sequence[str] = ()
    praise: str = "that is it."
    why: str = ""
    look: Callable | None = None

    @property
    def by_call(self):
        """Is the answer a function that is called with the cases, and neither a value nor a thing that is looked at?"""
        return callable(self.right) and self.look is None

    def named_cases(self):
        """The cases, each as a dict from the names of the arguments to their values."""
        names = inspect.signature(self.right).parameters
        return [dict(zip(names, case, strict=False)) for case in self.cases]


def spoilt(right, change):
    """A mistake: the right answer, of which something else is made at the end. change: takes what came out"""
    return lambda *given: change(right(*given))


def adapted(mistakes, make):
    """Mistakes of the same words for another exercise. make: takes what one does wrong, returns the wrong function"""
    return [(message, *map(make, wrong_ones)) for message, *wrong_ones in mistakes]
