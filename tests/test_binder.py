"""Binder gets what it needs: its builder's own code reads our files, and the lists of packages agree."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib

import pytest

from tools import jupyter_settings
from tools.address import address, with_address

ROOT = pathlib.Path(__file__).resolve().parent.parent


def requirements(name):
    """The lines of a requirements file as a dict: package -> its condition."""
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = [line.split("#")[0].split(";")[0].strip() for line in text.splitlines()]
    return dict(re.match(r"([\w.-]+)(.*)", line).groups() for line in lines if line[:1].isalpha())


@pytest.fixture(scope="module")
def build():
    """Binder's plan for our repository, made by repo2docker's own code."""
    app = pytest.importorskip("repo2docker.app", reason="repo2docker does not run here").Repo2Docker()
    before = os.getcwd()
    os.chdir(ROOT)
    try:
        packs = (kind(app.base_image) for kind in app.buildpacks)
        found = next(pack for pack in packs if pack.detect())
        found.platform = "linux/amd64"
        found.dockerfile = found.render()
        return found
    finally:
        os.chdir(before)


def test_binder_uses_a_python_that_the_course_supports(build):
    assert build.python_version == "3.12"
    assert "conda/environment.py-3.12-linux-64.lock" in build.get_build_script_files()


def test_binder_installs_our_list_before_it_copies_the_repository(build):
    install = build.dockerfile.index('pip install --no-cache-dir -r "binder/requirements.txt"')
    assert install < build.dockerfile.index("COPY --chown=1000:1000 src/ ${REPO_DIR}")


def test_binder_runs_our_last_step(build):
    assert "./binder/postBuild" in build.dockerfile
    assert os.access(ROOT / "binder/postBuild", os.X_OK)


def test_binder_installs_the_packages_a_learner_needs():
    assert set(requirements("binder/requirements.txt")) == set(requirements("requirements.txt"))


def test_binder_has_the_versions_behind_the_stored_outputs():
    exact, wanted = requirements("constraints.txt"), requirements("requirements.txt")
    for name, condition in requirements("binder/requirements.txt").items():
        assert condition in (exact[name], wanted[name])


def test_the_package_asks_for_nothing_that_a_learner_does_not_get():
    with (ROOT / "pyproject.toml").open("rb") as file:
        asked = tomllib.load(file)["project"]["dependencies"]
    assert set(asked) <= {name + condition for name, condition in requirements("requirements.txt").items()}


def test_every_requirement_has_an_exact_version():
    exact = {name.lower() for name in requirements("constraints.txt")}
    for file in ("requirements.txt", "requirements-test.txt"):
        assert {name.lower() for name in requirements(file)} <= exact
    assert all(condition.startswith("==") for condition in requirements("constraints.txt").values())
    assert requirements("requirements-torch.txt") == {"torch": "==2.13.0"}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this copy of the course was not made by git")
def test_scripts_keep_their_line_endings_in_a_clone_made_with_windows_settings(tmp_path):
    windows = ["-c", "core.autocrlf=true", "-c", "core.eol=crlf"]
    subprocess.run(["git", *windows, "clone", "--quiet", "--depth=1", ROOT.as_uri(), tmp_path / "clone"], check=True)
    for name in (".ci/run", "binder/postBuild", "start.py", "binder/requirements.txt"):
        assert b"\r" not in (tmp_path / "clone" / name).read_bytes(), name
    assert (tmp_path / "clone/docs/picture.png").read_bytes() == (ROOT / "docs/picture.png").read_bytes()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The repository after Binder's last step, with a prefix of its own; pip is only asked, not run."""
    if os.name == "nt":
        pytest.skip("the last step is a script for Linux")
    folder, prefix = tmp_path_factory.mktemp("repository"), tmp_path_factory.mktemp("prefix")
    for name in ("binder", "tools", "notebooks", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    stub = tmp_path_factory.mktemp("bin") / "python3"
    run = f"import sys, runpy; sys.prefix = {str(prefix)!r}; sys.path[0] = ''; sys.argv = sys.argv[1:]"
    run += "; runpy.run_module(sys.argv[0], run_name='__main__', alter_sys=False)"
    stub.write_text(
        f'#!/bin/sh\necho "$@" >> said\n[ "$2" = pip ] && exit 0\nshift\nexec "{sys.executable}" -c "{run}" "$@"\n'
    )
    stub.chmod(0o755)
    path = os.pathsep.join([str(stub.parent), os.environ["PATH"]])
    around = dict(os.environ, PATH=path, MPLCONFIGDIR=str(prefix / "fonts"))
    subprocess.run(["./binder/postBuild"], cwd=folder, env=around, check=True)
    return folder, prefix


def test_the_last_step_installs_the_course_and_makes_the_lessons(built):
    folder, _ = built
    assert "--editable ." in (folder / "said").read_text()
    assert {file.name for file in (folder / "my_lessons").glob("*.ipynb")} == {
        file.name for file in (ROOT / "notebooks").glob("*.ipynb")
    }


def test_the_last_step_finds_the_fonts_and_writes_every_setting(built):
    _, prefix = built
    assert list((prefix / "fonts").glob("fontlist-*.json"))
    for name in jupyter_settings.SETTINGS:
        assert (prefix / name).is_file()


def test_on_binder_a_learner_sees_nothing_but_their_lessons(built):
    folder, prefix = built
    around = dict(os.environ, JUPYTER_CONFIG_PATH=str(prefix / "etc/jupyter"))
    around |= {name: str(prefix / "user") for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    code = f"""
import asyncio
from jupyter_server.serverapp import ServerApp
app = ServerApp(root_dir={str(folder)!r}, open_browser=False, allow_root=True, port=0)
app.initialize(argv=[], find_extensions=False)
for place in ("", "my_lessons"):
    listed = asyncio.run(app.contents_manager.get(place))["content"]
    print(sorted(entry["name"] for entry in listed)[:2])
"""
    done = subprocess.run([sys.executable, "-c", code], env=around, capture_output=True, text=True, timeout=60)
    first = [path.name for path in sorted((ROOT / "notebooks").glob("*.ipynb"))[:2]]
    assert done.stdout.splitlines() == ["['my_lessons']", str(first)], done.stderr


def test_the_readme_names_the_address_that_pyproject_has():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert with_address(readme, address()) == readme
    assert "mybinder.org/v2/gh/" + address().removeprefix("https://github.com/") in readme


def test_a_new_address_changes_every_link_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    moved = with_address(readme, "https://github.com/ann/course")
    assert "ann/course" in moved
    assert address().removeprefix("https://github.com/") not in moved
