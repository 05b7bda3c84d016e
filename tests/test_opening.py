"""What start.py opens: one plain paragraph, lesson 00 at the printed address, and nothing but the learner's copies."""

import contextlib
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time
import types
import urllib.error
import urllib.request

import pytest
from glass_page import WRITTEN
from served_course import READY, free_port

from tools import jupyter_settings, my_lessons, opening
from xo.images import X
from xo.networks import load_trained

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECONDS = 60


class Window:
    """A terminal window in which the course was started: what it shows, and Ctrl+C."""

    def __init__(self, folder, home, *options):
        import pty

        around = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
        around |= {"HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "BROWSER": "true"}
        self.end, other = pty.openpty()
        command = [sys.executable, "-P", "-m", "tools.opening", str(folder), *options]
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), other)
        self.process = subprocess.Popen(command, cwd=home, env=around, start_new_session=True, **streams)
        os.close(other)
        self.text = ""
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        with contextlib.suppress(OSError):  # the other end has gone
            while part := os.read(self.end, 4096):
                self.text += part.decode().replace("\r\n", "\n")

    def wait_for(self, words):
        """Also for what was said last: it may be read after the process has ended."""
        end = time.monotonic() + SECONDS
        while words not in self.text and time.monotonic() < end and self.reader.is_alive():
            time.sleep(0.05)
        assert words in self.text, self.text

    def address(self):
        self.wait_for("save your work first.\n")
        return re.search(r"^    (http\S+)$", self.text, re.MULTILINE)[1]

    def close(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(SECONDS)


def spoil(home):
    """A home directory with settings that would stop, move or change a JupyterLab and its kernels."""
    for name, text in {
        ".jupyter/jupyter_server_config.py": "raise RuntimeError('settings of the user')",
        ".jupyter/jupyter_lab_config.json": '{"ServerApp": {"root_dir": "/", "port": 1, "password": "x"}}',
        ".jupyter/lab/user-settings/@jupyterlab/docmanager-extension/plugin.jupyterlab-settings": "{half",
        ".ipython/profile_default/startup/first.py": "raise SystemExit('start-up file of the user')",
        ".local/share/jupyter/kernels/python3/kernel.json": '{"argv": ["/no/such/python"], "display_name": "theirs"}',
        ".config/matplotlib/matplotlibrc": "backend: no_such_backend",
    }.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """The course, opened for somebody with a spoilt home: the folder, the home and the window."""
    if os.name == "nt":
        pytest.skip("a terminal window is driven here as on Linux and macOS")
    folder, home = tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("home")
    spoil(home)
    window = Window(folder, home, "--no-browser", "--expose-app-in-browser", f"--port={free_port()}")
    window.address()
    yield types.SimpleNamespace(folder=folder, home=home, window=window)
    window.close()


def ask(address, path, data=None):
    base, secret = address.split("/lab/")[0], "?" + address.split("?")[1]
    with urllib.request.urlopen(base + path + secret, data, timeout=20) as answer:
        return answer.read().decode()


def test_the_window_shows_the_address_and_how_to_end_and_nothing_else(opened):
    lines = [line for line in opened.window.text.splitlines() if line]
    assert lines[0] == "The lessons are open. Open this address in a browser on this computer:"
    assert lines[-1] == "Keep this window open while you work. Ctrl+C in this window ends; save your work first."
    assert len(lines) == 3


def test_the_server_shows_nothing_but_the_learner_s_copies(opened):
    listed = json.loads(ask(opened.window.address(), "/api/contents"))["content"]
    names = {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert {entry["name"] for entry in listed} == names | {"docs"}
    with pytest.raises(urllib.error.HTTPError):
        ask(opened.window.address(), "/api/contents/../notebooks")


def test_a_second_start_leads_to_the_lessons_that_are_open(opened):
    again = Window(opened.folder, opened.home, "--no-browser")
    assert again.process.wait(SECONDS) == 0
    again.wait_for("The lessons are open already, from another window")
    again.wait_for(opened.window.address())


ASK = """async (code) => {
  const panel = window.jupyterapp.shell.currentWidget;
  await panel.sessionContext.ready;
  const request = panel.sessionContext.session.kernel.requestExecute({ code });
  let text = "";
  request.onIOPub = (message) => { text += message.content.text ?? message.content.evalue ?? ""; };
  await request.done;
  return text;
}"""
CODE = """import os, sys, warnings
import matplotlib, xo.plots, xo.widgets.glass
print(get_ipython().history_manager.hist_file, sys.executable, matplotlib.get_configdir(), os.getcwd(), sep="|", end="")
"""


SHOWN = "() => window.jupyterapp?.shell.currentWidget?.sessionContext && document.querySelector('.jp-CodeCell')"


@pytest.fixture(scope="module")
def lesson(opened, one_page):
    """Lesson 00 in a browser, by the printed address: the last test that uses it leaves it by a link."""
    one_page.set_viewport_size({"width": 1366, "height": 768})
    one_page.add_init_script(WRITTEN)
    one_page.goto(opened.window.address())
    one_page.get_by_role("heading", name="Can a machine tell").wait_for(timeout=SECONDS * 1000)
    one_page.wait_for_function(SHOWN, timeout=SECONDS * 1000)
    one_page.evaluate(READY)  # before that, JupyterLab goes to the next cell and runs none
    return one_page


def test_the_first_picture_of_the_course_has_all_its_numbers_for_the_list_of_files_is_folded_away(lesson):
    lesson.locator(".jp-CodeCell .cm-content").first.click()
    lesson.keyboard.press("Shift+Enter")
    lesson.wait_for_selector(".xo-glass .xo-grid[aria-label='Votes']", timeout=SECONDS * 1000)
    network = load_trained(9)
    stages = network.stages(X[None, None])[1:]
    cells = sum(network.count_parameters()) + sum(stage.size for stage in stages)
    lesson.wait_for_function("cells => texts.filter((one) => /\\d/.test(one)).length >= cells", arg=cells)
    assert lesson.evaluate("smallest") >= 9
    assert not lesson.locator(".jp-FileBrowser").is_visible()
    lesson.get_by_role("tab", name="File Browser").click()
    lesson.locator(".jp-FileBrowser").wait_for()


def test_a_kernel_is_the_course_s_own_whatever_stands_in_the_home_directory(opened, lesson):
    history, executable, fonts, here = lesson.evaluate(ASK, CODE).split("|")
    assert history == ":memory:"
    assert pathlib.Path(executable).samefile(sys.executable)
    assert pathlib.Path(fonts) == opened.folder / ".jupyter" / "matplotlib"
    assert list(pathlib.Path(fonts).glob("fontlist-*.json"))
    assert pathlib.Path(here).samefile(opened.folder / "my_lessons")
    assert len(opened.window.text.strip().splitlines()) == 5  # nothing was added to the window


def test_the_printed_address_opens_lesson_00_and_its_links_lead_to_copies(lesson):
    lesson.wait_for_url("**/tree/00_start_here.ipynb*")
    lesson.get_by_role("link", name="glossary").first.click()
    lesson.locator(".jp-MarkdownViewer").get_by_role("heading", name="Glossary").first.wait_for()
    lesson.wait_for_url("**/tree/docs/glossary.md")
    lesson.locator(".jp-MarkdownViewer a[href*='02_filtered_maps.ipynb']").first.click()
    lesson.wait_for_url("**/tree/02_filtered_maps.ipynb")


def test_how_jupyterlab_was_left_is_kept(tmp_path):
    jupyter_settings.lay_out(tmp_path)
    (kept,) = tmp_path.iterdir()
    assert json.loads(kept.read_text())["data"]["layout-restorer:data"]["left"]["collapsed"]
    kept.write_text(kept.read_text().replace("true", "false"))
    jupyter_settings.lay_out(tmp_path)
    assert "true" not in kept.read_text()


def test_nothing_is_written_into_the_home_directory(opened):
    made = {".jupyter", ".ipython", ".local", ".config"}
    assert {path.name for path in opened.home.iterdir()} <= made | {".cache", ".pki"}  # the last two: the browser's
    assert [path.name for path in opened.home.glob(".local/share/jupyter/*")] == ["kernels"]
    assert [path.name for path in opened.home.glob(".config/matplotlib/*")] == ["matplotlibrc"]
    assert [path.name for path in opened.home.glob(".ipython/*/*")] == ["startup"]


def test_ctrl_c_ends_at_once_and_says_where_the_work_is(opened):
    ask(opened.window.address(), "/api/kernels", b"{}")  # the hardest moment: it has just begun to import
    assert opened.window.close() == 0
    opened.window.wait_for(f"The lessons are closed. What you saved is in {opened.folder / 'my_lessons'}.")
    assert "Traceback" not in opened.window.text, opened.window.text
    assert not list(opened.folder.glob(".jupyter/runtime/jpserver-*"))


def test_what_a_page_leaves_undone_at_the_end_stands_in_the_log_and_not_in_the_window(tmp_path):
    code = """if True:
    import asyncio, gc, pathlib, subprocess, sys
    from jupyterlab.labapp import LabApp
    from tools import opening
    folder = pathlib.Path(sys.argv[1])
    opening.keep_to_the_log(folder)
    LabApp.initialize_server([*opening.server_options(folder, folder), "--no-browser"])
    async def fail(): raise ValueError("the page is gone")
    async def leave(): asyncio.create_task(fail()); await asyncio.sleep(0.01)
    async def forget(): pass
    class Left:
        def __init__(self, what): self.what = what
        def __del__(self): raise ValueError(f"the {self.what} is gone")
    subprocess.run([sys.executable, "-c", "raise KeyboardInterrupt('before the kernel listens')"])
    print("for the window", file=sys.stderr)
    asyncio.new_event_loop().run_until_complete(leave())
    forget(), Left("kernel")
    gc.collect()
    sys.stderr = sys.__stderr__
    sys.unraisablehook = sys.__unraisablehook__  # as when the interpreter ends
    Left("interpreter")
    """
    around = dict(os.environ, PYTHONPATH=str(ROOT), JUPYTER_CONFIG_DIR=str(tmp_path), JUPYTER_DATA_DIR=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=around, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "for the window\n")
    said = (tmp_path / "server.log").read_text(encoding="utf-8")
    for left in (
        "page is gone",
        "forget' was never awaited",
        "kernel is gone",
        "interpreter is gone",
        "kernel listens",
    ):
        assert left in said


def test_a_file_in_the_folder_s_place_and_an_empty_folder_end_in_a_sentence(tmp_path, monkeypatch):
    (tmp_path / "my_lessons").write_text("")
    with pytest.raises(SystemExit, match="my_lessons is not a folder: rename it"):
        opening.make_lessons(tmp_path)
    (tmp_path / "my_lessons").unlink()
    (tmp_path / "my_lessons").mkdir()
    monkeypatch.setattr(my_lessons, "can_write", lambda folder: False)
    with pytest.raises(SystemExit, match="There is no lesson in"):
        opening.make_lessons(tmp_path)


def test_lessons_that_cannot_be_written_or_renewed_are_opened_all_the_same(tmp_path, monkeypatch):
    assert opening.make_lessons(tmp_path)[1] == []
    monkeypatch.setattr(my_lessons, "can_write", lambda folder: False)
    lessons, told = opening.make_lessons(tmp_path)
    assert "cannot be written to" in told[0]
    assert opening.first_page(lessons) == "/lab/tree/00_start_here.ipynb"


def test_where_lesson_00_is_no_file_the_first_that_is_one_is_opened(tmp_path):
    (tmp_path / "00_start_here.ipynb").mkdir()
    assert opening.first_page(tmp_path) == "/lab"
    (tmp_path / "01_pixel_matching.ipynb").write_text("{}")
    assert opening.first_page(tmp_path) == "/lab/tree/01_pixel_matching.ipynb"


def test_settings_go_to_a_temporary_folder_where_the_course_s_own_cannot_be_written(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "environ", dict(os.environ, JUPYTER_PATH="/elsewhere", MPLBACKEND="tkagg"))
    monkeypatch.setattr(opening, "can_write", lambda folder: False)
    own = opening.surroundings(tmp_path)
    assert own.parent != tmp_path
    assert all(pathlib.Path(os.environ[name]).parent == own for name in opening.OWN)
    assert {"JUPYTER_PATH", "MPLBACKEND"}.isdisjoint(os.environ)
    assert pathlib.Path(os.environ["JUPYTER_RUNTIME_DIR"]).is_dir()


def test_keys_are_kept_where_nobody_else_can_read_them(tmp_path, monkeypatch):
    assert opening.keeps_secrets(tmp_path / "runtime")
    monkeypatch.setattr(opening, "seen_by_others", lambda name: True)  # as on a memory stick
    assert not opening.keeps_secrets(tmp_path / "runtime")
    monkeypatch.setattr(os, "environ", dict(os.environ))
    opening.surroundings(tmp_path)
    assert tmp_path not in pathlib.Path(os.environ["JUPYTER_RUNTIME_DIR"]).parents
