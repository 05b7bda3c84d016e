"""start.py: sets up what is missing, mends what is broken, and says in one sentence what it cannot do."""

import ast
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import venv

import pytest

from tools import jupyter_settings, my_lessons

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = (ROOT / "start.py").read_text(encoding="utf-8")
FILES = ["pyproject.toml", "constraints.txt", *(path.name for path in ROOT.glob("requirements*.txt"))]


@pytest.fixture
def start(tmp_path, monkeypatch):
    """start.py as a module in a folder of its own, with every step that it takes written down."""
    for name in FILES:
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    spec = importlib.util.spec_from_file_location("start_under_test", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "stamp.json")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / module.PYTHON.relative_to(ROOT / ".venv"))
    module.steps, module.health = [], {module.BASIS: False, module.PROBE: False}

    def make_environment():
        module.steps.append("make")
        module.VENV.mkdir(exist_ok=True)
        (module.VENV / "pyvenv.cfg").write_text("version = 3.11")
        module.health[module.BASIS] = True

    def install(names):
        module.steps.append("install " + " ".join(names))
        module.health[module.PROBE] = True

    module.real_make, module.real_install = module.make_environment, module.install
    monkeypatch.setattr(module, "works", module.health.get)
    monkeypatch.setattr(module, "make_environment", make_environment)
    monkeypatch.setattr(module, "install", install)
    known = {"test": {"says": "", "needs": ["requirements-test.txt"]}}
    monkeypatch.setattr(module, "commands", lambda: known)
    monkeypatch.delenv("XO_NEED_TORCH", raising=False)
    return module


def again(start):
    """What a further call does."""
    start.steps.clear()
    start.set_up("learn")
    return start.steps


def test_the_first_call_makes_and_installs_and_the_second_does_nothing(start):
    assert again(start) == ["make", "install requirements.txt"]
    assert again(start) == []


@pytest.mark.parametrize("name", ["requirements.txt", "constraints.txt", "pyproject.toml"])
def test_a_changed_list_is_installed_into_the_same_environment(start, name):
    again(start)
    with (start.ROOT / name).open("a") as file:
        file.write("\n# changed\n")
    assert again(start) == ["install requirements.txt"]
    assert again(start) == []


def test_an_interrupted_installation_is_taken_up_again(start, monkeypatch):
    working = start.install

    def interrupted(names):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        again(start)
    monkeypatch.setattr(start, "install", working)
    assert again(start) == ["install requirements.txt"]


def test_a_damaged_stamp_counts_as_none(start):
    again(start)
    start.STAMP.write_text("{half a fi")
    assert again(start) == ["install requirements.txt"]


def test_an_environment_without_a_working_python_is_made_anew(start):
    again(start)
    start.health.update({start.BASIS: False, start.PROBE: False})
    assert again(start) == ["make", "install requirements.txt"]


def test_an_environment_in_which_something_was_deleted_is_made_anew(start):
    again(start)
    start.health[start.PROBE] = False
    assert again(start) == ["make", "install requirements.txt"]


def test_a_package_that_installing_does_not_mend_costs_a_new_environment(start, monkeypatch):
    again(start)
    start.STAMP.unlink()
    start.health[start.PROBE] = False
    working = start.install

    def mends_only_a_fresh_one(names):
        working(names)
        start.health[start.PROBE] = "make" in start.steps

    monkeypatch.setattr(start, "install", mends_only_a_fresh_one)
    assert again(start) == ["install requirements.txt", "make", "install requirements.txt"]


def test_testing_installs_what_tests_need_and_learning_does_not(start, monkeypatch):
    assert start.needed_files("learn") == ["requirements.txt"]
    assert start.needed_files("test") == ["requirements.txt", "requirements-test.txt"]
    monkeypatch.setenv("XO_NEED_TORCH", "1")
    assert start.needed_files("test")[-1] == "requirements-torch.txt"
    assert start.needed_files("learn") == ["requirements.txt"]


def test_an_old_python_is_told_so(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is Python 3\.9"):
        exec(compile(SOURCE, "start.py", "exec"), {"__name__": "__main__"})


def test_an_old_python_can_read_the_file():
    tree = ast.parse(SOURCE, feature_version=(3, 7))
    newer = ast.JoinedStr | ast.AnnAssign | ast.NamedExpr
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    checked = SOURCE[: SOURCE.index("import ast")]
    assert "sys.exit" in checked, "the version is checked before anything that old Pythons lack is imported"


def test_a_python_without_venv_is_told_what_to_install(start, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="sudo apt install python3-venv"):
        start.real_make()


def test_without_a_network_one_sentence_says_so_and_nothing_is_stamped(start, monkeypatch):
    venv.create(start.VENV, with_pip=True)
    monkeypatch.setattr(start, "install", start.real_install)
    nobody_there = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_EXTRA_INDEX_URL": "", "PIP_NO_CACHE_DIR": "1"}
    for name, value in {**nobody_there, "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}.items():
        monkeypatch.setenv(name, value)
    start.health[start.BASIS] = True
    with pytest.raises(SystemExit, match="connect to the internet"):
        start.set_up("learn")
    assert not start.STAMP.exists()


def test_help_lists_every_command_with_its_first_line():
    done = subprocess.run([sys.executable, "start.py", "help"], cwd=ROOT, capture_output=True, text=True)
    for path in (ROOT / "tools").glob("*.py"):
        if "\ndef main(" in path.read_text(encoding="utf-8"):
            says = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))).split("\n")[0]
            assert f"python3 start.py {path.stem}" in done.stdout
            assert says in done.stdout


def test_an_unknown_command_is_refused():
    done = subprocess.run([sys.executable, "start.py", "tset"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode != 0
    assert "'tset'" in done.stderr


def test_the_settings_ask_no_question_and_send_at_once(tmp_path):
    jupyter_settings.settle(tmp_path)
    page = json.loads((tmp_path / "etc/jupyter/labconfig/page_config.json").read_text())
    assert page["disabledExtensions"]["@jupyterlab/apputils-extension:announcements"]
    server = json.loads((tmp_path / "etc/jupyter/jupyter_server_config.d/xo.json").read_text())
    assert server["ServerApp"]["jpserver_extensions"] == {"xo.jupyter_nodelay": True}


def lesson(source, outputs=("seen",)):
    text = [{"output_type": "stream", "name": "stdout", "text": text} for text in outputs]
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": source, "outputs": text}
    cell["execution_count"] = 1 if outputs else None
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def lessons(tmp_path):
    """A folder of masters with one lesson, and the learner's folder made from it."""
    masters, mine = tmp_path / "notebooks", tmp_path / "my_lessons"
    masters.mkdir()
    (masters / "01.ipynb").write_text(lesson("print(1)"))
    assert my_lessons.update(masters, mine) == []
    return masters / "01.ipynb", mine / "01.ipynb", lambda: my_lessons.update(masters, mine)


def test_the_learners_copy_has_no_outputs(lessons):
    _, mine, _ = lessons
    cell = json.loads(mine.read_text())["cells"][0]
    assert (cell["source"], cell["outputs"], cell["execution_count"]) == ("print(1)", [], None)


def test_an_unchanged_copy_follows_its_master(lessons):
    master, mine, update = lessons
    master.write_text(lesson("print(2)"))
    assert update() == []
    assert "print(2)" in mine.read_text()


@pytest.mark.parametrize("theirs", [lesson("print('mine')"), lesson("print(1)"), "not a notebook any more"])
def test_a_copy_that_the_learner_changed_or_ran_is_left_alone_and_said_to_be(lessons, theirs):
    master, mine, update = lessons
    mine.write_text(theirs)
    assert update() == []
    master.write_text(lesson("print(2)"))
    assert "01.ipynb" in update()[0]
    assert mine.read_text() == theirs


def test_what_jupyter_notes_beside_the_cells_is_no_change_of_the_learners(lessons):
    master, mine, update = lessons
    notebook = json.loads(mine.read_text())
    notebook["metadata"]["language_info"] = {"name": "python", "version": "3.12"}
    mine.write_text(json.dumps(notebook))
    master.write_text(lesson("print(2)"))
    assert update() == []
    assert "print(2)" in mine.read_text()


def test_a_deleted_copy_comes_back(lessons):
    _, mine, update = lessons
    mine.unlink()
    update()
    assert "print(1)" in mine.read_text()


@pytest.mark.parametrize("memory", ["", "{half", "[1]"])
def test_a_lost_memory_never_costs_the_learner_their_work(lessons, memory):
    master, mine, update = lessons
    mine.write_text(lesson("print('mine')"))
    (mine.parent / my_lessons.MEMORY).write_text(memory)
    master.write_text(lesson("print(2)"))
    update()
    assert "mine" in mine.read_text()
