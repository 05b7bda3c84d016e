"""What start.py runs: python -m tools NAME arguments, from wherever the user stands."""

import importlib
import os
import sys


def run(name, arguments):
    """Run one command; its end is a number, a sentence or nothing, never a traceback for a Ctrl+C or a full disk."""
    os.environ.pop("PYTHONPATH", None)  # start.py set it so that this package is found; no kernel needs to see it
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    try:
        return importlib.import_module(f"tools.{name}").main(arguments)
    except KeyboardInterrupt:
        return "\nStopped."
    except BrokenPipeError:  # what read our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        if error.filename is None:
            raise
        return f"{error.filename}: {error.strerror}."


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2:]) if sys.argv[1:] else __doc__)
