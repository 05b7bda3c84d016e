"""A class of thirty on one computer: how long until all have their first picture, and what a kernel costs in memory.

Thirty kernels of one account run the first cells of lesson 00 at the same moment, then draw maps at the same moment.
"""

import json
import pathlib
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

from jupyter_client import KernelManager

ROOT = pathlib.Path(__file__).resolve().parent.parent
MANY = 30
MAPS = """from xo.filtering import FEATURES, filter_maps
from xo.plots import show_maps
show_maps(filter_maps(X[None], FEATURES[:, None]), over=9)"""


class Learner:
    """One kernel and the connection to it."""

    def __init__(self, tries=3):
        self.manager = KernelManager(kernel_name="python3")
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        try:
            self.client.wait_for_ready(timeout=120)
        except RuntimeError:  # another one took the port that was free a moment ago
            self.end()
            if not tries:
                raise
            self.__init__(tries - 1)

    def run(self, code):
        """Run a cell; returns: everything that it showed, by kind of output, and the names of its errors."""
        shown = []

        def hear(message):
            content = message["content"]
            shown.extend([content.get("ename"), content.get("text"), *content.get("data", ())])

        self.client.execute_interactive(code, timeout=120, output_hook=hear)
        return [part for part in shown if part]

    def memory(self):
        """What the kernel holds, in megabytes: (all that is in memory, its fair share of what several use)."""
        text = pathlib.Path(f"/proc/{self.manager.provisioner.pid}/smaps_rollup").read_text()
        sizes = {line.split(":")[0]: int(line.split()[1]) / 1000 for line in text.splitlines()[1:]}
        return sizes["Rss"], sizes["Pss"]

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def first_cells():
    """The two cells with which lesson 00 begins: imports, and the glass network."""
    cells = json.loads((ROOT / "notebooks/00_start_here.ipynb").read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"][:2]


def together(pool, learners, code):
    """Let all of them run a cell at once; returns: seconds until the last was answered, and what each was shown."""
    start = time.monotonic()
    shown = list(pool.map(lambda learner: learner.run(code), learners))
    return time.monotonic() - start, shown


def main(many=MANY):
    """Print a table."""
    imports, glass = first_cells()
    with ThreadPoolExecutor(many) as pool:
        start = time.monotonic()
        learners = list(pool.map(lambda _: Learner(), range(many)))
        rows = [(f"{many} kernels started", time.monotonic() - start)]
        try:
            for what, code in (("imports", imports), ("a network in glass, its first picture", glass), ("maps", MAPS)):
                seconds, shown = together(pool, learners, code)
                strange = [part for one in shown for part in one if "rror" in part or "locked" in part]
                assert not strange, strange
                rows.append((f"all run at once: {what}", seconds))
            memory = [learner.memory() for learner in learners]
        finally:
            list(pool.map(Learner.end, learners))
    print("| a class on one computer | measured | aim |\n| --- | ---: | ---: |")
    for what, seconds in rows:
        print(f"| {what}, until the last | {seconds:.1f} s | {'≤ 5' if 'first picture' in what else ''} |")
    for what, sizes in zip(("in memory", "fair share of what several use"), zip(*memory, strict=True), strict=True):
        aim = "≤ 90" if what == "in memory" else ""
        print(f"| a kernel with a network on screen, median, {what} | {statistics.median(sizes):.0f} MB | {aim} |")


if __name__ == "__main__":
    main()
