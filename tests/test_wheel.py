"""The sdist has all of xo in it, and its wheel, which says what it needs, works where nothing else of the course is."""

import os
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from email import message_from_string

import nbformat
import pytest
from nbformat import v4

from tools.lessons import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BUILD = "import sys; from flit_core import buildapi; print(getattr(buildapi, sys.argv[1])(sys.argv[2]))"
SHOW = """import xo
from xo.networks import load_trained
from xo.widgets.glass import GlassNetwork
glass = GlassNetwork(load_trained(9))
assert glass.answer in glass._repr_mimebundle_()[0]["text/plain"]
print(xo.__file__)"""


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """The sdist, and the wheel that is built from nothing but the sdist."""
    folder = tmp_path_factory.mktemp("packed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", f"--target={folder / 'flit'}"]
    got = subprocess.run([*pip, *PROJECT["build-system"]["requires"]], capture_output=True, text=True, timeout=120)
    if got.returncode:
        pytest.skip("no index here from which pip could get flit_core")

    def build(what, place):
        around = {**os.environ, "PYTHONPATH": str(folder / "flit")}
        done = subprocess.run(
            [sys.executable, "-c", BUILD, what, folder], cwd=place, env=around, capture_output=True, text=True
        )
        assert not done.returncode, done.stderr
        return folder / done.stdout.split()[-1]

    sdist = build("build_sdist", ROOT)
    with tarfile.open(sdist) as file:
        file.extractall(folder, filter="data")
    return sdist, build("build_wheel", folder / sdist.name.removesuffix(".tar.gz"))


def test_the_sdist_and_its_wheel_are_whole(packed):
    sdist, wheel = packed
    with zipfile.ZipFile(wheel) as file:
        inside = set(file.namelist())
        (name,) = (one for one in inside if one.endswith("/METADATA"))
        told = message_from_string(file.read(name).decode())
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "xo").rglob("*") if path.is_file()}
    files = {path for path in files if "__pycache__" not in path}
    assert {path.rsplit(".", 1)[1] for path in files} >= {"py", "js", "css", "npz"}
    assert files <= inside
    wanted = PROJECT["project"]
    with tarfile.open(sdist) as file:
        there = {one.removeprefix(f"{told['Name'].replace('-', '_')}-{told['Version']}/") for one in file.getnames()}
    assert files | {"pyproject.toml", wanted["readme"], *wanted["license-files"]} <= there
    assert (told["Name"], told["Version"]) == (wanted["name"], wanted["version"])
    assert (told["Requires-Python"], told["License-Expression"]) == (wanted["requires-python"], wanted["license"])
    assert told.get_all("License-File") == wanted["license-files"]
    needs = ["".join(sorted(need.replace(" ", ""))) for need in told.get_all("Requires-Dist")]
    assert needs == ["".join(sorted(need.replace(" ", ""))) for need in wanted["dependencies"]]


def test_a_network_in_glass_works_from_the_wheel_alone(packed, tmp_path):
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", f"--target={tmp_path}"]
    subprocess.run([*pip, packed[1]], check=True, timeout=120)
    around = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", SHOW], cwd=tmp_path, env=around, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "xo" / "__init__.py")


@pytest.mark.opt_in("XO_ELSEWHERE", "takes a minute, and fetches 100 MB")
def test_the_wheel_in_an_empty_environment_shows_a_network_in_a_notebook(packed, tmp_path):
    """With what it says that it needs, from the index; and with Jupyter, as whoever has a notebook has it."""
    venv.create(tmp_path / "empty", with_pip=True)
    (python,) = [path for path in (tmp_path / "empty").glob("*/python*") if path.stem == "python"]
    around = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "JUPYTER"))}
    around |= {"JUPYTER_PREFER_ENV_PATH": "1", "IPYTHONDIR": str(tmp_path / "ipython"), "HOME": str(tmp_path)}

    def run(*command):
        done = subprocess.run([python, *command], cwd=tmp_path, env=around, capture_output=True, text=True, timeout=600)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("-m", "pip", "install", "--quiet", packed[1])
    assert run("-c", SHOW).strip().startswith(str(tmp_path / "empty"))
    run("-m", "pip", "install", "--quiet", "nbclient", "ipykernel")
    cells = [v4.new_code_cell(SHOW), v4.new_code_cell("glass")]
    nbformat.write(v4.new_notebook(cells=cells), tmp_path / "mine.ipynb")
    run("-m", "jupyter", "execute", "--inplace", "mine.ipynb")
    shown = nbformat.read(tmp_path / "mine.ipynb", 4)
    assert shown.cells[0].outputs[0].text.strip().startswith(str(tmp_path / "empty"))
    data = shown.cells[1].outputs[0].data
    assert "GlassNetwork" in data["text/plain"]
    assert "image/png" in data
    model = data["application/vnd.jupyter.widget-view+json"]["model_id"]
    states = shown.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
    assert "createElement" in states[model]["state"]["_esm"]
