"""Single operations: one drawing, one large image, drawings by the thousand, and `import xo`."""

import subprocess
import sys
import tracemalloc

import numpy as np
import torch

from benchmarks.clock import race
from xo.filtering import FEATURES, filter_maps
from xo.images import X, make_images
from xo.networks import hand_made_network

IMPORT = "import time; t = time.process_time(); import {}; print(time.process_time() - t)"


def large_image_rows():
    """Eight million pixels by three features, against `conv2d` as it comes and told that channels come last."""
    image = np.random.default_rng(0).uniform(-1, 1, (1, 2448, 3264)).astype(np.float32)
    features = FEATURES[:, None].astype(np.float32)
    weights, usual = torch.from_numpy(features / 9), torch.from_numpy(image)[None]
    last = usual.to(memory_format=torch.channels_last)
    contestants = [
        lambda: filter_maps(image, features),
        lambda: torch.nn.functional.conv2d(usual, weights),
        lambda: torch.nn.functional.conv2d(last, weights),
    ]
    ours, theirs, theirs_last = race(contestants)
    yield "8 megapixels by three features, conv2d", ours, theirs, 0.25
    yield "the same, conv2d with channels_last", ours, theirs_last, None


def plain_rows():
    """What has an aim of its own: a name, the figure, its unit, the aim, and whether more is better."""
    network, drawing = hand_made_network(), X[None, None]

    def thousand():
        for _ in range(1000):
            network.forward(drawing)

    yield "one 9 by 9 drawing through the hand-made network", race([thousand])[0] * 1000, "microseconds", 40, False
    for size, count, aim in ((9, 20_000, 100_000), (28, 4000, 20_000)):
        seconds = race([lambda size=size, count=count: make_images(count, size, 0, np.float32)])[0]
        yield f"drawings made, {size} by {size}, float32", count / seconds, "a second", aim, True
    image, features = np.ones((1, 2448, 3264), np.float32), FEATURES[:, None].astype(np.float32)
    tracemalloc.start()
    made = filter_maps(image, features)
    peak = tracemalloc.get_traced_memory()[1] / made.nbytes - 1
    tracemalloc.stop()
    yield "memory for 8 megapixels beyond the output", peak, "outputs", 1.1, False
    ours = "xo, xo.stacking, xo.backprop"
    for what, names, aim in (("xo and its operations", ours, 100), ("NumPy alone", "numpy", "")):
        times = [float(subprocess.check_output([sys.executable, "-c", IMPORT.format(names)])) for _ in range(9)]
        yield f"import {what}", min(times) * 1000, "milliseconds", aim, False
