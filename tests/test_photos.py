"""Photos of letters on paper: every form that a picture comes in, every step, in Python and in the browser."""

import io
import json
import pathlib
import subprocess

import numpy as np
import PIL.Image
import pytest

from xo.images import O, X, read_colours, read_picture
from xo.networks import load_trained
from xo.photos import STEPS, photo_steps, read_photo
from xo.photos.made import make_photos

SCRIPT = pathlib.Path(__file__).parent / "javascript" / "run_photos.mjs"
PHOTOS, CATEGORIES = make_photos(24, rng=3)
NETWORK = load_trained(9)


def paper(letter=X, scale=14, ink=60, light=230):
    """A picture of a published letter, dark on light, in greys from 0 to 255."""
    return np.where(np.kron(letter, np.ones((scale, scale))) > 0, ink, light).astype(np.uint8)


PLAIN = paper()
COLOURS = np.repeat(PLAIN[..., None], 3, 2)
FORMS = {
    "0 to 255": PLAIN,
    "0 to 255 as floats": PLAIN.astype(float),
    "0 to 1": PLAIN / 255,
    "0 to 1, 32 bits": (PLAIN / 255).astype(np.float32),
    "0 to 1, 16 bits": (PLAIN / 255).astype(np.float16),
    "16 bits": PLAIN.astype(np.uint16) * 257,
    "True and False": PLAIN > 128,
    "in colour": COLOURS,
    "opaque": np.dstack([COLOURS, np.full(PLAIN.shape, 255, np.uint8)]),
    "ink on nothing": np.dstack([np.zeros_like(COLOURS), np.where(PLAIN < 128, 255, 0).astype(np.uint8)]),
    "chalk": 255 - PLAIN,
    "Pillow": PIL.Image.fromarray(COLOURS),
    "Pillow, a palette": PIL.Image.fromarray(PLAIN).convert("P"),
    "Pillow, a palette of two": PIL.Image.fromarray(PLAIN).quantize(2),
    "Pillow, 16 bits": PIL.Image.fromarray(PLAIN.astype(np.uint16) * 257),
    "Pillow, 32 bits": PIL.Image.fromarray(PLAIN.astype(np.int32) * 257),
    "Pillow, 1 bit": PIL.Image.fromarray(PLAIN > 128),
    "Pillow, CMYK": PIL.Image.fromarray(COLOURS).convert("CMYK"),
    "Pillow, grey and alpha": PIL.Image.fromarray(PLAIN).convert("LA"),
}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("form", FORMS)
def test_a_photo_in_any_form_is_read_as_the_same_image(form):
    image = read_photo(FORMS[form])
    assert np.allclose(image, read_photo(PLAIN))
    assert NETWORK.answer(image) == "X"
    assert image.max() > 0 > image.mean()


@pytest.mark.parametrize("kind", ["png", "jpg", "gif", "webp", "bmp", "tiff"])
def test_a_file_of_any_common_kind_is_read(kind, tmp_path):
    path = tmp_path / f"photo.{kind}"
    PIL.Image.fromarray(COLOURS).save(path)
    for name in (path, str(path)):
        assert np.allclose(read_photo(name), read_photo(PLAIN), atol=0.1)


def test_a_16_bit_file_and_a_large_one_are_read(tmp_path):
    PIL.Image.fromarray(PLAIN.astype(np.uint16) * 257).save(tmp_path / "fine.png")
    assert np.allclose(read_photo(tmp_path / "fine.png"), read_photo(PLAIN))
    PIL.Image.fromarray(paper(scale=350)).save(tmp_path / "large.png")  # 10 megapixels
    assert np.allclose(read_photo(tmp_path / "large.png"), read_photo(PLAIN), atol=0.15)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_camera_that_was_held_sideways_gives_an_upright_letter(orientation, tmp_path):
    leaning = np.full((9, 9), -1.0)
    leaning[1:8, 2], leaning[7, 2:6] = 1, 1  # an L: no turn and no mirror image of it is the same
    upright = PIL.Image.fromarray(paper(leaning, 230 if orientation == 6 else 14))  # one of them large
    turns = (None, None, 0, 3, 1, 5, 2, 6, 4)  # Pillow's, which undo what the camera did
    stored = upright if orientation == 1 else upright.transpose(PIL.Image.Transpose(turns[orientation]))
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / "photo.jpg", exif=exif)
    assert np.allclose(read_photo(tmp_path / "photo.jpg"), read_photo(paper(leaning)), atol=0.15)
    red = read_photo(tmp_path / "photo.jpg", grey=False)
    assert np.allclose(red, read_photo(paper(leaning)), atol=0.15)
    with PIL.Image.open(tmp_path / "photo.jpg") as picture:
        assert np.allclose(read_picture(picture, 9), read_picture(paper(leaning), 9), atol=0.15)


@pytest.mark.parametrize(
    ("photo", "kind", "sentence"),
    [
        (X, ValueError, r"expected numbers from 0 to 255, .* got -1 to 1: an image of ours, from -1 to 1, is \(image"),
        (np.full((50, 50), 200), ValueError, "expected ink on paper, found nothing that stands out: write larger"),
        (np.full((3, 4, 5, 6), 1), ValueError, r"expected a picture \(rows, columns\) or"),
        ([[0, 70000]], ValueError, "expected numbers from 0 to 255, 0 to 65535 or 0 to 1, got 0 to 70000"),
        ([["a"]], TypeError, "expected a picture made of numbers, got text"),
        ([[0, np.nan]], ValueError, "expected a picture of ordinary numbers"),
        (None, TypeError, "expected a picture made of numbers, got NoneType"),
        ("nothing_here.png", FileNotFoundError, "expected the path of a picture, found no file 'nothing_here.png'"),
        (__file__, ValueError, "expected a picture that Pillow can read, such as PNG or JPEG, got .*: save it as one"),
        (pathlib.Path(__file__).parent, ValueError, "expected the path of a picture, got the folder '.*tests'$"),
        ("a\0b", ValueError, "expected a picture that Pillow can read, .*"),
        ("https://a.org/x.png", FileNotFoundError, "expected .* no file 'https:.*' here: save the picture beside your"),
        (b"no picture", ValueError, "expected a picture that Pillow can read, .* got bytes that are none: save it"),
        (io.StringIO("ink"), TypeError, r"expected a picture's file opened for bytes, as by open\(path, \"rb\"\)"),
    ],
)
def test_what_is_no_photo_is_refused_in_a_sentence(photo, kind, sentence):
    with pytest.raises(kind, match=f"^{sentence}"):
        read_photo(photo)


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_picture_that_breaks_off_or_is_too_large_says_so(kind, tmp_path, monkeypatch):
    stored, path = io.BytesIO(), tmp_path / "photo"
    PIL.Image.fromarray(PLAIN).save(stored, kind)
    path.write_bytes(half := stored.getvalue()[: len(stored.getvalue()) // 2])
    for photo, told in ((path, "'.*photo', which breaks off"), (half, "bytes that break off")):
        with pytest.raises(
            ValueError, match=f"^expected a whole picture, got {told} or .* damaged: copy it once more$"
        ):
            read_photo(photo)
    monkeypatch.setattr(PIL.Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(ValueError, match=r"^expected some million pixels, got bytes .*: make it smaller$"):
        read_photo(stored.getvalue())


def test_a_file_that_is_open_or_in_memory_is_read_from_its_start(tmp_path):
    stored = io.BytesIO()
    PIL.Image.fromarray(PLAIN).save(stored, "png")  # which leaves it at its end
    (tmp_path / "photo.png").write_bytes(stored.getvalue())
    with open(tmp_path / "photo.png", "rb") as file:
        for photo in (stored, file, stored.getvalue(), bytearray(stored.getvalue()), memoryview(stored.getvalue())):
            assert np.array_equal(read_photo(photo), read_photo(PLAIN))
    assert np.array_equal(read_photo(memoryview(PLAIN)), read_photo(PLAIN))


@pytest.mark.parametrize("read", [read_picture, read_colours])
@pytest.mark.parametrize(
    "file", ["cat.png", pathlib.Path("cat.png"), b"png", io.BytesIO(b"png")], ids=lambda one: str(type(one))
)
def test_who_takes_open_pictures_only_says_how_to_open_one(read, file):
    with pytest.raises(
        TypeError, match="^expected a picture made of numbers, got .*: Image.open of Pillow opens a file"
    ):
        read(file)


def test_a_step_or_an_ink_that_there_is_not_is_refused():
    with pytest.raises(TypeError, match="expected steps among grey, even, .* got 'blur'"):
        read_photo(PLAIN, blur=False)
    with pytest.raises(ValueError, match='expected ink as "dark", "light" or None'):
        read_photo(PLAIN, ink="blue")
    with pytest.raises(ValueError, match="expected a whole size of 2 or more"):
        read_photo(PLAIN, size=0)


def right(**steps):
    """How many of the made photos are read rightly."""
    images = np.array([read_photo(photo, **steps) for photo in PHOTOS])
    return (NETWORK.forward(images[:, None]).argmax(1) == CATEGORIES).sum()


def test_made_photos_are_read_with_the_steps_and_like_a_coin_as_they_are():
    plain = np.array([read_picture(photo, 9, ink="light") for photo in PHOTOS])
    assert (NETWORK.forward(plain[:, None]).argmax(1) == CATEGORIES).sum() <= 16
    assert right() >= 23
    assert right(turn=False) <= 16


def test_every_step_changes_what_it_says_and_the_last_is_the_image():
    photo = PHOTOS[0]
    steps = photo_steps(photo)
    assert list(steps) == list(STEPS)
    assert np.array_equal(steps["shrink"], read_photo(photo))
    assert set(np.unique(steps["apart"])) == {-1, 1}
    assert np.array_equal(steps["turn"], -steps["apart"])
    rows, columns = steps["crop"].shape
    assert max(rows, columns) < 160
    side = max(rows, columns)
    assert steps["centre"].shape == (side + 2 * round(side / 8),) * 2
    for name in STEPS:
        assert not np.array_equal(read_photo(photo, **{name: False}), read_photo(photo)), name


def test_a_shadow_is_no_ink_once_the_light_is_even():
    shaded = PLAIN * np.where(np.arange(PLAIN.shape[1]) < 70, 1, 0.35)
    assert np.allclose(read_photo(shaded), read_photo(PLAIN), atol=0.02)
    assert not np.allclose(read_photo(shaded, even=False), read_photo(PLAIN), atol=0.5)


def test_specks_and_a_table_at_the_edge_are_none_of_the_letter():
    busy = PLAIN.copy()
    busy[3:5, 60:63] = 60
    busy[-4:] = 20
    assert np.array_equal(read_photo(busy), read_photo(PLAIN))
    assert not np.allclose(read_photo(busy, crop=False), read_photo(PLAIN), atol=0.5)


def ruled(letter=None, spacing=17, thick=2, turn=0, squared=False, side=240, line=120, noise=4):
    """Ruled or squared paper, photographed a little turned, with a letter on it or none."""
    down, along = np.mgrid[:side, :side] - side / 2
    turn = np.radians(turn)
    rows, columns = np.cos(turn) * down + np.sin(turn) * along, np.cos(turn) * along - np.sin(turn) * down
    lines = rows % spacing < thick
    if squared:
        lines |= columns % spacing < thick
    page = np.where(lines, line, 225)
    if letter is not None:
        page[60:177, 50:167] = np.where(np.kron(letter, np.ones((13, 13))) > 0, 50, page[60:177, 50:167])
    return np.clip(page + noise * np.random.default_rng(1).standard_normal(page.shape), 0, 255).astype(np.uint8)


RULINGS = {
    "lines": {},
    "squares": {"squared": True},
    "wide lines, aslant": {"spacing": 31, "thick": 3, "turn": 7},
    "narrow lines": {"spacing": 8},
    "lines upright": {"turn": 88},
    "squares, turned": {"spacing": 21, "turn": -33, "squared": True},
    "dark lines": {"line": 60},
}
PAGES = {
    f"{kind} {name}": ruled(letter, **how) for kind, how in RULINGS.items() for name, letter in (("X", X), ("O", O))
}
PAGES |= {kind: ruled(**how) for kind, how in RULINGS.items()}
TWO = {
    "side by side": np.hstack([paper(X, 10), paper(np.full((9, 3), -1), 10), paper(O, 10)]),
    "one above the other": np.vstack([paper(O, 10), paper(np.full((3, 9), -1), 10), paper(X, 10)]),
    "smaller": np.hstack([paper(X, 10), np.pad(paper(O, 8), ((0, 18), (18, 0)), constant_values=230)]),
}


@pytest.mark.parametrize("name", PAGES)
def test_ruled_paper_is_no_letter_and_a_letter_on_it_is_read(name):
    if name in RULINGS:
        with pytest.raises(ValueError, match=r"^expected ink on paper, found only the paper's own lines: write larger"):
            read_photo(PAGES[name])
    else:
        assert NETWORK.answer(read_photo(PAGES[name])) == name[-1]


@pytest.mark.parametrize("name", TWO)
def test_two_letters_on_one_photo_are_not_read_as_one(name):
    with pytest.raises(ValueError, match=r"^expected one drawing on the photo, found two apart: cut one out, or leave"):
        read_photo(TWO[name])
    assert read_photo(TWO[name], crop=False).shape == (9, 9)


def parts(*boxes):
    """A drawing of black bars: (top, bottom, left, right) of each, on paper of 200 by 200."""
    drawn = np.full((200, 200), 230, np.uint8)
    for top, bottom, left, right in boxes:
        drawn[top:bottom, left:right] = 40
    return drawn


def ring(gap, pen=12):
    """An O that is open at its top and its bottom."""
    down, along = np.mgrid[:200, :200] - 100
    drawn = (np.abs(np.hypot(down, along) - 70) < pen / 2) & (np.abs(along) > gap)
    return np.where(drawn, 40, 230).astype(np.uint8)


def cross(gap, pen=10):
    """An X whose strokes do not meet."""
    down, along = np.mgrid[:200, :200] - 100
    drawn = (np.abs(np.abs(down) - np.abs(along)) < pen) & (np.abs(down) < 75) & (np.abs(down) > gap)
    return np.where(drawn, 40, 230).astype(np.uint8)


OF_PARTS = {
    "an i": parts((30, 55, 90, 110), (85, 170, 90, 110)),
    "two dots": parts((40, 65, 90, 115), (135, 160, 90, 115)),
    "two bars": parts((50, 70, 40, 160), (130, 150, 40, 160)),
    "two strokes": parts((40, 160, 40, 60), (40, 160, 140, 160)),
    "three bars to the edge": parts((40, 52, 0, 200), (95, 107, 0, 200), (150, 162, 0, 200))[:, 8:],
    "an open ring": ring(15),
    "an X with a gap": cross(18),
    "an X to the corners": np.where(np.kron(X[1:8, 1:8], np.ones((28, 28))) > 0, 40, 230).astype(np.uint8),
}


@pytest.mark.parametrize("name", OF_PARTS)
def test_one_drawing_of_several_parts_is_read_whole(name):
    steps = photo_steps(OF_PARTS[name])
    assert (steps["crop"] > 0).sum() == (steps["turn"] > 0).sum()


def test_chalk_on_a_board_needs_no_turning():
    assert np.allclose(read_photo(paper(O, ink=220, light=40)), read_photo(paper(O)))
    assert np.array_equal(read_photo(255 - PLAIN, turn=False), read_photo(255 - PLAIN))


def test_the_browser_takes_the_very_same_steps(node):
    rng = np.random.default_rng(5)
    photos, _ = make_photos(8, 60, rng)
    noise = rng.integers(0, 256, (250, 130, 4), np.uint8)
    faint = np.dstack([np.zeros_like(COLOURS), np.where(PLAIN < 128, 200, 0).astype(np.uint8)])
    large = np.kron(photos[4], np.ones((5, 2, 1), np.uint8))
    cases = [(photo, 9, []) for photo in (*photos[:2], 255 - photos[3], large, noise, faint)]
    cases += [(photos[0], 28, [name]) for name in STEPS]
    cases += [(photos[5], 13, ["apart", "crop"]), (photos[6], 9, ["even", "apart", "turn"])]
    cases += [(photos[7], 9, ["centre", "crop", "shrink"]), (np.full((9, 9, 3), 255, np.uint8), 9, [])]
    cases += [(np.repeat(page[..., None], 3, 2), 9, []) for page in (*PAGES.values(), *TWO.values())]
    sent = []
    for photo, size, off in cases:
        full = photo if photo.shape[2] == 4 else np.dstack([photo, np.full(photo.shape[:2], 255, np.uint8)])
        sent.append({"pixels": full.ravel().tolist(), "rows": full.shape[0], "columns": full.shape[1]})
        sent[-1] |= {"size": size, "off": off}
    run = subprocess.run([*node, str(SCRIPT)], input=json.dumps(sent), capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    assert found["steps"] == STEPS  # in the same words
    for (photo, size, off), made in zip(cases, found["made"], strict=True):
        if "refused" in made:
            with pytest.raises(ValueError, match=made["refused"]):
                read_photo(photo, size)
            continue
        steps = photo_steps(photo, size, **dict.fromkeys(off, False))
        assert list(made) == list(steps)
        for name, picture in steps.items():
            assert np.allclose(np.reshape(made[name], picture.shape), picture, rtol=0, atol=1e-9), (off, name)
