"""Change one small thing at a time in the operations: does a test see it: python3 start.py mutate [ROOM ...]

A room is a module of xo/ without its ending, such as pooling or letters.strokes; without any, all rooms that need NumPy
only and that lessons 1 to 12 show. mutmut makes the changes (a + becomes a -, a < becomes a <=, an argument is left
out) and runs for each the unit tests that reach it, the quickest first, until one fails. Prints the score of each room
and of the whole, and every change that no test noticed. tests/equivalent_mutants.toml has those that change nothing
anybody could see, each with its reason. Not on Windows.

    --sample N   try N changes of each room, drawn at random (8 unless said: some minutes)
    --seed N     draw the same ones as a run that printed this seed
    --all        try every change: a room takes minutes, all of them hours
"""

import collections
import json
import math
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

from tools import options
from tools.lessons import ROOT
from xo import OPERATIONS
from xo.running.processes import ONE_THREAD

NEEDS = ["requirements-test.txt", "requirements-mutate.txt"]
EXPLAINED = ROOT / "tests/equivalent_mutants.toml"
# The tests that run an operation in the process that asks, without a browser, Node, a command or a cluster;
# public_functions, which walks through all names of a module, would find the changed functions, too.
TESTS = """files letters images matching filtering pooling relu voting stacking learning layers sentences foreign
    published properties trained glyphs hyperparameters executors beyond_images next_tools changes breaking postcards
    tables colours"""
ON_THEIR_OWN = ("your_network", "photos", "digits")  # their tests take longer, so only who names them waits for them
ALIVE, UNTRIED = "survived", "no tests"
# A test failed, could not even start, or ran until it was stopped.
DIED = ("killed", "timeout", "segfault", "suspicious", "check was interrupted by user")
SAMPLE = 8
WRITE_DOWN = "from mutmut.__main__ import create_mutants; create_mutants(2)"  # every change, and none tried yet
SHOW = """import json, sys
from mutmut.mutation.diff_apply import get_diff_for_mutant
print(json.dumps({name: get_diff_for_mutant(name) for name in sys.argv[1:]}))"""
SETTINGS = """
[tool.mutmut]
source_paths = ["xo"]
only_mutate = {files}
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-x", "-k", "not dask"]
also_copy = {rest}
do_not_mutate_patterns = ['^\\s*raise ']
timeout_constant = 10.0
timeout_multiplier = 4.0
"""


def copy_course(folder, rooms):
    """The course in a folder of its own, with mutmut's settings: the changes are made there."""
    left_out = shutil.ignore_patterns(".*", "my_lessons", "site", "mutants", "__pycache__", "node_modules")
    shutil.copytree(ROOT, folder, ignore=left_out, dirs_exist_ok=True)
    tests = TESTS.split() + sorted({parent_of(room) for room in rooms} & set(ON_THEIR_OWN))
    rest = sorted(path.name for path in folder.iterdir() if path.name not in ("xo", "tests", "pyproject.toml"))
    with open(folder / "pyproject.toml", "a", encoding="utf-8") as file:
        files = [path_of(room) for room in rooms]
        file.write(SETTINGS.format(files=files, tests=[f"tests/test_{name}.py" for name in tests], rest=rest))


def parent_of(room):
    return room.split(".")[0]


def path_of(room):
    """Where a room stands: "letters" is a folder, "letters.strokes" a file in it."""
    path = pathlib.Path("xo", *room.split("."))
    return f"{path}/__init__.py" if (ROOT / path).is_dir() else f"{path}.py"


def python(folder, *arguments, **how):
    """Run Python there, its own colours and settings of this user left out; sets have the same order each time."""
    plain = {"NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    environment = {**os.environ, **ONE_THREAD, **plain}
    return subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, **how)


def fates(folder):
    """What became of each change, by its name: "xo.pooling.x_pool__mutmut_3": "killed"."""
    said = python(folder, "-m", "mutmut", "results", "--all", "true", capture_output=True, text=True).stdout
    return dict(re.findall(r"^\s*(\S+__mutmut_\d+): (.+?)\s*$", said, re.MULTILINE))


def differences(folder, names):
    """What each change took out and what it put in, as lines: by its name."""
    shown = json.loads(python(folder, "-c", SHOW, *names, capture_output=True, text=True, check=True).stdout)
    found = {}
    for name, text in shown.items():
        lines = [line for line in text.splitlines() if re.match(r"[-+](?![-+]{2} )", line)]
        found[name] = "\n".join(f"{line[0]}{line[1:].strip()}" for line in lines)
    return found


def room_of(name):
    """The module in which a change was made: "letters.strokes" of "xo.letters.strokes.x_ring__mutmut_1"."""
    module = name.partition(".x_")[0].partition(".xǁ")[0]
    return module.removeprefix("xo.").removesuffix(".__init__")


def explained():
    """What is known of changes that no test can notice: the entries of the file."""
    with open(EXPLAINED, "rb") as file:
        return tomllib.load(file)["mutant"]


def explains(entry, room, difference):
    """Is a change the one that an entry is about, or does it differ in nothing but what fits the entry's pattern?"""
    if room not in entry["rooms"]:
        return False
    if "change" in entry:
        return difference == entry["change"].strip()
    return len({re.sub(entry["pattern"], "", line[1:]) for line in difference.splitlines()}) == 1


def draw(names, rooms, size, seed):
    """That many changes of each room, or all that it has: the same for the same seed, whatever else is tried."""
    drawn = []
    for room in rooms:
        ours = sorted(name for name in names if room_of(name) == room)
        drawn += random.Random(f"{seed} {room}").sample(ours, min(size, len(ours)))
    return drawn


def sort_out(folder, names):
    """For each room how many changes came to what end, and the (room, fate, difference) of those that lived."""
    count, lived, entries, found = collections.defaultdict(collections.Counter), [], explained(), fates(folder)
    shown = differences(folder, [name for name in names if found[name] not in DIED])
    for name, fate in found.items():
        room = room_of(name)
        count[room]["changes"] += 1
        if name not in names:
            continue
        if fate in DIED:
            fate = "noticed"
        else:
            if any(explains(entry, room, shown[name]) for entry in entries):
                fate = "equivalent"
            else:
                lived.append((room, fate, shown[name]))
        count[room]["tried"] += 1
        count[room][fate] += 1
    return count, sorted(lived)


def counted(count):
    """How many changes count for the score: the equivalent ones do not."""
    return count["noticed"] + count[ALIVE] + count[UNTRIED]


def whole_score(counts):
    """(share, least, most): how many of all changes are noticed, and between what that lies with 95 % certainty.

    A change that was tried stands for as many of its room as were there for each one tried. The interval is Wilson's.
    """
    weights = [count["changes"] / max(count["tried"], 1) for count in counts]
    total = sum(weight * counted(count) for weight, count in zip(weights, counts))
    if not total:
        return math.nan, math.nan, math.nan
    share = sum(weight * count["noticed"] for weight, count in zip(weights, counts)) / total
    if all(count["tried"] == count["changes"] for count in counts):
        return share, share, share
    tries = total**2 / sum(weight**2 * counted(count) for weight, count in zip(weights, counts))  # fewer if they differ
    z = 1.96**2 / tries
    middle, reach = share + z / 2, math.sqrt(z * (share * (1 - share) + z / 4))
    return share, (middle - reach) / (1 + z), (middle + reach) / (1 + z)


def row(name, counts):
    """One line of the table: the sums of some rooms."""
    columns = ("changes", "tried", "noticed", "equivalent", ALIVE, UNTRIED)
    sums = [sum(count[column] for count in counts) for column in columns]
    share = whole_score(counts)[0]
    return f"| {name} | {' | '.join(map(str, sums))} | {'-' if math.isnan(share) else f'{share:.0%}'} |"


def report(count, rooms, lived):
    """Print the table, the score of the whole, and every change that lived and that nobody explained."""
    print("\n| room | changes | tried | noticed | equivalent | not noticed | in no test | score |")
    print("| --- |" + " ---: |" * 7)
    for room in rooms:
        print(row(room, [count[room]]))
    print(row("all", [count[room] for room in rooms]))
    _, least, most = whole_score([count[room] for room in rooms])
    if least < most:
        print("\nThis is a sample, and the score of all rooms counts each by its size: with 95 % certainty,")
        print(f"tests notice {least:.0%} to {most:.0%} of all changes that anybody could see.")
    for room, fate, difference in lived:
        print(f"\n{room}, {'in no test' if fate == UNTRIED else 'not noticed'}:\n{difference}")


def main(arguments):
    """Mutate all rooms, or those that are named; an exit code: were all changes noticed?"""
    parser = options("mutate", __doc__)
    parser.add_argument("room", nargs="*")
    parser.add_argument("--sample", type=int, default=SAMPLE, metavar="N")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), metavar="N")
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args(arguments)
    shown = [room for room in OPERATIONS if parent_of(room) not in ON_THEIR_OWN]
    rooms = list(dict.fromkeys(asked.room)) or shown
    strange = [room for room in rooms if room not in OPERATIONS]
    if strange:
        print(f"expected rooms that need NumPy only ({', '.join(OPERATIONS)}), got {strange[0]}")
        return 2
    if asked.sample < 1:
        print(f"expected a sample of at least 1, got {asked.sample}")
        return 2
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)
        copy_course(folder, rooms)
        python(folder, "-c", WRITE_DOWN, stdout=subprocess.DEVNULL, check=True)
        names = list(fates(folder))
        drawn = names if asked.all else draw(names, rooms, asked.sample, asked.seed)
        seed = "" if asked.all else f" (seed {asked.seed})"
        print(f"Trying {len(drawn)} of {len(names)} changes{seed}.", flush=True)
        # Names, even where all are meant: then mutmut first asks for the tests one by one, as it will for each change.
        meant = [f"xo.{room}.x*" for room in rooms] if asked.all else drawn
        if drawn and python(folder, "-m", "mutmut", "run", "--max-children", "2", *meant).returncode:
            print("expected tests that pass before anything is changed: see above which does not")
            return 2
        count, lived = sort_out(folder, set(drawn))
    report(count, rooms, lived)
    return 1 if lived else 0
