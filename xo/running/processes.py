"""Lesson 10. Working: do a list of jobs on several cores, or on one where that cannot be, with the same results.

What only several processes need is imported where they are started: Python in a browser has none of it.
"""

import contextlib
import os
import sys
from collections import deque

# Settings for a process whose NumPy is to reckon on one thread; they count if they are there before NumPy is imported.
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def work_through(function, jobs, cores=2, wait=True):
    """Yield (job, result) in the order of the jobs. To stop, do not ask on, or close the iterator.

    function: one of a module, so that another process can find it; jobs: what it takes, one each
    cores: how many processes, or an executor (see `on_executor`), with which results come in the order in which
           they are done
    wait: False yields None while nothing is ready, so that somebody else can get on with something
    """
    if is_executor(cores):
        yield from on_executor(cores, function, list(jobs), wait)
        return
    jobs, done = list(jobs), 0
    pool = _pool(min(cores, len(jobs)))
    if pool:
        try:
            for job, result in _on_pool(pool, function, jobs, cores, wait):
                yield None if job is None else (job, result)
                done += job is not None
        except (RuntimeError, OSError):
            pass  # A process was killed, or it or its thread could not start: this one does the rest.
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    for job in jobs[done:]:
        yield job, function(job)


def is_executor(thing):
    """Is this a `concurrent.futures` executor, or something that does an executor's work, such as a cluster's?"""
    return callable(getattr(thing, "submit", None))


def on_executor(executor, function, jobs, wait=True):
    """Yield (job, result) as each is done by any `concurrent.futures` executor, such as Dask's `client.get_executor()`.

    The executor is somebody else's and stays open. What it cannot do, because a worker was killed or it is closed, is
    done here; what is wrong with a job itself is raised here, as without an executor.
    """
    from concurrent.futures import FIRST_COMPLETED
    from concurrent.futures import wait as wait_for

    futures = {}
    try:
        for job in jobs:
            futures[_submitted(executor, function, job)] = job
        while futures:
            done, _ = wait_for(futures, None if wait else 0, FIRST_COMPLETED)
            for future in done:
                job = futures.pop(future)
                failed = future.cancelled() or future.exception() is not None
                yield job, function(job) if failed else future.result()
            if not done:
                yield None
    finally:
        for future in futures:
            future.cancel()


def _submitted(executor, function, job):
    """A future of this job; a cancelled one where the executor takes none."""
    from concurrent.futures import Future

    try:
        return executor.submit(function, job)
    except (RuntimeError, OSError):
        (future := Future()).cancel()
        future.set_running_or_notify_cancel()
        return future


def _on_pool(pool, function, jobs, cores, wait):
    """Few jobs are handed out ahead, so that little is left to finish when somebody stops."""
    rest, handed_out = deque(jobs), deque()
    while rest or handed_out:
        while rest and len(handed_out) < 2 * cores:
            job = rest.popleft()
            with _plain_start():
                handed_out.append((job, pool.submit(function, job)))
        job, future = handed_out[0]
        if not wait and not future.done():
            yield None, None
            continue
        handed_out.popleft()
        yield job, future.result()


def _pool(cores):
    """Fresh processes, since a kernel has threads that a copied one would not survive; none for one core."""
    if cores < 2:
        return None
    try:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(cores, multiprocessing.get_context("spawn"), initializer=_leave_with_parent)
    except (ImportError, NotImplementedError, OSError, ValueError):
        return None


def _leave_with_parent():
    """In a new process: the stop button is for the kernel, and when the kernel is gone, go, too."""
    import multiprocessing
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    threading.Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()


@contextlib.contextmanager
def _plain_start():
    """Processes started now reckon on one thread each, and do not run the script that started them once more."""
    main, before = sys.modules["__main__"], {name: os.environ.get(name) for name in ONE_THREAD}
    kept = {name: vars(main).get(name) for name in ("__spec__", "__file__")}
    os.environ.update(ONE_THREAD)
    main.__spec__ = main.__file__ = None
    try:
        yield
    finally:
        vars(main).update(kept)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
