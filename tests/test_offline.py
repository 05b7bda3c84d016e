"""A folder for a class without a network: every wheel once, whole, from an index of our own; installed without one."""

import hashlib
import http.server
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys
import sysconfig
import threading
import types
import venv
import zipfile

import pytest

from tools import offline, refusals, wheels

ROOT = pathlib.Path(__file__).resolve().parent.parent
NATIVE = {  # the tags of a package that is not the same everywhere
    "Windows (x64)": "win_amd64",
    "macOS 11 or newer (Intel)": "macosx_10_13_x86_64",
    "macOS 11 or newer (Apple silicon)": "macosx_11_0_arm64",
    "Linux (x64)": "manylinux_2_17_x86_64",
    "Linux (aarch64)": "manylinux_2_28_aarch64",
}
LISTS = {
    "requirements.txt": "plain\nnative\nwinonly; sys_platform == 'win32'\n",
    "constraints.txt": "plain==1.0\nnative==2.0\nwinonly==1.0\nbuilder==3.0\n",
    "pyproject.toml": '[build-system]\nrequires = ["builder>=2"]\n',
}


def wheel(folder, name, version, tag, module="here = True\n"):
    """A small package, ready-made for computers of one tag."""
    about = f"{name}-{version}.dist-info"
    files = {f"{name}.py": module, f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"}
    files[f"{about}/WHEEL"] = f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n"
    files[f"{about}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{about}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-{tag}.whl", "w") as packed:
        for path, text in files.items():
            packed.writestr(path, text)


class Index(http.server.BaseHTTPRequestHandler):
    """The simple index of a folder of wheels; it keeps what was asked of it."""

    def do_GET(self):
        self.server.asked.append(name := self.path.strip("/").rpartition("/")[2])
        if self.path.startswith("/files/"):
            return self.answer(self.server.spoilt.get(name) or (self.server.folder / name).read_bytes())
        found = sorted(self.server.folder.glob(f"{name}-*.whl"))
        links = [(f"/files/{path.name}", hashlib.sha256(path.read_bytes()).hexdigest(), path.name) for path in found]
        return self.answer(
            "".join('<a href="{}#sha256={}">{}</a>'.format(*link) for link in links).encode(), "text/html"
        )

    def answer(self, content, kind="application/octet-stream"):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)

    do_HEAD = do_GET

    def log_message(self, *about):
        pass


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """An index that has everything that a small course needs, and an older version of it."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Index)
    server.folder, server.asked, server.spoilt = tmp_path_factory.mktemp("index"), [], {}
    for name in ("plain", "winonly"):
        wheel(server.folder, name, "1.0", "py3-none-any")
    wheel(server.folder, "plain", "0.9", "py3-none-any")
    wheel(server.folder, "builder", "3.0", "py3-none-any")
    for platform in NATIVE.values():
        for short in ("311", "312", "313", "314"):
            wheel(server.folder, "native", "2.0", f"cp{short}-cp{short}-{platform}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture(scope="module")
def gathered(index, tmp_path_factory):
    """A course of our own, gathered into a folder: the course, the folder and what gathering it once more says."""
    pytest.importorskip("uv", reason="uv, which asks the index, has no package for this computer")
    course, patch = tmp_path_factory.mktemp("course"), pytest.MonkeyPatch()
    for name, text in LISTS.items():
        (course / name).write_text(text)
    (course / "notebooks").mkdir()
    (course / "notebooks/00_first.ipynb").write_text("{}")
    (course / "notebooks/my-predictions.json").write_text("{}")
    (course / "grades.csv").write_text("of a class")
    patch.setattr(offline, "ROOT", course)
    patch.setattr(offline, "build_site", lambda folder, version: folder.mkdir(exist_ok=True))
    patch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{index.server_port}/simple")
    patch.setenv("NO_PROXY", "127.0.0.1")
    patch.delenv("PIP_FIND_LINKS", raising=False)
    folder = tmp_path_factory.mktemp("a stick") / "for my class"

    def again(*more):
        offline.main([str(folder), *more])

    again()
    yield types.SimpleNamespace(course=course, folder=folder, wheels=folder / "wheels", again=again)
    patch.undo()


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_it_holds_each_wheel_once_for_every_computer_and_python_of_readme(gathered):
    native = [f"native-2.0-cp{n}-cp{n}-{tag}.whl" for n in (311, 312, 313, 314) for tag in NATIVE.values()]
    plain = [f"{name}-py3-none-any.whl" for name in ("plain-1.0", "winonly-1.0", "builder-3.0")]
    assert names(gathered.wheels) == {*native, *plain, "xo-wheels.json"}
    assert wheels.damaged(gathered.wheels) == []


def test_it_holds_the_course_a_page_that_says_what_to_do_and_nothing_of_the_teacher_s(gathered):
    assert names(gathered.folder) == set(offline.MADE)
    assert names(gathered.folder / "course") == {*LISTS, "notebooks"}
    assert names(gathered.folder / "course/notebooks") == {"00_first.ipynb"}
    page = (gathered.folder / "READ_ME_FIRST.html").read_text(encoding="utf-8")
    assert "Python 3.11, 3.12, 3.13, 3.14 (64 bit) on Windows (x64), macOS" in page
    assert "src=" not in page


def test_a_second_run_brings_only_what_is_missing_damaged_or_new_and_takes_away_what_is_not_needed(
    gathered, index, capsys
):
    (gathered.wheels / "plain-1.0-py3-none-any.whl").write_bytes(b"half")
    (gathered.wheels / "winonly-1.0-py3-none-any.whl").unlink()
    index.asked.clear()
    gathered.again()
    said = capsys.readouterr().out
    assert "23 packages: 2 new, 0 no longer needed." in said
    assert "for my class: 0.00 GB" in said
    assert wheels.damaged(gathered.wheels) == []
    (gathered.course / "constraints.txt").write_text(LISTS["constraints.txt"].replace("plain==1.0", "plain==0.9"))
    gathered.again("--computer", "silicon", "--python", "3.12")
    (gathered.course / "constraints.txt").write_text(LISTS["constraints.txt"])
    assert "3 packages: 1 new, 21 no longer needed." in capsys.readouterr().out
    assert "Python 3.12 (64 bit) on macOS 11" in (gathered.folder / "READ_ME_FIRST.html").read_text(encoding="utf-8")
    gathered.again()


def test_what_the_index_did_not_promise_is_not_kept(gathered, index, tmp_path):
    name = "plain-1.0-py3-none-any.whl"
    (gathered.wheels / name).unlink()
    wheel(tmp_path, "plain", "1.0", "py3-none-any", "here = False\n")
    index.spoilt[name] = (tmp_path / name).read_bytes()
    with pytest.raises(SystemExit, match=rf"{name} is not fetched: .*\. Check .* It carries on from here"):
        gathered.again()
    assert name not in names(gathered.wheels)
    assert wheels.damaged(gathered.wheels) == [name]
    index.spoilt.clear()
    gathered.again()
    assert wheels.damaged(gathered.wheels) == []


def test_without_a_network_one_sentence_says_so(gathered, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    monkeypatch.setenv("UV_NO_CACHE", "1")
    with pytest.raises(SystemExit, match="not known: they could not be fetched. Check that you can connect"):
        gathered.again()


def test_a_folder_with_other_things_in_it_is_not_touched(gathered, tmp_path):
    (tmp_path / "course").mkdir()
    (tmp_path / "course/essay.txt").write_text("mine")
    with pytest.raises(SystemExit, match=r"holds other things \(course\): name a new folder"):
        offline.main([str(tmp_path)])
    for inside in (gathered.course, gathered.course / "notebooks/class"):
        with pytest.raises(SystemExit, match="belongs to the course itself"):
            offline.main([str(inside)])
    assert names(tmp_path / "course") == {"essay.txt"}


@pytest.mark.parametrize("wrong", [["--computer", "amiga"], ["--python", "3.9"]])
def test_a_computer_or_a_python_that_readme_does_not_name_is_refused(tmp_path, wrong, capsys):
    with pytest.raises(SystemExit):
        offline.main([str(tmp_path / "new"), *wrong])
    assert f"is called {wrong[1]!r}: say one of" in capsys.readouterr().err


def test_everything_that_the_course_came_with_goes_along():
    if not (ROOT / ".git").exists():
        pytest.skip("this copy of the course was not made by git")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    tops = {path.split("/")[0] for path in listed.split("\0") if path}
    assert {name for name in tops if not name.startswith(".")} == set(offline.PARTS)


# ------------------------------------------------------------ installing from it


@pytest.fixture(scope="module")
def start(gathered, tmp_path_factory):
    """start.py of a copy of the small course that has the folder beside it, and an environment with pip in it."""
    near = tmp_path_factory.mktemp("laptop")
    shutil.copytree(gathered.folder, near / gathered.folder.name)
    (near / "xo" / "tools").mkdir(parents=True)
    for name in (*LISTS, "tools/__init__.py", "tools/jupyter_settings.py"):
        shutil.copyfile((gathered.course if name in LISTS else ROOT) / name, near / "xo" / name)
    spec = importlib.util.spec_from_file_location("start_offline", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ROOT, module.VENV = near / "xo", near / "xo" / ".venv"
    venv.create(module.VENV)
    packages = module.VENV / ("Lib/site-packages" if os.name == "nt" else "lib/python{}.{}/site-packages")
    packages = pathlib.Path(str(packages).format(*sys.version_info))
    pip = pathlib.Path(sysconfig.get_path("purelib"), "pip")  # a copy: making one takes seconds
    shutil.copytree(pip, packages / "pip", ignore=shutil.ignore_patterns("__pycache__"))
    return module


@pytest.fixture
def refused(monkeypatch):
    """No index answers, and settings name others; whoever asked one would wait, or get the wrong thing."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    monkeypatch.delenv("NO_PROXY", raising=False)


@pytest.mark.usefixtures("refused")
@pytest.mark.parametrize("harm", ["damaged", "missing", "list too"])
def test_a_damaged_or_missing_package_is_named_in_one_sentence(start, harm):
    folder = start.wheels()
    whole = {path: path.read_bytes() for path in folder.glob("native-2.0-cp{}{}-*".format(*sys.version_info))}
    if harm == "list too":
        whole[folder / "xo-wheels.json"] = (folder / "xo-wheels.json").read_bytes()
    for path, content in whole.items():
        path.unlink() if harm == "missing" else path.write_bytes(content[:200])
    told = "xo-wheels.json" if harm == "list too" else "native-2.0-cp.*whl and 4 more"
    with pytest.raises(SystemExit, match=f"{told} in .* cannot be read or is damaged. Copy that folder anew"):
        start.install(["requirements.txt"], folder)
    for path, content in whole.items():
        path.write_bytes(content)


@pytest.mark.usefixtures("refused")
def test_start_finds_the_folder_and_installs_from_it_alone(start, monkeypatch, capsys):
    monkeypatch.setattr(start, "complete", lambda command: False)
    monkeypatch.setattr(start, "works", lambda code: True)
    start.set_up("learn")
    said = capsys.readouterr().out
    assert f"Setting up in .venv from {start.wheels()}: this needs no network, but a minute or two" in said
    code = "import plain, native; assert plain.here and native.here"
    subprocess.run([start.python(), "-c", code], check=True)


def test_it_is_found_inside_the_course_around_it_and_by_its_name(start, monkeypatch, tmp_path):
    found = start.wheels()
    assert found.parent.name == "for my class"
    for place in (tmp_path / "a/xo/stick/wheels", tmp_path / "b/wheels"):
        place.mkdir(parents=True)
        shutil.copy(found / "xo-wheels.json", place)
    for course, expected in (("a/xo", "a/xo/stick/wheels"), ("b/course", "b/wheels"), ("c/d", None)):
        monkeypatch.setattr(start, "ROOT", tmp_path / course)
        assert start.wheels() == (tmp_path / expected if expected else None)
    monkeypatch.setenv("XO_WHEELS", str(found))
    assert start.wheels() == found


def test_a_computer_that_was_not_gathered_for_is_told_so(start):
    told = refusals.misfit("No matching distribution found for numpy==2", source=start.wheels())
    assert f"{start.wheels()} has no numpy==2 for Python " in told
    assert "Gather it for these, too, or rename that folder and use the network" in told


def test_start_py_of_the_folder_copies_the_course_home_and_goes_on_there(gathered, tmp_path):
    (gathered.folder / "course/start.py").write_text("import os, sys; print(sys.argv, os.environ['XO_WHEELS'])")
    around = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    (tmp_path / "xo-course/my_lessons").mkdir(parents=True)
    command = [sys.executable, gathered.folder / "start.py", "--no-browser"]
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=True)
    copy = tmp_path / "xo-course"
    assert done.stdout.splitlines()[-1] == f"{[str(copy / 'start.py'), '--no-browser']} {gathered.wheels}"
    assert names(copy) == {*LISTS, "notebooks", "start.py", "my_lessons"}
