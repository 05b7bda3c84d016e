"""Run something beside whatever else holds this thread's event loop (Playwright does, once a browser test has run)."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def apart(work, *arguments):
    """Call a function on a thread of its own, where no loop is running."""
    with ThreadPoolExecutor(1) as other:
        return other.submit(work, *arguments).result()


def play_scene(coroutine):
    """asyncio.run, whatever is running here."""
    return apart(asyncio.run, coroutine)
