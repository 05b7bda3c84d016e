"""One command for everything.

    python3 start.py                 set up what is missing, then open the course in JupyterLab
    python3 start.py test            set up what is missing, then run every test
    python3 start.py help            list the other commands
    python3 start.py NAME --help     tell about one of them, and do nothing else

Needs Python 3.11 or newer and nothing else. Keeps all that it installs in .venv, beside this file.
Options go on to JupyterLab: python3 start.py --no-browser --port 8899
If it cannot set up: docs/setting_up.md
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
import difflib
import hashlib
import importlib.util
import json
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent
VENV = ROOT / ".venv"
KEPT = ROOT  # the folder that my_lessons and JupyterLab's settings are in
ASKS_FOR_HELP = ("-h", "--help")
BASIS = "import pip, sys; assert sys.prefix != sys.base_prefix"
PROBE = (
    BASIS
    + """
import os, numpy, anywidget, tornado.web, zmq, IPython, xo
from importlib.util import find_spec
assert all(map(find_spec, ("jupyterlab", "jupyter_server.serverapp", "PIL.Image", "nbval.plugin")))
assert os.path.exists(os.path.join(*find_spec("matplotlib").submodule_search_locations[:1], "figure.py"))
"""
)
# What would make the course's Python import or install something else, or put it elsewhere.
FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONSAFEPATH", "PYTHONOPTIMIZE", "PYTHONWARNINGS")
FOREIGN += ("PYTHONINSPECT", "PYTHONPLATLIBDIR", "PYTHONEXECUTABLE", "__PYVENV_LAUNCHER__")
FOREIGN += ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_DRY_RUN", "PIP_NO_DEPS")
INDEXES = ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_CONSTRAINT", "PIP_REQUIRE_HASHES")


def python():
    """The environment's own Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp():
    """The file that says what is installed."""
    return VENV / "xo-installed.json"


def can_write(folder):
    """Can a file be made in this folder, or in one that is made there?"""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=str(folder)):
            return True
    except OSError:
        return False


def choose_places(command):
    """Keep everything beside this file; in the home directory where that folder may only be read."""
    global VENV, KEPT
    if can_write(ROOT):
        return
    KEPT = pathlib.Path(os.path.expanduser("~"), "xo-course")
    ready = complete(command)
    if can_write(KEPT):
        VENV = VENV if ready else KEPT / ".venv"
        print("%s cannot be written to, so your lessons are kept in %s." % (ROOT, KEPT / "my_lessons"))
    elif ready:
        KEPT = pathlib.Path(tempfile.mkdtemp(prefix="xo-course-"))
        print("Neither %s nor your home can be written to: what you do is lost when you end." % ROOT)
    else:
        sys.exit(
            "Neither %s nor %s can be written to: copy the course's folder to a place of your own, then run the "
            "same command there." % (ROOT, KEPT)
        )


def needed_files(command):
    """The lists of requirements behind a command: what a learner needs, and what its module asks for."""
    wanted = ["requirements.txt"] + commands().get(command, {}).get("NEEDS", [])
    if os.environ.get("XO_NEED_TORCH") and "requirements-test.txt" in wanted:
        wanted.append("requirements-torch.txt")
    return wanted


def fingerprint(name):
    """Changes when the list, the exact versions, the settings, .venv's Python or its place do."""
    ours = (name, "constraints.txt", "pyproject.toml", "tools/jupyter_settings.py")
    files = [ROOT / part for part in ours] + [VENV / "pyvenv.cfg"]
    parts = [path.read_bytes() for path in files if path.exists()] + [str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def installed():
    """Which lists are installed, by fingerprint; nothing where the last run was interrupted."""
    try:
        return dict(json.loads(stamp().read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def surroundings(**more):
    """The user's environment, without what belongs to other Pythons."""
    own = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return dict(own, **more)


def works(code):
    """Does the environment's Python run this?"""
    try:
        command = [str(python()), "-P", "-c", code]
        return subprocess.run(command, env=surroundings(), capture_output=True).returncode == 0
    except OSError:
        return False


def listed(command):
    """Is all that a command needs installed, as far as the stamp knows?"""
    known = installed()
    return all(known.get(name) == fingerprint(name) for name in needed_files(command))


def complete(command):
    """Is it installed, and does it work?"""
    return listed(command) and works(PROBE)


def wheels():
    """The packages that `start.py offline` gathered, where they lie in, beside or around the course, or None."""
    places = [pathlib.Path(os.environ["XO_WHEELS"]).resolve()] if os.environ.get("XO_WHEELS") else []
    for near in (ROOT, ROOT.parent):
        places += [near / "wheels"] + sorted(near.glob("*/wheels"))
    return next((place for place in places if (place / "xo-wheels.json").is_file()), None)


def set_up(command):
    """Bring .venv to what the command needs: usually nothing to do, from scratch where it is broken."""
    if complete(command):
        return
    wanted, broken = needed_files(command), listed(command)
    source = wheels() if wanted == ["requirements.txt"] else None  # the folder has what a learner needs
    needs = " from %s: this needs no network, but" % source if source else ": this needs the network, and"
    print("Setting up in %s%s a minute or two the first time." % (VENV.name, needs), flush=True)
    with contextlib.suppress(OSError):
        stamp().unlink()
    if broken or not works(BASIS):  # all is there and yet it does not work: pip would see nothing to do
        make_environment()
    install(wanted, source)
    if not works(PROBE):
        make_environment()
        install(wanted, source)
    if not works(PROBE):
        sys.exit("All packages are installed in %s, and yet they do not work: docs/setting_up.md says more." % VENV)
    stamp().write_text(json.dumps({name: fingerprint(name) for name in wanted}, indent=1), encoding="utf-8")


def make_environment():
    """A fresh .venv, in place of whatever stands there."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        sys.exit(
            "This Python has no venv module: install it (Debian and Ubuntu: sudo apt install "
            "python3-venv), then run the same command again."
        )
    if VENV.is_file() or VENV.is_symlink():
        VENV.unlink()
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(command, env=surroundings(), capture_output=True, text=True, errors="replace")
    if made.returncode or not works(BASIS):
        said = (made.stdout + made.stderr).strip().splitlines() or ["no reason given"]
        sys.exit("Python could not make an environment in %s: %s" % (VENV, said[-1]))


def install(names, source=None):
    """Install these lists in the versions of constraints.txt, from the index or a folder; a dot for each package."""
    log = VENV / "xo-install.log"
    with contextlib.suppress(OSError):
        log.unlink()
    command = [str(python()), "-P", "-m", "pip", "install", "--progress-bar=off", "--retries=2"]
    command += ["--constraint=constraints.txt"] + ["--requirement=" + name for name in names]
    environment = surroundings(PIP_USER="0", PIP_LOG=str(log))
    if source:
        command += ["--no-index", "--find-links=%s" % source]
        environment = {name: value for name, value in environment.items() if name not in INDEXES}
        environment["PIP_CONFIG_FILE"] = os.devnull
    code, said = run_pip(command, environment)
    if code:
        from tools.refusals import why_not

        told = log.read_text(encoding="utf-8", errors="replace") if log.exists() else said
        sys.exit(
            "The packages are not installed: %s, then run the same command again. docs/setting_up.md says what "
            "else helps; pip's own words are in %s." % (why_not(told, source), log)
        )
    settle = [str(python()), "-P", "-m", "tools.jupyter_settings"]
    subprocess.run(settle, env=surroundings(PYTHONPATH=str(ROOT)), check=True)


def run_pip(command, environment):
    """Run pip, with a dot for each package. returns: its exit code, and what it said"""
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "errors": "replace"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, **told) as pip:
        said = []
        for line in pip.stdout:
            said.append(line)
            if line.startswith(("Collecting", "Processing", "Obtaining", "Installing")):
                print(".", end="", flush=True)
    print()
    return pip.returncode, "".join(said)


def commands():
    """The commands of the house: every tools/NAME.py with a main(): its docstring and its constants (dicts)."""
    found = {}
    for path in sorted((ROOT / "tools").glob("[!_]*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body):
            found[path.stem] = {"says": ast.get_docstring(tree) or ""}
            for node in tree.body:
                name = getattr(node.targets[0], "id", "") if isinstance(node, ast.Assign) else ""
                if name in ("NEEDS", "FOR", "OVERWRITES"):
                    found[path.stem][name] = ast.literal_eval(node.value)
    return found


def tell(known):
    """What there is, by whom it is for."""
    print(__doc__)
    teach = {name for name, about in known.items() if about.get("FOR") == "teachers"}
    change = {name for name, about in known.items() if about.get("OVERWRITES")}
    for title, names in (
        ("To teach with", teach),
        ("To check and to measure: these change nothing that the course came with", set(known) - teach - change),
        ("For who works on the course: these overwrite files that it came with", change),
    ):
        print("%s\n" % title)
        for name in sorted(names):
            says = known[name]["says"].split("\n")[0].split(": python3 start.py")[0]
            into = " (overwrites %s)" % known[name]["OVERWRITES"] if name in change else ""
            print("    python3 start.py %-15s %s%s" % (name, says, into))
        print()


def run(arguments):
    """Become this command, where the user stands: its output, its end and its Ctrl-C are ours."""
    sys.stdout.flush()
    command = [str(python()), "-P", "-m"] + arguments
    environment = surroundings(PYTHONPATH=str(ROOT))  # the tools take it off again
    if os.name != "nt":
        os.execve(command[0], command, environment)
    child = subprocess.Popen(command, env=environment)
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            sys.exit(child.wait())


def main(arguments):
    """Choose: open the course, list the commands, tell about one of them, or run it."""
    command, known = arguments[0] if arguments else "", commands()
    helps = command == "help" or bool(set(arguments) & set(ASKS_FOR_HELP))
    named = [name for name in arguments[:2] if name in known]
    if helps and named:
        print(known[named[0]]["says"])
    elif helps:
        tell(known)
    elif command in known:
        choose_places(command)
        set_up(command)
        run(["tools", command] + arguments[1:])
    elif not command or command.startswith("-"):
        choose_places("learn")
        set_up("learn")
        run(["tools.opening", str(KEPT)] + arguments)
    else:
        near = difflib.get_close_matches(command, list(known), 1)
        hint = "Did you mean %r? " % near[0] if near else ""
        sys.exit("There is no command %r. %spython3 start.py help lists them all." % (command, hint))


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # an old console may not know every letter of a path
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("Stopped. The same command carries on from here.")
    except OSError as error:
        sys.exit("%s: %s." % (error.filename or "This computer", error.strerror or error))
