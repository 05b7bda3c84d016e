"""Settings of our JupyterLab: no news question at the first start, small messages sent at once."""

import json
import pathlib
import sys

SETTINGS = {
    "etc/jupyter/jupyter_server_config.d/xo.json": {
        "ServerApp": {"jpserver_extensions": {"xo.jupyter_nodelay": True}},
        "LabApp": {"check_for_updates_class": "jupyterlab.NeverCheckForUpdate"},
    },
    "etc/jupyter/labconfig/page_config.json": {
        "disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}
    },
    # A lesson that is opened another day shows its widgets, alive, before any cell was run.
    "share/jupyter/lab/settings/overrides.json": {"@jupyter-widgets/jupyterlab-manager:plugin": {"saveState": True}},
}


def settle(prefix=sys.prefix):
    """Write the settings under an environment's own prefix; nobody's home directory is touched."""
    for name, settings in SETTINGS.items():
        path = pathlib.Path(prefix, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    settle()
