"""Training against PyTorch: the same drawings, first weights and order of batches, one thread each.

The network: 8 features - ReLU - pooling - 16 features - ReLU - pooling - votes. PyTorch runs eagerly, once with its
usual memory layout and once with channels_last; its better time is the one that counts.
"""

import numpy as np
import torch

from benchmarks.clock import race
from xo.backprop import Adam, Descent, accuracy, train, training
from xo.images import make_images
from xo.networks import random_network
from xo.next_tools import to_torch

AIMS = {(9, 32): 0.40, (9, 256): 0.65, (28, 32): 1.0, (28, 256): 0.90}


def start(size, dtype):
    return random_network(size, features=(8, 16), biases=True, rng=0, dtype=dtype)


def start_torch(size, dtype, layout):
    """The same network in PyTorch, from the same numbers."""
    dtypes = {np.float32: torch.float32, np.float64: torch.float64}
    return to_torch(start(size, dtype)).to(dtypes[dtype], memory_format=layout)


def torch_steps(model, rule, images, categories, rounds, batch, seed):
    """A generator of PyTorch's training steps, in the order of batches that `train` uses."""
    rng = np.random.default_rng(seed)
    for _ in range(rounds):
        order = torch.from_numpy(rng.permutation(len(images)))
        for chosen in order.split(batch):
            rule.zero_grad()
            torch.nn.functional.cross_entropy(model(images[chosen]), categories[chosen]).backward()
            rule.step()
            yield


def epoch_rows():
    """One row for each size of image, size of batch and precision: an epoch's time as a share of PyTorch's."""
    for dtype in (np.float32, np.float64):
        for (size, batch), aim in AIMS.items():
            images, categories = make_images({9: 2560, 28: 512}[size], size, rng=0, dtype=dtype)

            network, theirs = start(size, dtype), []
            for layout in (torch.contiguous_format, torch.channels_last):
                model = start_torch(size, dtype, layout)
                given = torch.from_numpy(images).to(memory_format=layout), torch.from_numpy(categories)
                rule = torch.optim.SGD(model.parameters(), 0.01)
                theirs.append(
                    lambda model=model, rule=rule, given=given, batch=batch: list(
                        torch_steps(model, rule, *given, 1, batch, 0)
                    )
                )
            how = {"batch": batch, "rule": Descent(0.01)}
            given = network, images, categories
            mine, *others = race([lambda given=given, how=how: train(*given, **how), *theirs])
            what = f"training epoch, {size} by {size}, batch {batch}, {np.dtype(dtype).name}"
            yield what, mine, min(others), aim if dtype is np.float32 else 1.0


def seconds_rows(share=0.99, every=50):
    """The time until this share of unseen drawings is read right, each with Adam at the rate that suits it best."""
    images, categories = make_images(10_000, rng=1, dtype=np.float32, variety=0.7)
    unseen = make_images(2000, rng=2, dtype=np.float32, variety=0.7)

    def ours(rate):
        network = start(9, np.float32)
        for report in training(network, images, categories, rounds=20, rule=Adam(rate)):
            if report.step % every == 0 and accuracy(network, *unseen) >= share:
                return
        raise RuntimeError("our network did not get there")

    def theirs(rate, layout):
        model = start_torch(9, np.float32, layout)
        given = torch.from_numpy(images).to(memory_format=layout), torch.from_numpy(categories)
        asked, right = torch.from_numpy(unseen[0]).to(memory_format=layout), torch.from_numpy(unseen[1])
        rule = torch.optim.Adam(model.parameters(), rate)
        for step, _ in enumerate(torch_steps(model, rule, *given, 20, 32, 0), 1):
            if step % every == 0:
                with torch.no_grad():
                    if (model(asked).argmax(1) == right).float().mean() >= share:
                        return
        raise RuntimeError("PyTorch's network did not get there")

    rates = (0.01, 0.02, 0.04)
    layouts = (torch.contiguous_format, torch.channels_last)
    runs = [lambda rate=rate: ours(rate) for rate in rates]
    runs += [lambda rate=rate, layout=layout: theirs(rate, layout) for rate in rates for layout in layouts]
    seconds = race(runs, turns=3)
    yield "time to 99 % on unseen drawings, 9 by 9", min(seconds[:3]), min(seconds[3:]), 1.0
