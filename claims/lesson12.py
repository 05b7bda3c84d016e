"""Lesson 12: nothing in it is left to luck. It compares networks with PyTorch's own answers (tests/test_oracle.py)."""

CLAIMS = []
