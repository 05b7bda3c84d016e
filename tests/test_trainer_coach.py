"""The coach and its errand: learning in short pieces, which can be stopped, and ends where nobody watches."""

import asyncio
import time

import numpy as np
import pytest
from own_loop import apart, play_scene

from xo.images import make_images
from xo.networks import random_network
from xo.running.learning import Learning
from xo.widgets.shared import background
from xo.widgets.trainer.player import Coach

IMAGES, CATEGORIES = make_images(64, rng=1)


class Watched:
    """A coach with a view that draws all its news at once, or never."""

    def __init__(self, rounds=20, view=True, speed=0):
        self.told, self.drawn, self.view = [], [], view
        course = Learning(random_network(9, features=(2,), rng=0), IMAGES, CATEGORIES, rounds=rounds, batch=8)
        self.coach = Coach(course, self.tell, self.report)
        self.coach.speed = speed

    def tell(self):
        self.told.append(self.coach.state)

    def report(self, number):
        self.drawn.append((number, time.monotonic()))
        if self.view:
            self.coach.errand.acknowledge(number)


async def until(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        await asyncio.sleep(0.01)


def numbers(watched):
    return np.concatenate([array.ravel() for array in watched.coach.course.network.parameters])


def test_it_learns_to_the_end_and_says_so():
    async def scene():
        watched = Watched()
        watched.coach.play()
        await until(lambda: watched.coach.state == "finished")
        assert watched.told == ["learning", "finished"]
        assert watched.coach.course.finished
        assert watched.coach.seconds_left() is None

    play_scene(scene())


def test_pausing_playing_and_stepping_come_to_the_same_numbers():
    async def scene():
        straight, broken = Watched(), Watched()
        straight.coach.step(160)
        broken.coach.play()
        await until(lambda: broken.coach.course.step > 5)
        broken.coach.pause()
        paused = broken.coach.course.step
        await asyncio.sleep(0.1)
        assert broken.coach.course.step == paused
        broken.coach.step(3)
        assert broken.coach.course.step == paused + 3
        broken.coach.play()
        await until(lambda: broken.coach.state == "finished")
        assert np.array_equal(numbers(straight), numbers(broken))
        assert broken.told == ["learning", "paused", "paused", "learning", "finished"]

    play_scene(scene())


def test_reset_while_it_learns_stops_and_returns_to_the_start():
    async def scene():
        watched = Watched()
        start = numbers(watched)
        watched.coach.play()
        await until(lambda: watched.coach.course.step > 5)
        watched.coach.reset()
        await asyncio.sleep(0.1)
        assert (watched.coach.state, watched.coach.course.step) == ("ready", 0)
        assert np.array_equal(numbers(watched), start)

    play_scene(scene())


def test_other_work_goes_on_while_it_learns():
    async def scene():
        watched = Watched(rounds=400)
        watched.coach.play()
        worst = 0
        for _ in range(20):
            before = time.monotonic()
            await asyncio.sleep(0.01)
            worst = max(worst, time.monotonic() - before)
        assert watched.coach.state == "learning"
        watched.coach.pause()
        assert worst < 0.5

    play_scene(scene())


def test_a_slow_speed_is_kept_and_the_time_left_is_told():
    async def scene():
        watched = Watched(rounds=100, speed=50)
        watched.coach.play()
        await until(lambda: watched.coach.course.step == 10)
        left = watched.coach.progress()["left"]
        watched.coach.pause()
        assert watched.coach.course.steps == 800
        assert left > 0.8 * 790 / 50

    play_scene(scene())


def test_news_come_at_most_fifteen_times_a_second():
    async def scene():
        watched = Watched(rounds=400)
        watched.coach.play()
        await asyncio.sleep(0.6)
        watched.coach.pause()
        times = [moment for _, moment in watched.drawn]
        assert len(times) > 2
        assert min(np.diff(times)) >= background.PACE - 0.001

    play_scene(scene())


def test_a_slow_view_gets_no_queue_but_only_what_is_newest():
    async def scene():
        watched = Watched(rounds=400, view=False)
        watched.coach.play()
        await until(lambda: watched.coach.course.step > 20)
        await asyncio.sleep(0.3)
        assert [number for number, _ in watched.drawn] == [1]
        watched.coach.errand.acknowledge(1)
        await until(lambda: len(watched.drawn) == 2)
        watched.coach.pause()

    play_scene(scene())


def test_learning_pauses_when_nobody_watches(monkeypatch):
    monkeypatch.setattr(background, "PATIENCE", 0.3)

    async def scene():
        watched = Watched(rounds=4000, view=False)
        watched.coach.play()
        await until(lambda: watched.coach.state == "paused")
        assert watched.coach.note == "Paused, because nobody was watching."
        assert not watched.coach.errand.running
        step = watched.coach.course.step
        await asyncio.sleep(0.1)
        assert watched.coach.course.step == step

    play_scene(scene())


def test_whatever_goes_wrong_is_told_and_ends_the_work():
    async def scene():
        watched = Watched()
        watched.coach.course.take_step = lambda: 1 / 0
        watched.coach.play()
        await until(lambda: watched.coach.state == "failed")
        assert watched.coach.note == "division by zero"
        assert not watched.coach.errand.running

    play_scene(scene())


def test_outside_of_a_notebook_play_says_what_it_needs():
    watched = Watched()
    with pytest.raises(RuntimeError, match="expected a notebook"):
        apart(watched.coach.play)
    assert watched.coach.state == "ready"
