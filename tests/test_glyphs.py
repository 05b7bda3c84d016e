"""The trained networks never saw a typeface: they read the X, x, O and o of real ones, moved, scaled and turned."""

import numpy as np
import pytest

from benchmarks.typefaces import FACES, MATPLOTLIB, glyphs, misread, printed, readable
from xo.networks import load_trained

LEAST = {  # the share read right, below what was measured: in grey, in black and white
    (9, "small"): (0.99, 0.985),
    (9, "wide"): (0.995, 0.993),  # the aims on all files of benchmarks/README.md: 0.992 and 0.988
    (9, "deep"): (0.99, 0.99),
    (28, "deep"): (0.995, 0.995),
}


@pytest.mark.parametrize(("size", "kind"), LEAST)
def test_letters_of_real_typefaces_are_read_right_and_x_as_often_as_o(size, kind):
    ink, names = glyphs(FACES, size)
    rings = np.char.upper(names[:, 1]) == "O"
    for least, (how, images) in zip(LEAST[size, kind], printed(ink).items(), strict=True):
        wrong = misread(load_trained(size, kind), images, names)
        assert wrong.mean() <= 1 - least, f"{how}: misread {sorted(map(tuple, names[wrong].tolist()))}"
        assert abs(wrong[rings].mean() - wrong[~rings].mean()) <= 0.01, how


def test_a_font_file_without_the_letters_is_no_measuring_stick(tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert readable(FACES[0])
    assert not readable(tmp_path / "broken.ttf")
    assert not readable(MATPLOTLIB / "STIXNonUni.ttf")  # signs of mathematics
