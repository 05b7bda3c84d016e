"""Settings of the course's own Python: no news question, small messages at once, pictures kept, no shared history.

They are written under the environment's own prefix, so that nobody's home directory is touched, and hold for every
JupyterLab and every kernel that runs from it.
"""

import json
import os
import pathlib
import subprocess
import sys

FONTS = pathlib.Path(sys.prefix, "var", "xo-matplotlib")
# The list of files is folded away at first, for a network needs the room; its button stands at the left edge.
FIRST_LAYOUT = {"left": {"collapsed": True, "visible": True, "widgets": []}}
IN_THE_SERVER = {"xo.jupyter_nodelay": True, "xo.jupyter_widget_states": True}
SETTINGS = {
    "etc/jupyter/jupyter_server_config.d/xo.json": {"ServerApp": {"jpserver_extensions": IN_THE_SERVER}},
    "etc/jupyter/jupyter_lab_config.json": {"LabApp": {"check_for_updates_class": "jupyterlab.NeverCheckForUpdate"}},
    "etc/jupyter/labconfig/page_config.json": {
        "disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}
    },
    "share/jupyter/lab/settings/overrides.json": {
        # A lesson that is opened another day shows its widgets, alive, before any cell was run.
        "@jupyter-widgets/jupyterlab-manager:plugin": {"saveState": True},
        # The glossary is read, not edited.
        "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}},
    },
    "etc/ipython/ipython_kernel_config.json": {
        # Thirty kernels of one account share one history file, and some find it locked; a lesson needs no history.
        "HistoryManager": {"hist_file": ":memory:"},
        "IPKernelApp": {"log_level": "ERROR"},  # a learner cannot do anything about its warnings
    },
}


def settle(prefix=sys.prefix):
    """Write the settings."""
    for name, settings in SETTINGS.items():
        write(pathlib.Path(prefix, name), settings)


def write(path, settings):
    """Write a file of settings (JSON), and its folder where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def show_only(names, folder, prefix=sys.prefix):
    """Keep everything else that lies in a folder out of sight: for Binder, which serves the whole repository.

    What is out of sight can still be opened by its address; no link leads there.
    """
    hidden = sorted(path.name for path in pathlib.Path(folder).iterdir() if path.name not in names)
    path, known = pathlib.Path(prefix, "etc/jupyter/jupyter_server_config.json"), {}
    if path.exists():
        known = json.loads(path.read_text(encoding="utf-8"))
    write(path, {**known, "ContentsManager": {"hide_globs": [*hidden, "__pycache__", "*.pyc", "*~"]}})


def lay_out(folder=None):
    """How JupyterLab is laid out the first time; where it remembers how it was left, that counts.

    folder: where workspaces are kept; JupyterLab's own without one
    """
    from jupyterlab.commands import get_workspaces_dir
    from jupyterlab_server.workspaces_handler import WorkspacesManager

    workspaces = WorkspacesManager(str(folder or get_workspaces_dir()))
    if not workspaces.list_workspaces():
        about = {"data": {"layout-restorer:data": FIRST_LAYOUT}, "metadata": {"id": "default"}}
        workspaces.save("default", json.dumps(about))


def find_fonts(folder=None):
    """Let matplotlib look for fonts now, so that no learner's first curves wait for it."""
    own = {} if folder is None else {"MPLCONFIGDIR": str(folder)}
    look = [sys.executable, "-c", "import matplotlib.font_manager"]
    subprocess.run(look, env={**os.environ, **own}, check=False)


if __name__ == "__main__":
    settle()
    if "--binder" in sys.argv:
        show_only(["my_lessons"], pathlib.Path.cwd())
        lay_out()
        find_fonts()
    else:
        FONTS.mkdir(parents=True, exist_ok=True)
        find_fonts(FONTS)
