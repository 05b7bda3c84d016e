"""Which lesson is meant, and where what is made of it goes: what commands take from the command line."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"


def find_lesson(name, folder=NOTEBOOKS):
    """The notebook that somebody means by 3, 03, pooling, 03_pooling or a path from where they stand.

    raises: SystemExit with a sentence where there is none, or more than one
    """
    path = pathlib.Path(name)
    if path.is_file() and path.suffix == ".ipynb":
        return path.resolve()
    lessons = {lesson.stem: lesson for lesson in sorted(folder.glob("*.ipynb"))}
    known = f"say a number from {min(lessons)[:2]} to {max(lessons)[:2]}, a name such as {min(lessons)}, or a path"
    if path.name != name or not name:
        raise SystemExit(f"There is no notebook {name!r}: {known}.")
    wanted = name.removesuffix(".ipynb")
    wanted = wanted.zfill(2) + "_" if wanted.isdecimal() else wanted
    found = [stem for stem in lessons if stem == wanted] or [stem for stem in lessons if stem.startswith(wanted)]
    found = found or [stem for stem in lessons if wanted in stem]
    if len(found) == 1:
        return lessons[found[0]]
    if found:
        raise SystemExit(f"{len(found)} lessons are called {name!r} ({', '.join(found)}): say which.")
    raise SystemExit(f"No lesson is called {name!r}: {known}.")


def find_lessons(names):
    """The notebooks of these names, each once, or all of them where there are no names."""
    return list(dict.fromkeys(map(find_lesson, names))) or sorted(NOTEBOOKS.glob("*.ipynb"))


def make_folder(name):
    """The folder to write into, made where it is missing, from where the user stands.

    raises: SystemExit with a sentence where that cannot be a folder
    """
    folder = pathlib.Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise SystemExit(f"{folder} is a file: name a folder to write into.") from None
    except OSError as error:
        raise SystemExit(f"{folder} cannot be made: {error.strerror}.") from None
    return folder
