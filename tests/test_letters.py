"""Letters: a depth is a distance, and a seed draws what the networks and the lessons were made with."""

import numpy as np
import pytest

from xo.images import make_images
from xo.letters import draw
from xo.letters.ranges import RANGES, Chance
from xo.letters.strokes import oval, print_ink, stroke

DOWN, ACROSS = (place[..., None] for place in np.mgrid[-1:1:41j, -1:1:41j])


def of(*numbers):
    return [np.array([number]) for number in numbers]


@pytest.mark.parametrize("ends", [(-0.5, -0.6, 0.5, 0.7), (0.4, -0.5, -0.6, 0.3), (-0.7, 0.1, 0.7, 0.1)])
def test_a_plain_stroke_is_as_deep_as_its_pen_less_the_distance_to_its_line(ends):
    x, y, to_x, to_y = ends
    depth = stroke(ACROSS, DOWN, of(x, y), of(to_x, to_y), *of(0.15))
    line = np.linspace((x, y), (to_x, to_y), 4001)
    far = np.hypot(ACROSS[..., 0, None] - line[:, 0], DOWN[..., 0, None] - line[:, 1]).min(-1)
    assert np.allclose(depth[..., 0], 0.15 - far, rtol=0, atol=3e-4)


@pytest.mark.parametrize(("bend", "curl"), [(0.2, 0), (0, 0.3), (-0.1, 0.2)])
def test_a_bow_and_an_s_stay_at_the_ends_and_lead_aside_between_them(bend, curl):
    for along in (-1, -0.5, 0, 0.5, 1):
        aside = (1 - along**2) * (bend + curl * along)
        for start, end, x, y in (((-0.5, 0), (0.5, 0), along / 2, -aside), ((0, -0.5), (0, 0.5), aside, along / 2)):
            found = stroke(*of(x, y), of(*start), of(*end), *of(0.1, 0, bend, curl))
            assert found == pytest.approx(0.1, abs=1e-5)


def test_a_stroke_that_tapers_ends_wider_than_it_starts():
    depths = [stroke(*of(x, 0), of(-0.5, 0), of(0.5, 0), *of(0.2, 0.3))[0] for x in (-0.5, 0, 0.25, 0.5)]
    assert depths == pytest.approx([0.14, 0.2, 0.23, 0.26], abs=1e-5)


@pytest.mark.parametrize("radius", [0.4, 0.9])
def test_in_a_circle_the_depth_is_the_distance_to_its_edge(radius):
    depth = oval(ACROSS, DOWN, *of(radius, radius, 0, 0))
    assert np.allclose(depth, radius - np.hypot(ACROSS, DOWN), rtol=0, atol=1e-3)


@pytest.mark.parametrize("square", [-0.25, 0, 0.5, 0.75])
@pytest.mark.parametrize(("height", "width"), [(0.8, 0.5), (0.4, 0.9)])
def test_across_the_edge_of_an_oval_the_depth_changes_as_a_distance_does(height, width, square):
    shape, step = of(height, width, square, 0), 1e-5
    depth = oval(ACROSS, DOWN, *shape)
    right = (oval(ACROSS + step, DOWN, *shape) - oval(ACROSS - step, DOWN, *shape)) / (2 * step)
    below = (oval(ACROSS, DOWN + step, *shape) - oval(ACROSS, DOWN - step, *shape)) / (2 * step)
    near = abs(depth) < 0.02
    assert near.sum() > 20
    assert np.allclose(np.hypot(right, below)[near], 1, rtol=0, atol=0.12)


@pytest.mark.parametrize(("square", "egg"), [(0, 0), (0.75, 0), (-0.25, 0), (0, 0.35), (0.5, -0.3)])
def test_an_oval_ends_where_its_formula_says(square, egg):
    height, width = 0.8, 0.5
    for level in (-0.9, -0.5, 0, 0.3, 0.7):  # of the height
        rows = level**2
        end = width * np.sqrt((1 - rows) / (1 - square * rows)) / (1 + egg * level)
        for side in (-1, 1):
            across, down = of(side * end, level * height)
            assert oval(across, down, *of(height, width, square, egg)) == pytest.approx(0, abs=1e-9)
            assert oval(across * 0.99, down, *of(height, width, square, egg)) > 0


def test_chance_draws_within_its_ranges_in_the_precision_that_is_asked_for():
    for what, (low, plain, high) in RANGES.items():
        drawn = Chance(1000, np.random.default_rng(1), 1, np.float32)(what)
        assert (drawn.shape, drawn.dtype) == ((1000,), np.float32)
        assert low - 1e-6 <= drawn.min() < low + 0.01 * (high - low + 1e-3)
        assert high + 1e-6 >= drawn.max() > high - 0.01 * (high - low + 1e-3)
        half = Chance(1000, np.random.default_rng(1), 0.5, float)(what)
        assert np.allclose(half - plain, (drawn - plain) / 2, rtol=0, atol=1e-6)
        assert set(Chance(3, np.random.default_rng(1), 0, float)(what)) == {plain}
    assert Chance(1000, np.random.default_rng(1), 1, float)("height", lowest=1).min() >= 1


@pytest.mark.parametrize(("asked", "drawn"), [("float16", "float32"), ("float32", "float32"), ("float64", "float64")])
def test_what_is_asked_for_in_single_precision_is_drawn_in_it(monkeypatch, asked, drawn):
    met = set()

    def note(category, count, size, rng, variety, dtype):
        met.add(np.dtype(dtype).name)
        return draw(category, count, size, rng, variety, dtype)

    monkeypatch.setattr("xo.images.draw", note)
    make_images(4, rng=0, dtype=asked)
    assert met == {drawn}


def test_only_a_share_of_the_letters_has_what_not_all_have():
    chance = Chance(16, None, 1, float)
    assert (chance.first("serifs"), chance.last("serifs")) == (slice(4), slice(12, None))
    assert Chance(16, None, 0.5, float).first("serifs") == slice(2)
    few = chance.only(slice(3, 5))
    assert (few.count, few.rng, few.variety, few.dtype) == (2, None, 1, float)


class Given:
    """Chance that draws what the test says."""

    def __init__(self, **drawn):
        self.drawn, self.rng = drawn, np.random.default_rng(0)

    def __call__(self, what):
        return np.array([self.drawn[what]])


def test_print_is_hard_or_has_soft_edges_and_a_lighter_ink():
    depth = np.array([-9, -0.1, -0.05, 0.0, 0.05, 0.1, 9])[None, :, None]
    hard = print_ink(depth, 10, Given(luck=0.3, blur=1, ink=1.7, noise=0.1))
    assert hard.ravel().tolist() == [-1, -1, -1, 0, 1, 1, 1]
    soft = print_ink(depth, 10, Given(luck=0.4, blur=1, ink=1.8, noise=-0.1))
    assert soft.ravel() == pytest.approx([-1, -1, -0.55, -0.1, 0.35, 0.8, 0.8])
    noisy = print_ink(np.full((40, 40, 1), -9.0), 10, Given(luck=1, blur=1, ink=1.8, noise=0.1))
    assert noisy.min() == -1
    assert (noisy > -1).mean() == pytest.approx(0.5, abs=0.05)
    assert np.sqrt(((noisy + 1) ** 2).mean() * 2) == pytest.approx(0.1, abs=0.01)


# The 240 drawings of a seed, 20 to a number. The shipped networks learned from such drawings, and lessons show them.
DRAWN = {
    9: [-9.916, -6.632, -15.313, 0.588, 18.256, 7.214, 0.612, 7.174, -7.677, -0.83, 5.499, 13.844],
    28: [-11.87, -28.423, -5.56, 16.819, 32.996, -3.712, -12.317, -5.913, -44.649, -18.904, -1.995, -4.631],
}


@pytest.mark.parametrize("size", DRAWN)
def test_a_seed_draws_what_it_always_drew(size):
    images = make_images(240, size, rng=7)[0].reshape(12, -1)
    assert np.allclose(images @ np.cos(np.arange(images.shape[1])), DRAWN[size], rtol=0, atol=1e-3)


def test_some_of_the_letters_are_drawn_from_the_same_ranges():
    own = RANGES | {"pen": (-3.7, -1.7, -1.05)}
    assert Chance(10, np.random.default_rng(0), 1, float, own).only(slice(3)).ranges is own
