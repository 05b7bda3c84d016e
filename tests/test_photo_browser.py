"""A photo in the glass, in a browser: from a file, dropped, pasted, from the camera, each step seen and switched."""

import io

import numpy as np
import PIL.Image
import pytest
from glass_page import GlassPage
from served_course import rest, wait_until

from xo.images import O
from xo.networks import load_trained
from xo.photos import STEPS, read_photo
from xo.photos.made import make_photos
from xo.widgets.glass import GlassNetwork, Pad

PHOTOS, CATEGORIES = make_photos(2, rng=8)
HAND_OVER = """([name, event, bytes, type]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "photo", { type }));
    const Event = event === "paste" ? ClipboardEvent : DragEvent;
    const options = { bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data };
    document.querySelector(name).dispatchEvent(new Event(event, options)); }"""
CAMERA = """(bytes) => { navigator.mediaDevices.getUserMedia = async () => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const pen = canvas.getContext("2d"), stream = canvas.captureStream(20);
    setInterval(() => pen.drawImage(picture, 0, 0), 40);
    return window.stream = stream; }; }"""


def png(photo):
    """The bytes of a photo as a PNG file."""
    file = io.BytesIO()
    PIL.Image.fromarray(photo).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def glass(page, tmp_path):
    shown = GlassPage(page, GlassNetwork(load_trained(9), -np.ones((9, 9))), tmp_path)
    page.get_by_role("button", name="Photo").click()
    yield shown
    assert shown.errors == []


def hand_over(glass, event, content, kind="image/png", to=".xo-pad"):
    glass.page.evaluate(HAND_OVER, [to, event, list(content), kind])


def wait_for_image(glass, expected, atol=1e-9):
    """Until the pad shows what was read from a photo: the browser decodes it in its own time."""
    wait_until(glass.page, lambda: np.allclose(glass.image(), expected, atol=atol), ".xo-status")


def wait_for_status(glass, words):
    glass.page.locator(".xo-status", has_text=words).wait_for(state="attached")


def test_a_photo_from_a_file_is_read_as_python_reads_it_and_each_step_can_be_switched_off(glass):
    content = png(PHOTOS[0])
    with glass.page.expect_file_chooser() as chooser:
        glass.page.get_by_role("button", name="Open …").click()
    chooser.value.set_files({"name": "photo.png", "mimeType": "image/png", "buffer": content})
    glass.page.locator(".xo-photo-step").first.wait_for()
    wait_for_image(glass, read_photo(PHOTOS[0]))
    for name in STEPS:
        box = glass.page.locator(f".xo-photo-step input[name={name}]")
        box.uncheck()
        wait_for_image(glass, read_photo(PHOTOS[0], **{name: False}))
        box.check()
    seen = glass.page.locator(".xo-photo-step canvas").evaluate_all("all => all.map(one => [one.width, one.height])")
    assert seen[0] == [160, 160]
    assert seen[-1] == [9, 9]
    glass.press("Undo")
    wait_for_image(glass, read_photo(PHOTOS[0], shrink=False))


def test_a_photo_is_dropped_pasted_and_taken_and_what_is_none_is_said(glass):
    # Firefox pastes to the page, wherever in it the focus is; Chromium to what has the focus.
    glass.grid("Drawing pad").locator("[role=gridcell]").focus()
    for event, photo, to in (
        ("drop", PHOTOS[1], ".xo-pad"),
        ("paste", PHOTOS[0], ".xo-pad"),
        ("paste", PHOTOS[1], "body"),
    ):
        hand_over(glass, event, png(photo), to=to)
        wait_for_image(glass, read_photo(photo))
    glass.page.evaluate("document.activeElement.blur()")
    hand_over(glass, "paste", png(PHOTOS[0]), to="body")
    rest(glass.page, 300)
    assert np.allclose(glass.image(), read_photo(PHOTOS[1]))
    before = glass.image()
    hand_over(glass, "drop", b"no picture")
    wait_for_status(glass, "save it as PNG or JPEG")
    hand_over(glass, "drop", png(np.full((40, 40, 3), 240, np.uint8)))
    wait_for_status(glass, "nothing that stands out")
    assert np.array_equal(glass.image(), before)
    large = np.where(np.kron(O, np.ones((20, 20))) > 0, 40, 220).astype(np.uint8)
    glass.page.evaluate(CAMERA, list(png(large)))
    glass.page.get_by_role("button", name="Camera").click()
    glass.page.get_by_role("button", name="Take").click()
    wait_for_image(glass, read_photo(large), atol=0.2)
    glass.page.get_by_role("button", name="Camera").click()
    assert glass.page.evaluate("stream.getTracks().every(track => track.readyState === 'ended')")


def test_a_photo_that_is_refused_can_be_read_without_the_step_that_the_reason_names(glass):
    two = np.repeat(np.hstack([np.pad(-O, 1, constant_values=1), np.pad(-O, 1, constant_values=1)]), 10, 1)
    two = np.where(np.repeat(two, 10, 0) > 0, 220, 40).astype(np.uint8)
    hand_over(glass, "drop", png(two))
    wait_for_status(glass, "leave out the step crop")
    glass.page.locator(".xo-photo-step input[name=crop]").uncheck()
    wait_for_image(glass, read_photo(two, crop=False))


def test_the_camera_is_switched_off_with_its_panel(glass):
    glass.page.evaluate(CAMERA, list(png(PHOTOS[0])))
    glass.page.get_by_role("button", name="Camera").click()
    glass.page.get_by_role("button", name="Take").wait_for()
    rest(glass.page, 700)
    ended = "stream.getTracks().every(track => track.readyState === 'ended')"
    assert not glass.page.evaluate(ended)
    glass.page.get_by_role("button", name="Photo").click()
    glass.page.wait_for_function(ended)
    glass.page.get_by_role("button", name="Photo").click()
    assert glass.page.get_by_role("button", name="Camera").get_attribute("aria-pressed") == "false"


def test_a_photo_for_an_image_in_colour_is_refused_with_the_reason(page, tmp_path):
    glass = GlassPage(page, Pad(np.zeros((3, 9, 9))), tmp_path)
    hand_over(glass, "drop", png(PHOTOS[0]))
    wait_for_status(glass, "this image is in colour")
    assert not glass.image().any()
    assert glass.errors == []
