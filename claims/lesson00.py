"""Lesson 0: nothing in it is left to luck. It shows shipped networks and published pictures (tests/test_trained.py)."""

CLAIMS = []
