"""A stand-in for Python in a browser: run first, it takes away what Pyodide has not, or has and cannot do.

Tried against Pyodide 0.27.7 by tests/test_lite_trial.py; here it makes the difference felt in any Python, in a second.
"""

import builtins
import importlib.abc
import os
import signal
import socket
import subprocess
import sys
import threading
import time

MISSING = {  # modules that cannot be imported there
    *("multiprocessing", "_multiprocessing", "concurrent.futures.process", "_posixshmem", "_posixsubprocess", "curses"),
    *("dbm", "fcntl", "grp", "pwd", "readline", "resource", "syslog", "termios", "tkinter"),
    *("ipykernel", "jupyter_server", "nbclient", "psutil", "torch", "tornado", "zmq"),
}
UNKNOWN = {  # functions that are not there
    time: ("thread_time", "thread_time_ns", "pthread_getcpuclockid"),
    os: ("fork", "forkpty", "posix_spawn", "posix_spawnp", "sched_getaffinity", "getloadavg", "pidfd_open"),
}


class _Nowhere(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in MISSING or name.split(".")[0] in MISSING:
            raise ModuleNotFoundError(f"No module named {name!r}: not in a browser", name=name)


def _refuse(error):
    def refused(*_, **__):
        raise error

    return refused


class _AtOnce:
    """A timer that cannot wait: what it would have said later is said now."""

    def __init__(self, _interval, function, args=(), kwargs=None):
        self._call = lambda: function(*args, **(kwargs or {}))

    def start(self):
        self._call()

    def cancel(self):
        pass


def move_in():
    """From now on this Python lacks what a browser's lacks."""
    for name in [name for name in sys.modules if name in MISSING or name.split(".")[0] in MISSING]:
        del sys.modules[name]
    sys.meta_path.insert(0, _Nowhere())
    for module, names in UNKNOWN.items():
        for name in names:
            if hasattr(module, name):  # not every system has them
                delattr(module, name)
    os.cpu_count = lambda: None
    os.umask = lambda _mask: 0o777  # taken at its word, nobody may read what is written
    os.system = _refuse(OSError(52, "Function not implemented"))
    threading.Thread.start = _refuse(RuntimeError("can't start new thread"))
    threading.Timer = _AtOnce
    subprocess.Popen = _refuse(OSError(138, "emscripten does not support processes."))
    socket.socket.connect = _refuse(OSError(23, "Host is unreachable"))
    signal.setitimer = signal.alarm = _refuse(OSError(52, "Function not implemented"))
    builtins.input = _refuse(EOFError("no terminal"))
