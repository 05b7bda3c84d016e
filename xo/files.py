"""Files: write one whole or not at all, and set a damaged one aside instead of losing it."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(path, content):
    """Write bytes to a file beside `path`, then swap the two, so that a reader meets the old file or the new one.

    path: where a plain file stands or none; what a link points to is replaced, the link stays
    raises: OSError where that cannot be, such as a folder or a device, with what was there as it was
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        raise OSError(f"expected the name of a file to write, got {path}, a {'folder' if path.is_dir() else 'device'}")
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # A new file has the rights that any other new file would have; Python in a browser says that this is none.
        with contextlib.suppress(OSError):
            os.chmod(beside, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask() | 0o600)
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


def set_aside(path):
    """Rename a damaged file, never over an earlier one. returns: its new path"""
    number, aside = 1, path.with_name(f"{path.name}.damaged")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{number}")
    os.replace(path, aside)
    return aside
