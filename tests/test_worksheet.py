"""The worksheet asks, its key answers, and the answers are those of xo."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from tools import worksheet
from tools.worksheet import build, main, read_drawing, read_features, read_pictures, work_out
from tools.worksheet_back import draw_back, work_back
from tools.worksheet_pages import KEY, draw_pages
from xo.filtering import FEATURES, filter_image
from xo.images import ROTATED_X, TRICKIER, O, X, write_image
from xo.networks import hand_made_network
from xo.pooling import pool
from xo.postcards import to_code
from xo.relu import relu

L = np.array([[1.0, -1], [1, 1]])


def words(page, colour=None):
    """What stands on a page, in the order in which it was written."""
    texts = page.axes[0].texts
    return [text.get_text() for text in texts if colour is None or text.get_color() == colour]


def as_written(values, parts=9):
    return [str(round(value * parts)).replace("-", "−") for value in np.ravel(values)]


@pytest.mark.parametrize("name", ["X", "O", *TRICKIER])
def test_the_votes_are_those_of_the_published_network(name):
    image = {"X": X, "O": O, **TRICKIER}[name]
    worked = work_out(image, FEATURES)
    np.testing.assert_allclose(worked.votes, hand_made_network().votes(image), rtol=0, atol=1e-15)
    assert worked.answer == hand_made_network().answer(image)


def test_every_stage_is_worked_out_by_xo():
    worked = work_out(ROTATED_X, FEATURES)
    maps = np.stack([filter_image(ROTATED_X, feature) for feature in FEATURES])
    for got, expected in zip(
        (worked.maps, worked.rectified, worked.pooled, worked.again),
        (maps, relu(maps), pool(relu(maps)), pool(pool(relu(maps)))),
        strict=True,
    ):
        assert np.array_equal(got, expected)


def test_the_key_shows_every_answer():
    first, second = draw_pages(work_out(X, FEATURES), key=True)
    maps = filter_image(X, FEATURES[0])
    assert words(first, KEY)[:50] == [*as_written(maps)[1:], "9", "9 signs, each +1 or −1, always"]
    pooled = pool(relu(maps))
    expected = [*as_written(relu(maps)), *as_written(pooled), *as_written(pooled), *as_written(pool(pooled))]
    expected += as_written([[9 / 9, 5 / 9, 5 / 9, 5 / 9], [5 / 9, 9 / 9, 9 / 9, 5 / 9]])
    expected += as_written(hand_made_network().stages(X[None, None])[-2])
    expected += ["45", "1", "20", "5/9 = 0.56", "X"]
    assert words(second, KEY) == expected


def test_the_sheet_for_the_class_answers_nothing_but_the_worked_cell():
    first, second = draw_pages(work_out(X, FEATURES), key=False)
    assert words(first, KEY) == words(second, KEY) == []
    numbers = [word for word in words(first) if word.lstrip("−").isdigit()]
    assert numbers == ["7"]
    assert words(second).count("_______") == 5
    given = [word for word in words(second) if word.lstrip("−").isdigit()]
    assert given == as_written(work_out(X, FEATURES).pooled[1:])


def test_sheet_and_key_differ_only_in_the_answers():
    sheets, keys = (draw_pages(work_out(O, FEATURES), key) for key in (False, True))
    for sheet, key in zip(sheets, keys, strict=True):
        asked = [word for word in words(sheet) if word != "_______" and not word.startswith("Name")]
        assert set(asked) <= set(words(key))


def test_the_worked_cell_adds_up():
    page = draw_pages(work_out(ROTATED_X, FEATURES[1:]), key=False)[0]
    line = next(word for word in words(page) if word.startswith("Here"))
    assert line == "Here 3 of 9 pixels agree and 6 do not: 3 − 6 = −3. Divided by 9 pixels, the match is −1/3."


def test_small_drawings_and_other_features_have_sheets_without_votes():
    worked = work_out(O[1:, 2:], np.stack([L, -L]))
    assert worked.votes is None
    assert worked.answer == ""
    first, second = draw_pages(worked, key=True)
    assert words(first, KEY)[: worked.maps[0].size - 1] == as_written(worked.maps[0], 4)[1:]
    assert "5. The list" in words(second)
    assert "each +1 or −1, always" in "".join(words(first, KEY))


@pytest.mark.parametrize(("shape", "features"), [((5, 5), (1, 1, 1)), ((5, 9), (4, 2, 4)), ((9, 9), (4, 2, 2))])
def test_everything_stays_on_the_paper(shape, features):
    rng = np.random.default_rng(sum(shape))
    drawn = work_out(rng.choice([-1.0, 1.0], shape), rng.choice([-1.0, 1.0], features))
    for page in draw_pages(drawn, key=True):
        for text in page.axes[0].texts:
            assert text.get_position()[0] >= 0.7 or text.get_ha() == "center"
            assert text.get_position()[1] <= 11.1
        for box in page.axes[0].patches:
            assert 0.69 <= box.get_x() <= box.get_x() + box.get_width() <= 7.6


@pytest.mark.parametrize(
    ("shape", "features"),
    [((9, 9), (4, 2, 2)), ((9, 9), (3, 3, 3)), ((8, 8), (4, 1, 1)), ((5, 9), (4, 4, 2)), ((8, 5), (3, 1, 4))],
)
def test_nothing_lies_on_anything_else(shape, features):
    rng = np.random.default_rng(sum(shape))
    drawn = work_out(rng.choice([-1.0, 1.0], shape), rng.choice([-1.0, 1.0], features))
    for page in draw_pages(drawn, key=True):
        lines = [text for text in page.axes[0].texts if text.get_ha() != "center"]
        words = [place(text, page).padded(-0.02) for text in lines]
        cells = [place(box, page).padded(-0.02) for box in page.axes[0].patches]
        assert [text.get_text() for text, box in zip(lines, words, strict=True) if box.xmax > 8 or box.ymin < 0.2] == []
        for one, other in itertools.combinations(cells + words, 2):
            assert not one.overlaps(other), (one, other)


def place(thing, page):
    """Where it lies on the paper, in inches from the bottom left."""
    return thing.get_window_extent(FigureCanvasAgg(page).get_renderer()).transformed(page.dpi_scale_trans.inverted())


@pytest.mark.parametrize(("shape", "feature", "got"), [((9, 9), (1, 3), "9 by 7"), ((9, 5), (1, 1), "9 by 5")])
def test_maps_too_long_for_the_paper_are_refused(shape, feature, got):
    with pytest.raises(ValueError, match=f"^expected features that leave maps of at most 8 by 8, got maps of {got}$"):
        work_out(np.ones(shape), np.ones((2, *feature)))


@pytest.mark.parametrize(
    ("image", "features", "reason"),
    [
        (O[1:, 2:], FEATURES, "only a drawing of 9 by 9 can be compared with the published X and O."),
        (X, np.ones((1, 2, 2)), "these features do not tell the published X from the published O."),
    ],
)
def test_a_sheet_without_votes_says_so_and_why(image, features, reason, tmp_path, capsys):
    (tmp_path / "drawing.txt").write_text(write_image(image))
    names = [str(tmp_path / f"{number}.txt") for number in range(len(features))]
    for name, feature in zip(names, features, strict=True):
        Path(name).write_text(write_image(feature))
    main([str(tmp_path / "drawing.txt"), *names, "--into", str(tmp_path)])
    assert capsys.readouterr().out.splitlines()[-1] == f"It ends with the list, without votes: {reason}"
    second = words(draw_pages(work_out(image, features), key=False)[1])
    assert "From pixels to an answer: the list" in second
    assert reason in second


def test_the_key_says_where_the_largest_number_is_and_what_is_there():
    told = words(draw_pages(work_out(X, FEATURES), key=True)[0], KEY)
    assert told[-2:] == ["rows 2 to 4, columns 2 to 4 (and 3 more):", "the same as feature A."]
    spoilt = work_out(np.where(np.eye(9) > 0, 1.0, -1.0)[:, :6] * 1.0, np.ones((1, 3, 3)))
    assert "feature A but for 6 pixels." in words(draw_pages(spoilt, key=True)[0], KEY)


def test_drawings_come_from_codes_and_files_and_features_from_files(tmp_path):
    (tmp_path / "drawing.txt").write_text(write_image(O))
    (tmp_path / "two.txt").write_text("#.\n##\n\n\n  ..\n  ##\n")
    assert np.array_equal(read_drawing(str(tmp_path / "drawing.txt")), O)
    assert np.array_equal(read_drawing(to_code(X)), X)
    assert read_features([str(tmp_path / "two.txt")]).shape == (2, 2, 2)
    assert np.array_equal(read_features([]), FEATURES)
    assert len(read_pictures("#\n\n.\n \n#")) == 3


def test_the_command_writes_two_files_the_same_each_time(tmp_path, capsys):
    main([to_code(TRICKIER["O rotated"]), "--into", str(tmp_path / "paper")])
    paths = sorted((tmp_path / "paper").iterdir())
    assert [path.name for path in paths] == ["worksheet-key.pdf", "worksheet.pdf"]
    assert capsys.readouterr().out.count("is ready to print.") == 2
    before = [path.read_bytes() for path in paths]
    assert all(content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF") for content in before)
    assert all(content.count(b"/Type /Page\n") == 2 or content.count(b"/Type /Page ") == 2 for content in before)
    build(TRICKIER["O rotated"], FEATURES, tmp_path / "paper")
    assert [path.read_bytes() for path in paths] == before


@pytest.mark.parametrize(
    ("image", "features", "sentence"),
    [
        (X[:4], FEATURES, "expected a drawing of 5 to 9 rows and columns, got 4 by 9"),
        (np.ones((28, 28)), FEATURES, "expected a drawing of 5 to 9 rows and columns, got 28 by 28"),
        (X, np.ones((5, 3, 3)), "expected up to four features of at most 4 by 4, got 5 of 3 by 3"),
        (X, np.ones((1, 5, 5)), "expected up to four features of at most 4 by 4, got 1 of 5 by 5"),
        (X / 2, FEATURES, "expected black and white pixels only, got grey ones"),
    ],
)
def test_what_does_not_fit_on_paper_is_refused_in_a_sentence(image, features, sentence):
    with pytest.raises(ValueError) as caught:
        work_out(image, features)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("arguments", [["12"], [to_code(X), "nowhere.txt"]])
def test_the_command_ends_with_a_sentence_where_it_cannot_read(arguments, tmp_path):
    with pytest.raises(SystemExit, match="^No worksheet: "):
        main([*arguments, "--into", str(tmp_path)])
    assert worksheet.__doc__.splitlines()[0].startswith("Print a worksheet")


@pytest.mark.parametrize("name", ["X", "O", *TRICKIER])
def test_the_way_back_is_the_slope_that_xo_and_a_nudge_find(name):
    worked = work_out({"X": X, "O": O, **TRICKIER}[name], FEATURES)
    back = work_back(worked)
    assert (back.right, {"X", "O"} - {back.right}) == (worked.answer, {back.other})
    network, other = hand_made_network(), "XO".index(back.other)
    assert back.vote == pytest.approx(network.votes(worked.image)[other])
    network.forward(worked.image[None, None])
    network.backward(np.eye(2)[[other]])
    assert back.slope == pytest.approx(network.layers[0].gradient[0][back.number, 0, 1, 1])
    assert back.sum == pytest.approx(9 * back.slope)
    assert back.slopes[3].sum() == pytest.approx(back.slopes[2].sum()) == pytest.approx(back.slopes[1].sum())


def test_the_key_of_the_way_back_answers_what_the_sheet_asks():
    worked = work_out(X, FEATURES)
    sheet, key = (draw_back(worked, key) for key in (False, True))
    assert words(sheet, KEY) == []
    told = [word for word in words(key, KEY) if word]
    assert told == ["1/4"] * 6 + ["0", "−1/2", "−1/18", "up"]
    assert words(sheet).count("_______") == 4
    asked = [word for word in words(sheet) if word != "_______" and not word.startswith("Name")]
    assert set(asked) <= set(words(key))


@pytest.mark.parametrize("features", [FEATURES, np.stack([L, -L, np.ones((2, 2)), np.array([[1.0, 1], [-1, -1]])])])
def test_on_the_backward_sheet_nothing_lies_on_anything_else(features):
    page = draw_back(work_out(ROTATED_X, features), key=True)
    lines = [text for text in page.axes[0].texts if text.get_ha() != "center"]
    boxes = [place(text, page).padded(-0.02) for text in lines]
    assert [text.get_text() for text, box in zip(lines, boxes, strict=True) if box.xmax > 8 or box.ymin < 0.2] == []
    cells = [place(box, page).padded(-0.02) for box in page.axes[0].patches]
    for one, other in itertools.combinations(cells + boxes, 2):
        assert not one.overlaps(other), (one, other)


def test_where_there_is_no_vote_there_is_no_way_back(tmp_path, capsys):
    with pytest.raises(ValueError, match="^a way back begins at a vote, and there is none: these features do not tell"):
        work_back(work_out(X, np.ones((1, 2, 2))))
    main(["--backward", "--into", str(tmp_path)])
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "backward-key.pdf",
        "backward.pdf",
        "worksheet-key.pdf",
        "worksheet.pdf",
    ]
    assert capsys.readouterr().out.count("is ready to print.") == 4
