"""In Pyodide: run the code cells of a lesson in one IPython, and tell what each of them showed as text."""

import json
import os

os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"

from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output


class Results(DisplayHook):
    """Keeps what a cell's last line is shown as."""

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.results.append(format_dict)


class Shell(InteractiveShell):
    displayhook_class = Results


shell = Shell.instance(colors="NoColor", history_manager=None)


def run(text):
    """Run a notebook's cells. returns: JSON, for each code cell its stdout, stderr, results and error"""
    shell.reset()
    return json.dumps(
        [shown("".join(cell["source"])) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    )


def shown(source):
    shell.results = []
    with capture_output() as kept:
        done = shell.run_cell(source)
    error = done.error_before_exec or done.error_in_exec
    passed_on = [output.data for output in kept.outputs] + shell.results
    results = [data.get("text/plain", "") for data in json.loads(json.dumps(passed_on))]  # nobody encodes bytes
    return {"stdout": kept.stdout, "stderr": kept.stderr, "results": results, "error": error and repr(error)}
