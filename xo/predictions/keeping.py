"""Keep what the learner wrote down in one small file beside the notebooks, so that nothing is lost.

The file is written whole or not at all, by one writer at a time, and only when there is something to keep. Where it
is damaged it is set aside, and what can still be read of it is kept.
"""

import contextlib
import json
import math
import os
import time
from pathlib import Path

from xo.files import set_aside, write_whole

NAME = "my-predictions.json"
PATIENCE = 2  # seconds to wait for another writer; a lock that stands longer was left by one that was stopped


def load(folder="."):
    """What is kept there: name -> {"question", "answer", and "truth" once it was revealed}; {} for nothing.

    A file with damage in it is renamed, never deleted, its sound entries are kept, and one sentence says so.
    """
    path = Path(folder, NAME)
    try:
        kept, whole = _read(path.read_bytes())
    except FileNotFoundError:
        return {}
    if not whole:
        aside = set_aside(path)
        if kept:
            save(kept, folder)
        how, rest = (" in places", f"its {len(kept)} sound ones are kept") if kept else ("", "a new one begins")
        print(f"{NAME} could not be read{how}, so it was set aside as {aside.name}, and {rest}.")
    return kept


def _read(content):
    """The sound entries in the bytes of a file. returns: them, and True where nothing else was there"""
    text = content.decode("utf-8-sig", errors="replace")
    try:
        found = json.loads(text)
        clean = json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))  # no half characters
    except (ValueError, RecursionError):
        return {}, False
    if not isinstance(clean, dict):
        return {}, False
    kept = {name: entry for name, entry in clean.items() if _is_entry(entry)}
    return kept, kept == found and text.encode() == content.removeprefix(b"\xef\xbb\xbf")


def _is_entry(entry):
    values = [entry.get("answer"), entry.get("truth", "")] if isinstance(entry, dict) else [None]
    return all(map(_can_be_said, values)) and isinstance(entry.get("question"), str)


def _can_be_said(value):
    """A text, a number, or cells: a list of [row, column]."""
    if isinstance(value, list):
        return all(isinstance(cell, list) and list(map(type, cell)) == [int, int] for cell in value)
    return isinstance(value, str) or (isinstance(value, int | float) and math.isfinite(value))


def change(edit, folder="."):
    """Let `edit` change what is kept there now, while nobody else writes; where nothing is left, the file goes."""
    with _alone(folder):
        kept = load(folder)
        edit(kept)
        if kept:
            save(kept, folder)
        else:
            Path(folder, NAME).unlink(missing_ok=True)


@contextlib.contextmanager
def _alone(folder):
    """Other writers wait meanwhile, in this process and in others."""
    lock, end = Path(folder, f".{NAME}.lock"), time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            time.sleep(0.01)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def save(kept, folder="."):
    """Write everything, whole or not at all."""
    text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
    write_whole(Path(folder, NAME), text.encode("utf-8", errors="replace"))
