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
    wait: False yields None while nothing is ready, so that somebody else can get on with something
    """
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
