"""Lesson 7: errors, nudging, training, and the drawings to learn from."""

import itertools
import re

import numpy as np
import pytest

from xo.backprop import Adam, Descent, accuracy, find_gradient, nudge, train, training
from xo.errors import essay_error, softmax, softmax_error
from xo.images import make_images
from xo.networks import hand_made_network, random_network
from xo.pooling import Pooling
from xo.stacking import Network
from xo.voting import Voting

PLAIN = make_images(300, rng=1, variety=0.4)
UNSEEN = make_images(500, rng=2, variety=0.4)


def weights_of(network):
    return np.concatenate([array.ravel() for array in network.parameters])


def test_the_published_votes_have_the_published_error():
    exact, _ = essay_error(np.array([[0.912, 0.5175]]), np.array([0]))
    printed, _ = essay_error(np.array([[0.92, 0.51]]), np.array([0]))
    assert round(exact, 4) == 0.6055
    assert round(printed, 2) == 0.59  # 0.08 and 0.51


def test_an_error_is_a_mean_over_the_images():
    votes, categories = np.array([[1.0, 0.25], [0.5, 0.5]]), np.array([0, 1])
    assert essay_error(votes, categories)[0] == (0.25 + 1) / 2
    each = [softmax_error(votes[one : one + 1], categories[one : one + 1])[0] for one in (0, 1)]
    assert np.isclose(softmax_error(votes, categories)[0], np.mean(each))


def test_each_image_s_votes_become_shares_for_themselves():
    votes = np.array([[1000.0, 999.0], [-1000.0, -999.0], [0.0, 0.0]])
    assert np.allclose(softmax(votes), [softmax(one) for one in votes])
    assert np.allclose(softmax(votes).sum(1), 1)


def test_softmax_error_is_the_surprise_at_the_right_answer():
    error, slope = softmax_error(np.log([[3.0, 1.0]]), np.array([0]))
    assert np.isclose(error, -np.log(3 / 4))
    assert np.allclose(slope, [[3 / 4 - 1, 1 / 4]])
    assert np.allclose(softmax(np.array([1000.0, 1000.0])), 0.5)


def test_however_sure_and_wrong_the_votes_are_the_error_grows_with_them_as_its_slope_says():
    for votes in (10.0, 100.0, 1e4, 1e300):
        error, slope = softmax_error(np.array([[0.0, votes]]), np.array([0]))
        assert np.isclose(error, votes, rtol=1e-5)
        assert np.allclose(slope, [[-1, 1]], atol=1e-4)


def test_one_vote_is_enough_where_there_is_one_category():
    assert essay_error(np.array([[0.25]]), np.array([0]))[0] == 0.75


@pytest.mark.parametrize("batch", [1, 20])
def test_nudging_keeps_a_number_or_moves_it_one_step_and_never_raises_the_error(batch):
    network, images, categories = random_network(poolings=2, rng=0), PLAIN[0][:batch], PLAIN[1][:batch]
    before, error = weights_of(network), essay_error(network.forward(images), categories)[0]
    found, tries = nudge(network, images, categories, step=0.01)
    assert found < error
    assert np.isclose(found, essay_error(network.forward(images), categories)[0])
    assert tries == 1 + 2 * 51
    assert set(np.round(np.abs(weights_of(network) - before), 12)) <= {0, 0.01}


def test_nudging_keeps_what_a_plain_search_over_every_number_keeps():
    fast, plain = random_network(rng=3), random_network(rng=3)
    images, categories = PLAIN[0][:8], PLAIN[1][:8]
    lowest, _ = nudge(fast, images, categories)
    best = essay_error(plain.forward(images), categories)[0]
    for array in plain.parameters:
        for place in np.ndindex(array.shape):
            start = keep = array[place]
            for array[place] in (start + 0.01, start - 0.01):
                error = essay_error(plain.forward(images), categories)[0]
                best, keep = (error, array[place]) if error < best else (best, keep)
            array[place] = keep
    assert lowest == best
    assert np.array_equal(weights_of(fast), weights_of(plain))


@pytest.mark.parametrize("seed", range(3))
def test_51_numbers_learn_by_nudging_alone(seed):
    network = random_network(poolings=2, rng=seed)
    for start in range(0, 300, 30):
        nudge(network, PLAIN[0][start : start + 30], PLAIN[1][start : start + 30], step=0.05)
    assert accuracy(network, *UNSEEN) >= 0.9


def test_slopes_change_no_number():
    network = random_network(rng=0)
    before = weights_of(network)
    find_gradient(network, *PLAIN)
    assert np.array_equal(weights_of(network), before)


def test_descent_steps_down_the_slope_and_adam_steps_by_its_rate_at_first():
    for rule, expected in ((Descent(0.5), [1 - 0.5 * 4, 2 + 0.5 * 0.1]), (Adam(0.5), [0.5, 2.5])):
        weights = [np.array([1.0, 2.0])]
        rule.step(weights, [np.array([4.0, -0.1])])
        assert np.allclose(weights[0], expected)


def test_adams_first_three_steps_are_the_papers_reckoned_by_hand():
    rule, weights, places = Adam(0.5), [np.array([0.0])], []
    for slope in (1.0, 3.0, -2.0):
        rule.step(weights, [np.array([slope])])
        places.append(float(weights[0][0]))
    steps = [0.1 / 0.1 / (0.001 / 0.001) ** 0.5]
    steps += [(0.9 * 0.1 + 0.1 * 3) / 0.19 / ((0.999 * 0.001 + 0.001 * 9) / 0.001999) ** 0.5]
    steps += [(0.9 * 0.39 - 0.1 * 2) / 0.271 / ((0.999 * 0.009999 + 0.001 * 4) / 0.002997001) ** 0.5]
    assert np.allclose(places, -0.5 * np.cumsum(steps), rtol=1e-7)


@pytest.mark.parametrize("rule", [Adam, Descent])
def test_training_can_be_paused_and_repeated_to_the_last_digit(rule):
    straight, paused = random_network(rng=0), random_network(rng=0)
    reports = list(training(straight, *PLAIN, rounds=2, rule=rule(), rng=5))
    pausing = training(paused, *PLAIN, rounds=2, rule=rule(), rng=5)
    first = list(itertools.islice(pausing, 7))
    assert weights_of(paused).tolist() != weights_of(straight).tolist()
    assert first + list(pausing) == reports
    assert np.array_equal(weights_of(paused), weights_of(straight))


def test_train_runs_to_the_end_and_tells_the_last_step():
    watched, run = random_network(rng=0), random_network(rng=0)
    *_, last = training(watched, *PLAIN, rounds=2, rng=5)
    assert train(run, *PLAIN, rounds=2, rng=5) == last
    assert np.array_equal(weights_of(run), weights_of(watched))


def test_training_does_nothing_until_it_is_asked():
    network = random_network(rng=0)
    before = weights_of(network)
    waiting = training(network, *PLAIN)
    assert np.array_equal(weights_of(network), before)
    next(waiting)
    assert not np.array_equal(weights_of(network), before)


def test_reports_count_rounds_and_steps():
    reports = list(training(random_network(rng=0), *PLAIN, rounds=3, batch=128))
    assert [report.round for report in reports] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert [report.step for report in reports] == list(range(1, 10))
    assert {report.steps for report in reports} == {9}


def test_every_image_is_seen_once_a_round():
    class Listening:
        def __init__(self):
            self.network, self.seen = random_network(rng=0), []

        def __getattr__(self, name):
            return getattr(self.network, name)

        def forward(self, images):
            self.seen.extend(images.sum((1, 2, 3)))
            return self.network.forward(images)

    network = Listening()
    train(network, *PLAIN, rounds=1)
    assert np.allclose(sorted(network.seen), sorted(PLAIN[0].sum((1, 2, 3))))


def test_a_trained_network_knows_images_that_it_never_saw():
    network = random_network(features=(6,), biases=True, rng=0)
    train(network, *make_images(2000, rng=1), rounds=4, rule=Adam(0.03))
    assert accuracy(network, *make_images(1000, rng=2)) > 0.9


def test_the_hand_made_network_reads_plain_drawings():
    assert accuracy(hand_made_network(), *make_images(100, rng=0, variety=0)) == 1


def test_accuracy_is_the_share_of_right_answers():
    network = hand_made_network()
    images, categories = make_images(700, rng=0, variety=0)
    assert accuracy(network, images, 1 - categories) == 0
    categories[:70] = 1 - categories[:70]
    assert accuracy(network, images, categories) == 0.9


WRONG = {
    "expected a category for each of 3 images, got categories of shape (2,)": (np.ones((3, 1, 9, 9)), [0, 1]),
    "expected categories from 0 to 1, one for each vote, got 2": (np.ones((2, 1, 9, 9)), [0, 2]),
    "expected categories as whole numbers from 0, got -1": (np.ones((2, 1, 9, 9)), [0, -1]),
    "expected categories as whole numbers from 0, got 0.5": (np.ones((2, 1, 9, 9)), [0, 0.5]),
    "expected images with something in it": (np.ones((0, 1, 9, 9)), []),
    "NaN": (np.full((2, 1, 9, 9), np.nan), [0, 1]),
    "expected images with at least 4 axes": (np.ones((2, 9, 9)), [0, 1]),
}


@pytest.mark.parametrize("start", [train, training, nudge, find_gradient, accuracy])
@pytest.mark.parametrize(("sentence", "examples"), WRONG.items(), ids=WRONG)
def test_wrong_examples_are_explained_in_one_sentence_at_once(start, sentence, examples):
    with pytest.raises(ValueError, match=re.escape(sentence)):
        start(hand_made_network(), *examples)


def test_three_categories_are_learned_like_two():
    images, letters = make_images(300, rng=1)
    categories = np.where(images.mean((1, 2, 3)) > np.median(images.mean((1, 2, 3))), 2, letters)
    network = random_network(features=(6,), categories=3, biases=True, rng=0)
    before = accuracy(network, images, categories)
    train(network, images, categories, rounds=20, rule=Adam(0.02))
    assert set(network.forward(images).argmax(1)) == {0, 1, 2}
    assert accuracy(network, images, categories) > max(0.8, before)


@pytest.mark.parametrize("error", [essay_error, softmax_error])
def test_an_error_takes_plain_lists_and_refuses_categories_without_a_vote(error):
    assert error([[1, 0], [0, 2]], [0, 1])[0] == error(np.array([[1.0, 0], [0, 2]]), np.array([0, 1]))[0]
    assert error(np.array([[3, 1]], np.uint8), [1])[1].dtype == np.float64
    for category in (2, -1, 0.5):
        with pytest.raises(ValueError, match="^expected categories from 0 to 1, one for each vote, got"):
            error(np.zeros((1, 2)), [category])


@pytest.mark.parametrize("wrong", [{"rounds": 0}, {"batch": 0}, {"rounds": 1.5}, {"batch": -3}])
def test_rounds_and_batches_are_whole_numbers(wrong):
    with pytest.raises(ValueError, match="expected a whole number of"):
        training(hand_made_network(), *PLAIN, **wrong)


@pytest.mark.parametrize("size", [7, 9, 16, 28])
def test_drawings_are_half_xs_and_half_os_with_pixels_from_black_to_white(size):
    images, categories = make_images(101, size, rng=0)
    assert images.shape == (101, 1, size, size)
    assert images.dtype == np.float64
    assert sorted(categories) == [0] * 51 + [1] * 50
    assert images.min() == -1
    assert images.max() == 1
    assert (images.max((1, 2, 3)) > 0).all()
    assert np.abs(images).min() < 0.5  # grey exists
    assert (np.abs(images) == 1).all((1, 2, 3)).any()  # and so does black and white


def test_the_same_seed_draws_the_same_in_either_precision():
    once, twice, coarse = make_images(60, rng=4), make_images(60, rng=4), make_images(60, rng=4, dtype=np.float32)
    assert np.array_equal(once[0], twice[0])
    assert coarse[0].dtype == np.float32
    assert np.isclose(once[0], coarse[0], atol=1e-3).mean() > 0.999
    assert np.array_equal(once[1], coarse[1])


def test_variety_0_draws_one_x_and_one_o_and_variety_1_never_the_same_twice():
    images, categories = make_images(50, rng=0, variety=0)
    assert all(len(np.unique(images[categories == category], axis=0)) == 1 for category in (0, 1))
    assert len(np.unique(make_images(500, rng=0)[0], axis=0)) == 500


WRONG_ORDERS = [{"count": 0}, {"count": 2.0}, {"size": 6}, {"size": "9"}, {"variety": 2}, {"variety": "1"}, {"rng": -1}]


@pytest.mark.parametrize("wrong", WRONG_ORDERS)
def test_a_wrong_order_for_drawings_is_explained(wrong):
    with pytest.raises(ValueError, match="^expected .*, got "):
        make_images(**{"count": 3, **wrong})


def test_coarse_drawings_are_fine_ones_rounded():
    fine, coarse = make_images(40, rng=2, dtype=np.float32)[0], make_images(40, rng=2, dtype=np.float16)[0]
    assert coarse.dtype == np.float16
    assert np.array_equal(coarse, fine.astype(np.float16))


def test_numpys_small_whole_numbers_count_like_pythons():
    small, plain = make_images(np.uint8(20), np.uint8(9), rng=1)[0], make_images(20, 9, rng=1)[0]
    assert np.array_equal(small, plain)
    reports = [train(random_network(rng=0), *PLAIN, rounds=n(30), batch=n(100)) for n in (np.uint8, int)]
    assert reports[0] == reports[1]


@pytest.mark.parametrize(
    ("kind", "start", "sentence"),
    [
        (ValueError, lambda: Descent("a"), "expected a rate above 0, got 'a'"),
        (ValueError, lambda: Descent(-1), "expected a rate above 0, got -1"),
        (ValueError, lambda: Adam(np.nan), "expected a rate above 0, got nan"),
        (ValueError, lambda: nudge(random_network(), *PLAIN, step=np.nan), "expected a step above 0, got nan"),
        (
            TypeError,
            lambda: train(random_network(), *PLAIN, rule=Adam),
            "expected a rule such as Adam(0.01), got 'Adam'",
        ),
        (
            ValueError,
            lambda: train(random_network(), *PLAIN, rng="a"),
            "expected a seed of 0 or more, a random generator or None, got 'a'",
        ),
        (
            ValueError,
            lambda: train(Network([Pooling()]), *PLAIN),
            "expected votes for each image and every category, got shape (32, 1, 5, 5)",
        ),
        (
            ValueError,
            lambda: train(Network([Voting(np.ones((1, 81)))]), *PLAIN),
            "expected categories from 0 to 0, one for each vote, got 1",
        ),
        (ValueError, lambda: random_network("9"), "expected a whole size of 1 or more, got '9'"),
        (
            ValueError,
            lambda: random_network(features=3),
            "expected features as a list of whole numbers, such as (3,), got 3",
        ),
        (
            ValueError,
            lambda: random_network(hidden=(0,)),
            "expected a whole number of hidden categories of 1 or more, got 0",
        ),
        (ValueError, lambda: random_network(poolings=-1), "expected a whole number of poolings of 0 or more, got -1"),
    ],
)
def test_what_learning_cannot_start_with_is_refused_in_a_sentence(kind, start, sentence):
    with pytest.raises(kind) as caught:
        start()
    assert str(caught.value) == sentence


@pytest.mark.filterwarnings("error")
def test_training_that_grows_without_limit_stops_with_a_sentence():
    network = random_network(rng=0)
    with pytest.raises(FloatingPointError, match=r"^The numbers grew without limit: start again with a"):
        train(network, *PLAIN, rule=Descent(1e300))
    assert not np.isnan(weights_of(network)).any()


def test_whole_numbers_are_no_pixels():
    with pytest.raises(ValueError, match="expected a floating dtype"):
        make_images(3, dtype=int)
