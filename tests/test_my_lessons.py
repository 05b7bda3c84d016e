"""The learner's copies of the lessons: fresh, never overwritten, and no link leads out of them."""

import json
import os
import pathlib
import re

import pytest

from tools import my_lessons

ROOT = pathlib.Path(__file__).resolve().parent.parent


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
    assert (cell["source"], cell["outputs"], cell["execution_count"]) == (["print(1)"], [], None)


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


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The learner's folder made from the real course."""
    folder = tmp_path_factory.mktemp("course") / "my_lessons"
    assert my_lessons.update(ROOT / "notebooks", folder) == []
    return folder


def links(path):
    """Where the links of a document or a lesson lead to, without http addresses and places within the page."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    found = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    return {path.parent / link for link in found if not link.startswith(("http", "mailto:", "attachment:"))}


def test_every_link_stays_among_the_learners_copies(whole):
    documents = [*whole.glob("*.ipynb"), *whole.glob("docs/*.md")]
    assert len(documents) > len(list((ROOT / "notebooks").glob("*.ipynb")))
    followed = [target for document in documents for target in links(document)]
    assert len(followed) > 100
    for target in followed:
        assert target.is_file(), target
        assert target.resolve().is_relative_to(whole.resolve()), target


def test_the_import_cell_says_what_to_do_in_some_other_jupyter_and_still_runs(whole):
    for path in whole.glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        imports = "".join(next(cell["source"] for cell in cells if cell["cell_type"] == "code"))
        assert imports.count("no module 'xo'?") == ("from xo" in imports), path.name
        assert max(map(len, imports.splitlines())) <= 120
        compile(imports, path.name, "exec")


def test_a_document_follows_its_master_until_the_learner_writes_in_it(tmp_path):
    masters, mine = tmp_path / "notebooks", tmp_path / "my_lessons"
    masters.mkdir()
    (tmp_path / "docs").mkdir()
    words, picture = tmp_path / "docs/words.md", bytes(range(256)) + b"\r\n"
    (tmp_path / "docs/picture.png").write_bytes(picture)
    (tmp_path / "docs/for_teachers.md").write_text("not linked")
    words.write_text("[first](../notebooks/01.ipynb) ![](picture.png)")
    (masters / "01.ipynb").write_text(lesson("# [words](../docs/words.md#here)"))
    assert my_lessons.update(masters, mine) == []
    assert "(docs/words.md#here)" in (mine / "01.ipynb").read_text()
    assert (mine / "docs/words.md").read_text() == "[first](../01.ipynb) ![](picture.png)"
    assert (mine / "docs/picture.png").read_bytes() == picture
    assert not (mine / "docs/for_teachers.md").exists()
    words.write_text("new")
    assert my_lessons.update(masters, mine) == []
    assert (mine / "docs/words.md").read_text() == "new"
    (mine / "docs/words.md").write_text("my notes")
    words.write_text("newer")
    assert "docs/words.md is newer now" in my_lessons.update(masters, mine)[0]
    assert (mine / "docs/words.md").read_text() == "my notes"


def test_a_folder_in_a_lesson_s_place_is_told_and_the_others_are_brought(lessons):
    master, mine, update = lessons
    mine.unlink()
    mine.mkdir()
    (master.parent / "02.ipynb").write_text(lesson("print(2)"))
    assert update() == ["01.ipynb is missing, because a folder has its name: rename that folder, then start again."]
    assert (mine.parent / "02.ipynb").is_file()
    assert mine.is_dir()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_a_link_that_leads_nowhere_is_told_and_left(lessons):
    _, mine, update = lessons
    mine.unlink()
    mine.symlink_to("on a stick that is not plugged in.ipynb")
    assert "a link that leads nowhere" in update()[0]
    assert mine.is_symlink()


def test_a_folder_that_may_only_be_read_is_one_sentence_and_nothing_is_tried(lessons, monkeypatch):
    master, mine, update = lessons
    master.write_text(lesson("print(2)"))
    before = mine.read_bytes()
    monkeypatch.setattr(my_lessons, "can_write", lambda folder: False)
    monkeypatch.setattr(my_lessons, "write", lambda path, text: pytest.fail("wrote"))
    told = update()
    assert len(told) == 1
    assert "cannot be written to" in told[0]
    assert mine.read_bytes() == before


def test_what_cannot_be_read_is_told(lessons, monkeypatch):
    _, _, update = lessons

    def refused(path, *more):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(my_lessons, "bring", refused)
    assert update() == ["01.ipynb could not be brought up to date: Permission denied."]


def test_a_damaged_master_is_named(lessons):
    master, _, update = lessons
    master.write_text("<<<<<<< HEAD")
    with pytest.raises(ValueError, match=r"01\.ipynb is damaged: fetch the course again"):
        update()
