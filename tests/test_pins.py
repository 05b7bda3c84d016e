"""The exact versions fit every computer that README.md promises: the index is asked once, nothing is installed."""

import itertools
import os
import pathlib
import re
import subprocess
import tomllib

import pytest
from packaging.pylock import Pylock
from packaging.tags import compatible_tags, cpython_tags, mac_platforms

ROOT = pathlib.Path(__file__).resolve().parent.parent
PYTHONS = ("3.11.0", "3.11.4", "3.12.0", "3.13.0", "3.14.0")
WINDOWS = {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows"}
MAC = {"os_name": "posix", "sys_platform": "darwin", "platform_system": "Darwin"}
LINUX = {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux"}
COMPUTERS = {  # the words of README.md, and what packages ask about a computer
    "Windows (x64)": {**WINDOWS, "platform_machine": "AMD64"},
    "macOS 11 or newer (Intel)": {**MAC, "platform_machine": "x86_64"},
    "macOS 11 or newer (Apple silicon)": {**MAC, "platform_machine": "arm64"},
    "Linux (x64)": {**LINUX, "platform_machine": "x86_64"},
    "Linux (aarch64)": {**LINUX, "platform_machine": "aarch64"},
}
LISTS = {"learn": ["requirements.txt"], "test": ["requirements.txt", "requirements-test.txt"]}
CASES = list(itertools.product(LISTS, COMPUTERS, PYTHONS))


def ask(arguments, given="", **environment):
    """uv's answer, and why there is none."""
    uv = pytest.importorskip("uv", reason="uv, which asks the index, has no package for this computer").find_uv_bin()
    command = [uv, "pip", "compile", "--quiet", "--no-config", "--only-binary=:all:", *arguments]
    mirror = {"UV_DEFAULT_INDEX": os.environ["PIP_INDEX_URL"]} if os.environ.get("PIP_INDEX_URL") else {}
    surroundings = {**os.environ, **mirror, **environment}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, input=given, capture_output=True, text=True)
    return done.stdout, done.stderr.strip() if done.returncode else ""


@pytest.fixture(scope="module")
def resolved():
    """Everything that each list needs on any computer, with every ready-made file that the index has of it."""
    _, why = ask(["--no-cache", "-"], "flit_core\n", UV_HTTP_TIMEOUT="20", UV_HTTP_RETRIES="1")
    if why:
        pytest.skip(f"the package index does not answer from here: {why.splitlines()[-1]}")
    everywhere = [
        "--universal",
        f"--python-version={PYTHONS[0]}",
        "--format=pylock.toml",
        "--constraint=constraints.txt",
    ]
    answers = {wanted: ask([*everywhere, *files]) for wanted, files in LISTS.items()}
    assert not any(why for _, why in answers.values()), answers
    return {wanted: Pylock.from_dict(tomllib.loads(text)) for wanted, (text, _) in answers.items()}


def platforms(about, wanted):
    """The tags of ready-made files that such a computer takes; macOS 11, glibc 2.28 and whatever is older."""
    machine = about["platform_machine"]
    if about["sys_platform"] == "win32":
        return ["win_amd64"]
    if about["sys_platform"] == "darwin":  # Node's package, which only tests need, asks for macOS 13
        return list(mac_platforms((11, 0) if wanted == "learn" else (13, 0), machine))
    ages = [f"_2_{age}" for age in range(28, 4, -1)] + ["2014", "2010", "1"]
    return [f"manylinux{age}_{machine}" for age in ages]


@pytest.mark.parametrize("case", CASES, ids=" ".join)
def test_every_package_is_there_ready_made(resolved, case):
    wanted, computer, python = case
    about = COMPUTERS[computer]
    short = tuple(int(number) for number in python.split(".")[:2])
    names = {"python_full_version": python, "python_version": "{}.{}".format(*short)}
    names |= {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
    names |= {"implementation_version": python, "platform_release": "", "platform_version": ""}
    takes = platforms(about, wanted)
    tags = [*cpython_tags(short, platforms=takes), *compatible_tags(short, f"cp{short[0]}{short[1]}", takes)]
    chosen = resolved[wanted].select(environment={**names, **about}, tags=tags)  # raises where no file fits
    assert len(list(chosen)) > 80
    assert {package.name for package, _ in chosen} <= {package.name for package in resolved[wanted].packages}


def test_every_package_has_its_exact_version_in_our_list(resolved):
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower()
    known = {re.sub(r"[-_.]+", "-", name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.M)}
    found = {package.name: str(package.version) for package in resolved["test"].packages if package.version}
    assert found.items() <= known.items()
    assert {"appnope", "pywinpty", "numpy"} <= set(found)


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
