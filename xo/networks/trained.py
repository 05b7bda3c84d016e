"""Lesson 0. Trained networks: they learned from our own drawings only, and ship with the course.

The small one for 9 by 9 images is built like the hand-made network, layer by layer, so that it can be read whole. The
wide one has two features more, 274 numbers, and learned from thinner pens as well: it is for letters of other hands and
of print. Of 537 typefaces' letters it misreads 0.8 % in grey and 1.2 % in black and white (small: 1.0 and 1.7), of our
own drawings in grey as many as the small one. The deep ones look again, with more features, at what their first
features found.
"""

from numbers import Number
from pathlib import Path

from xo.arguments import in_short
from xo.stacking import Network

KINDS = {9: ("small", "wide", "deep"), 28: ("deep",)}  # the sizes there are, and the kinds for each


def load_trained(size=9, kind=None):
    """The trained network for images of `size` by `size` pixels.

    size: 9 or 28; kind: "small" or "wide" (for 9 only) or "deep"; none: the smallest there is
    returns: a fresh Network each time, its votes in the order (X, O)
    raises: ValueError for another size or kind
    """
    if not isinstance(size, Number) or size not in KINDS:
        raise ValueError(f"expected a size of {' or '.join(map(str, KINDS))}, got {in_short(size)}")
    kind = KINDS[size][0] if kind is None else kind
    if not isinstance(kind, str) or kind not in KINDS[size]:
        kinds = " or ".join(f'"{name}"' for name in KINDS[size])
        raise ValueError(f"expected kind {kinds} for {size} by {size} images, got {in_short(kind)}")
    return Network.load(file_of(size, kind))


def file_of(size, kind):
    """Where the network of that size and kind is kept."""
    return Path(__file__).with_name(f"trained_{int(size)}_{kind}.npz")
