"""The server extension: every connection to a kernel sends small messages at once."""

import logging
import types

from jupyter_server.services.kernels import websocket
from own_loop import play_scene

from xo import jupyter_nodelay


class Handler:
    """Stands in for the server's handler of a kernel connection."""

    def __init__(self):
        self.steps = []

    def set_nodelay(self, on):
        self.steps.append(("nodelay", on))

    async def open(self, kernel):
        self.steps.append(("open", kernel))
        return "opened"


def test_a_connection_sends_at_once_and_opens_as_usual(monkeypatch):
    monkeypatch.setattr(websocket, "KernelWebsocketHandler", type("Own", (Handler,), {}))
    jupyter_nodelay._load_jupyter_server_extension(types.SimpleNamespace(log=logging.getLogger("test")))
    connection = websocket.KernelWebsocketHandler()
    assert play_scene(connection.open("a kernel")) == "opened"
    assert connection.steps == [("nodelay", True), ("open", "a kernel")]


def test_the_real_server_still_has_what_the_extension_changes():
    assert callable(websocket.KernelWebsocketHandler.open)
    assert callable(websocket.KernelWebsocketHandler.set_nodelay)


def test_the_served_course_has_it_switched_on(course):
    assert "xo.jupyter_nodelay: small messages" in (course.folder / "server.log").read_text()
