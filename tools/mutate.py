"""Change one small thing at a time in the operations: does a test see it: python3 start.py mutate [ROOM ...]

A room is a module of xo/ without its ending, such as pooling or letters.strokes; without any, all rooms that need NumPy
only and that lessons 1 to 12 show. mutmut makes the changes (a + becomes a -, a < becomes a <=, an argument is left
out) and runs for each the unit tests that reach it, one after the other until one fails. Prints the score of each room,
and every change that no test noticed. tests/equivalent_mutants.toml has those that change nothing anybody could see,
each with its reason. A room takes some minutes, all of them hours. Not on Windows.
"""

import collections
import os
import pathlib
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
# The tests that run an operation in the process that asks, without a browser, Node or a command; foreign, which walks
# through all names of a module, would find the changed functions, too.
TESTS = """images matching filtering pooling relu voting stacking learning layers sentences published properties
    trained glyphs hyperparameters beyond_images next_tools changes breaking postcards tables colours"""
ON_THEIR_OWN = ("your_network", "photos", "digits")  # their tests take longer, so only who names them waits for them
ALIVE, UNTRIED = "survived", "no tests"
DIED = ("killed", "timeout", "segfault", "suspicious")  # a test failed, or ran until it was stopped
SETTINGS = """
[tool.mutmut]
source_paths = ["xo"]
only_mutate = {files}
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-x"]
also_copy = {rest}
do_not_mutate_patterns = ['^\\s*raise ']
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


def mutmut(folder, *arguments, **how):
    """Run mutmut there, its own colours and settings of this user left out."""
    environment = {**os.environ, **ONE_THREAD, "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, "-m", "mutmut", *arguments], cwd=folder, env=environment, **how)


def fates(folder):
    """What became of each change, by its name: "xo.pooling.x_pool__mutmut_3": "killed"."""
    said = mutmut(folder, "results", "--all", "true", capture_output=True, text=True).stdout
    return dict(re.findall(r"^\s*(\S+__mutmut_\d+): (.+?)\s*$", said, re.MULTILINE))


def change(folder, name):
    """What a change took out and what it put in, as lines of a difference."""
    said = mutmut(folder, "show", name, capture_output=True, text=True).stdout
    lines = [line for line in said.splitlines() if re.match(r"[-+](?![-+]{2} )", line)]
    return "\n".join(f"{line[0]}{line[1:].strip()}" for line in lines)


def room_of(name):
    """The module in which a change was made: "letters.strokes" of "xo.letters.strokes.x_ring__mutmut_1"."""
    module = name.partition(".x_")[0].partition(".xǁ")[0]
    return module.removeprefix("xo.").removesuffix(".__init__")


def explained():
    """The changes that no test can notice, as pairs of room and difference."""
    with open(EXPLAINED, "rb") as file:
        return {(entry["room"], entry["change"].strip()) for entry in tomllib.load(file)["mutant"]}


def score(died, lived):
    return f"{died / (died + lived):.0%}" if died + lived else "-"


def report(folder, rooms):
    """Print the table and what lived; the number of changes that lived and that nobody explained."""
    count, lived, equivalent = collections.defaultdict(collections.Counter), [], explained()
    for name, fate in fates(folder).items():
        room = room_of(name)
        if fate in DIED:
            fate = "noticed"
        else:
            difference = change(folder, name)
            if (room, difference) in equivalent:
                fate = "equivalent"
            else:
                lived.append((room, fate, difference))
        count[room][fate] += 1
    print(
        "\n| room | changes | noticed | equivalent | not noticed | in no test | score |\n" + "| --- |" + " ---: |" * 6
    )
    for room in rooms:
        these = count[room]
        row = [these.total(), *(these[fate] for fate in ("noticed", "equivalent", ALIVE, UNTRIED))]
        print(f"| {room} | {' | '.join(map(str, row))} | {score(these['noticed'], these[ALIVE] + these[UNTRIED])} |")
    for room, fate, difference in sorted(lived):
        print(f"\n{room}, {'in no test' if fate == UNTRIED else 'not noticed'}:\n{difference}")
    return len(lived)


def main(arguments):
    """Mutate all rooms, or those that are named; an exit code: were all changes noticed?"""
    parser = options("mutate", __doc__)
    parser.add_argument("room", nargs="*")
    shown = [room for room in OPERATIONS if parent_of(room) not in ON_THEIR_OWN]
    rooms = parser.parse_args(arguments).room or shown
    strange = [room for room in rooms if room not in OPERATIONS]
    if strange:
        print(f"expected rooms that need NumPy only ({', '.join(OPERATIONS)}), got {strange[0]}")
        return 2
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)
        copy_course(folder, rooms)
        if mutmut(folder, "run").returncode:
            print("expected tests that pass before anything is changed: see above which does not")
            return 2
        return 1 if report(folder, rooms) else 0
