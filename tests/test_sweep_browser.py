"""The sweep panel in a real notebook: start it, use the kernel meanwhile, stop it, go on, finish in the next cell."""

import pytest
from served_course import rest, wait_until

CELLS = [
    "from xo.hyperparameters import Sweep\n"
    "from xo.widgets.sweeper import SweepPanel\n"
    "designs = {f'{n} features': f'filter {n} 3, relu, pool 2 2' for n in (2, 3, 4, 5)}\n"
    "sweep = Sweep(designs, seeds=range(5), images=600, rounds=8)\n"
    "panel = SweepPanel(sweep)\n"
    "panel",
    "print('kernel is free:', panel)",
    "print(len(list(sweep.run())) > 0, sweep)",
]
LABEL = ".xo-told"


@pytest.fixture
def sweeping(course, page):
    return course.show(page, "sweep", CELLS, LABEL, cell=0)


def done(page):
    return int(page.inner_text(LABEL).split(" of ")[0])


def test_start_leaves_the_kernel_free_and_stop_keeps_what_is_done(course, sweeping):
    page = sweeping
    start, stop = (page.get_by_role("button", name=name, exact=True) for name in ("Start", "Stop"))
    assert stop.is_disabled()
    start.click()
    wait_until(page, lambda: done(page) >= 2, LABEL)
    assert "kernel is free: SweepPanel: " in course.run(page, 1)
    stop.click()
    wait_until(page, start.is_enabled, LABEL)
    stopped = done(page)
    assert stopped < 20
    rest(page, 500)
    assert done(page) == stopped
    start.click()
    wait_until(page, lambda: done(page) > stopped, LABEL)
    assert "True Sweep: 4 designs, 5 seeds, 20 of 20 jobs done" in course.run(page, 2)
    wait_until(page, lambda: "20 of 20 jobs done. Best so far: " in page.inner_text(LABEL), LABEL)
    course.restart(page)
    wait_until(page, lambda: "Python has gone away, and with it this sweep" in page.inner_text(LABEL), LABEL)
