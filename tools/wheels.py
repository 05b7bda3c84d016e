"""A folder of wheels that `start.py offline` gathered, and the list in it by which it can be checked."""

import hashlib
import json

LIST = "xo-wheels.json"  # start.py knows such a folder by it


def listed(folder):
    """What the folder's own list names: {file name: SHA-256}; nothing where the list is missing or damaged."""
    try:
        return dict(json.loads((folder / LIST).read_text(encoding="utf-8"))["wheels"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def damaged(folder):
    """The files of the folder that are not there or not whole, by its own list, and that list where it is damaged."""
    sums = listed(folder)
    return [name for name, wanted in sums.items() if digest(folder / name) != wanted] if sums else [LIST]


def digest(path):
    """The SHA-256 of a file; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
