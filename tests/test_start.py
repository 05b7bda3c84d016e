"""start.py: sets up what is missing, mends what is broken, and says in one sentence what it cannot do."""

import ast
import http.server
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import threading
import venv

import pytest

from tools import jupyter_settings, refusals

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = (ROOT / "start.py").read_text(encoding="utf-8")
EXTENSIONS = ("xo.jupyter_nodelay", "xo.jupyter_widget_states")
FILES = ["pyproject.toml", "constraints.txt", *(path.name for path in ROOT.glob("requirements*.txt"))]


@pytest.fixture
def start(tmp_path, monkeypatch):
    """start.py as a module in a folder of its own, with every step that it takes written down."""
    for name in FILES:
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    spec = importlib.util.spec_from_file_location("start_under_test", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "KEPT", tmp_path)
    module.steps, module.health = [], {module.BASIS: False, module.PROBE: False}

    def make_environment():
        module.steps.append("make")
        module.VENV.mkdir(exist_ok=True)
        (module.VENV / "pyvenv.cfg").write_text("version = 3.11")
        module.health[module.BASIS] = True

    def install(names, source=None):
        module.steps.append("install " + " ".join(names))
        module.health[module.PROBE] = True

    module.real_make, module.real_install = module.make_environment, module.install
    module.real_works = module.works
    monkeypatch.setattr(module, "works", module.health.get)
    monkeypatch.setattr(module, "make_environment", make_environment)
    monkeypatch.setattr(module, "install", install)
    known = {"test": {"says": "", "NEEDS": ["requirements-test.txt"]}}
    monkeypatch.setattr(module, "commands", lambda: known)
    monkeypatch.delenv("XO_NEED_TORCH", raising=False)
    return module


def again(start):
    """What a further call does."""
    start.steps.clear()
    start.set_up("learn")
    return start.steps


def test_the_first_call_makes_and_installs_and_the_second_does_nothing(start):
    assert again(start) == ["make", "install requirements.txt"]
    assert again(start) == []


@pytest.mark.parametrize("name", ["requirements.txt", "constraints.txt", "pyproject.toml"])
def test_a_changed_list_is_installed_into_the_same_environment(start, name):
    again(start)
    with (start.ROOT / name).open("a") as file:
        file.write("\n# changed\n")
    assert again(start) == ["install requirements.txt"]
    assert again(start) == []


def test_an_interrupted_installation_is_taken_up_again(start, monkeypatch):
    working = start.install

    def interrupted(names, source):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        again(start)
    monkeypatch.setattr(start, "install", working)
    assert again(start) == ["install requirements.txt"]


def test_a_damaged_stamp_counts_as_none(start):
    again(start)
    start.stamp().write_text("{half a fi")
    assert again(start) == ["install requirements.txt"]


def test_an_environment_without_a_working_python_is_made_anew(start):
    again(start)
    start.health.update({start.BASIS: False, start.PROBE: False})
    assert again(start) == ["make", "install requirements.txt"]


def test_an_environment_in_which_something_was_deleted_is_made_anew(start):
    again(start)
    start.health[start.PROBE] = False
    assert again(start) == ["make", "install requirements.txt"]


def test_a_package_that_installing_does_not_mend_costs_a_new_environment(start, monkeypatch):
    again(start)
    start.stamp().unlink()
    start.health[start.PROBE] = False
    working = start.install

    def mends_only_a_fresh_one(names, source):
        working(names)
        start.health[start.PROBE] = "make" in start.steps

    monkeypatch.setattr(start, "install", mends_only_a_fresh_one)
    assert again(start) == ["install requirements.txt", "make", "install requirements.txt"]


def test_testing_installs_what_tests_need_and_learning_does_not(start, monkeypatch):
    assert start.needed_files("learn") == ["requirements.txt"]
    assert start.needed_files("test") == ["requirements.txt", "requirements-test.txt"]
    monkeypatch.setenv("XO_NEED_TORCH", "1")
    assert start.needed_files("test")[-1] == "requirements-torch.txt"
    assert start.needed_files("learn") == ["requirements.txt"]


def test_an_old_python_is_told_so(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is Python 3\.9"):
        exec(compile(SOURCE, "start.py", "exec"), {"__name__": "__main__"})


def test_an_old_python_can_read_the_file():
    tree = ast.parse(SOURCE, feature_version=(3, 7))
    newer = ast.JoinedStr | ast.AnnAssign | ast.NamedExpr
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    checked = SOURCE[: SOURCE.index("import ast")]
    assert f"OLDEST = {refusals.OLDEST}\n" in checked
    assert "sys.exit" in checked, "the version is checked before anything that old Pythons lack is imported"


def test_a_python_without_venv_is_told_what_to_install(start, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="sudo apt install python3-venv"):
        start.real_make()


@pytest.fixture(scope="module")
def only_pip(tmp_path_factory):
    """An environment with nothing in it but pip, in which no install succeeds."""
    folder = tmp_path_factory.mktemp("environment") / ".venv"
    venv.create(folder, with_pip=True)
    return folder


def test_without_a_network_one_sentence_says_so_and_nothing_is_stamped(start, only_pip, monkeypatch):
    monkeypatch.setattr(start, "VENV", only_pip)
    monkeypatch.setattr(start, "install", start.real_install)
    nobody_there = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_EXTRA_INDEX_URL": "", "PIP_NO_CACHE_DIR": "1"}
    for name, value in {**nobody_there, "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}.items():
        monkeypatch.setenv(name, value)
    start.health[start.BASIS] = True
    with pytest.raises(SystemExit, match="connect to the internet"):
        start.set_up("learn")
    assert not start.stamp().exists()


def test_a_later_version_of_the_settings_is_written_too(start):
    again(start)
    (start.ROOT / "tools").mkdir()
    (start.ROOT / "tools/jupyter_settings.py").write_text("# newer")
    assert again(start) == ["install requirements.txt"]


def test_packages_that_never_work_end_in_a_sentence_and_no_stamp(start, monkeypatch):
    monkeypatch.setattr(start, "install", lambda names, source: None)
    with pytest.raises(SystemExit, match="yet they do not work"):
        start.set_up("learn")
    assert not start.stamp().exists()


def test_what_belongs_to_other_pythons_is_kept_out(start, monkeypatch, tmp_path):
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "numpy.py").write_text("raise ImportError('not this one')")
    (foreign / "sitecustomize.py").write_text("raise SystemExit('not this one')")
    monkeypatch.setenv("PYTHONPATH", str(foreign))
    monkeypatch.setenv("PYTHONHOME", str(foreign))
    monkeypatch.setenv("PYTHONOPTIMIZE", "1")
    monkeypatch.setenv("PIP_TARGET", str(foreign))
    monkeypatch.setattr(start, "python", lambda: pathlib.Path(sys.executable))
    assert start.real_works(
        "import numpy, json; assert numpy.__version__ and __debug__; assert 'PIP_TARGET' not in "
        "__import__('os').environ"
    )
    assert not start.real_works("assert False")
    assert start.surroundings(PYTHONPATH="ours")["PYTHONPATH"] == "ours"


@pytest.fixture
def locked(start, monkeypatch, tmp_path):
    """The course in a folder that may only be read; who calls it says what else may."""
    home = tmp_path / "home"
    monkeypatch.setattr(start.os.path, "expanduser", lambda path: str(home))

    def lock(*also):
        closed = {start.ROOT, *also}
        real = start.can_write
        monkeypatch.setattr(start, "can_write", lambda folder: folder not in closed and real(folder))
        return home / "xo-course"

    return lock


def test_a_course_folder_that_may_only_be_read_sets_up_in_the_home_directory(start, locked, capsys):
    own = locked()
    start.choose_places("learn")
    assert (start.KEPT, start.VENV) == (own, own / ".venv")
    assert f"your lessons are kept in {own / 'my_lessons'}" in capsys.readouterr().out


def test_an_environment_that_is_ready_there_is_used(start, locked):
    again(start)
    venv, own = start.VENV, locked()
    start.choose_places("learn")
    assert (start.KEPT, start.VENV) == (own, venv)


def test_where_nothing_can_be_written_a_ready_course_opens_and_says_that_nothing_is_kept(start, locked, capsys):
    again(start)
    venv, own = start.VENV, locked()
    locked(own)
    start.choose_places("learn")
    assert start.VENV == venv
    assert start.KEPT.is_dir()
    assert "lost when you end" in capsys.readouterr().out
    start.KEPT.rmdir()


def test_where_nothing_can_be_written_and_nothing_is_ready_a_sentence_says_so(start, locked):
    locked(start.ROOT / "home" / "xo-course")
    with pytest.raises(SystemExit, match="copy the course's folder to a place of your own"):
        start.choose_places("learn")


TOLD = {
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device": "Free one gigabyte",
    "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden'))": "refuses them (403)",
    "Could not fetch URL x: 403 Client Error: Forbidden for url\nNo matching distribution found for numpy": "(403)",
    "Retrying (Retry(total=1)) after 'OSError('Tunnel connection failed: 407 Proxy Authentication": "HTTPS_PROXY",
    "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed": "safe connec",
    "Retrying (Retry(total=0)) after NewConnectionError: [Errno -3] Temporary failure in name resolution": "internet",
    "ERROR: No matching distribution found for soupsieve==2.10": "has no soupsieve==2.10 for this computer",
    "ERROR: Failed building wheel for argon2-cffi-bindings": "has no ready-made package for this computer",
    "[WinError 5] Access is denied: 'C:\\\\xo\\\\.venv\\\\zmq.pyd'": "Close the other windows",
    "HINT: This error might have occurred since this system does not have Windows Long Path support": "shorter place",
    "Segmentation fault": "Look at the end of its words",
}


@pytest.mark.parametrize("told", TOLD)
def test_each_way_in_which_pip_fails_has_its_own_advice(told):
    assert TOLD[told] in refusals.why_not(f"Looking in indexes\n{told}\n")


@pytest.mark.parametrize(("version", "bits"), [((3, 15), 64), ((3, 12), 32)])
def test_a_python_that_nothing_is_ready_made_for_is_named(version, bits):
    told = refusals.misfit("No matching distribution found for numpy", version, bits)
    assert f"this Python ({version[0]}.{version[1]}, {bits} bit). Use one of 64 bit from 3.11 to 3.14" in told


class Refuses(http.server.BaseHTTPRequestHandler):
    """A proxy, or an index, that answers 403 to everybody."""

    def do_GET(self):
        self.send_error(403)

    do_CONNECT = do_GET

    def log_message(self, *about):
        pass


@pytest.mark.parametrize("kind", ["PIP_INDEX_URL", "PIP_PROXY"])
def test_an_index_or_a_proxy_that_refuses_is_told_from_a_missing_network(start, only_pip, monkeypatch, kind):
    monkeypatch.setattr(start, "VENV", only_pip)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refuses)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    only = {"PIP_INDEX_URL": "https://127.0.0.1:9/simple", "PIP_EXTRA_INDEX_URL": "", "PIP_NO_CACHE_DIR": "1"}
    for name, value in {**only, "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull, kind: address}.items():
        monkeypatch.setenv(name, value)
    try:
        with pytest.raises(SystemExit, match=r"refuses them \(403\).*same command again") as stopped:
            start.real_install(["requirements.txt"])
    finally:
        server.shutdown()
    assert "docs/setting_up.md" in str(stopped.value)


def test_the_settings_ask_no_question_and_send_at_once(tmp_path):
    jupyter_settings.settle(tmp_path)
    page = json.loads((tmp_path / "etc/jupyter/labconfig/page_config.json").read_text())
    assert page["disabledExtensions"]["@jupyterlab/apputils-extension:announcements"]
    server = json.loads((tmp_path / "etc/jupyter/jupyter_server_config.d/xo.json").read_text())
    assert server["ServerApp"]["jpserver_extensions"] == dict.fromkeys(EXTENSIONS, True)


def test_the_settings_are_in_force_here(tmp_path):
    around = dict(os.environ, JUPYTER_CONFIG_DIR=str(tmp_path), JUPYTER_DATA_DIR=str(tmp_path))
    command = [sys.executable, "-m", "jupyterlab", "--show-config"]
    shown = subprocess.run(command, env=around, capture_output=True, text=True, timeout=60).stdout
    for setting in ("NeverCheckForUpdate", *EXTENSIONS):
        assert setting in shown, "python3 start.py writes the settings"


def test_fonts_are_found_when_the_course_is_set_up(tmp_path):
    jupyter_settings.find_fonts(tmp_path)
    assert len(list(tmp_path.glob("fontlist-*.json"))) == 1


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this copy of the course was not made by git")
def test_a_clone_has_the_same_line_endings_everywhere_so_that_its_scripts_run_on_any_computer():
    """Git on Windows would end lines in its own way, and a shell takes the carriage return for a part of a name."""
    listed = subprocess.run(["git", "ls-files", "--eol"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = {name: kinds.split() for kinds, name in (line.split("\t") for line in listed.splitlines())}
    executed = [name for name in files if name.endswith(".sh") or "#!" in first_bytes(ROOT / name)]
    assert {".ci/run", "binder/postBuild", "start.py"} <= files.keys()
    assert {".ci/run", "binder/postBuild"} <= set(executed)
    wrong = {name: kinds for name, kinds in files.items() if "attr/-text" not in kinds and "eol=lf" not in kinds}
    assert wrong == {}, "git may change their lines"
    assert {name for name, (index, *_) in files.items() if index in ("i/crlf", "i/mixed")} == set()
    assert not [name for name in executed if b"\r" in (ROOT / name).read_bytes()]


def first_bytes(path):
    return path.read_bytes()[:2].decode("latin-1") if path.exists() else ""
