"""Keep what the learner wrote down in one small file beside the notebooks, so that nothing is lost.

The file is written whole or not at all, by one writer at a time, and only when there is something to keep. Where it
is damaged it is set aside, and what can still be read of it is kept. Where the folder cannot be written, everything
goes on in memory, until Python stops.
"""

import contextlib
import copy
import json
import math
import os
import time
from pathlib import Path

from xo.files import set_aside, write_whole

NAME = "my-predictions.json"
LOCK_SECONDS = 2  # to wait for another writer; a lock that stands longer was left by one that was stopped

_in_memory = {}  # folder -> what is kept, where its file cannot be written


def load(folder="."):
    """What is kept there: name -> {"question", "answer" (None: skipped), "truth" once it was revealed, ...}.

    A file with damage in it is renamed, never deleted, its sound entries are kept, and one sentence says so.
    """
    if (place := _place(folder)) in _in_memory:
        return copy.deepcopy(_in_memory[place])
    path = Path(folder, NAME)
    try:
        kept, whole = _read(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError:
        kept, whole = {}, False
    if not whole:
        print(_mend(path, kept))
    return kept


def change(edit, folder="."):
    """Let `edit` change what is kept there now, while nobody else writes; where nothing is left, the file goes.

    returns: "" where the file has it, or why it could not be written and the change lives in memory only
    """
    with _alone(folder):
        kept = load(folder)
        edit(kept)
        try:
            save(kept, folder)
        except OSError as reason:
            _in_memory[_place(folder)] = kept
            return reason.strerror or str(reason)
        _in_memory.pop(_place(folder), None)
        return ""


def save(kept, folder="."):
    """Write everything, whole or not at all; nothing to keep: no file."""
    path = Path(folder, NAME)
    if kept:
        text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
        write_whole(path, text.encode("utf-8", errors="replace"))
    elif os.path.lexists(path):
        path.unlink()


def _place(folder):
    try:
        return os.path.realpath(folder)
    except OSError:  # where one stands in a folder that is gone
        return str(folder)


def _mend(path, kept):
    """Put a damaged file aside and write anew what can be read of it. returns: a sentence that says so"""
    how, rest = (" in places", f"its {len(kept)} sound ones are kept") if kept else ("", "a new one begins")
    try:
        aside = set_aside(path)
        save(kept, path.parent)
    except OSError:
        _in_memory[_place(path.parent)] = kept
        return f"{NAME} could not be read{how}, nor anything be written beside it; until Python stops, {rest}."
    return f"{NAME} could not be read{how}, so it was set aside as {aside.name}, and {rest}."


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
    if not isinstance(entry, dict) or not isinstance(entry.get("question"), str) or "answer" not in entry:
        return False
    answer, truth = entry["answer"], entry.get("truth", "")
    return (answer is None or _can_be_said(answer)) and _can_be_said(truth)


def _can_be_said(value):
    """A text, a number, or cells: a list of [row, column]."""
    if isinstance(value, list):
        return all(isinstance(cell, list) and list(map(type, cell)) == [int, int] for cell in value)
    return isinstance(value, str) or (isinstance(value, int | float) and math.isfinite(value))


@contextlib.contextmanager
def _alone(folder):
    """Other writers wait meanwhile, in this process and in others."""
    lock, end = Path(folder, f".{NAME}.lock"), time.monotonic() + LOCK_SECONDS
    while time.monotonic() < end:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            time.sleep(0.01)
        except OSError:  # nothing can be written here, nor will it
            break
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.unlink(missing_ok=True)
