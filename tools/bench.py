"""Measure speed and print the tables of benchmarks/README.md: python3 start.py bench [PART]

pen: how soon the screen follows a stroke, in a real browser; torch: operations and training beside PyTorch, which is
installed for it (1.5 GB more in .venv); browser: training in the browser's engine beside TensorFlow.js and ConvNetJS,
which npm fetches for it (0.3 GB more); pages: the weight of the website's pages, and how soon they answer; thirty:
kernels of a class on one computer (Linux); hub: a class on one JupyterHub (Linux; only where it is named, since it
wants pip's jupyterhub and npm's configurable-http-proxy). Without any: all others.
Takes some minutes on a computer that does nothing else.
"""

import importlib
import os

from tools import options
from xo.running.processes import ONE_THREAD

NEEDS = ["requirements-test.txt", "requirements-torch.txt"]


ALL = ("torch", "browser", "pen", "pages", "thirty")  # in this order
FILES = {"browser": "browser_training", "pen": "widget_latency"}  # in benchmarks/, where they have other names


def main(arguments):
    """Measure every part, or the one that is named."""
    parser = options("bench", __doc__)
    parser.add_argument("part", nargs="?", choices=[*ALL, "hub"])
    part = parser.parse_args(arguments).part
    for name in [part] if part else ALL:
        if name in ("torch", "browser"):  # with two threads, beside other work, NumPy and PyTorch stall at random
            os.environ.update(ONE_THREAD)
        if name == "torch":
            against_torch()
        else:
            importlib.import_module(f"benchmarks.{FILES.get(name, name)}").main()


def against_torch():
    """Operations and training beside PyTorch's."""
    import numpy as np
    import torch

    torch.set_num_threads(1)
    from benchmarks import operations, training

    print(f"NumPy {np.__version__}, PyTorch {torch.__version__}, one thread each, processor time, best of all turns\n")
    print("| against PyTorch's best layout | xo, ms | PyTorch, ms | ratio | aim |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for rows in (training.epoch_rows(), training.seconds_rows(), operations.large_image_rows()):
        for what, ours, theirs, aim in rows:
            aim = "" if aim is None else f"{aim:.2f}"
            print(f"| {what} | {ours * 1e3:.1f} | {theirs * 1e3:.1f} | {ours / theirs:.2f} | {aim} |", flush=True)
    print("\n| alone | measured | aim |\n| --- | ---: | ---: |")
    for what, found, unit, aim, more in operations.plain_rows():
        aim = f"{'≥' if more else '≤'} {aim:,}" if aim else ""
        print(f"| {what} | {found:,.{0 if found >= 10 else 2}f} {unit} | {aim} |", flush=True)
