"""Long work in short pieces on the kernel's own loop, while somebody watches; no threads."""

import asyncio
import time

NEWS_EVERY_S = 1 / 15
WORK_AT_MOST_S = 0.03
ALONE_AFTER_S = 6.0


class BackgroundTask:
    """One piece of long work at a time.

    pieces: an iterator; each item is a short piece of work done, and the seconds to wait before the next
    report(number): sends news, at most 15 times a second and never before the last news was `acknowledged`
    ended(reason): "done", "stopped", "alone" when nobody acknowledged for some seconds, or an exception
    """

    def __init__(self, report, ended):
        self._report, self._ended = report, ended
        self._task, self._sent, self._answered, self._alone = None, 0, 0, 0.0

    @property
    def running(self):
        return self._task is not None and not self._task.done()

    def start(self, pieces):
        """raises: RuntimeError where no loop is running, as in a plain script"""
        self.stop()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise RuntimeError("expected a notebook, where work goes on between cells, got none") from None
        self._answered, self._alone = self._sent, 0.0
        self._task = loop.create_task(self._go(pieces))

    def stop(self):
        """Before this returns, the work has ended (a piece is never cut in two)."""
        if self.running:
            self._task.cancel()
            self._task = None
            self._ended("stopped")

    def acknowledge(self, number=None):
        """Somebody has drawn the news with this number (none: somebody is there)."""
        self._alone = 0.0
        self._answered = self._sent if number is None else max(self._answered, number)

    async def _go(self, pieces):
        me = asyncio.current_task()
        try:
            reason = await self._work(pieces)
        except Exception as error:
            reason = error
        if self._task is me:
            self._task = None
            self._ended(reason)

    async def _work(self, pieces):
        told = breathed = time.monotonic() - NEWS_EVERY_S
        for pause in pieces:
            now = time.monotonic()
            if now - told >= NEWS_EVERY_S and self._answered >= self._sent:
                told, self._sent = now, self._sent + 1
                self._report(self._sent)
            if pause or now - breathed >= WORK_AT_MOST_S:
                # Where a cell held the loop up, no viewer could have answered: that time does not count.
                self._alone += min(now - breathed, 0.25)
                if self._alone > ALONE_AFTER_S:
                    return "alone"
                await asyncio.sleep(max(pause, 0.002))
                breathed = now if pause else time.monotonic()
        return "done"
