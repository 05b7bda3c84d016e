"""Networks to begin with: one made by hand, one that learned, and one of noise that is ready to learn."""

from xo.networks.hand_made import hand_made_network
from xo.networks.random_start import random_network
from xo.networks.trained import load_trained

__all__ = ["hand_made_network", "load_trained", "random_network"]
