"""Kernels that lessons are run in, as a plugin for nbval too: their sockets are files of their own, not TCP ports.

jupyter_client looks for free ports and lets go of them; the kernel takes them half a second later. Where two programs
start kernels at once, as tests do, another may have taken one by then, and the kernel dies: "Address already in use".
"""

import os
import pathlib
import tempfile
import uuid

from jupyter_client import KernelManager
from traitlets.config import Config


def own_sockets():
    """A new configuration for a kernel's manager; an empty one on Windows, whose ZeroMQ knows ports only."""
    if os.name == "nt":
        return Config()
    file = pathlib.Path(tempfile.gettempdir(), f"xo-{uuid.uuid4().hex[:12]}.json")  # a socket's path must be short
    return Config(KernelManager={"transport": "ipc", "connection_file": str(file)})


def pytest_configure():
    """nbval has no setting for this: it takes the class by its name."""
    import nbval.kernel

    nbval.kernel.KernelManager = lambda **options: KernelManager(**options, config=own_sockets())
