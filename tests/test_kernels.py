"""Lessons' kernels share nothing that two of them could be given at the same time."""

import os
import subprocess
import sys

import nbformat
import pytest

from tools.kernels import own_sockets
from tools.refresh import execute
from tools.test import NOTEBOOKS
from tools.web.lesson import run

ASKED = """
from ipykernel.kernelapp import IPKernelApp
print(IPKernelApp.instance().transport)
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="ZeroMQ knows ports only, there")


def lesson():
    printed = nbformat.v4.new_output("stream", name="stdout", text="ipc\n")
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(ASKED, outputs=[printed], execution_count=1)])


def test_two_kernels_never_share_a_socket_and_its_path_is_short():
    one, other = (own_sockets()["KernelManager"]["connection_file"] for _ in range(2))
    assert one != other
    assert len(f"{one.removesuffix('.json')}-ipc-5") < 104  # what macOS allows; Linux 108


@pytest.mark.parametrize("door", ["nbval", "nbval, two at a time"])
def test_the_lessons_own_tests_need_no_port(tmp_path, door):
    paths = [tmp_path / f"{name}.ipynb" for name in "ab"]
    for path in paths:
        nbformat.write(lesson(), path)
    two = ["-n", "2", "--dist", "loadfile"] if "two" in door else []
    command = [sys.executable, "-m", "pytest", *NOTEBOOKS, *two, "-q", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert "2 passed" in done.stdout, done.stdout + done.stderr


def test_refresh_and_pages_need_no_port(tmp_path):
    notebook = lesson()
    execute(notebook, tmp_path)
    assert notebook.cells[0].outputs[0].text == "ipc\n"
    nbformat.write(lesson(), tmp_path / "lesson.ipynb")
    assert run(tmp_path / "lesson.ipynb").cells[0].outputs[0].text == "ipc\n"
