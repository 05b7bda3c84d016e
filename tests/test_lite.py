"""Python in the browser, as the site ships it: its packages fit each other, and what does not is said in a sentence."""

import json
import pathlib
import tomllib
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from packaging.requirements import Requirement

from tools.lessons import NOTEBOOKS
from tools.my_lessons import fresh_copies
from tools.site import Site
from tools.web import lite

RECORDED = json.loads(lite.RECORDED.read_text(encoding="utf-8"))
PROJECT = tomllib.loads((lite.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_course_s_bounds_admit_what_the_recorded_pyodide_has():
    found = {name: about["version"] for name, about in RECORDED["packages"].items()}
    assert (found["numpy"], found["matplotlib"]) == ("2.4.6", "3.10.8")
    needed = [one for one in map(Requirement, PROJECT["dependencies"]) if one.name in found]
    assert {one.name for one in needed} == {"numpy", "matplotlib", "pillow"}
    assert not [one for one in needed if not one.specifier.contains(found[one.name])]


def test_every_lesson_and_every_exercise_has_a_link_into_it_that_leads_somewhere():
    files, site = fresh_copies(NOTEBOOKS), Site([], lite=True)
    exercises = 0
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        asked = [cell["id"] for cell in cells if "\ncheck(" in "".join(cell["source"])]
        exercises += len(asked)
        for cell in [None, *asked]:
            ways = {words: address for words, address, _ in site.ways(SimpleNamespace(path=path), cell)}
            link = urlsplit(ways["Do it in this browser"])
            assert link.path == "lite/lab/index.html"
            (name,) = parse_qs(link.query)["path"]
            there = {one["id"]: one for one in json.loads(files[name])["cells"]}
            assert not cell or "check(" in "".join(there[link.fragment]["source"])
    assert exercises >= 30


def test_the_recorded_lines_are_closed_and_have_a_sum_each():
    packages = RECORDED["packages"]
    names = [name for name in lite.KERNEL if name in packages] + ["numpy", "matplotlib", "pillow"]
    assert lite.closure(packages, names) == set(packages)
    assert all(len(about["sha256"]) == 64 for about in packages.values())


def test_a_package_that_is_missing_is_named():
    with pytest.raises(lite.Missing, match="no package nowhere"):
        lite.closure(RECORDED["packages"], ["numpy", "nowhere"])


def test_a_folder_that_is_no_pyodide_or_another_one_is_told_in_a_sentence(tmp_path):
    with pytest.raises(lite.Missing, match="no pyodide-lock.json"):
        lite.build(tmp_path, tmp_path)
    other = {"info": {"abi_version": "2024_0"}, "packages": {}}
    (tmp_path / "pyodide-lock.json").write_text(json.dumps(other))
    with pytest.raises(lite.Missing, match="the ABI 2026_0, and .* has 2024_0"):
        lite.build(tmp_path, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["pyodide-lock.json"]


def test_a_damaged_file_of_pyodide_is_named(tmp_path):
    (tmp_path / "one.whl").write_bytes(b"other")
    with pytest.raises(lite.Missing, match="one.whl is damaged"):
        lite.copy_whole(tmp_path, {"file_name": "one.whl", "sha256": "0" * 64}, tmp_path)
    with pytest.raises(lite.Missing, match=r"has no two\.whl"):
        lite.copy_whole(tmp_path, {"file_name": "two.whl", "sha256": "0" * 64}, tmp_path)


def test_a_folder_told_from_where_one_stands_is_the_same_for_what_builds_in_it(tmp_path, monkeypatch):
    def build(builder):
        builder.made.mkdir(parents=True)
        (builder.made / "where").write_text(str(builder.scratch))
        return builder.made

    monkeypatch.setattr(lite.Builder, "build", build)
    monkeypatch.chdir(tmp_path)
    pathlib.Path("site").mkdir()
    lite.build(pathlib.Path("site"))
    assert (tmp_path / "site/lite/where").read_text().startswith(str(tmp_path / "site"))


def test_without_it_the_site_says_why_in_one_sentence(tmp_path, monkeypatch, capsys):
    from tools import site

    def refuse(*_):
        raise lite.Missing("there is no network")

    monkeypatch.setattr(site, "build", refuse)
    site.add_python(tmp_path, None)
    assert "the site does without: there is no network." in capsys.readouterr().out
