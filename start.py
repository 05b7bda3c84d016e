"""One command for everything.

    python3 start.py                 set up what is missing, then open the course in JupyterLab
    python3 start.py test            set up what is missing, then run every test
    python3 start.py help            list the other commands

Needs Python 3.11 or newer and nothing else. Keeps all that it installs in .venv, beside this file.
Options go on to JupyterLab: python3 start.py --no-browser --port 8899
"""

from __future__ import print_function

import sys

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    sys.exit(
        "The course needs Python %d.%d or newer, and this is Python %d.%d: python.org has newer ones."
        % (OLDEST + tuple(sys.version_info[:2]))
    )

import ast
import contextlib
import hashlib
import importlib.util
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "xo-installed.json"
LAB = ["-m", "jupyterlab", "--ServerApp.root_dir=" + str(ROOT), "my_lessons/00_start_here.ipynb"]
OFFLINE = ("failed to establish", "name resolution", "timed out", "connection broken", "retrying (")
BASIS = "import pip, sys; assert sys.prefix != sys.base_prefix"
PROBE = (
    BASIS
    + """
import numpy, anywidget, tornado.web, zmq, IPython, xo
from importlib.util import find_spec
assert all(map(find_spec, ("jupyterlab", "jupyter_server.serverapp", "matplotlib.figure", "nbval.plugin")))
"""
)


def needed_files(command):
    """The lists of requirements behind a command: what a learner needs, and what its module asks for."""
    wanted = ["requirements.txt"] + commands().get(command, {}).get("needs", [])
    if os.environ.get("XO_NEED_TORCH") and "requirements-test.txt" in wanted:
        wanted.append("requirements-torch.txt")
    return wanted


def fingerprint(name):
    """Changes when the list, the exact versions, the package's data, .venv's Python or its place do."""
    files = (ROOT / name, ROOT / "constraints.txt", ROOT / "pyproject.toml", VENV / "pyvenv.cfg")
    parts = [path.read_bytes() for path in files if path.exists()] + [str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def installed():
    """Which lists are installed, by fingerprint; nothing where the last run was interrupted."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def works(code):
    """Does the environment's Python run this?"""
    try:
        return subprocess.run([str(PYTHON), "-c", code], cwd=ROOT, capture_output=True).returncode == 0
    except OSError:
        return False


def set_up(command):
    """Bring .venv to what the command needs: usually nothing to do, from scratch where it is broken."""
    wanted, known = needed_files(command), installed()
    complete = all(known.get(name) == fingerprint(name) for name in wanted)
    if complete and works(PROBE):
        return
    print("Setting up in .venv: this needs the network, and a minute or two the first time.", flush=True)
    with contextlib.suppress(OSError):
        STAMP.unlink()
    if complete or not works(BASIS):  # all is there and yet it does not work: pip would see nothing to do
        make_environment()
    install(wanted)
    if not works(PROBE):
        make_environment()
        install(wanted)
    STAMP.write_text(json.dumps({name: fingerprint(name) for name in wanted}, indent=1), encoding="utf-8")


def make_environment():
    """A fresh .venv, in place of whatever stands there."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        sys.exit(
            "This Python has no venv module: install it (Debian and Ubuntu: sudo apt install "
            "python3-venv), then run the same command again."
        )
    if VENV.is_file():
        VENV.unlink()
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode or not works(BASIS):
        said = (made.stdout + made.stderr).strip().splitlines() or ["no reason given"]
        sys.exit("Python could not make an environment in %s: %s" % (VENV, said[-1]))


def install(names):
    """Install these lists in the versions of constraints.txt; print a dot for each package."""
    command = [str(PYTHON), "-m", "pip", "install", "--progress-bar=off", "--retries=2"]
    lists = ["--constraint=constraints.txt"] + ["--requirement=" + name for name in names]
    said = []
    with subprocess.Popen(
        command + lists,
        cwd=ROOT,
        env=dict(os.environ, PIP_USER="0"),
        errors="replace",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as pip:
        for line in pip.stdout:
            said.append(line)
            if line.startswith(("Collecting", "Obtaining", "Installing")):
                print(".", end="", flush=True)
    print()
    if pip.returncode:
        log = VENV / "xo-install.log"
        log.write_text("".join(said), encoding="utf-8")
        if any(word in "".join(said).lower() for word in OFFLINE):
            sys.exit(
                "The packages could not be fetched: connect to the internet, then run the same command "
                "again (pip's own words are in %s)." % log
            )
        sys.exit("The packages could not be installed; pip's own words are in %s." % log)
    subprocess.run([str(PYTHON), "-m", "tools.jupyter_settings"], cwd=ROOT, check=True)


def commands():
    """The commands of the house: every tools/NAME.py with a main(), what it says of itself, what it needs."""
    found = {}
    for path in sorted((ROOT / "tools").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body):
            needs = [
                ast.literal_eval(node.value)
                for node in tree.body
                if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "NEEDS"
            ]
            says = (ast.get_docstring(tree) or "").split("\n")[0]
            found[path.stem] = {"says": says, "needs": list(needs[0]) if needs else []}
    return found


def run(arguments):
    """Become this command: its output, its end and its Ctrl-C are ours."""
    sys.stdout.flush()
    os.chdir(ROOT)
    if os.name != "nt":
        os.execv(str(PYTHON), [str(PYTHON)] + arguments)
    child = subprocess.Popen([str(PYTHON)] + arguments)
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            sys.exit(child.wait())


def main(arguments):
    """Choose: open the course, list the commands, or run one of them."""
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help")):
        set_up("learn")
        from tools.my_lessons import update

        for line in update(ROOT / "notebooks", ROOT / "my_lessons"):
            print(line)
        as_root = ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []  # as in a container
        run(LAB + as_root + arguments)
    command, known = arguments[0], commands()
    if command in known:
        set_up(command)
        run(["-m", "tools." + command] + arguments[1:])
    print(__doc__)
    for name, about in known.items():
        print("    python3 start.py %-15s %s" % (name, about["says"]))
    if command not in ("help", "-h", "--help"):
        sys.exit("\nThere is no command %r." % command)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("Stopped. The same command carries on from here.")
