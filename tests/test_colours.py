"""One scale for every value, in Python, in pictures and in the browser; and ink that stands out on it."""

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest

from xo import colours

SCRIPT = Path(__file__).parent / "javascript" / "run_colours.mjs"
EVERY_STEP = np.linspace(-1.25, 1.25, 2 * colours.STEPS + 1) * 3


def test_the_browser_has_the_same_colours_and_inks(node):
    task = json.dumps({"values": EVERY_STEP.tolist(), "limit": 3})
    done = subprocess.run([*node, SCRIPT], input=task, capture_output=True, text=True, check=True)
    told, names = json.loads(done.stdout), {"#000": "black", "#fff": "white"}
    made = {"values": colours.colour_of(EVERY_STEP, 3), "pixels": colours.grey_of(EVERY_STEP)}
    for kind, ours in [*made.items(), ("categories", np.array(colours.CATEGORIES))]:
        assert [one[:3] for one in told[kind]] == ours.tolist()
        assert [names[one[3]] for one in told[kind]] == [colours.ink_on(colour) for colour in ours]


def test_the_scale_is_white_at_zero_and_ends_at_its_limit():
    assert colours.colour_of([0, np.nan, 2, 5, np.inf, -7], 2).tolist() == [
        [255, 255, 255],
        [255, 255, 255],
        *[list(colours.VALUES[-1])] * 3,
        list(colours.VALUES[0]),
    ]
    assert colours.grey_of(np.array([-1.0, 1.0, 9.0])).tolist() == [[20] * 3, [255] * 3, [255] * 3]


@pytest.mark.parametrize(
    "make",
    [
        lambda: colours.colour_of(EVERY_STEP, 3),
        lambda: colours.grey_of(EVERY_STEP),
        lambda: np.array(colours.CATEGORIES),
    ],
)
def test_ink_stands_out_by_4_58_to_1_or_more(make):
    for colour in make():
        ink = 1 if colours.ink_on(colour) == "white" else 0
        dark, light = sorted((colours.brightness(colour) + 0.05, ink + 0.05))
        assert light / dark >= 4.58


def simulate(colour, kind):
    """What a person without red, green or blue cones sees (Viénot, Brettel and Mollon 1999; tritan: Machado 2009)."""
    linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    return linear @ np.array(DEFICIENCIES[kind]).T


DEFICIENCIES = {
    "protan": [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
    "deutan": [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
    "tritan": [[1.25553, -0.07675, -0.17878], [-0.07841, 0.93081, 0.14760], [0.00473, 0.69137, 0.30390]],
}


@pytest.mark.parametrize("kind", DEFICIENCIES)
def test_above_and_below_zero_stay_apart_for_the_colour_blind(kind):
    for step in (1, 2, 3, 4):
        above, below = (simulate(np.array(colours.VALUES[4 + way * step]) / 255, kind) for way in (1, -1))
        assert np.abs(above - below).max() > 0.1, step


def test_slopes_have_a_scale_that_nobody_takes_for_that_of_values(node):
    task = json.dumps({"values": [-3, -2, -1, 0, 1, 2, 3], "limit": 3})
    told = json.loads(subprocess.run([*node, SCRIPT], input=task, capture_output=True, text=True, check=True).stdout)
    slopes, values = (np.array([one[:3] for one in told[kind]]) / 255 for kind in ("slopes", "values"))
    light, of_values = ([float(colours.brightness(one * 255)) for one in scale] for scale in (slopes, values))
    assert light[:4] == sorted(light[:4])[::-1]
    assert light[3:] == sorted(light[3:])
    assert of_values[:4] == sorted(of_values[:4])
    assert of_values[3:] == sorted(of_values[3:])[::-1]
    for kind in DEFICIENCIES:
        for step in (1, 2, 3):
            above, below = (simulate(slopes[3 + way * step], kind) for way in (1, -1))
            assert np.abs(above - below).max() > 0.1, (kind, step)
