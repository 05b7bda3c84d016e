"""A convolutional neural network small enough to hold in your head: a room for each lesson."""

__version__ = "1.0.0"
