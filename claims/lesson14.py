"""Lesson 14: what it says of photos and of the steps, on other photos. It runs the lesson's own functions."""

from functools import cache

from claims import Claim, names_of
from xo.photos import read_photo
from xo.photos.made import make_photos

LESSON = names_of("14", "(trained, by_hand)")
NETWORKS = [LESSON["trained"], LESSON["by_hand"]]


@cache
def batches(seed):
    """Sixty other photos, as the lesson makes them."""
    return [make_photos(20, side=96, rng=3 * seed + batch) for batch in range(3)]


@cache
def right(seed, prepare="read_photo", hand=False):
    """How many of the sixty are read rightly. prepare: a function of the lesson, or the step that is left out"""
    named = {"read_photo": read_photo, **LESSON}.get(prepare)
    left_out = named or (lambda photo: read_photo(photo, **{prepare: False}))
    return int(LESSON["count_right"](left_out, NETWORKS, batches(seed))[:, int(hand)].sum())


def lost(seed, step, hand=False):
    """How many photos are read rightly only with that step."""
    return right(seed, hand=hand) - right(seed, step, hand)


def crosses_turned(seed):
    """How many of thirty X's are read as X when turned by 45 degrees."""
    return LESSON["read_turned"](batches(seed), 45, 0)


def in_shadow(seed, light):
    """How many of sixty photos are read rightly with a hard shadow over half of each."""
    return LESSON["read_in_shadow"](batches(seed), light)


PHOTOS = "sixty other photos"
CLAIMS = [
    Claim(
        words="**No better than a coin**: it gives one and the same answer to every photo.",
        cell="a1400013",
        tried=PHOTOS,
        measure=lambda seed: right(seed, "as_it_comes"),
        holds=lambda count: count == 30,
    ),
    Claim(
        words="Still a coin.",
        cell="a1400018",
        tried=f"{PHOTOS}, dark and light exchanged",
        measure=lambda seed: right(seed, "exchanged"),
        holds=lambda count: 27 <= count <= 33,
    ),
    Claim(
        words="**The preparation made the difference**",
        cell="a1400022",
        tried=f"{PHOTOS}, all steps",
        measure=right,
        holds=lambda count: count >= 57,
    ),
    Claim(
        words="Without `turn`, both are lost.",
        cell="a1400036",
        tried=f"{PHOTOS}: the better of the two networks",
        measure=lambda seed: max(right(seed, "turn"), right(seed, "turn", hand=True)),
        holds=lambda count: count <= 33,
    ),
    Claim(
        words="Without `even`, shadows pass for ink.",
        cell="a1400036",
        tried=f"{PHOTOS}: lost without it",
        measure=lambda seed: lost(seed, "even"),
        holds=lambda count: count >= 6,
    ),
    Claim(
        words="the network that learned does without `centre` and without `apart`",
        cell="a1400036",
        tried=f"{PHOTOS}: lost without one of them",
        measure=lambda seed: max(lost(seed, "centre"), lost(seed, "apart")),
        holds=lambda count: count <= 1,
    ),
    Claim(
        words="The one made by hand needs both.",
        cell="a1400036",
        tried=f"{PHOTOS}: lost without one of them",
        measure=lambda seed: min(lost(seed, "centre", hand=True), lost(seed, "apart", hand=True)),
        holds=lambda count: count >= 3,
    ),
    Claim(
        words="a plus is no ring",
        cell="a1400046",
        tried="thirty other X's, turned by 45 degrees",
        measure=crosses_turned,
        holds=lambda count: count > 24,
    ),
    Claim(
        words="A deep shadow's edge looks like a thin dark line on light paper",
        cell="a1400050",
        tried=f"{PHOTOS}, 30 % of the light in the shadow",
        measure=lambda seed: in_shadow(seed, 0.3),
        holds=lambda count: count <= 45,
    ),
]
