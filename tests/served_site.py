"""A folder served on this machine, as a test needs it."""

import contextlib
import functools
import http.server
import threading

STRICT = "default-src 'self'; style-src 'self' 'unsafe-inline'"
ONE_FILE = "default-src 'self' 'unsafe-inline'"  # what school platforms set for a page that is one file


@contextlib.contextmanager
def serve(root, policy=STRICT):
    """The address of a folder while it is served. policy: what its pages may load and run; None: all"""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            if policy:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
