"""A small PyTorch model as a network of xo."""

from importlib.util import find_spec

from xo.your_network.assembling import Assembly
from xo.your_network.conv import EDGES
from xo.your_network.pools import AveragePool, MaxPool


def from_torch(model, paper=-1, ink=1):
    """The same network as a PyTorch model, to be shown by GlassNetwork, traced and edited.

    model: a torch.nn.Sequential of Conv2d, BatchNorm2d (in eval mode), ReLU, MaxPool2d, AvgPool2d, Flatten, Linear,
           Dropout and Softmax(1), with at most 50,000 numbers; Dropout is left out, BatchNorm2d goes into the
           convolution before it
    paper, ink: the numbers that the model was given where nothing is and where the ink is, such as 0 and 1. The images
                of xo go from -1 to 1: for others, a first layer of one pixel makes the one of the other
    returns: a Network
    raises: TypeError for another thing than a Sequential with layers; ValueError that names the layer that cannot be
            shown; ModuleNotFoundError where PyTorch is not installed
    """
    if find_spec("torch") is None:
        raise ModuleNotFoundError("from_torch needs PyTorch, which is not installed here: pip install torch")
    from torch import nn

    modules = model.named_modules(remove_duplicate=False) if type(model) is nn.Sequential else ()
    layers = [module for _, module in modules if type(module) is not nn.Sequential]
    if not layers:
        came = "an empty one" if type(model) is nn.Sequential else type(model).__name__
        own = isinstance(model, nn.Module) and type(model) is not nn.Sequential
        way = ": put its layers into one, in order, or torch.onnx.export it for from_onnx" if own else ""
        raise TypeError(f"expected a torch.nn.Sequential with layers in it, got {came}{way}")
    readers, found = _readers(nn), Assembly(paper, ink)
    for number, layer in enumerate(layers, 1):
        kind = type(layer).__name__
        with found.reading(f"layer {number} ({kind})"):
            if type(layer) not in readers:
                found.refuse_kind([one.__name__ for one in readers], kind)
            readers[type(layer)](layer, found)
    if hooked := [module for module in model.modules() if module._forward_hooks or module._forward_pre_hooks]:
        raise ValueError(f"expected layers as they are, got a {type(hooked[0]).__name__} with a hook")
    return found.network()


def _readers(nn):
    """How each kind of layer is read."""
    return {
        nn.Conv2d: _convolution,
        nn.BatchNorm2d: _normalisation,
        nn.ReLU: lambda module, found: found.relu(),
        nn.MaxPool2d: _largest,
        nn.AvgPool2d: _mean,
        nn.Flatten: _flatten,
        nn.Linear: lambda module, found: found.vote(_numbers(module.weight), _numbers(module.bias)),
        nn.Dropout: lambda module, found: None,
        nn.Dropout2d: lambda module, found: None,
        nn.Identity: lambda module, found: None,
        nn.Softmax: _softmax,
    }


def _numbers(tensor):
    """In double precision; None where there are none. raises: ValueError for complex ones, or a tensor without any"""
    if tensor is None:
        return None
    if tensor.is_complex() or tensor.is_meta:
        raise ValueError(f"expected ordinary numbers, got {'complex ones' if tensor.is_complex() else 'none yet'}")
    return tensor.detach().cpu().double().numpy()


def _pair(value):
    return tuple(value) if isinstance(value, tuple | list) else (value, value)


def _convolution(module, found):
    _refuse_dilation(module, found)
    if module.padding_mode != "zeros" and module.padding not in (0, (0, 0), "valid"):
        found.refuse("a padding of zeros", f"one of kind {module.padding_mode!r}")
    down, across = module.stride
    steps = {"down": down, "across": across, **_edges(module.padding, module.kernel_size)}
    found.convolve(_numbers(module.weight), _numbers(module.bias), module.groups, **steps)


def _edges(padding, window):
    """How many rows and columns of zeros there are, in PyTorch's words or numbers."""
    if padding == "same":
        before, after = [(side - 1) // 2 for side in window], [side // 2 for side in window]
    else:
        before = after = (0, 0) if padding == "valid" else _pair(padding)
    return dict(zip(EDGES, (*before, *after), strict=True))


def _normalisation(module, found):
    if module.running_mean is None:
        found.refuse(
            "a normalisation by fixed numbers",
            "one of track_running_stats=False, which takes them from each batch anew",
        )
    if module.training:
        found.refuse("a normalisation that no longer learns: call model.eval() first", "one that does")
    weight, bias = (1, 0) if module.weight is None else (_numbers(module.weight), _numbers(module.bias))
    found.normalise(weight, bias, _numbers(module.running_mean), _numbers(module.running_var), module.eps)


def _largest(module, found):
    _refuse_dilation(module, found)
    if module.return_indices:
        found.refuse("a pooling that returns values", "one that returns indices")
    found.pool(MaxPool(**_window(module)))


def _mean(module, found):
    if module.divisor_override is not None:
        found.refuse("a mean", f"a sum divided by {module.divisor_override}")
    found.pool(AveragePool(**_window(module), edge=module.count_include_pad))


def _window(module):
    (rows, columns), (down, across) = _pair(module.kernel_size), _pair(module.stride)
    steps = {"rows": rows, "columns": columns, "down": down, "across": across, "ceil": module.ceil_mode}
    return {**steps, **_edges(module.padding, (rows, columns))}


def _flatten(module, found):
    if module.start_dim != 1 or module.end_dim not in (-1, 3):
        found.refuse("Flatten() of all but the images", f"Flatten({module.start_dim}, {module.end_dim})")
    found.flatten()


def _softmax(module, found):
    if module.dim not in (1, -1):
        found.refuse("Softmax(1)", f"Softmax({module.dim})")
    found.shares()


def _refuse_dilation(module, found):
    if _pair(module.dilation) != (1, 1):
        found.refuse("dilation 1", f"dilation {_pair(module.dilation)}")
