"""Keep what the learner wrote down in one small file beside the notebooks, so that nothing is lost.

The file is written whole or not at all, only when there is something to keep, and a damaged one is set aside.
"""

import json
import os
import tempfile
from pathlib import Path

NAME = "my-predictions.json"


def load(folder="."):
    """What is kept there: name -> {"question", "answer", and "truth" once it was revealed}; {} for nothing.

    A file that cannot be read is renamed, never deleted, and one sentence says so.
    """
    path = Path(folder, NAME)
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(kept, dict) or not all(_is_entry(entry) for entry in kept.values()):
            raise ValueError("other things in it than predictions")
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError):
        aside = set_aside(path)
        print(f"{NAME} could not be read, so it was set aside as {aside.name}, and a new one begins.")
        return {}
    return kept


def save(kept, folder="."):
    """Write everything to a file beside the old one, then swap the two."""
    path = Path(folder, NAME)
    handle, beside = tempfile.mkstemp(prefix=f".{NAME}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            json.dump(kept, file, ensure_ascii=False, indent=1)
            file.write("\n")
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def clear(folder="."):
    """Delete the file, if there is one."""
    Path(folder, NAME).unlink(missing_ok=True)


def _is_entry(entry):
    return isinstance(entry, dict) and isinstance(entry.get("question"), str) and "answer" in entry


def set_aside(path):
    """Rename a damaged file, never over an earlier one. returns: its new path"""
    number, aside = 1, path.with_name(f"{path.name}.damaged")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{number}")
    os.replace(path, aside)
    return aside
