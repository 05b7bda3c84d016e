"""Try on other seeds what the lessons claim, all or the lessons named (claims 04 07); takes minutes"""

import importlib
import importlib.util
import pathlib
import sys
import time

from claims import SEEDS, is_sound, try_claim

ROOT = pathlib.Path(__file__).resolve().parent.parent


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
    return f"{lesson}  {held:2} of {len(found)}  {spread:18} {claim.told:15} {claim.words} ({seconds:.0f} s){verdict}"


def main(arguments):
    known = lessons_with_claims()
    wanted = [name.zfill(2) for name in arguments] or known
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
