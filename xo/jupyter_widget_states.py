"""A Jupyter server extension: a notebook that is saved before its cells are run again keeps its widgets' pictures.

JupyterLab saves the states only of those widgets that Python holds: after a restart, or on the next day, that is none,
and whoever opens the file then reads "model not found". What the outputs still show is kept from the file on the disk.
"""

import json
import re
from pathlib import Path

from jupyter_server.utils import to_os_path

STATE, VIEW = "application/vnd.jupyter.widget-state+json", "application/vnd.jupyter.widget-view+json"
NAMES_A_MODEL = re.compile(r'"(?:IPY_MODEL_|model_id": ")([^"]+)"')
MOST_BYTES = 100_000_000  # a larger file would hold up the server for seconds


def _jupyter_server_extension_points():
    return [{"module": "xo.jupyter_widget_states"}]


def _load_jupyter_server_extension(app):
    """Called by the server when it starts: every notebook saved from now on is looked at first."""
    app.contents_manager.register_pre_save_hook(keep_states)
    app.log.info("xo.jupyter_widget_states: widgets keep their pictures when a notebook is saved")


def keep_states(model, path, contents_manager, **_):
    """Called with what is to be saved, before it is; whatever is amiss here, it is saved as it came."""
    try:
        notebook = model["content"]
        shown = shown_models(notebook) if model["type"] == "notebook" else set()
        if shown - set(states(notebook)):
            file = Path(to_os_path(path, contents_manager.root_dir))
            if file.is_file() and file.stat().st_size <= MOST_BYTES:
                carry_over(shown, json.loads(file.read_bytes()), notebook)
    except Exception:
        contents_manager.log.debug("xo.jupyter_widget_states: %s is saved as it came", path, exc_info=True)


def shown_models(notebook):
    """The widgets that outputs show (a set of model ids)."""
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    return {output["data"][VIEW].get("model_id") for output in outputs if VIEW in output.get("data", {})}


def states(notebook):
    """The states that a notebook holds (a dict: model id -> its state)."""
    return notebook["metadata"].get("widgets", {}).get(STATE, {}).get("state", {})


def carry_over(shown, before, notebook):
    """Add the states of these models, and of all that they consist of, which `before` has and `notebook` lacks."""
    now, left, found = states(notebook), shown, {}
    while left:
        new = {name: state for name, state in states(before).items() if name in left and name not in {**now, **found}}
        found |= new
        left = set(NAMES_A_MODEL.findall(json.dumps([*new.values()])))
    if found:
        widgets = notebook["metadata"].get("widgets", {})
        whole = {**before["metadata"]["widgets"][STATE], **widgets.get(STATE, {}), "state": {**found, **now}}
        notebook["metadata"]["widgets"] = {**widgets, STATE: whole}
