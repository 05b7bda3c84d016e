"""A class of thirty on one computer: how long until all have their first picture, and what a kernel costs in memory.

Thirty kernels of one account run the first cells of lesson 00 at the same moment, then draw maps at the same moment.
"""

import asyncio
import json
import pathlib
import statistics
import time

from jupyter_client import AsyncKernelManager

ROOT = pathlib.Path(__file__).resolve().parent.parent
MANY, PATIENCE_S = 30, 120
MAPS = """from xo.filtering import FEATURES, filter_maps
from xo.plots import show_maps
show_maps(filter_maps(X[None], FEATURES[:, None]), over=9)"""


class Learner:
    """One kernel and the connection to it."""

    async def begin(self, tries=3):
        self.manager = AsyncKernelManager(kernel_name="python3")
        await self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        try:
            await self.client.wait_for_ready(timeout=PATIENCE_S)
        except RuntimeError:  # another program took the port that was free a moment ago
            await self.end()
            if not tries:
                raise
            await self.begin(tries - 1)

    async def run(self, code):
        """Run a cell; returns: the kinds of what it showed, its texts and the names of its errors."""
        asked, shown = self.client.execute(code), []
        while True:
            message = await self.client.get_iopub_msg(timeout=PATIENCE_S)
            content = message["content"]
            if message["parent_header"].get("msg_id") == asked:
                if content.get("execution_state") == "idle":
                    return [part for part in shown if part]
                shown += [content.get("ename"), content.get("text"), *content.get("data", ())]

    def memory(self):
        """What the kernel holds, in megabytes: (all that is in memory, its fair share of what several use)."""
        text = pathlib.Path(f"/proc/{self.manager.provisioner.pid}/smaps_rollup").read_text()
        sizes = {line.split(":")[0]: int(line.split()[1]) / 1000 for line in text.splitlines()[1:]}
        return sizes["Rss"], sizes["Pss"]

    async def end(self):
        self.client.stop_channels()
        await self.manager.shutdown_kernel(now=True)


def first_cells():
    """The two cells with which lesson 00 begins: imports, and the glass network."""
    cells = json.loads((ROOT / "notebooks/00_start_here.ipynb").read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"][:2]


async def measure(many):
    """Seconds by what was done, and the memory of each kernel at the end."""
    imports, glass = first_cells()
    cells = {"imports": imports, "a network in glass, the first picture": glass, "maps": MAPS}
    learners, start = [Learner() for _ in range(many)], time.monotonic()
    await asyncio.gather(*(learner.begin() for learner in learners))
    seconds = {f"{many} kernels started": time.monotonic() - start}
    try:
        for what, code in cells.items():
            start = time.monotonic()
            shown = await asyncio.gather(*(learner.run(code) for learner in learners))
            seconds[f"all at once: {what}"] = time.monotonic() - start
            strange = [part for one in shown for part in one if "rror" in part or "locked" in part]
            if strange:
                raise RuntimeError(f"a cell failed: {strange[0]}")
        return seconds, [learner.memory() for learner in learners]
    finally:
        await asyncio.gather(*(learner.end() for learner in learners))


def main(many=MANY):
    """Print a table."""
    seconds, memory = asyncio.run(measure(many))
    print("| a class on one computer | measured | aim |\n| --- | ---: | ---: |")
    for what, found in seconds.items():
        print(f"| {what}, until the last | {found:.1f} s | {'≤ 5' if 'first picture' in what else ''} |")
    for what, sizes in zip(("in memory", "fair share of what several use"), zip(*memory, strict=True), strict=True):
        aim = "≤ 90" if what == "in memory" else ""
        print(f"| a kernel with a network on screen, median, {what} | {statistics.median(sizes):.0f} MB | {aim} |")


if __name__ == "__main__":
    main()
