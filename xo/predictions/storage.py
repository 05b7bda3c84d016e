"""Keep what the learner wrote down in small files beside the notebooks, so that nothing is lost.

One file holds the predictions, one what became of the exercises. Each is written whole or not at all, by one writer
at a time, and only when there is something to keep. Where it is damaged it is set aside, and what can still be read of
it is kept. Where the folder cannot be written, everything goes on in memory, until Python stops.
"""

import contextlib
import copy
import json
import os
import time
from pathlib import Path

from xo.files import set_aside, write_whole
from xo.predictions.guesses import LARGEST

NAME, TRIES = "my-predictions.json", "my-exercises.json"
NUMBERS = 2**20  # of receipts, drawn by lot
LOCK_SECONDS = 2  # to wait for another writer; a lock that stands longer was left by one that was stopped

_in_memory = {}  # file -> what is kept, where it cannot be written


def load(folder=".", file=NAME):
    """What is kept there: name -> {"question", "answer" (None: skipped), "truth" once it was revealed, ...}.

    file: TRIES for the exercises: name -> {"tries", "passed", "mistakes"}; a lesson ("02") -> {"number"}, drawn by lot

    A file with damage in it is renamed, never deleted, its sound entries are kept, and one sentence says so.
    """
    path = Path(folder, file)
    if (place := _place(path)) in _in_memory:
        return copy.deepcopy(_in_memory[place])
    try:
        kept, whole = _read(path.read_bytes(), SOUND[file])
    except FileNotFoundError:
        return {}
    except OSError:
        kept, whole = {}, False
    if not whole:
        print(_mend(path, kept))
    return kept


def change(edit, folder=".", file=NAME):
    """Let `edit` change what is kept there now, while nobody else writes; where nothing is left, the file goes.

    returns: "" where the file has it, or why it could not be written and the change lives in memory only
    """
    path = Path(folder, file)
    with _alone(path):
        kept = load(folder, file)
        edit(kept)
        try:
            _save(kept, path)
        except OSError as reason:
            _in_memory[_place(path)] = kept
            return reason.strerror or str(reason)
        _in_memory.pop(_place(path), None)
        return ""


def keep(name, entry, file=NAME):
    """Write one entry down. returns: as `change` does"""
    return change(lambda kept: kept.update({name: entry}), file=file)


def _save(kept, path):
    """Write everything, whole or not at all; nothing to keep: no file."""
    if kept:
        text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
        write_whole(path, text.encode("utf-8", errors="replace"))
    elif os.path.lexists(path):
        path.unlink()


def _place(path):
    try:
        return Path(os.path.realpath(path.parent), path.name)
    except OSError:  # where one stands in a folder that is gone
        return path


def _mend(path, kept):
    """Put a damaged file aside and write anew what can be read of it. returns: a sentence that says so"""
    how, rest = (" in places", f"its {len(kept)} sound ones are kept") if kept else ("", "a new one begins")
    try:
        aside = set_aside(path)
        _save(kept, path)
    except OSError:
        _in_memory[_place(path)] = kept
        return f"{path.name} could not be read{how}, nor anything be written beside it; until Python stops, {rest}."
    return f"{path.name} could not be read{how}, so it was set aside as {aside.name}, and {rest}."


def _read(content, is_sound):
    """The sound entries in the bytes of a file. returns: them, and True where nothing else was there"""
    text = content.decode("utf-8-sig", errors="replace")
    try:
        found = json.loads(text)
        clean = json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))  # no half characters
    except (ValueError, RecursionError):
        return {}, False
    if not isinstance(clean, dict):
        return {}, False
    kept = {name: entry for name, entry in clean.items() if is_sound(entry)}
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
    return isinstance(value, str) or (isinstance(value, int | float) and abs(value) <= LARGEST)


def _is_tried(entry):
    """What became of an exercise, or the number of a lesson's receipt."""
    if not isinstance(entry, dict):
        return False
    if "number" in entry:
        return type(entry["number"]) is int and 0 <= entry["number"] < NUMBERS
    tries, mistakes = entry.get("tries"), entry.get("mistakes")
    sound = type(tries) is int and tries > 0 and isinstance(entry.get("passed"), bool)
    return sound and isinstance(mistakes, list) and all(isinstance(words, str) for words in mistakes)


SOUND = {NAME: _is_entry, TRIES: _is_tried}


@contextlib.contextmanager
def _alone(path):
    """Other writers of this file wait meanwhile, in this process and in others."""
    lock, end = path.with_name(f".{path.name}.lock"), time.monotonic() + LOCK_SECONDS
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
