"""What the documents point to is there."""

import json
import re
from pathlib import Path

import pytest

from tools.page import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
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
    assert inside or path.name == "CONTRIBUTING.md"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_a_document_names_exists(path):
    named = set(re.findall(r"start\.py ([a-z]+)", words(path)))
    missing = [name for name in named if not Path(ROOT / "tools" / f"{name}.py").exists() and name != "help"]
    assert not missing
