"""Run the lessons again and store what they show, all or those named: python3 start.py refresh [lesson ...]

Stores exactly what the notebook tests compare: no widget model ids, no clearing and updating of outputs,
execution counts 1..n. Cell ids, tags and slide roles stay. A second run on the same machine changes no byte.
Also puts the lesson map under each title, says how long the lesson takes, folds what answers a prediction (see
`lesson_parts`), and notes what the lesson asks, for receipts (see `lesson_plan`). A lesson goes by its number (3), its
name, or a notebook's path.
"""

import os
import sys
import tempfile
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from tools import options
from tools.kernels import own_sockets
from tools.lesson_map import LESSONS, with_map
from tools.lesson_parts import FOLDED, fold
from tools.lesson_plan import write_plan
from tools.lessons import NOTEBOOKS, find_lessons
from tools.minutes import told_minutes, with_minutes
from xo.files import write_whole

OVERWRITES = "notebooks/"
KEPT = ("tags", "slideshow", FOLDED, "page")  # page: the words that a page shows in a cell's place
ABOUT = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
WIDGET = "application/vnd.jupyter.widget-view+json"
SECONDS_PER_CELL = 60


class PlainClient(NotebookClient):
    """Leaves widgets and redrawn outputs alone: never waits for them (or hangs), sees what nbval sees."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.comm_open_handlers = {}

    def process_message(self, message, cell, cell_index):
        if message["msg_type"] in ("clear_output", "update_display_data"):
            return None
        return super().process_message(message, cell, cell_index)


def execute(notebook, folder):
    """Run every cell in a fresh kernel that starts in this folder; the outputs go into the notebook."""
    PlainClient(
        notebook,
        timeout=SECONDS_PER_CELL,
        kernel_name="python3",
        config=own_sockets(),
        record_timing=False,
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(folder)}},
    ).execute()


def steady_outputs(outputs, count):
    """The same outputs without what changes from run to run: model ids, tracebacks, how a stream was cut."""
    for output in outputs:
        output.get("data", {}).pop(WIDGET, None)
        if output.output_type == "execute_result":
            output.execution_count = count
        if output.output_type == "error":
            output.traceback = [f"{output.ename}: {output.evalue}"]
    return joined(outputs)


def joined(outputs):
    """Outputs in which what was printed in one go is one text again, however the kernel cut it."""
    whole = []
    for output in outputs:
        last = whole[-1] if whole else None
        if last and output.output_type == last.output_type == "stream" and output.name == last.name:
            last.text += output.text
        else:
            whole.append(output)
    return whole


def normalise(notebook):
    """Metadata, counts and outputs in the one form in which notebooks are stored."""
    notebook.metadata = nbformat.from_dict(ABOUT)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    count = 0
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({key: cell.metadata[key] for key in KEPT if key in cell.metadata})
        fold(cell)
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
            cell.outputs = steady_outputs(cell.outputs, count)
    return notebook


def refresh(path):
    """Run one notebook and store its outputs; the file is replaced only when something changed.

    returns: True where the file changed
    """
    notebook = nbformat.read(path, as_version=4)
    first, number = notebook.cells[0], path.name[:2]
    if number in LESSONS:
        first.source = with_minutes(with_map(first.source, number), told_minutes(notebook))
    execute(notebook, path.parent)
    text = nbformat.writes(normalise(notebook)) + "\n"
    if text == path.read_text(encoding="utf-8"):
        return False
    write_whole(path, text.encode())
    return True


def main(arguments):
    """Refresh the named lessons, or all of them; say what changed; stop at none that fails."""
    parser = options("refresh", __doc__)
    parser.add_argument("lessons", nargs="*", metavar="lesson")
    paths = find_lessons(parser.parse_args(arguments).lessons)
    failed = 0
    with tempfile.TemporaryDirectory() as own_settings:
        os.environ["IPYTHONDIR"] = own_settings
        os.environ.pop("MPLBACKEND", None)
        for path in paths:
            start = time.monotonic()
            try:
                changed = refresh(path)
                changed |= path.parent == NOTEBOOKS and write_plan(path)
                word = "changed" if changed else "the same"
            except (CellExecutionError, ValueError, TimeoutError) as error:
                word, failed = f"FAILED, file left as it was\n{error}", failed + 1
            print(f"{path.name}: {word} ({time.monotonic() - start:.0f} s)", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
