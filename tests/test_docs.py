"""What the documents point to is there."""

import json
import re
from pathlib import Path

import pytest

from tools.lessons import ROOT
from tools.minutes import lesson_minutes
from xo.images import make_images
from xo.postcards import to_code

DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "benchmarks" / "README.md",
    ROOT / "xo" / "data" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def words(path):
    if path.suffix == ".md":
        return path.read_text(encoding="utf-8")
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


@pytest.mark.parametrize("path", DOCUMENTS + LESSONS, ids=lambda path: path.name)
def test_every_link_inside_the_course_leads_somewhere(path):
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", words(path))
    inside = [link for link in links if not link.startswith(("http", "mailto:", "attachment:"))]
    missing = [link for link in inside if not (path.parent / link).exists()]
    assert not missing
    assert inside or path.suffix == ".md"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_a_document_names_exists(path):
    named = set(re.findall(r"start\.py ([a-z]+)", words(path)))
    missing = [name for name in named if not Path(ROOT / "tools" / f"{name}.py").exists() and name != "help"]
    assert not missing


def test_every_sentence_that_the_page_on_setting_up_explains_is_one_that_the_course_says():
    """And every option that it names is one that some command takes."""
    page = words(ROOT / "docs" / "setting_up.md")
    code = "\n".join(path.read_text("utf-8") for path in [ROOT / "start.py", *(ROOT / "tools").glob("*.py")])
    code = re.sub(r'"\s*\n\s*f?"', "", code)  # a sentence over several lines
    explained = re.findall(r'^- \*\*"([^"]+)"\.?\*\*', page, re.MULTILINE)
    assert len(explained) > 10
    pieces = {part.strip() for text in explained for part in re.split("…|my_lessons|FOLDER|Python", text)}
    assert [part for part in pieces if part.rstrip(".") not in code] == []
    options = set(re.findall(r"start\.py [^`]*?(--[a-z]+)|`(--[a-z]+)", page))
    assert {"--pyodide", "--computer"} <= {name for both in options for name in both}
    assert [name for both in options for name in both if name not in code] == []


def test_every_file_of_data_says_where_it_comes_from_and_under_which_licence():
    """Any file of the package that is neither code nor style, and no row for a file that is not there."""
    page, xo = words(ROOT / "xo" / "data" / "README.md"), ROOT / "xo"
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in page.splitlines() if row.startswith("| `")]
    assert all(len(row) == 4 and all(row) for row in rows), "what it is, where it comes from, which licence"
    named = [name for row in rows for name in re.findall("`(.+?)`", row[0])]
    told = {found for name in named for found in list((xo / "data").glob(name)) or [Path(name)]}
    told |= {found for name in re.findall(r"`(trained\S+)`", page) for found in (xo / "networks").glob(name)}
    code = {".py", ".js", ".ts", ".css", ".pyc", ".md", ".html"}
    files = {path for path in xo.rglob("*") if path.is_file() and path.suffix not in code}
    assert len(files) > 25
    assert {path.name for path in files ^ told} == set()


TEACHING = words(ROOT / "docs" / "teaching.md")
MINUTES = dict(re.findall(r"^\| (\d\d) [^|]*\|[^|]*\| (\d+) \|", TEACHING, re.MULTILINE))
OPTIONAL = {"13", "14", "15", "16"}  # after the course, for whoever wants more
PLANS = re.findall(r"^\| \*\*[^|]*\| [^|]*\(\d+ min\)[^|]*\|", TEACHING, re.MULTILINE)


def test_a_teacher_and_the_lessons_read_the_same_minutes():
    assert MINUTES == {path.name[:2]: str(lesson_minutes(path)) for path in LESSONS}, "run python3 start.py minutes"


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.split("**")[1])
def test_the_minutes_of_a_plan_fit_into_its_time(plan):
    time, periods = re.match(r"\| (.*?) \| (.*) \|", plan).groups()
    whole = int(re.findall(r"(\d+) min", time)[-1])
    for period in periods.split(" · "):
        assert sum(map(int, re.findall(r"\((\d+) min\)", period))) <= 0.95 * whole, period
        for lessons, minutes in re.findall(r"(?:^|\+ )(\d\d) \((\d+) min\)", period):
            assert MINUTES[lessons] == minutes


def test_three_plans_and_the_short_path_were_found_and_the_course_leaves_out_no_lesson():
    assert len(MINUTES) == len(LESSONS)
    assert len(PLANS) == 3
    assert set(re.findall(r"\b\d\d\b(?! min)", PLANS[2].split("|")[2])) == set(MINUTES) - OPTIONAL
    whole = sum(int(MINUTES[lesson]) for lesson in ("00", "02", "07"))
    assert f"00 → 02 → 07, {whole} minutes" in TEACHING
    assert f"Lessons 00, 02 and 07 are a way through in {whole} minutes" in words(ROOT / "README.md")
    shortest, *_, longest = sorted(map(int, MINUTES.values()))
    assert f"Each takes {shortest} to {longest} minutes" in words(ROOT / "README.md")


def test_the_cell_for_the_class_s_own_drawings_holds_back_a_fourth_and_shows_what_it_gets_wrong(
    tmp_path, monkeypatch, capsys
):
    images, categories = make_images(100, rng=7)
    codes = [to_code(image[0]) for image in 2.0 * (images > 0) - 1]
    lines = [f"{'XO'[kind]} {code}" for kind, code in zip(categories, codes, strict=True)]
    (tmp_path / "class.txt").write_text("\n".join(lines))
    monkeypatch.chdir(tmp_path)
    cell = next(code for code in re.findall(r"```python\n(.*?)```", TEACHING, re.DOTALL) if "class.txt" in code)
    shown = []
    monkeypatch.setattr("xo.plots.show_images", lambda *given: shown.append(given))
    exec(cell, names := {})
    assert sorted([*names["seen"], *names["unseen"]]) == list(range(len(images)))
    assert len(names["unseen"]) == 25
    assert set(names["categories"][names["unseen"]]) == {0, 1}
    said = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in said] == ["seen", "unseen", "wrong"]
    assert len(shown[0][0]) == len(shown[0][1]) == names["count"] > 0
