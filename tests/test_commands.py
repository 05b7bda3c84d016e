"""Every command tells about itself without doing anything else, and takes names and paths from where one stands."""

import ast
import hashlib
import os
import pathlib
import subprocess
import sys

import pytest

from tools import address, lessons, refresh
from tools.test import from_here

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMANDS = {}
for path in sorted((ROOT / "tools").glob("[!_]*.py")):
    text = path.read_text(encoding="utf-8")
    if "\ndef main(" in text:
        COMMANDS[path.stem] = ast.get_docstring(ast.parse(text))


def said(*arguments, cwd=ROOT, **more):
    """What start.py says to this, run as a program."""
    command = [sys.executable, ROOT / "start.py", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=60, **more)


@pytest.fixture(scope="module")
def listing():
    return said("help").stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_help_lists_the_command_with_its_first_line(listing, name):
    lines = [line for line in listing.splitlines() if line.startswith(f"    python3 start.py {name} ")]
    assert COMMANDS[name].split("\n")[0].split(": python3 start.py")[0] in lines[-1]


def test_help_keeps_what_overwrites_files_of_the_course_away_from_what_teachers_need(listing):
    _, teach = listing.split("\nTo teach with\n")
    teach, check = teach.split("\nTo check and to measure")
    check, change = check.split("\nFor who works on the course")
    for part, names in (
        (teach, ("page", "slides", "worksheet")),
        (check, ("bench", "test")),
        (change, ("address", "minutes", "record", "refresh", "train")),
    ):
        assert [name for name in names if f"start.py {name} " not in part] == []
    assert change.count("start.py") == change.count("(overwrites ")


def copy_without_environment(folder):
    """start.py and the tools alone: there is nothing installed that a command could use."""
    (folder / "tools").mkdir()
    (folder / "start.py").write_bytes((ROOT / "start.py").read_bytes())
    for path in (ROOT / "tools").glob("*.py"):
        (folder / "tools" / path.name).write_bytes(path.read_bytes())


def state(folder):
    """Every file of a folder, by its contents."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_asked_for_help_a_command_tells_and_does_nothing_else(tmp_path, flag):
    copy_without_environment(tmp_path)
    before = state(tmp_path)
    for name, says in COMMANDS.items():
        done = subprocess.run([sys.executable, "start.py", name, flag], cwd=tmp_path, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), name
        assert done.stdout.strip() == says, name
    assert subprocess.run([sys.executable, "start.py", flag], cwd=tmp_path, capture_output=True).returncode == 0
    assert state(tmp_path) == before


@pytest.mark.parametrize("name", ["address", "bench", "minutes", "record", "refresh", "test"])
def test_python_m_tools_does_the_same(name):
    before = state(ROOT / "notebooks") | state(ROOT / "xo") | {"README": (ROOT / "README.md").read_bytes()}
    done = subprocess.run([sys.executable, "-m", "tools", name, "--help"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert COMMANDS[name].split("\n")[0] in done.stdout
    assert before == state(ROOT / "notebooks") | state(ROOT / "xo") | {"README": (ROOT / "README.md").read_bytes()}


def test_python_m_tools_without_a_name_says_what_it_wants():
    done = subprocess.run([sys.executable, "-m", "tools"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert "python -m tools NAME" in done.stderr


def test_every_option_of_a_command_stands_in_its_help():
    for name, says in COMMANDS.items():
        tree = ast.parse((ROOT / "tools" / f"{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "add_argument":
                option = ast.literal_eval(node.args[0])
                assert not option.startswith("--") or option in says, f"{name} {option}"


def test_an_unknown_command_is_refused_with_the_nearest_one():
    done = said("tset")
    assert done.returncode != 0
    assert "There is no command 'tset'. Did you mean 'test'?" in done.stderr
    assert "Did you mean" not in said("zzz").stderr


def test_an_argument_too_many_changes_nothing(capsys):
    readme = (ROOT / "README.md").read_bytes()
    with pytest.raises(SystemExit):
        address.main(["https://example.org"])
    assert "unrecognized arguments" in capsys.readouterr().err
    assert (ROOT / "README.md").read_bytes() == readme


@pytest.mark.parametrize("name", ["2", "02", "02_filtered_maps", "02_filtered_maps.ipynb", "filtered", "02_"])
def test_a_lesson_goes_by_its_number_its_name_or_a_part_of_it(name):
    assert lessons.find_lesson(name) == ROOT / "notebooks" / "02_filtered_maps.ipynb"


def test_a_lesson_goes_by_a_path_from_where_one_stands(tmp_path, monkeypatch):
    mine = tmp_path / "sub" / "mine.ipynb"
    mine.parent.mkdir()
    mine.write_text("{}")
    monkeypatch.chdir(tmp_path)
    assert lessons.find_lesson("sub/mine.ipynb") == mine.resolve()
    assert lessons.find_lesson(str(mine)) == mine.resolve()
    assert lessons.find_lessons(["2", "02", "3"]) == [lessons.find_lesson("02"), lessons.find_lesson("03")]


@pytest.mark.parametrize("name", ["17", "**", "*", "", "..", "/no/such/03_pooling.ipynb", "notebooks", "./2", "[0]"])
def test_what_is_no_lesson_gets_a_sentence_that_says_what_is(name):
    with pytest.raises(SystemExit, match=r"say a number from 00 to \d\d, a name such as 00_start_here, or a path"):
        lessons.find_lesson(name)


def test_what_may_be_several_lessons_gets_their_names():
    with pytest.raises(SystemExit, match=r"lessons are called 'ma' \(01_pixel_matching, 02_filtered_maps"):
        lessons.find_lesson("ma")


def test_a_lesson_that_nobody_knows_stops_refresh_before_it_runs_anything(monkeypatch):
    monkeypatch.setattr(refresh, "refresh", lambda path: pytest.fail("ran"))
    with pytest.raises(SystemExit, match="No lesson is called 'no_such_lesson'"):
        refresh.main(["03", "no_such_lesson"])


def test_a_folder_to_write_into_is_made_and_a_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lessons.make_folder("new/deep")
    assert (tmp_path / "new/deep").is_dir()
    (tmp_path / "file").write_text("")
    for name in ("file", "file/deep"):
        with pytest.raises(SystemExit, match="file"):
            lessons.make_folder(name)


def test_tests_are_named_from_where_one_stands_or_as_ever(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT / "tests")
    here = str(ROOT / "tests" / "test_start.py")
    assert from_here(["test_start.py::test_x", "-k", "bank", "-q"]) == [f"{here}::test_x", "-k", "bank", "-q"]
    assert from_here(["tests/test_start.py"]) == ["tests/test_start.py"]


def tool(name, *arguments, cwd, **environment):
    """A command as start.py runs it, from some other folder."""
    command = [sys.executable, "-P", "-m", "tools", name, *arguments]
    around = dict(os.environ, PYTHONPATH=str(ROOT), **environment)
    return subprocess.run(command, cwd=cwd, env=around, capture_output=True, text=True, timeout=60)


def test_a_command_runs_where_one_stands_and_its_ends_are_sentences(tmp_path):
    (tmp_path / "code.txt").write_text("no drawing")
    done = tool("page", "nothing/here.ipynb", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no notebook 'nothing/here.ipynb'")
    (tmp_path / "file").write_text("")
    done = tool("page", "2", "--into", "file", cwd=tmp_path)
    assert done.stderr == "file is a file: name a folder to write into.\n"


@pytest.mark.parametrize(
    ("error", "end"),
    [("KeyboardInterrupt", "Stopped."), ("OSError(28, 'No space left on device', 'page.html')", "page")],
)
def test_ctrl_c_and_a_full_disk_end_in_a_sentence(tmp_path, error, end):
    code = f"import tools.address as a\ndef main(arguments): raise {error}\na.main = main\n"
    code += "import sys, tools.__main__ as m\nsys.exit(m.run('address', []))"
    around = dict(os.environ, PYTHONPATH=str(ROOT))
    done = subprocess.run([sys.executable, "-P", "-c", code], env=around, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.strip().startswith(end)
    assert "Traceback" not in done.stderr
