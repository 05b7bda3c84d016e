"""What pages carry of other people's work is what npm has, unchanged."""

import json
import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
VENDOR = ROOT / "tools/web/vendor"
FILES = {
    "reveal.js/reveal.js": "dist/reveal.js",
    "reveal.js/reveal.css": "dist/reveal.css",
    "reveal.js/notes.js": "dist/plugin/notes.js",
    "reveal.js/LICENSE": "LICENSE",
    "modern-gif/index.js": "dist/index.js",
    "modern-gif/LICENSE": "LICENSE",
}


def test_every_vendored_file_is_accounted_for():
    found = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert found == {*FILES, "README.md"}


@pytest.mark.parametrize("mine", FILES)
def test_a_vendored_file_is_the_package_s(mine, javascript_tools):
    package = mine.split("/")[0]
    locked = json.loads((ROOT / "tests/javascript/package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = json.loads((javascript_tools / package / "package.json").read_text(encoding="utf-8"))
    assert installed["version"] == locked[f"node_modules/{package}"]["version"]
    theirs = javascript_tools / package / FILES[mine]
    assert (VENDOR / mine).read_bytes().replace(b"\r\n", b"\n") == theirs.read_bytes().replace(b"\r\n", b"\n")


@pytest.mark.parametrize("mine", [name for name in FILES if name.endswith((".js", ".css"))])
def test_nothing_vendored_asks_the_network_or_builds_code(mine):
    text = (VENDOR / mine).read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|\bnew Function\(|@import|url\(['\"]?https?:", text)
