"""Pictures carry their numbers as text, are light, the same each time, and share the widgets' colours."""

import base64
import io
import itertools
import subprocess
import sys

import numpy as np
import PIL.Image
import pytest

from xo import plots
from xo.filtering import FEATURES, filter_image, filter_maps
from xo.images import TRICKIER, X
from xo.plots import charts, sheets, words
from xo.pooling import pool

MAPS = filter_maps(X[None], FEATURES[:, None])


@pytest.fixture
def shown(monkeypatch):
    """The pictures that were displayed."""
    pictures = []
    monkeypatch.setattr("IPython.display.display", pictures.append)
    return pictures


def test_a_map_is_shown_with_its_numbers_as_text_and_a_description(shown):
    assert plots.show_maps(pool(pool(MAPS)), ["\\", "X", "/"], over=9) is None
    data, metadata = shown[0]._repr_mimebundle_()
    assert data["text/plain"] == "\\\n9  5\n5  9\n\nX\n9  5\n5  5\n\n/\n5  9\n9  5"
    assert metadata == {"image/png": {"alt": "3 maps of 2 by 2: \\, X, /"}}
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")


def test_beside_the_scale_stands_in_what_the_numbers_count_unless_they_are_whole(shown, monkeypatch):
    told = []
    monkeypatch.setattr(sheets.Sheet, "scale", lambda sheet, limit, words: told.append(words))
    for over in (9, 81, 1, None):
        plots.show_maps(np.ones((3, 3)), over=over)
    assert told == ["numbers in ninths", "numbers in 1/81", "", ""]


def test_the_text_shows_a_wrong_number(shown):
    wrong = MAPS.copy()
    wrong[1, 2, 3] += 2 / 9
    plots.show_maps(MAPS)
    plots.show_maps(wrong)
    assert shown[0].text != shown[1].text


def test_images_come_as_a_stack_a_list_of_sizes_or_a_dictionary(shown):
    for images in (X, np.stack([X, X]), [X, FEATURES[0]], TRICKIER):
        plots.show_images(images)
    assert shown[0].text.startswith(".........\n.#.....#.")
    assert shown[2].text.endswith("#..\n.#.\n..#")
    assert shown[3].text.startswith("X shifted\n#.....#..")
    assert shown[3].description.endswith("O rotated, O thickened")


def test_photos_are_shown_in_their_colours_and_told_by_their_means(shown):
    red = np.full((20, 30, 3), (200, 10, 0), np.uint8)
    plots.show_photos({"red": red, "its left": red[:, :15]})
    assert shown[0].text == "red\n(20 by 30, 200 10 0 on average)\n\nits left\n(20 by 15, 200 10 0 on average)"
    assert shown[0].description == "2 photos of 20 by 30: red, its left"
    plots.show_photos(red / 255)
    assert PIL.Image.open(io.BytesIO(shown[1].png)).convert("RGB").getpixel((60, 60)) == (200, 10, 0)
    for wrong, sentence in (
        (red[..., :2], "expected photos of 3 colours, got 2"),
        (-1.0 * red, "from 0 to 255, .*got -200 to"),
    ):
        with pytest.raises(ValueError, match=sentence):
            plots.show_photos(wrong)
    with pytest.raises(ValueError, match=r"photos of shape \(rows, columns, 3\), got shape \(1, 2, 9, 9\)"):
        plots.show_photos([np.array([[X, X]])])


def test_a_large_picture_is_described(shown):
    plots.show_maps(np.linspace(-3, 0, 28 * 28).reshape(28, 28), "map")
    assert shown[0].text == "map\n(28 by 28, from −3.00 to 0.00)"


def test_who_is_taken_for_whom_is_a_table_with_its_mistakes_coloured(shown):
    charts.show_taken(np.array([[5, 0, 2], [0, 7, 0], [1, 0, 12]]), ["a", "b", "c"])
    assert shown[0].text.splitlines()[1:] == ["     a   b   c", " a   5   .   2", " b   .   7   .", " c   1   .  12"]
    assert shown[0].description == "Who is taken for whom: 24 of 27 right, 2 kinds of mistake"
    charts.show_taken(np.eye(2))
    assert shown[1].text.splitlines()[1:] == ["   0  1", "0  1  .", "1  .  1"]
    for wrong, told in (([[1, 0.5], [0, 1]], "0.5"), ([[-5, 1], [2, 3]], "-5")):
        with pytest.raises(ValueError, match=f"^expected counts as whole numbers from 0, got {told}$"):
            charts.show_taken(wrong)
    with pytest.raises(ValueError, match="expected 2 names"):
        charts.show_taken(np.eye(2), ["a"])
    with pytest.raises(ValueError, match="as many rows as columns"):
        charts.show_taken(np.ones((2, 3)))


def test_curves_are_named_and_told_by_their_ends(shown):
    plots.show_curves({"hand-made": [0.5, 0.25], "learned": ([1, 10], [0.5, 0.0625])}, "round", "error")
    assert shown[0].text.splitlines() == [
        "error by round",
        "hand-made: 0.500 at 0, 0.250 at 1",
        "learned: 0.500 at 1, 0.062 at 10",
    ]


@pytest.mark.parametrize(
    "draw",
    [
        lambda: plots.show_maps(MAPS),
        lambda: plots.show_images(TRICKIER),
        lambda: plots.show_maps(np.random.default_rng(1).normal(size=(8, 26, 26))),
        lambda: plots.show_curves({"a": np.random.default_rng(1).normal(size=500)}),
    ],
)
def test_a_picture_is_light_and_the_same_each_time(draw, shown):
    draw()
    draw()
    assert len(shown[0].png) < 60_000
    assert shown[0].png == shown[1].png
    assert repr(shown[0]) == repr(shown[1]) == shown[0].text


def test_numbers_stand_out_from_their_cells(shown, monkeypatch):
    sheets_made = []
    monkeypatch.setattr(sheets.Sheet, "finished", lambda sheet: sheets_made.append(sheet) or sheet.picture)
    plots.show_maps(filter_image(X, FEATURES[1]), over=9)
    sheet = sheets_made[0]
    left, top, wide, high = sheet.boxes[0]
    numbers = [word for word in sheet.words if left <= word[0] <= left + wide and top <= word[1] <= top + high]
    assert len(numbers) == 49
    for x, y, text, points, colour, *_ in numbers:
        behind = np.array(sheet.picture.getpixel((round(x), round(y)))) / 255
        assert _contrast(behind, 0 if colour == "black" else 1) >= 4.5
        assert points >= 11
        assert words.width(text, points) < wide / 7


def _contrast(colour, ink):
    linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    light, dark = sorted((linear @ (0.2126, 0.7152, 0.0722) + 0.05, ink + 0.05), reverse=True)
    return light / dark


def loaded_after(code):
    """Which parts of matplotlib, and what else is heavy, a piece of Python has loaded at its end."""
    code += "; import sys; print([name for name in ('matplotlib', 'matplotlib.pyplot') if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return result.stdout.splitlines()[-1]


def test_images_maps_and_the_glass_network_s_still_do_without_matplotlib():
    code = (
        "import xo.plots; from xo.images import X; xo.plots.show_images([X, X], ['one', 'two']); xo.plots.show_maps(X)"
    )
    assert loaded_after(code) == "[]"
    code = "from xo.images import X; from xo.networks import load_trained; from xo.widgets.glass import GlassNetwork"
    assert loaded_after(code + "; assert GlassNetwork(load_trained(9), image=X)._repr_mimebundle_()") == "[]"


def test_pyplot_and_its_global_state_are_left_alone():
    assert loaded_after("import xo.plots; xo.plots.show_curves({'a': [1, 2]})") == "['matplotlib']"


def test_every_sign_of_the_lessons_is_in_the_typeface():
    from fontTools.ttLib import TTFont

    with TTFont(words.typeface(12).path) as font:
        known = set(font.getBestCmap())
    assert {sign for sign in "−×≈½→·×°²≤" if ord(sign) not in known} == set()


def test_words_stay_on_the_sheet(shown, monkeypatch):
    sheets_made = []
    real = sheets.Sheet.finished
    monkeypatch.setattr(sheets.Sheet, "finished", lambda sheet: sheets_made.append(sheet) or real(sheet))
    plots.show_maps(MAPS * 123.456, over=None)
    plots.show_images(TRICKIER)
    plots.show_maps(np.ones((2, 2)), "one", over=9)
    plots.show_maps(np.ones((3, 1, 1)), ["sum of \\", "sum of X", "sum of /"], over=9)
    for sheet in sheets_made:
        for x, _, text, points, _, bold, side in sheet.words:
            left = x - {"left": 0, "center": 0.5, "right": 1}[side] * words.width(text, points, bold)
            assert left >= 0
            assert left + words.width(text, points, bold) <= sheet.picture.width


def test_titles_wider_than_their_pictures_stand_apart():
    titles = ["sum of \\", "a very long title", "sum of /"]
    sheet = sheets.Sheet([(1, 1)] * 3, titles, [0.36] * 3)
    halves = [words.width(title, sheets.FONT) / 2 for title in titles]
    ends = [(x - half, x + half) for (x, *_), half in zip(sheet.words, halves, strict=True)]
    assert all(right < left for (_, right), (left, _) in itertools.pairwise(ends))
    for (left, _, wide, _), (x, *_) in zip(sheet.boxes, sheet.words, strict=True):
        assert abs(left + wide / 2 - x) <= 1


@pytest.mark.parametrize(
    ("draw", "sentence"),
    [
        (lambda: plots.show_maps(MAPS, ["one"]), "expected a title for each of 3 maps, got 1"),
        (lambda: plots.show_maps(MAPS[None]), "expected maps of shape (rows, columns), got shape (3, 7, 7)"),
        (lambda: plots.show_images([]), "expected a title for each of 0 images, got 0"),
        (lambda: plots.show_images(X * np.nan), "expected image of ordinary numbers, got NaN or infinity among them"),
        (
            lambda: plots.show_maps(X / 2, over=9),
            "expected values that are whole numbers of 1/9, got others among them",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(draw, sentence):
    with pytest.raises(ValueError) as caught:
        draw()
    assert str(caught.value) == sentence


def test_a_sheet_wraps_its_panels_into_rows_that_fit():
    sheet = sheets.Sheet([(9, 9)] * 9, [""] * 9, [2.6] * 9)
    assert sheet.picture.width <= (sheets.WIDTH + 0.3) * words.DPI
    assert len({top for _, top, _, _ in sheet.boxes}) == 3


def test_eight_pictures_stand_four_above_four():
    sheet = sheets.Sheet([(9, 9)] * 8, [""] * 8, [1.6] * 8)
    tops = [top for _, top, _, _ in sheet.boxes]
    assert [tops.count(top) for top in sorted(set(tops))] == [4, 4]
