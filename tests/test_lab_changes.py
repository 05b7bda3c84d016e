"""The lab's changes in the browser are those of Python: run under Node, compared to 1e-12."""

import json
import pathlib
import subprocess

import numpy as np

from xo.breaking import MAPS, change
from xo.images import O, X

SCRIPT = pathlib.Path(__file__).parent / "javascript" / "run_changes.mjs"
PLAIN = {"rows": 0, "columns": 0, "size": 1, "degrees": 0, "thickness": 0, "noise": 0}


def in_browser(node, cases):
    tasks = [
        {
            "pixels": image.ravel().tolist(),
            "rows": image.shape[0],
            "columns": image.shape[1],
            "grain": grain.ravel().tolist(),
            "settings": settings,
        }
        for image, grain, settings in cases
    ]
    command, text = [*node, str(SCRIPT)], json.dumps(tasks)
    return json.loads(subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout)


def assert_same(node, cases):
    for (image, grain, settings), values in zip(cases, in_browser(node, cases), strict=True):
        expected = change(image, grain=grain, **settings)
        np.testing.assert_allclose(np.reshape(values, image.shape), expected, rtol=0, atol=1e-12)


def test_random_changes_give_the_same_images_in_the_browser_and_in_python(node):
    rng = np.random.default_rng(8)
    cases = []
    for _ in range(80):
        ranges = [(-5, 5), (-5, 5), (0.4, 2), (-180, 180), (-2, 3), (0, 2)]
        settings = {name: float(rng.uniform(*ends)) for name, ends in zip(PLAIN, ranges, strict=True)}
        image = rng.uniform(-1, 1, tuple(rng.integers(2, 13, 2)))
        cases.append((image, rng.normal(size=image.shape), settings))
    assert_same(node, cases)


def test_every_cell_of_the_lab_s_maps_gets_the_same_image_in_the_browser(node):
    grain = np.random.default_rng(0).normal(size=(9, 9))
    cases = []
    for image in (X, O):
        for settings in MAPS.values():
            (first, downward), (second, across) = settings.items()
            cases += [
                (image, grain, PLAIN | {first: float(down), second: float(right)})
                for down in downward
                for right in across
            ]
    assert len(cases) == 2 * (81 + 121 + 121)
    assert_same(node, cases)
