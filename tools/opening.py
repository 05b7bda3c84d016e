"""Open the lessons in JupyterLab, say in plain words what is open, and let no setting from elsewhere come between.

start.py runs this: python -m tools.opening FOLDER [options of JupyterLab]. The learner's lessons go to
FOLDER/my_lessons, and FOLDER/.jupyter keeps what Jupyter, IPython and matplotlib remember, because a home directory
may be unwritable, and may hold a server's settings, kernels or start-up files that belong to something else.
"""

import contextlib
import json
import logging
import os
import pathlib
import secrets
import shutil
import sys
import tempfile
import urllib.request
import webbrowser

from tools.jupyter_settings import FONTS, lay_out
from tools.lessons import ROOT
from tools.my_lessons import FIRST, can_write, update

OWN = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "IPYTHONDIR": "ipython",
    "MPLCONFIGDIR": "matplotlib",
}
FOREIGN = ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH", "JUPYTER_NO_CONFIG", "JUPYTER_PLATFORM_DIRS", "JUPYTERLAB_DIR")
FOREIGN += ("JUPYTER_PREFER_ENV_PATH", "JUPYTER_TOKEN", "MPLBACKEND", "MATPLOTLIBRC")

LOG = "server.log"
LEFT_UNDONE = ("asyncio", "py.warnings")  # who tells of work that is left undone, as by a page that was open at the end


def surroundings(folder):
    """Point Jupyter, IPython and matplotlib to folders of the course's own; call it before they are imported."""
    for name in FOREIGN:
        os.environ.pop(name, None)
    own = folder / ".jupyter"
    with contextlib.suppress(OSError):
        own.mkdir(exist_ok=True)
    if not (own.is_dir() and can_write(own)):
        own = pathlib.Path(tempfile.mkdtemp(prefix="xo-jupyter-"))
    for name, part in OWN.items():
        os.environ[name] = str(own / part)
    if keeps_secrets(own / "runtime"):
        os.environ["JUPYTER_RUNTIME_DIR"] = str(own / "runtime")
    else:  # a memory stick, say, whose files everybody may read
        os.environ["JUPYTER_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="xo-jupyter-")
    fonts = own / "matplotlib"
    with contextlib.suppress(OSError):  # found once, when the course was set up; otherwise the first picture waits
        if not fonts.exists():
            shutil.copytree(FONTS, fonts)
    return own


def keeps_secrets(folder):
    """Can a file be made there that nobody else may read? Jupyter insists on that for its keys."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder) as file:
            return not seen_by_others(file.name)
    except OSError:
        return False


def seen_by_others(name):
    """May others read this file? (Windows has other means, which Jupyter sees to.)"""
    return os.name != "nt" and bool(os.stat(name).st_mode & 0o077)


def make_lessons(folder):
    """The learner's lessons, brought up to date; returns: their folder and what there is to say of them."""
    lessons = folder / "my_lessons"
    try:
        told = update(ROOT / "notebooks", lessons)
    except ValueError as error:
        told = [str(error)]
    except FileExistsError:
        raise SystemExit(f"{lessons} is not a folder: rename it, then run the same command again.") from None
    except OSError as error:
        raise SystemExit(f"{lessons} cannot be made: {error.strerror}.") from None
    if not any(lessons.glob("*.ipynb")):
        raise SystemExit("\n".join([*told, f"There is no lesson in {lessons}, so there is nothing to open."]))
    return lessons, told


def first_page(lessons):
    """The address, within the server, of lesson 00, or of the first lesson that is there."""
    there = sorted(path.name for path in lessons.glob("*.ipynb") if path.is_file())
    return f"/lab/tree/{FIRST if FIRST in there else there[0]}" if there else "/lab"


def running(lessons):
    """The address of a server that has these lessons open already, or None."""
    from jupyter_server.serverapp import list_running_servers

    straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for about in list_running_servers():
        secret = f"?token={about.get('token', '')}"
        with contextlib.suppress(OSError, ValueError, KeyError):
            if os.path.samefile(about["root_dir"], lessons):
                with straight.open(f"{about['url']}api/status{secret}", timeout=3) as answer:
                    json.load(answer)
                return about["url"].rstrip("/") + first_page(lessons) + secret
    return None


def server_options(lessons, own):
    """What JupyterLab is told; what the user says comes after it, and counts."""
    log = {"class": "logging.FileHandler", "filename": str(own / LOG), "level": "INFO"}
    log |= {"formatter": "plain", "encoding": "utf-8"}
    plain = {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}
    loggers = {name: {"level": "DEBUG", "handlers": ["console", "file"]} for name in ("ServerApp", "LabApp")}
    for name in LEFT_UNDONE:
        loggers[name] = {"handlers": ["file"], "propagate": False}
    given = {
        "ServerApp.root_dir": str(lessons),
        "LabApp.default_url": first_page(lessons),
        "IdentityProvider.token": secrets.token_hex(24),
        "ServerApp.jpserver_extensions": str({"tools.opening": True, "jupyter_lsp": False}),
        "ServerApp.answer_yes": "True",
        "ServerApp.allow_root": str(getattr(os, "geteuid", lambda: 1)() == 0),  # as in a container
        "Application.log_level": "CRITICAL",  # the rest stands in the log
        "Application.logging_config": str(
            {"formatters": {"plain": plain}, "handlers": {"file": log}, "loggers": loggers}
        ),
    }
    return [f"--{name}={value}" for name, value in given.items()]


def keep_to_the_log(own):
    """What kernels say before they listen, and Python of work left undone, is for the log and not for the window."""
    window = os.fdopen(os.dup(2), "w", buffering=1, encoding=sys.stderr.encoding, errors="backslashreplace")
    (own / LOG).write_bytes(b"")
    with open(own / LOG, "ab") as log:
        os.dup2(log.fileno(), 2)  # kernels inherit it, and the interpreter's own end writes to it
    sys.stderr = window
    logging.captureWarnings(True)
    sys.unraisablehook = lambda left: logging.getLogger(LEFT_UNDONE[0]).error(
        "%s: %r", left.err_msg or "Exception ignored in", left.object, exc_info=left.exc_value
    )


def _jupyter_server_extension_points():
    return [{"module": "tools.opening"}]


def _load_jupyter_server_extension(app):
    """Nothing to add to the server: it is only asked to tell when it stands."""


async def _start_jupyter_server_extension(app):
    """Called when the server answers: say where the lessons are, and how to end."""
    page = app.connection_url.rstrip("/") + "/" + app.default_url[len(app.base_url) :].lstrip("/")
    token = app.identity_provider.token
    address = f"{page}?token={token}" if token else page
    if app.open_browser:
        print("\nThe lessons are open in your browser. If no page came up, open this address in it:")
    else:
        print("\nThe lessons are open. Open this address in a browser on this computer:")
    print(f"\n    {address}\n")
    print("Keep this window open while you work. Ctrl+C in this window ends; save your work first.", flush=True)


def open_lessons(arguments):
    """Open the lessons; come back when the learner has ended them."""
    folder, given = pathlib.Path(arguments[0]), arguments[1:]
    lessons, told = make_lessons(folder)
    print("\n".join(told), end="\n" if told else "", flush=True)
    own = surroundings(folder)
    address = running(lessons) if set(given) <= {"--no-browser"} else None
    if address:
        print(f"The lessons are open already, from another window:\n\n    {address}\n")
        return 0 if "--no-browser" in given or webbrowser.open(address) else 1
    from jupyterlab.labapp import LabApp

    with contextlib.suppress(OSError):
        lay_out(own / OWN["JUPYTERLAB_WORKSPACES_DIR"])
    keep_to_the_log(own)
    LabApp.launch_instance([*server_options(lessons, own), *given])
    print(f"\nThe lessons are closed. What you saved is in {lessons}.", flush=True)
    sys.stderr = sys.__stderr__  # the log: nobody can be asked any more while the interpreter ends
    return 0


if __name__ == "__main__":
    from tools import opening  # the same module that the server asks, not a second copy of it

    sys.exit(opening.open_lessons(sys.argv[1:]))
