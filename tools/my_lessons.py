"""The learner's own copy of the lessons: outputs cleared, never overwritten once the learner changed it."""

import hashlib
import json
import os
import pathlib
import sys

MEMORY = ".written.json"


def cleared(text):
    """The notebook in this JSON text without outputs and counts, so that predictions come before answers."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def mark(text):
    """A fingerprint of what a learner can change: sources and outputs, not what Jupyter notes beside them."""
    try:
        cells = json.loads(text)["cells"]
        text = json.dumps([(cell["cell_type"], cell["source"], cell.get("outputs")) for cell in cells])
    except (ValueError, KeyError, TypeError):
        pass  # not a notebook any more: the text itself counts
    return hashlib.sha256(text.encode()).hexdigest()


def recall(folder):
    """What was written when: file name -> fingerprint; nothing where that memory is gone or damaged."""
    try:
        return dict(json.loads((folder / MEMORY).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def write(path, text):
    """Write whole or not at all."""
    beside = path.with_name(path.name + ".part")
    beside.write_text(text, encoding="utf-8", newline="\n")
    os.replace(beside, path)


def read(path):
    """A file's text, or None where there is none; what is not text counts as changed by the learner."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None


def update(masters, folder):
    """Bring the learner's folder up to date with the master notebooks.

    returns: sentences for the learner, one for each lesson that was left alone though its master changed
    """
    folder.mkdir(parents=True, exist_ok=True)
    written, told = recall(folder), []
    before = dict(written)
    for master in sorted(masters.glob("*.ipynb")):
        fresh, path = cleared(master.read_text(encoding="utf-8")), folder / master.name
        mine = read(path)
        if mine is None or mark(mine) in (written.get(master.name), mark(fresh)):
            if mine is None or mark(mine) != mark(fresh):
                write(path, fresh)
            written[master.name] = mark(fresh)
        elif mark(fresh) != written.get(master.name):
            told.append(f"{master.name} is newer now; yours has changes and stays (rename it to get both).")
    if written != before:
        write(folder / MEMORY, json.dumps(written, indent=1) + "\n")
    return told


if __name__ == "__main__":
    print("\n".join(update(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))))
