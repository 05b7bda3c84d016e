"""Lesson 12. Next tools: our network said in PyTorch, and each difference between the two switched on alone.

PyTorch is optional. Each question below is what a PyTorch user would write; `ask` runs it where PyTorch is installed,
and elsewhere gives the answer that PyTorch gave when the course was made (`python3 start.py record` asks again).
"""

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from xo.filtering import Convolution

RECORDED = Path(__file__).parent / "data" / "torch_answers.json"


def to_torch(network):
    """Build the same network from PyTorch's layers, with our numbers in it.

    network: a `Network`, whose layers say what they are in PyTorch
    returns: a torch.nn.Sequential in float64 that takes images (images, maps, rows, columns)
    raises: ValueError for a layer that does not say it
    """
    from torch import nn

    return nn.Sequential(*network.in_torch(nn))


def votes_by_torch(network, images):
    """The votes of the same network, cast by PyTorch."""
    import torch

    return to_torch(network)(torch.tensor(images))


def votes_without_dividing(network, images):
    """The same, with our features as they are: PyTorch adds up and does not divide by the number of pixels."""
    import torch

    twin = to_torch(network)
    ours = [layer for layer in network.layers if isinstance(layer, Convolution)]
    theirs = [layer for layer in twin if isinstance(layer, torch.nn.Conv2d)]
    for conv, layer in zip(theirs, ours, strict=True):
        conv.weight.data = torch.tensor(layer.features)
    return twin(torch.tensor(images))


def votes_without_bias(network, images):
    """The same, with every bias set to 0."""
    import torch

    twin = to_torch(network)
    for layer in twin:
        if getattr(layer, "bias", None) is not None:
            layer.bias.data.zero_()
    return twin(torch.tensor(images))


def filtered_both_ways(image, feature):
    """PyTorch's conv2d with a feature, and with the same feature turned over."""
    import torch

    image, feature = torch.tensor(image)[None, None], torch.tensor(feature)[None, None]
    maps = [torch.nn.functional.conv2d(image, kernel) for kernel in (feature, feature.flip(2, 3))]
    return torch.stack(maps)[:, 0, 0] / feature.numel()


def pooled_sizes(maps):
    """The rows and columns that PyTorch's max_pool2d leaves: by its own habit, and with ceil_mode=True."""
    import torch

    pooled = [torch.nn.functional.max_pool2d(torch.tensor(maps), 2, ceil_mode=ceil) for ceil in (False, True)]
    return torch.tensor([p.shape[-2:] for p in pooled])


def shares_and_error(votes, categories):
    """Softmax of the votes, and PyTorch's cross-entropy, which takes the *votes* and does the softmax itself."""
    import torch

    votes, categories = torch.tensor(votes), torch.tensor(categories)
    error = torch.nn.functional.cross_entropy(votes, categories)
    return torch.cat([votes.softmax(1).flatten(), error[None]])


def slopes_by_torch(network, images, categories):
    """The slopes of the first layer's features, found by PyTorch's autograd."""
    import torch

    twin = to_torch(network)
    conv = next(layer for layer in twin if isinstance(layer, torch.nn.Conv2d))
    torch.nn.functional.cross_entropy(twin(torch.tensor(images)), torch.tensor(categories)).backward()
    return conv.weight.grad / conv.weight[0].numel()


def ask(question, *arguments):
    """PyTorch's answer to one of the questions above, as an array: asked now, or recorded where it is missing.

    raises: ValueError if PyTorch is missing and the arguments are not the lesson's own
    """
    if find_spec("torch"):
        return question(*arguments).detach().numpy()
    answer = json.loads(RECORDED.read_text(encoding="utf-8"))[question.__name__]
    if answer["asked"] != fingerprint(*arguments):
        raise ValueError("expected the lesson's own numbers, which are recorded, got others: install PyTorch to ask")
    return np.array(answer["answer"])


def who_is_asked():
    """One sentence: PyTorch itself, or what is recorded of it and where to get it."""
    if find_spec("torch"):
        return "PyTorch is installed here: the answers below are its own, given now."
    return "PyTorch is not installed here: the answers below are recorded. To ask it yourself: pip install torch"


def fingerprint(*arguments):
    """A short sign of what was asked, the same on every machine: numbers count to 6 decimals."""
    digest = hashlib.sha256()
    for argument in arguments:
        for array in getattr(argument, "parameters", [argument]):
            digest.update((np.round(np.asarray(array, float), 6) + 0.0).tobytes())
    return digest.hexdigest()[:16]
