"""The house's own tools: `python3 start.py NAME` runs `tools/NAME.py`."""
