"""Set the course up from this folder, without a network: python3 start.py (on Windows: py start.py)

Copies the course into the folder xo-course of your home directory, installs it there, and opens it. Afterwards neither
this folder nor a network is needed: run start.py in xo-course. Options go on to the course's own start.py.
"""

from __future__ import print_function

import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PLACE = os.path.join(os.path.expanduser("~"), "xo-course")


def main(arguments):
    """Copy, then become the copy's start.py."""
    if sys.version_info >= (3, 11):  # the course's own start.py tells older ones so
        print("Copying the course to %s, where your lessons will be, too." % PLACE)
        shutil.copytree(os.path.join(HERE, "course"), PLACE, dirs_exist_ok=True)
    source = os.path.join(PLACE if sys.version_info >= (3, 11) else os.path.join(HERE, "course"), "start.py")
    os.environ["XO_WHEELS"] = os.path.join(HERE, "wheels")
    sys.stdout.flush()
    command = [sys.executable, source] + arguments
    if os.name != "nt":
        os.execv(command[0], command)
    import contextlib
    import subprocess

    child = subprocess.Popen(command)
    while True:
        with contextlib.suppress(KeyboardInterrupt):  # the child got it, too, and ends by itself
            sys.exit(child.wait())


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except OSError as error:
        sys.exit("The course could not be copied: %s" % error)
