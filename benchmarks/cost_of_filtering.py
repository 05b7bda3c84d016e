"""What one convolution layer costs as pixels and features grow: python benchmarks/cost_of_filtering.py

Counts the multiplications and measures the processor's seconds (one thread, float32, best of five). Lesson 2
quotes the table.
"""

import os
import time

from xo.running.processes import ONE_THREAD

os.environ.update(ONE_THREAD)

import numpy as np

from xo.filtering import Convolution, filter_maps

CASES = (  # rows, columns, number of features, side of a feature
    (816, 612, 3, 3),
    (1632, 1224, 3, 3),
    (3264, 2448, 3, 3),
    (1632, 1224, 3, 6),
    (1632, 1224, 12, 3),
    (1632, 1224, 48, 3),
)


def seconds(rows, columns, count, side, runs=5):
    rng = np.random.default_rng(0)
    image = rng.standard_normal((1, rows, columns), dtype=np.float32)
    features = rng.standard_normal((count, 1, side, side), dtype=np.float32)
    times = []
    for _ in range(runs):
        start = time.process_time()
        filter_maps(image, features)
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    print(f"{'megapixels':>10} {'features':>13} {'multiplications':>16} {'seconds':>8}")
    for rows, columns, count, side in CASES:
        layer = Convolution(np.zeros((count, 1, side, side)))
        products = layer.operations((1, rows, columns))["multiplications"]
        features = f"{count} of {side} by {side}"
        taken = seconds(rows, columns, count, side)
        print(f"{rows * columns / 1e6:10.2f} {features:>13} {products:16,} {taken:8.2f}")
