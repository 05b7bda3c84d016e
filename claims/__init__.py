"""Claims: what a lesson says that luck could have decided, and how each was tried on other seeds.

A lesson's claims stand in `claims/lessonNN.py`, in a list called CLAIMS. `python3 start.py claims`
tries them all again.
"""

import ast
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
SEEDS = tuple(range(100, 110))  # none of them is a lesson's own
ENOUGH = 0.9  # the share of seeds on which a claim has to hold that a lesson makes without reserve
TOLD = ("as a rule", "as one run", "with its spread")


@dataclass(frozen=True)
class Claim:
    """One claim of a lesson.

    words: the lesson's own words, as they stand in one of its cells
    cell: the id of the cell whose output shows it
    tried: how it was tried on another seed, in a few words
    measure: takes a seed, returns one number (or True and False)
    holds: takes that number, says whether the claim holds for that seed; left out where `measure` says so itself
    told: "as a rule" has to hold on nine seeds of ten; "as one run" and "with its spread" are told as what they are
    """

    words: str
    cell: str
    tried: str
    measure: Callable
    holds: Callable = bool
    told: str = "as a rule"

    def __post_init__(self):
        if self.told not in TOLD:
            raise ValueError(f"expected a claim told {', '.join(TOLD)}, got {self.told!r}")


def try_claim(claim, seeds=SEEDS):
    """Try a claim. returns: on how many seeds it held, and what was measured on each"""
    found = [claim.measure(seed) for seed in seeds]
    return sum(bool(claim.holds(value)) for value in found), found


def is_sound(claim, held, tried):
    """Whether the lesson may say it as it does: only what is told as a rule has to hold nearly always."""
    return claim.told != "as a rule" or held >= ENOUGH * tried


def names_of(lesson, *values):
    """What a lesson ("11") imports and the functions that it makes, so that its claims are tried with its own code.

    values: the left sides, as they stand there, of what else it gives a value: "(RED, BLUE)"
    returns: name -> function, module or value
    """
    [notebook], names = NOTEBOOKS.glob(f"{lesson}_*.ipynb"), {}
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        for node in ast.parse("".join(cell["source"])).body if cell["cell_type"] == "code" else ():
            named = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in values
            if named or isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef):
                exec(compile(ast.Module([node], []), notebook.name, "exec"), names)
    return names
