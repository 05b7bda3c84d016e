"""The server extension: what a notebook's outputs show has its state in the file, whenever it is saved."""

import copy
import json
import logging
import os
import types

import nbformat
import pytest
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from own_loop import play_scene

from xo import jupyter_widget_states
from xo.jupyter_widget_states import STATE, VIEW

LINE = {"output_type": "stream", "name": "stdout", "text": '"model_id": "old"'}
SIZE = {"output_type": "display_data", "metadata": {}, "data": {"text/plain": "x", "image/svg+xml": "IPY_MODEL_old"}}
OLD = {
    "pad": {"model_name": "AnyModel", "state": {"layout": "IPY_MODEL_size", "votes": [1.5, float("inf")]}},
    "size": {"model_name": "LayoutModel", "state": {}},
    "tab": {"model_name": "TabModel", "state": {"children": ["IPY_MODEL_page", "IPY_MODEL_gone"], "box": {"a": 1}}},
    "page": {"model_name": "OutputModel", "state": {"outputs": [{"data": {VIEW: {"model_id": "lab"}}}]}},
    "lab": {"model_name": "AnyModel", "state": {"tab": "IPY_MODEL_tab"}},
    "old": {"model_name": "AnyModel", "state": {}},
}


def shows(*names):
    """A cell whose outputs show these widgets."""
    views = [{VIEW: {"version_major": 2, "version_minor": 0, "model_id": name}, "text/plain": "x"} for name in names]
    outputs = [{"output_type": "display_data", "metadata": {}, "data": view} for view in views]
    about = {"cell_type": "code", "execution_count": None, "metadata": {}, "source": "x"}
    return {**about, "id": f"shows-{'-'.join(names)}", "outputs": [LINE, SIZE, *outputs]}


def notebook(*cells, states=None):
    """Without states, as a master of the course or what a Jupyter without the setting saves: no word of widgets."""
    known = {} if states is None else {"widgets": {STATE: {"version_major": 2, "version_minor": 0, "state": states}}}
    words = {"cell_type": "markdown", "id": "words", "metadata": {}, "source": "words"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": known, "cells": [words, *cells]}


@pytest.fixture
def saved(tmp_path):
    """Save a notebook through a server's own manager of files. returns: what is in the file, and what was said"""

    def save(content, kind="notebook", name="a.ipynb"):
        manager = AsyncLargeFileManager(root_dir=str(tmp_path))
        jupyter_widget_states._load_jupyter_server_extension(
            types.SimpleNamespace(contents_manager=manager, log=logging.getLogger("test"))
        )
        model = {"type": kind, "content": content, "format": "json" if kind == "notebook" else "text"}
        play_scene(manager.save(model, name))
        text = (tmp_path / name).read_text(encoding="utf-8")
        return nbformat.reads(text, as_version=4) if kind == "notebook" else text

    return save


def held(content):
    """The states that are in a file."""
    return content["metadata"].get("widgets", {}).get(STATE, {}).get("state")


@pytest.mark.parametrize("now", [{}, None])
def test_what_the_outputs_show_stays_with_all_that_it_consists_of_and_the_rest_goes(saved, now):
    saved(notebook(shows("pad"), shows("tab"), states=OLD))
    again = saved(notebook(shows("pad"), shows("tab"), states=now))
    assert held(again) == {name: state for name, state in OLD.items() if name != "old"}
    assert again["metadata"]["widgets"][STATE]["version_major"] == 2


def test_what_python_holds_counts_and_what_was_not_run_again_stays(saved):
    saved(notebook(shows("pad"), shows("lab"), states=OLD))
    new = {"pad": {"model_name": "AnyModel", "state": {"votes": [2]}}, "hidden": {"model_name": "Link", "state": {}}}
    assert held(saved(notebook(shows("pad"), shows("old"), states=new))) == {**new, "old": OLD["old"]}


@pytest.mark.parametrize("cells", [[], [shows()], [shows("never")], [shows("")]])
def test_a_notebook_that_shows_nothing_of_the_old_is_free_of_it(saved, cells):
    saved(notebook(*cells, states=OLD))
    content = notebook(*cells)
    assert saved(copy.deepcopy(content)) == content


def test_a_master_stays_free_of_states(saved):
    saved(notebook(shows("pad")))
    assert "widgets" not in saved(notebook(shows("pad")))["metadata"]


def written(before):
    return lambda path: path.write_text(before if isinstance(before, str) else json.dumps(before), encoding="utf-8")


ODD = {
    "missing": lambda path: None,
    "empty": written(""),
    "broken off": written(json.dumps(notebook(shows("pad"), states=OLD))[:-9]),
    "no text": lambda path: path.write_bytes(b"\xff\xfe\x00\xd8" * 9),
    "a list": written([]),
    "no metadata": written({"cells": []}),
    "states of another shape": written({"metadata": {"widgets": {STATE: {"state": ["pad"]}}}}),
    "widgets of another shape": written({"metadata": {"widgets": [STATE]}}),
    "nested ten thousand deep": written("[" * 10_000 + "]" * 10_000),
    "nbformat 3": written({"nbformat": 3, "metadata": {}, "worksheets": [{"cells": []}]}),
}


@pytest.mark.parametrize("odd", ODD)
def test_whatever_is_on_the_disk_the_notebook_is_saved_as_it_came(saved, tmp_path, odd, caplog):
    ODD[odd](tmp_path / "a.ipynb")
    content = notebook(shows("pad"), states={})
    assert saved(copy.deepcopy(content)) == content
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def test_a_file_too_large_to_be_read_while_others_wait_is_left_alone(saved, monkeypatch):
    saved(notebook(shows("pad"), states=OLD))
    monkeypatch.setattr(jupyter_widget_states, "MOST_BYTES", 100)
    assert held(saved(notebook(shows("pad"), states={}))) == {}


def test_other_files_are_saved_as_they_came(saved):
    for name in ("a.txt", "b.ipynb"):
        assert saved("no notebook", "file", name) == "no notebook"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such devices")
def test_a_device_in_the_place_of_a_notebook_holds_nobody_up(tmp_path):
    os.mkfifo(tmp_path / "a.ipynb")
    content = notebook(shows("pad"))
    manager = types.SimpleNamespace(root_dir=str(tmp_path), log=logging.getLogger("test"))
    jupyter_widget_states.keep_states({"type": "notebook", "content": content}, "a.ipynb", manager)
    assert content == notebook(shows("pad"))


ODDLY_SENT = [
    {},
    {"type": "notebook"},
    {"type": "notebook", "content": None},
    {"type": "notebook", "content": {"nbformat": 3, "metadata": {}, "worksheets": []}},
    {"type": "notebook", "content": {"metadata": {}, "cells": [{"outputs": [{"data": {VIEW: None}}]}]}},
    {"type": "notebook", "content": {"metadata": {}, "cells": [{"outputs": [{"data": {VIEW: {"model_id": []}}}]}]}},
    {"type": "notebook", "content": {"metadata": {"widgets": None}, "cells": [shows("pad")]}},
    {"type": "directory"},
]


@pytest.mark.parametrize("model", ODDLY_SENT)
@pytest.mark.parametrize("manager", [{"root_dir": "."}, {}])
def test_whatever_is_sent_or_kept_elsewhere_than_on_a_disk_passes_unchanged(model, manager):
    before = copy.deepcopy(model)
    there = types.SimpleNamespace(log=logging.getLogger("test"), **manager)
    jupyter_widget_states.keep_states(model=model, path="a.ipynb", contents_manager=there, more="later")
    assert model == before


def test_the_served_course_has_it_switched_on(course):
    assert "xo.jupyter_widget_states: widgets keep" in (course.folder / "server.log").read_text()
