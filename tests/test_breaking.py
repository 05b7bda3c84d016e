"""Breaking: readers, maps of answers, and the smallest lie, each held to a slow and simple form."""

import itertools

import numpy as np
import pytest

from xo.breaking import MAPS, answer_map, change, fewest_flips, flip, search_flips
from xo.breaking.changes import rotate, shift, thicken
from xo.breaking.readers import STRANGERS, answers_of, confidence, lead, votes_of, worst_answers
from xo.images import TRICKIER, O, X
from xo.matching import match
from xo.networks import hand_made_network, random_network
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting

HAND_MADE = hand_made_network()


def answer(reader, image):
    return "X" if lead(votes_of(reader, image)) >= 0 else "O"


def slowly(reader, image, most):
    """Every set in turn, one image at a time: how many flips the smallest lie takes."""
    before = answer(reader, image)
    for flips in range(1, most + 1):
        for places in itertools.combinations(range(image.size), flips):
            changed = image.copy()
            for place in places:
                changed.flat[place] *= -1
            if answer(reader, changed) != before:
                return flips
    return None


def turn(image, found):
    changed = image.copy()
    for row, column in found:
        changed[row, column] *= -1
    return changed


def test_a_reader_of_whole_images_gives_its_two_matches_as_votes():
    assert np.array_equal(votes_of("pixels", O), [match(O, X), match(O, O)])
    assert votes_of("pixels", np.stack([X, O, X])).shape == (3, 2)


def test_a_network_reads_many_images_as_it_reads_each():
    images = np.stack(list(TRICKIER.values()))
    assert np.allclose(votes_of(HAND_MADE, images), [HAND_MADE.votes(image) for image in images], atol=1e-15)


def test_whoever_cannot_read_is_refused_in_one_sentence():
    with pytest.raises(TypeError, match="expected a network, examples by name or .pixels. as a reader, got 'words'"):
        votes_of("words", X)


def test_equal_votes_go_to_the_first_category_even_where_rounding_disagrees():
    votes = np.array([[1, 1], [0.3, 0.1 + 0.2], [0.1, 0.3], [0.3, 0.1]])
    assert answers_of(votes).tolist() == [0, 0, 1, 0]
    assert lead(votes)[1] == 0
    assert answers_of(np.array([[1, 3, 3 + 1e-12, 2], [1, 3, 3 + 1e-8, 2], [4, 1, 1, 1]])).tolist() == [1, 2, 0]


def test_a_lead_is_over_the_best_of_the_others():
    votes = np.array([[1.0, 4, 3], [1, 4, 3]])
    assert lead(votes, 1).tolist() == [1, 1]
    assert lead(votes, [2, 0]).tolist() == [-1, -3]


def test_confidence_is_the_larger_share_after_softmax():
    votes = np.array([[2.0, -1.0], [0.5, 0.5]])
    shares = np.exp(votes) / np.exp(votes).sum(1, keepdims=True)
    assert np.allclose(confidence(votes), shares.max(1))


def test_strangers_are_neither_but_every_reader_answers():
    assert list(STRANGERS) == ["a blank page", "a plus", "a Q", "noise"]
    for image in STRANGERS.values():
        assert image.shape == (9, 9)
        assert {answer("pixels", image), answer(HAND_MADE, image)} <= {"X", "O"}
    assert answer("pixels", STRANGERS["a blank page"]) == "X"
    assert answer(HAND_MADE, STRANGERS["a blank page"]) == "O"


def test_the_worst_answers_come_first_and_all_wrong_ones_are_counted():
    images = np.stack([X, *TRICKIER.values(), O])[:, None]
    categories = np.array([0, *(int(name[0] == "O") for name in TRICKIER), 1])
    which, votes, count = worst_answers("pixels", images, categories)
    assert [list(TRICKIER)[place - 1] for place in which] == ["O shifted", "O shrunken"]
    assert count == 2  # both leads are 6/81: the first stays first
    assert np.allclose(votes * 81, [[39, 33], [31, 25]])
    assert len(worst_answers("pixels", images, categories, most=1)[0]) == 1
    with pytest.raises(ValueError, match="^expected a whole most of 1 or more, got 0$"):
        worst_answers("pixels", images, categories, most=0)


def test_of_many_answers_that_are_as_wrong_the_first_come_first():
    images = np.stack([X, TRICKIER["X rotated"]] * 20)[:, None]
    which, _, count = worst_answers("pixels", images, np.ones(40, int))
    assert which.tolist() == list(range(0, 24, 2))
    assert count == 40


def test_changes_are_made_in_one_order():
    expected = shift(rotate(thicken(X, 0.5), 30), 1, -2)
    assert np.array_equal(change(X, rows=1, columns=-2, degrees=30, thickness=0.5), expected)
    grain = np.full((9, 9), 0.5)
    assert np.array_equal(change(X, noise=2, grain=grain), np.clip(X + 1, -1, 1))
    assert np.array_equal(change(X, noise=2), X)
    assert np.array_equal(change(X, grain=grain), X)


@pytest.mark.parametrize("kind", MAPS)
def test_each_cell_of_an_answer_map_is_the_answer_after_that_change(kind):
    (first, downward), (second, across) = MAPS[kind].items()
    grain = np.random.default_rng(0).normal(size=(9, 9))
    answers = answer_map(HAND_MADE, O, kind, grain=grain, columns=1)
    assert answers.shape == (len(downward), len(across))
    for row, column in np.ndindex(answers.shape):
        settings = {"columns": 1, first: downward[row], second: across[column]}
        assert answers[row, column] == answers_of(HAND_MADE.votes(change(O, grain=grain, **settings)))
    assert set(answers.flat) == {0, 1}


def test_the_map_of_shifts_shows_the_four_diagonal_steps_that_fool_whole_images():
    answers = answer_map("pixels", O, "shift")
    assert "".join("XO"[answer] for answer in answers[3:6, 3:6].flat) == "XOXOOOXOX"
    assert answer_map(HAND_MADE, O, "shift")[3:6, 3:6].all()


def test_a_flip_swaps_ink_and_background_and_leaves_the_rest():
    image = X.copy()
    image[0, 0], image[0, 1] = 0.25, -0.25
    flipped = flip(image, [[0, 1], [0, 10]])
    assert flipped.shape == (2, 9, 9)
    assert np.array_equal(flipped[0, 0, :3], [-1, 1, -1])
    assert flipped[1, 1, 1] == -X[1, 1]
    assert (flipped != image).sum() == 4


def test_to_flip_nothing_changes_nothing():
    assert np.array_equal(flip(X, []), X)
    assert np.array_equal(flip(X, np.zeros((2, 0), int)), [X, X])
    with pytest.raises(TypeError, match="^expected places made of numbers, got text$"):
        flip(X, np.array(["a"]))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"most": 0}, "expected a whole most flips of 1 or more, got 0"),
        ({"most": 82}, "expected a whole most flips from 1 to 81, got 82"),
        ({"batch": 0}, "expected a whole batch of 1 or more, got 0"),
    ],
)
def test_a_search_that_cannot_be_is_refused_in_a_sentence(wrong, sentence):
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        list(search_flips("pixels", X, **wrong))


@pytest.mark.parametrize("image", [X, O], ids=["X", "O"])
def test_the_published_drawings_need_four_flips_to_mislead_the_hand_made_network(image):
    found = fewest_flips(HAND_MADE, image)
    assert len(set(found)) == 4
    assert answer(HAND_MADE, turn(image, found)) != answer(HAND_MADE, image)
    assert fewest_flips(HAND_MADE, image, most=3) is None


@pytest.mark.parametrize("image", [X, O, TRICKIER["X rotated"]], ids=["X", "O", "X rotated"])
def test_whole_images_need_as_many_flips_as_the_formula_says(image):
    found = fewest_flips("pixels", image)
    before = answer("pixels", image)
    assert answer("pixels", turn(image, found)) != before
    for kept in itertools.combinations(found, len(found) - 1):
        assert answer("pixels", turn(image, kept)) == before


def test_the_formula_for_whole_images_finds_no_more_than_trying_does():
    rng = np.random.default_rng(5)
    compared = Network([Voting(np.stack([X.ravel(), O.ravel()]) / 81)])
    near = []
    for _ in range(200):
        image = rng.choice([-1.0, 1.0], (9, 9))
        if len(fewest_flips("pixels", image)) <= 2:
            near.append((len(fewest_flips("pixels", image)), len(fewest_flips(compared, image, most=2))))
    assert len(near) > 20
    assert all(formula == tried for formula, tried in near)


@pytest.mark.parametrize("count", [2, 3, 5])
def test_examples_of_any_categories_are_compared_and_misled_by_as_few_flips_as_trying_finds(count):
    rng = np.random.default_rng(count)
    examples = {f"symbol {number}": rng.choice([-1.0, 1.0], (4, 3)) for number in range(count)}
    compared, tried = Network([Voting(np.stack([one.ravel() for one in examples.values()]) / 12)]), []
    for image in rng.choice([-1.0, 1.0], (40, 4, 3)):
        assert np.allclose(votes_of(examples, image), compared.forward(image[None, None])[0])
        found = fewest_flips(examples, image)
        assert answers_of(votes_of(examples, turn(image, found))) != answers_of(votes_of(examples, image))
        tried.append(len(found))
        if len(found) <= 3:
            assert len(found) == len(fewest_flips(compared, image, most=3))
        else:
            assert fewest_flips(compared, image, most=3) is None
    assert {1, 2} <= set(tried)


def test_examples_that_are_alike_are_never_misled():
    assert fewest_flips({"one": X, "the same": X}, X) is None


def test_the_fast_search_agrees_with_trying_every_set_slowly():
    rng = np.random.default_rng(6)
    counts = []
    for seed in range(12):
        network = random_network(5, pixels=2, rng=seed)
        image = rng.choice([-1.0, 1.0], (5, 5))
        found = fewest_flips(network, image, most=2)
        counts.append(slowly(network, image, most=2))
        assert (found and len(found)) == counts[-1]
    assert {1, 2, None} <= set(counts)


def test_with_more_than_two_categories_any_other_answer_is_a_lie():
    rng = np.random.default_rng(2)
    weights = rng.normal(size=(4, 16))
    network, image = Network([Voting(weights)]), rng.choice([-1.0, 1.0], (4, 4))
    found = fewest_flips(network, image)
    before = answers_of(votes_of(network, image))
    assert answers_of(votes_of(network, turn(image, found))) != before
    for places in itertools.combinations(range(16), len(found) - 1):
        assert answers_of(votes_of(network, flip(image, places))) == before


def test_the_search_decides_votes_that_single_precision_cannot_tell_apart():
    weights = np.zeros((2, 4))
    weights[0] = [1, 1e-8, 0, 0]
    weights[1] = [1, 0, 0, 0]
    network = Network([Voting(weights)])
    assert fewest_flips(network, np.ones((2, 2)), most=4) == [(0, 1)]


def test_of_pixels_that_do_as_much_harm_the_first_are_tried_first():
    """To flip every other pixel of a blank page costs X 1, the rest half of that: it is 2.5 ahead."""
    harm = np.where(np.arange(81) % 2, 0.5, 1)
    reader = Network([Voting(np.stack([-harm / 2, np.zeros(81)]), [2.5 - harm.sum() / 2, 0])])
    *_, last = search_flips(reader, -np.ones((9, 9)))
    assert last.places == (0, 2, 4)
    assert (last.flips, last.tried) == (3, 81 + 3240 + 1)


def test_the_formula_is_done_at_once_and_says_so():
    for image in (X, O):
        (found,) = search_flips("pixels", image)
        assert found.flips == found.tried == found.sets == len(found.places)


def test_the_search_reports_how_far_it_is_and_stops_where_it_finds():
    reports = list(search_flips(HAND_MADE, X, most=2, batch=500))
    assert [report.tried for report in reports] == [81, 581, 1081, 1581, 2081, 2581, 3081, 3321]
    assert (reports[0].sets, reports[-1].sets) == (81, 81 + 3240)
    assert all(report.places is None for report in reports)
    *_, last = search_flips(Network([ReLU(), Voting(np.stack([X.ravel(), O.ravel()]))]), STRANGERS["a plus"])
    assert last.places is not None
    assert last.tried <= last.sets
