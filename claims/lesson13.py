"""Lesson 13: nothing in it is left to luck. It speaks of published pictures; its seconds are one machine's."""

CLAIMS = []
