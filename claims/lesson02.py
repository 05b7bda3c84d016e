"""Lesson 2: nothing in it is left to luck. It speaks of published pictures and counts (tests/test_published.py)."""

CLAIMS = []
