"""Try on other seeds what the lessons claim, all or those named; takes minutes: python3 start.py claims [LESSON ...]"""

import importlib
import time

from claims import SEEDS, is_sound, try_claim
from tools import options
from tools.lessons import ROOT


def lessons_with_claims():
    """The numbers of the lessons that have a list of claims, such as "07"."""
    return sorted(path.stem.removeprefix("lesson") for path in (ROOT / "claims").glob("lesson*.py"))


def claims_of(lesson):
    return importlib.import_module(f"claims.lesson{lesson}").CLAIMS


def row(lesson, claim, held, found, seconds):
    """One line of the report."""
    numbers = [float(value) for value in found]
    spread = f"{min(numbers):.3g} to {max(numbers):.3g}" if not isinstance(found[0], bool) else ""
    verdict = "" if is_sound(claim, held, len(found)) else "  <- does not hold"
    about = f"{claim.told:15} {claim.words} ({claim.tried}; {seconds:.0f} s)"
    return f"{lesson}  {held:2} of {len(found)}  {spread:18} {about}{verdict}"


def main(arguments):
    parser, known = options("claims", __doc__), lessons_with_claims()
    parser.add_argument("lesson", nargs="*", help="such as 04")
    wanted = [name.zfill(2) for name in parser.parse_args(arguments).lesson] or known
    strange = [name for name in wanted if name not in known]
    if strange:
        print(f"expected lessons with claims ({', '.join(known)}), got {strange[0]}")
        return 2
    unsound = 0
    for lesson in wanted:
        for claim in claims_of(lesson):
            start = time.monotonic()
            held, found = try_claim(claim)
            unsound += not is_sound(claim, held, len(found))
            print(row(lesson, claim, held, found, time.monotonic() - start), flush=True)
    print(f"Tried on the seeds {SEEDS[0]} to {SEEDS[-1]}. " + (f"{unsound} do not hold." if unsound else "All hold."))
    return 1 if unsound else 0
