"""The built wheel has all of xo in it, and says what it needs."""

import subprocess
import sys
import tomllib
import zipfile
from email import message_from_string

import pytest

from tools.lessons import ROOT


def test_the_wheel_is_whole(tmp_path):
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, timeout=120)
    if done.returncode and "flit_core" in done.stderr:
        pytest.skip("no index here from which pip could get flit_core")
    assert not done.returncode, done.stderr
    (wheel,) = tmp_path.glob("xo_course-*.whl")
    with zipfile.ZipFile(wheel) as file:
        inside = set(file.namelist())
        (name,) = (one for one in inside if one.endswith("/METADATA"))
        told = message_from_string(file.read(name).decode())
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "xo").rglob("*") if path.is_file()}
    files = {path for path in files if "__pycache__" not in path}
    assert {path.rsplit(".", 1)[1] for path in files} >= {"py", "js", "css", "npz"}
    assert files <= inside
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (told["Name"], told["Version"]) == (wanted["name"], wanted["version"])
    assert (told["Requires-Python"], told["License-Expression"]) == (wanted["requires-python"], wanted["license"])
    assert told.get_all("License-File") == wanted["license-files"]
    needs = ["".join(sorted(need.replace(" ", ""))) for need in told.get_all("Requires-Dist")]
    assert needs == ["".join(sorted(need.replace(" ", ""))) for need in wanted["dependencies"]]
