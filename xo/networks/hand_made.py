"""Lesson 5. The hand-made network: the published one, whose features and votes a person chose."""

from xo.filtering import FEATURES, Convolution
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting, strong_weights


def hand_made_network():
    """The published network for 9 by 9 images: three features, ReLU, two poolings, and means as votes."""
    layers = [Convolution(FEATURES[:, None]), ReLU(), Pooling(), Pooling(), Voting(strong_weights())]
    return Network(layers)
