"""Learning to watch: the same steps as `train`, however it is paused, and back to the very start."""

import numpy as np
import pytest

from xo.backprop import Adam, training
from xo.errors import essay_error, softmax_error
from xo.images import make_images
from xo.networks import random_network
from xo.pooling import Pooling
from xo.running.learning import Learning
from xo.stacking import Network

IMAGES, CATEGORIES = make_images(100, rng=1)
UNSEEN = make_images(40, rng=2)


def start():
    return random_network(9, features=(3,), rng=0)


def learning(**options):
    return Learning(start(), IMAGES, CATEGORIES, **{"unseen": UNSEEN, "rounds": 3, "rng": 7} | options)


def numbers(network):
    return np.concatenate([array.ravel() for array in network.parameters])


def to_the_end(course):
    while not course.finished:
        course.take_step()
    return course


def test_its_steps_are_those_of_train():
    plain = start()
    reports = list(training(plain, IMAGES, CATEGORIES, rounds=3, rule=Adam(0.01), rng=7))
    course = to_the_end(learning())
    assert (course.step, course.steps, course.round, course.rounds) == (len(reports), 12, 3, 3)
    assert np.array_equal(numbers(course.network), numbers(plain))


def test_measuring_between_the_steps_changes_nothing():
    course = learning()
    for _ in range(5):
        course.take_step()
        course.network.forward(UNSEEN[0])
    assert np.array_equal(numbers(to_the_end(course).network), numbers(to_the_end(learning()).network))


def test_the_network_given_stays_as_it_is_and_reset_returns_to_it_exactly():
    network = start()
    course = Learning(network, IMAGES, CATEGORIES, rounds=2)
    first = numbers(to_the_end(course).network)
    points = course.points
    assert np.array_equal(numbers(network), numbers(start()))
    course.reset()
    assert (course.step, course.round, len(course.points)) == (0, 0, 1)
    assert np.array_equal(numbers(course.network), numbers(network))
    assert np.array_equal(numbers(to_the_end(course).network), first)
    assert course.points[0] == points[0] or np.isnan(points[0].unseen_error)
    assert [point[:3] for point in course.points] == [point[:3] for point in points]


def test_a_generator_as_the_seed_gives_the_same_learning_after_a_reset():
    course = learning(rng=np.random.default_rng(3))
    first = numbers(to_the_end(course).network)
    course.reset()
    assert np.array_equal(numbers(to_the_end(course).network), first)


def test_the_points_start_before_the_first_step_and_end_after_the_last():
    course = to_the_end(learning())
    steps = [point.step for point in course.points]
    assert steps[0] == 0
    assert steps[-1] == course.steps == 12
    last = course.points[-1]
    assert last.error == softmax_error(course.network.forward(IMAGES), CATEGORIES)[0]
    answers = course.network.forward(UNSEEN[0]).argmax(1)
    assert last.unseen_accuracy == (answers == UNSEEN[1]).mean()
    assert last.error < course.points[0].error


def test_long_learning_is_measured_a_limited_number_of_times():
    course = to_the_end(learning(rounds=100, batch=10))
    assert course.steps == 1000
    assert 100 <= len(course.points) <= 121
    assert course.points[-1].step == 1000


def test_after_the_last_step_nothing_happens():
    course = to_the_end(learning())
    before = numbers(course.network)
    course.take_step()
    assert course.step == 12
    assert np.array_equal(numbers(course.network), before)


def test_without_unseen_images_only_the_seen_are_measured():
    point = learning(unseen=None).points[0]
    assert np.isnan(point.unseen_error)
    assert 0 <= point.accuracy <= 1


def test_another_error_can_be_learned_by():
    course = learning(error=essay_error)
    assert course.points[0].error == essay_error(start().forward(IMAGES), CATEGORIES)[0]


def test_numbers_that_grow_without_limit_stop_before_they_spoil_the_network():
    course = learning(rate=1e308)
    with pytest.raises(FloatingPointError, match="choose a smaller rate"):
        to_the_end(course)
    assert np.isfinite(numbers(course.network)).all()
    with pytest.raises(FloatingPointError, match="choose a smaller rate"):
        course.take_step()  # asked again, it says so again


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"rate": -1}, "expected a rate above 0, got -1"),
        ({"rate": "fast"}, "expected a rate above 0, got 'fast'"),
        ({"rounds": 0}, "expected a whole number of rounds of 1 or more, got 0"),
        ({"unseen": IMAGES}, "expected unseen as a pair: images, and their categories"),
        ({"unseen": (np.ones((2, 1, 12, 12)), [0, 1])}, "expects"),
    ],
)
def test_what_cannot_be_learned_is_refused_in_one_sentence(options, sentence):
    with pytest.raises(ValueError, match=sentence):
        learning(**options)


def test_a_network_with_nothing_to_learn_is_refused():
    with pytest.raises(ValueError, match="expected a network with numbers to learn"):
        Learning(Network([Pooling(9)]), IMAGES, CATEGORIES)
