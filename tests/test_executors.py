"""A sweep runs on any executor, on a cluster as well: the same results, none lost when a worker is killed."""

import asyncio
import json
import multiprocessing
import os
import queue
import signal
import threading
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from xo.hyperparameters import Sweep
from xo.running import processes
from xo.running.processes import work_through

DESIGNS = {"votes": "", "two": "filter 2 3, relu, pool 2 2", "hidden": "hidden 4"}
SMALL = {"images": 40, "rounds": 1}


def done_here():
    sweep = Sweep(DESIGNS, seeds=(1, 2), **SMALL)
    list(sweep.run(cores=1))
    return sweep.results


def ident(job):
    return threading.get_ident()


def test_a_process_starts_fresh_and_is_no_copy_of_this_one():
    with processes._pool(2) as pool:
        assert pool._mp_context.get_start_method() == "spawn"


class Stubborn:
    """An executor that does nothing by itself: the test says what is done, and which workers die."""

    def __init__(self):
        self.asked = {}

    def submit(self, function, job):
        future = self.asked[job] = Future()
        return future


def test_results_come_as_they_are_done_and_nothing_is_waited_for_twice():
    executor = Stubborn()
    work = work_through(abs, [-1, -2, -3], executor, wait=False)
    assert next(work) is None
    executor.asked[-2].set_result(2)
    assert next(work) == (-2, 2)
    executor.asked[-3].set_exception(ConnectionError("its worker was killed"))
    assert next(work) == (-3, 3)
    assert next(work) is None
    work.close()
    assert executor.asked[-1].cancelled()


def test_an_executor_that_is_closed_leaves_the_work_here_and_an_open_one_stays_open():
    with ThreadPoolExecutor(2) as executor:
        assert sorted(work_through(abs, [-1, -2], executor)) == [(-2, 2), (-1, 1)]
        assert threading.get_ident() not in dict(work_through(ident, [1, 2], executor)).values()
        assert executor.submit(abs, -5).result() == 5
        with pytest.raises(TypeError, match="bad operand"):
            list(work_through(abs, ["a job that is wrong in itself"], executor))
    assert sorted(work_through(abs, [-1, -2], executor)) == [(-2, 2), (-1, 1)]


def test_the_panel_hands_its_jobs_to_an_executor_stops_there_and_goes_on_with_another():
    from xo.widgets.sweeper import SweepPanel

    expected, stubborn = done_here(), Stubborn()
    panel = SweepPanel(Sweep(DESIGNS, seeds=(1, 2), **SMALL), stubborn)

    async def until(condition):
        async with asyncio.timeout(60):
            while not condition():
                await asyncio.sleep(0.01)  # the panel leaves other cells their turn, or this never returns

    async def press():
        panel.start()
        await until(lambda: len(stubborn.asked) == 6)
        job, first = next(iter(stubborn.asked.items()))
        first.set_result(expected[str(job)])
        await until(lambda: "1 of 6 jobs done" in repr(panel))
        panel.stop()
        await until(lambda: [future.cancelled() for future in stubborn.asked.values()] == [False] + 5 * [True])
        with ThreadPoolExecutor(2) as panel.cores:
            panel.start()
            await until(lambda: "6 of 6 jobs done. Best so far: " in repr(panel))

    with ThreadPoolExecutor(1) as apart:  # a browser test before this one leaves its loop running in this thread
        apart.submit(asyncio.run, press()).result()
    assert panel.sweep.results == expected


def test_a_worker_leaves_the_stop_button_to_the_kernel_and_goes_when_that_is_gone(monkeypatch):
    gone, ends, before = threading.Event(), queue.Queue(), threading.enumerate()
    handler = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: type("Kernel", (), {"join": gone.wait}))
    monkeypatch.setattr(os, "_exit", ends.put)
    try:
        processes._leave_with_parent()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert [thread.daemon for thread in threading.enumerate() if thread not in before] == [True]
        assert ends.empty()
    finally:
        gone.set()
        signal.signal(signal.SIGINT, handler)
    assert ends.get(timeout=60) == 1


def test_a_sweep_on_a_dask_cluster_goes_on_where_it_stopped_and_survives_a_killed_worker(tmp_path):
    from dask.distributed import Client, LocalCluster

    file, expected = tmp_path / "sweep.json", done_here()
    local = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "host": "127.0.0.1"}
    with LocalCluster(**local) as cluster, Client(cluster) as client:
        executor = client.get_executor()
        pids = {pid for _, pid in work_through(eval, ["__import__('os').getpid()"] * 6, executor)}
        assert os.getpid() not in pids
        first = Sweep(DESIGNS, seeds=(1, 2), file=file, **SMALL)
        run = first.run(executor)
        next(run)
        run.close()
        assert len(json.loads(file.read_text())) == 1
        second = Sweep(DESIGNS, seeds=(1, 2), file=file, **SMALL)
        assert len(second.left) == 5
        run = second.run(executor)
        next(run)
        os.kill(pids.pop(), signal.SIGKILL)
        assert len(list(run)) == 4
    assert second.results == json.loads(file.read_text()) == expected
