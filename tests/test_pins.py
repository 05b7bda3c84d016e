"""The exact versions fit every computer that README.md promises: the index is asked once, nothing is installed."""

import itertools
import pathlib
import re

import pytest

from tools.computers import COMPUTERS, PYTHONS, chosen, read, resolve
from tools.refusals import NEWEST, OLDEST

ROOT = pathlib.Path(__file__).resolve().parent.parent
LISTS = {
    "learn": ["requirements.txt"],
    "test": ["requirements.txt", "requirements-test.txt"],
    "website": ["requirements-site.txt"],
    "offline": ["requirements-offline.txt"],
    "elsewhere": ["requirements.txt", "tests/requirements-elsewhere.txt"],
    "lite trial": ["tests/requirements-lite-trial.txt"],
}
FEWEST = {"website": 50, "offline": 5, "lite trial": 50}  # packages; 80 for any other
EXACT = re.compile(r"^([\w.-]+)==(\S+)", re.M)
CASES = list(itertools.product(LISTS, COMPUTERS, PYTHONS))


@pytest.fixture(scope="module")
def resolved():
    """Everything that each list needs on any computer, with every ready-made file that the index has of it."""
    pytest.importorskip("uv", reason="uv, which asks the index, has no package for this computer")
    _, why = resolve(["-"], ROOT, "flit_core\n", UV_NO_CACHE="1", UV_HTTP_TIMEOUT="20", UV_HTTP_RETRIES="1")
    if why:
        pytest.skip(f"the package index does not answer from here: {why.splitlines()[-1]}")
    answers = {wanted: resolve(files, ROOT) for wanted, files in LISTS.items()}
    assert not any(why for _, why in answers.values()), answers
    return {wanted: read(text) for wanted, (text, _) in answers.items()}


@pytest.mark.parametrize("case", CASES, ids=" ".join)
def test_every_package_is_there_ready_made(resolved, case):
    wanted, computer, python = case
    macos = (13, 0) if wanted == "test" else (11, 0)  # Node's package, which only tests need, asks for macOS 13
    found = chosen(resolved[wanted], computer, python, macos)  # raises where no file fits
    assert len(found) > FEWEST.get(wanted, 80)
    assert {package.name for package, _ in found} <= {package.name for package in resolved[wanted].packages}


@pytest.mark.parametrize("wanted", [wanted for wanted in LISTS if wanted != "elsewhere"])  # installed as it stands
def test_every_package_has_its_exact_version_in_our_lists(resolved, wanted):
    texts = [(ROOT / name).read_text(encoding="utf-8").lower() for name in ["constraints.txt", *LISTS[wanted]]]
    known = {re.sub(r"[-_.]+", "-", name): version for text in texts for name, version in EXACT.findall(text)}
    found = {package.name: str(package.version) for package in resolved[wanted].packages if package.version}
    assert found.items() <= known.items()


def test_packages_of_one_system_only_are_among_them(resolved):
    assert {"appnope", "pywinpty", "numpy"} <= {package.name for package in resolved["test"].packages}


def test_readme_names_these_computers_and_pythons():
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    promise = re.search(
        r"Python (3\.\d+) to (3\.\d+) on Windows \(x64\), macOS 11 or newer \(Intel and Apple silicon\)"
        r" or Linux \(x64 and aarch64\)",
        readme,
    )
    assert promise
    assert promise.groups() == ("3.11", "3.14")
    assert [python[:4] for python in (PYTHONS[0], PYTHONS[-1])] == ["3.11", "3.14"]
    assert ["{}.{}".format(*version) for version in (OLDEST, NEWEST)] == ["3.11", "3.14"]
