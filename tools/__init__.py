"""The house's own tools: `python3 start.py NAME` runs `tools/NAME.py`, whose docstring is its --help.

In an environment that is set up, `python -m tools NAME` does the same.

Beside its `main(arguments)` a command may say `NEEDS` (lists of requirements that a learner does not have), `FOR`
("teachers") and `OVERWRITES` (what it changes of what the course came with).
"""

import argparse


def options(name, says):
    """A parser for the arguments of a command, whose --help is the command's docstring."""
    plain = argparse.RawDescriptionHelpFormatter
    return argparse.ArgumentParser(prog=f"python3 start.py {name}", description=says, formatter_class=plain)
