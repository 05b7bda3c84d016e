"""Lesson 1: nothing in it is left to luck. It speaks of published pictures only (tests/test_published.py)."""

CLAIMS = []
