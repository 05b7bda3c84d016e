"""The learner's own copy of the lessons: outputs cleared, never overwritten once the learner changed it.

What the lessons link to (the glossary) is copied beside them, and every link is turned to the copies, so that no link
leads to the masters in notebooks/, where a learner's work would be in the wrong place.
"""

import hashlib
import json
import pathlib
import re
import sys
import tempfile

from xo.files import write_whole

MEMORY = ".written.json"
FIRST = "00_start_here.ipynb"
LINK = re.compile(r"\.\./docs/([\w./-]+)")  # in a lesson
BESIDE = re.compile(r"\]\((?!\w+:|#|\.\./|/)([\w./-]+)")  # in a document
ADVICE = "  # no module 'xo'? See README.md: Start"


def cleared(text):
    """The notebook in this JSON text as a learner gets it: no outputs, so that predictions come before answers."""
    notebook = json.loads(text.replace("../docs/", "docs/"))
    codes = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for cell in codes:
        cell["outputs"], cell["execution_count"] = [], None
    if codes:
        codes[0]["source"] = advised(codes[0]["source"])
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def advised(source):
    """The lines of the import cell, with a word for who opens the lesson in some other Jupyter: the error shows it."""
    lines = "".join(source).splitlines(keepends=True)
    ours = [line for line in lines if re.match(r"from xo[. ]", line)]
    shortest = min(ours, key=len, default=None)
    return [line.rstrip("\n") + ADVICE + "\n" * line.endswith("\n") if line is shortest else line for line in lines]


def mark(text):
    """A fingerprint of what a learner can change: sources and outputs, not what Jupyter notes beside them."""
    try:
        cells = json.loads(text)["cells"]
        text = json.dumps([(cell["cell_type"], cell["source"], cell.get("outputs")) for cell in cells])
    except (ValueError, KeyError, TypeError):
        pass  # not a notebook: the text itself counts
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def recall(folder):
    """What was written when: file name -> fingerprint; nothing where that memory is gone or damaged."""
    try:
        return dict(json.loads((folder / MEMORY).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def write(path, text):
    """Write a file, whole or not at all, and its folder where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode("utf-8", "surrogateescape"))


def read(path):
    """A file's text (of other files their bytes, in the form of text), or None where there is none."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        if path.is_symlink():
            raise
        return None


def documents(lessons, docs):
    """What the lessons link to in docs/, and what that links to there: name -> its text, links turned."""
    found, names = {}, {name for text in lessons for name in LINK.findall(text)}
    while names:
        name = names.pop()
        text = read(docs / name) if name not in found else None
        if text is not None:
            found[name] = text.replace("../notebooks/", "../")
            names |= set(BESIDE.findall(text)) if name.endswith(".md") else set()
    return found


def fresh_copies(masters):
    """Everything that belongs into the learner's folder: its name there -> its text.

    raises: ValueError that names a master which is damaged
    """
    lessons, copies = {path.name: read(path) for path in sorted(masters.glob("*.ipynb"))}, {}
    for name, text in lessons.items():
        try:
            copies[name] = cleared(text)
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{masters / name} is damaged: fetch the course again.") from error
    found = documents(lessons.values(), masters.parent / "docs")
    return copies | {f"docs/{name}": text for name, text in found.items()}


def can_write(folder):
    """Can a file be made in this folder? (Permissions tell half of it: a disk may be read-only, or full.)"""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def update(masters, folder):
    """Bring the learner's folder up to date with the master notebooks and what they link to.

    returns: sentences for the learner: what was left alone though its master changed, what could not be written
    raises: OSError where there is no such folder and none can be made, ValueError where a master is damaged
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not can_write(folder):
        return [f"{folder} cannot be written to: what you change there cannot be kept. Make the folder your own, "
                "or rename it, then start again."]  # fmt: skip
    written, told = recall(folder), []
    before = dict(written)
    for name, fresh in fresh_copies(masters).items():
        try:
            if bring(folder / name, fresh, written.get(name)):
                written[name] = mark(fresh)
            elif mark(fresh) != written.get(name):
                told.append(f"{name} is newer now; yours has changes and stays (rename it to get both).")
        except OSError as error:
            told.append(why_not(name, folder / name, error))
    if written != before:
        write(folder / MEMORY, json.dumps(written, indent=1) + "\n")
    return told


def bring(path, fresh, written):
    """Write a fresh copy unless the learner changed theirs; returns: whether theirs is as fresh now."""
    mine = read(path)
    if mine is not None and mark(mine) not in (written, mark(fresh)):
        return False
    if mine is None or mark(mine) != mark(fresh):
        write(path, fresh)
    return True


def why_not(name, path, error):
    """One sentence for the learner on a copy that could not be made."""
    if path.is_dir():
        return f"{name} is missing, because a folder has its name: rename that folder, then start again."
    if path.is_symlink() and not path.exists():
        return f"{name} is missing, because a link that leads nowhere has its name: rename it, then start again."
    return f"{name} could not be brought up to date: {error.strerror or error}."


if __name__ == "__main__":
    print("\n".join(update(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))))
