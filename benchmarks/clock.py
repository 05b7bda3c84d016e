"""How the benchmarks measure: contestants take turns, and the best time of each counts.

Processor time, not time on the wall: other programs on the machine then disturb the ratios little.
"""

import time


def race(contestants, turns=9):
    """Run each contestant once to warm up, then in turns. returns: the least seconds of each, in order"""
    for run in contestants:
        run()
    best = [float("inf")] * len(contestants)
    for _ in range(turns):
        for number, run in enumerate(contestants):
            start = time.process_time()
            run()
            best[number] = min(best[number], time.process_time() - start)
    return best
