"""The website: every page alive from disk, from a sub-path and without a network, found, shared, embedded."""

import base64
import gzip
import io
import json
import re
import xml.etree.ElementTree as tree

import nbformat
import numpy as np
import PIL.Image
import pytest
from glass_page import WRITTEN
from served_course import rest, wait_until
from served_site import serve

from tools.address import pages_address
from tools.site import Site, mark
from tools.web.lesson import run
from tools.web.site_files import Files
from xo.networks import hand_made_network
from xo.photos import read_photo
from xo.photos.made import make_photos
from xo.receipts import read_receipts

IMPORTS = (
    "from xo.checks import check\nfrom xo.networks import hand_made_network\n"
    "from xo.predictions import my_predictions, predict, reveal\nfrom xo.widgets.glass import GlassNetwork\n"
    "from xo.images import make_images\nfrom xo.widgets.trainer import Trainer"
)
LESSONS = {
    "00_start_here": [
        "# Can it tell?\n\n**Map** · map\n\nDraw an X or an O, and see what it says. [On](01_pixel_matching.ipynb)",
        IMPORTS,
        "## Guess",
        'predict("00.mine", "Which?", choices=["X", "O"])',
        "### See",
        'reveal("00.mine", hand_made_network().answer([[1.0] * 9] * 9))',
        "## Look",
        "GlassNetwork(hand_made_network())",
        'my_predictions("00")',
    ],
    "01_pixel_matching": [
        "# 1 · Compare\n\nA second lesson, about comparing. [words](../docs/glossary.md)",
        IMPORTS,
        "## Your own\n\nA function of yours:",
        "GlassNetwork(hand_made_network(), own={2: lambda maps: maps})",
        "Trainer(hand_made_network(), *make_images(1000, rng=1))",
        "## Your turn\n\n**1.** Do it.",
        'answer = ...\n\ncheck("01.answer", answer)',
        'my_predictions("01")',
    ],
}
SIZES = [(1366, 768), (820, 1180), (390, 844)]
ALIVE = "body[data-alive=true]"


@pytest.fixture(scope="module")
def lessons(tmp_path_factory):
    folder, made = tmp_path_factory.mktemp("notebooks"), []
    for name, sources in LESSONS.items():
        cells = [
            (nbformat.v4.new_markdown_cell if text.startswith("#") else nbformat.v4.new_code_cell)(
                text, id=f"c{number}"
            )
            for number, text in enumerate(sources)
        ]
        nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / f"{name}.ipynb")
        made.append(run(folder / f"{name}.ipynb"))
    return made


@pytest.fixture(scope="module")
def files(lessons):
    return Site(lessons).build()


@pytest.fixture(scope="module")
def site(files, tmp_path_factory):
    folder = tmp_path_factory.mktemp("served") / "deep" / "down"
    files.write(folder)
    return folder


@pytest.fixture(scope="module")
def served(site):
    """The site below a sub-path, with the policies of a strict platform."""
    with serve(site.parent.parent) as address:
        yield f"{address}deep/down/"


@pytest.fixture
def failures(page):
    """What went wrong in a page, to be looked at after the test as well."""
    failed = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    yield failed
    assert not failed


def pages_of(files):
    return sorted(path for path in files.content if path.endswith(".html") and path != "404.html")


# --------------------------------------------------------------------------------------------------------- the files


def test_a_second_build_changes_no_byte(lessons, files):
    assert Site(lessons).build().content == files.content
    assert not [path for path, content in files.content.items() if b"IPY_MODEL_" in content]  # new in every run


def test_writing_replaces_a_site_and_keeps_what_others_built_into_it(files, tmp_path):
    folder = tmp_path / "site"
    (folder / "lite").mkdir(parents=True)
    (folder / "lite/kept.txt").write_text("kept")
    (folder / "stale.html").write_text("stale")
    files.write(folder)
    assert (folder / "lite/kept.txt").read_text() == "kept"
    assert not (folder / "stale.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_contents_for_one_path_are_refused():
    files = Files()
    files.add("a", "one")
    with pytest.raises(ValueError, match="one content for a"):
        files.add("a", "two")


def test_no_page_names_another_origin_but_in_links_and_in_what_search_engines_read(files):
    for path in pages_of(files):
        text = re.sub(r'<(a|meta|link rel="canonical")[^>]*>', "", files.content[path].decode())
        assert not re.search(r'(src|href)="(https?:)?//', text), path


def test_every_link_inside_leads_to_a_file_and_every_anchor_to_a_place(files):
    for path in pages_of(files):
        text = files.content[path].decode()
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            if re.match(r"[a-z]+:|//", link):
                continue
            target, _, anchor = link.partition("#")
            target = target.split("?")[0] or path
            if not re.match(r"\d\d_", target):  # this site has only two of the lessons
                assert target in files.content, (path, link)
            if anchor and target in files.content:
                assert f'id="{anchor}"' in files.content[target].decode(), (path, link)


def test_every_page_can_be_found_and_cited(files):
    ids = set()
    for path in pages_of(files):
        text = files.content[path].decode()
        title, about = (
            re.search(r"<title>(.*?)</title>", text)[1],
            re.search(r'name="description" content="(.*?)"', text)[1],
        )
        assert title
        assert len(about) > 20
        ids.add(title)
        assert '<html lang="en"' in text
        assert f'<link rel="canonical" href="{pages_address()}' in text
        assert text.count("<h1") == 1, path
    assert len(ids) == len(pages_of(files))
    places = tree.fromstring(files.content["sitemap.xml"].decode())
    listed = {
        one.text.removeprefix(pages_address()) or "index.html" for one in places.iter() if one.tag.endswith("loc")
    }
    assert listed == {path for path in pages_of(files) if path != "embed.html"}


def test_the_marks_are_pictures_of_their_size(files):
    for side in (180, 192, 512):
        content = files.content[f"assets/mark-{side}.png"]
        assert content == mark(side)
        assert int.from_bytes(content[16:20], "big") == side


def needed(files, path):
    """A page with every file that it loads before anything is clicked."""
    text = files.content[path].decode()
    found = {path, *re.findall(r'(?:src|href)="(assets/[^"]+\.(?:js|css))"', text)}
    data = json.loads(re.search(r'id="lesson">(.*?)</script>', text, re.S)[1])
    for entry in data.get("files", {}).values():
        found |= set(entry.values())
    return found | {model["bytes"][1] for model in data.get("models", {}).values() if "bytes" in model}


def test_pages_are_light(files):
    for path in pages_of(files):
        plain = sum(len(files.content[name]) for name in needed(files, path))
        packed = sum(len(gzip.compress(files.content[name], 9)) for name in needed(files, path))
        assert plain <= 500_000, (path, plain)
        assert packed <= {"index.html": 150_000, "embed.html": 100_000}.get(path, 500_000), (path, packed)


def test_a_page_names_what_its_first_widget_needs_in_its_head_and_fetches_nothing_twice(files, page, served):
    for path in pages_of(files):
        text = files.content[path].decode()
        head, body = text.split("</head>")
        data = json.loads(re.search(r'id="lesson">(.*?)</script>', body, re.S)[1])
        assert text.count('<link rel="stylesheet"') == 1, path
        for name in re.findall(r'data-model="(\w+)"', body)[:1]:
            needed_first = data["files"][data["models"][name]["module"]]
            assert needed_first["script"] in head, path
            assert needed_first.get("common", "") in head, path
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + "index.html")
    page.wait_for_selector(ALIVE)
    assert len(asked) == len(set(asked))
    assert sum("/widgets/" in url for url in asked) == 2  # its script, and what it shares with others


def test_sounds_are_files_that_are_fetched_when_they_are_played():
    made = Files()
    html = made.sounds('<audio  controls="controls" >\n<source src="data:audio/x-wav;base64,AAAA" type="audio/wav">')
    [path] = made.content
    assert path.endswith(".wav")
    assert made.content[path] == bytes(3)
    assert html == f'<audio preload="none"  controls="controls" >\n<source src="{path}" type="audio/wav">'


COUNT_TEXTS = """window.texts = 0;
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (...values) {
  window.texts += 1;
  fillText.apply(this, values);
};
new MutationObserver((_, watcher) => {
  if (document.body?.dataset.alive !== "true") return;
  watcher.disconnect();
  window.atOnce = window.texts;
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-alive"] });"""


def test_a_network_can_be_drawn_on_before_the_numbers_in_its_cells_are_written(page, served):
    page.add_init_script(COUNT_TEXTS)
    page.goto(served + "index.html")
    page.wait_for_selector(ALIVE)
    page.wait_for_function("window.texts > 500")
    assert 0 < page.evaluate("window.atOnce") < 50  # the votes, and for which category weights are


def test_much_data_of_a_widget_is_fetched_when_it_wakes_and_is_learned_from(files, page, served, failures):
    text = files.content["01_pixel_matching.html"].decode()
    data = json.loads(re.search(r'id="lesson">(.*?)</script>', text, re.S)[1])
    (name,) = [name for name, model in data["models"].items() if "bytes" in model]
    assert len(json.dumps(data)) < 50_000 < len(files.content[data["models"][name]["bytes"][1]])
    page.goto(served + "01_pixel_matching.html")
    stage = page.locator(f".stage[data-model={name}]")
    stage.scroll_into_view_if_needed()
    page.wait_for_selector(f".stage[data-model={name}][data-alive=true]")
    stage.get_by_role("button", name="Play").click()  # and learns, under the policies of a strict platform
    stage.locator(".xo-place", has_text=re.compile(r"step [1-9]")).wait_for()


def test_what_two_widgets_are_both_made_of_is_fetched_once(files):
    text = files.content["01_pixel_matching.html"].decode()
    used = json.loads(re.search(r'id="lesson">(.*?)</script>', text, re.S)[1])["files"].values()
    scripts = [files.content[one["script"]].decode() for one in used]
    (common,) = {one["common"] for one in used if "common" in one}
    parts = re.findall(r"^const (module_\w+)=\(\(\)=>\{$", files.content[common].decode(), re.M)
    assert "module_shared_engine" in parts
    taken = [script for script in scripts if "module_shared_engine" in script]
    assert len(taken) == 2  # the glass and the trainer
    assert not [name for name in parts for script in taken if f"const {name}=" in script]


def test_an_exercise_says_where_to_do_it(lessons, files):
    text = files.content["01_pixel_matching.html"].decode()
    assert 'id="exercise-01-answer"' in text
    assert 'href="notebooks/01_pixel_matching.ipynb" download' in text
    assert "lite/" not in text
    with_python = Site(lessons, lite=True).build().content["01_pixel_matching.html"].decode()
    assert 'href="lite/lab/index.html?path=01_pixel_matching.ipynb#c6"' in with_python


def test_what_only_python_can_do_says_so(files):
    assert "runs where Python runs" in files.content["01_pixel_matching.html"].decode()
    assert "runs where Python runs" not in files.content["00_start_here.html"].decode()


# --------------------------------------------------------------------------------------------------------- the browser


@pytest.mark.parametrize("where", ["disk", "sub-path"])
def test_every_page_lives_and_asks_nobody_else(page, failures, files, site, served, where):
    base = site.as_uri() + "/" if where == "disk" else served
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in pages_of(files):
        page.goto(base + path)
        page.wait_for_selector(ALIVE)
    assert not failures
    assert [url for url in asked if not url.startswith((base, "blob:"))] == []


def test_after_the_first_visit_the_site_opens_without_a_network(browser, served):
    context = browser.new_context()
    page = context.new_page()
    page.goto(served + "index.html")
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    context.set_offline(True)
    for path in ("", "01_pixel_matching.html", "play.html"):
        page.goto(served + path)
        page.wait_for_selector(ALIVE)
        page.wait_for_selector(".xo-glass .xo-pad")
    context.close()


def boxes_of(page, selector):
    """[left, top, right, bottom] of each element, in pixels."""
    return page.evaluate(
        """selector => [...document.querySelectorAll(selector)].map((one) => {
            const { left, top, right, bottom } = one.getBoundingClientRect();
            return [left, top, right, bottom]; })""",
        selector,
    )


@pytest.mark.parametrize("size", [*SIZES, (560, 844)])
def test_the_front_page_shows_pad_network_answer_and_doors_on_one_screen(page, failures, site, size):
    wide, high = size
    page.set_viewport_size({"width": wide, "height": high})
    page.add_init_script(WRITTEN)
    page.goto(site.as_uri() + "/index.html")
    page.wait_for_selector(ALIVE)
    rest(page, 200)
    numbers, smallest = page.evaluate("[texts.filter((one) => /\\d/.test(one)).length, smallest]")
    cells = 6 * 25 + 6 + 2 * 6 * 49 + 6 * 16 + 6 * 4 + 24 + 2 * 24 + 2  # features, maps, list, weights: with digits
    assert numbers >= (cells if wide > 600 else 2)
    assert smallest >= 9
    for selector, count in (("h1", 1), (".hero p", 1), (".tour-start", 1), (".door", 3), (".xo-grid", 43)):
        boxes = boxes_of(page, selector)
        assert len(boxes) == count, selector
        for left, top, right, bottom in boxes:
            assert 0 <= left < right <= wide, selector
            assert 0 <= top < bottom <= high, selector
    (left, _, right, _), *others = boxes
    assert right - left >= 9 * (18 if wide > 1000 else 24)  # a finger needs 24 pixels for one
    assert max(others)[:2] == boxes_of(page, ".xo-grid[aria-label='Votes']")[0][:2]  # the path ends in them
    page.get_by_role("button", name="Backward").click()
    page.get_by_role("button", name="Ten steps").click()
    page.get_by_role("columnheader", name="before").wait_for()
    for left, _, right, _ in boxes_of(page, ".xo-tools *, .xo-below *"):
        assert 0 <= left <= right <= wide


def test_on_a_phone_s_front_page_a_touch_tells_the_number_and_a_panel_lies_over_the_maps(browser, site):
    page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(site.as_uri() + "/index.html")
    page.wait_for_selector(ALIVE)
    before = boxes_of(page, ".xo-grid")
    for name in ("Pictures", "Change"):
        page.get_by_role("button", name=name).tap()
        panel = page.get_by_role("group", name=name, exact=True)
        panel.wait_for()  # a finger's click comes after the finger has gone
        box = panel.bounding_box()
        assert box["width"] >= 300
        assert 0 <= box["x"] <= 390 - box["width"]
    assert page.locator(".xo-drawer:visible").count() == 1
    page.get_by_role("button", name="Change").tap()
    panel.wait_for(state="hidden")
    assert boxes_of(page, ".xo-grid") == before
    grid = page.locator(".xo-grid[aria-label^='Filtered map 2']").bounding_box()
    page.touchscreen.tap(grid["x"] + 3, grid["y"] + 3)
    card = page.locator(".xo-card")
    card.wait_for()
    assert card.inner_text().startswith("Filtered map 2 of layer 1, row 0, column 0\n0.468")
    [(left, top, right, bottom)] = boxes_of(page, ".xo-card")
    assert 0 <= left < right <= 390
    assert 0 <= top < bottom <= 844
    page.close()


def test_no_page_scrolls_sideways_or_leaves_its_words_a_narrow_strip(page, failures, files, site):
    for path in pages_of(files):
        page.goto(site.as_uri() + "/" + path)
        page.wait_for_selector(ALIVE)
        for wide, high in (*SIZES, (320, 640), (1920, 1080)):
            page.set_viewport_size({"width": wide, "height": high})
            rest(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= wide, path
            assert page.evaluate("document.querySelector('main').offsetWidth") >= min(0.85 * wide, 688), (path, wide)


def test_on_a_wide_screen_the_contents_stand_open_beside_the_lesson(page, failures, site):
    page.goto(site.as_uri() + "/00_start_here.html")
    for wide, state in ((1920, "[open]"), (1366, ":not([open])"), (1700, "[open]")):
        page.set_viewport_size({"width": wide, "height": 1080})
        page.wait_for_selector(f".contents{state} summary")
    contents, words = page.locator(".contents ol").bounding_box(), page.locator("main .words").first.bounding_box()
    assert contents["x"] + contents["width"] <= words["x"]


def test_the_tour_waits_for_the_learner_and_can_be_left_and_resumed_by_keyboard(page, failures, site):
    page.goto(site.as_uri() + "/index.html")
    page.wait_for_selector(ALIVE)
    start, tour = page.locator(".tour-start"), page.locator(".tour")
    start.focus()
    page.keyboard.press("Enter")
    assert tour.locator("h2").inner_text() == "Draw"
    assert tour.locator("h2").evaluate("title => title === document.activeElement")
    rest(page, 500)
    assert tour.get_by_role("button", name="Skip this step").is_visible()  # nothing was drawn
    for _ in ("Skip this step", "Leave the tour", "the pad"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    tour.get_by_role("button", name="Next").wait_for()
    assert "That was you" in tour.get_by_role("status").inner_text()
    tour.get_by_role("button", name="Next").press("Enter")
    assert tour.locator("h2").inner_text() == "The answer"
    page.keyboard.press("Escape")
    assert not tour.is_visible()
    assert start.inner_text() == "Go on with the tour"
    assert start.evaluate("start => start === document.activeElement")
    page.reload()
    page.wait_for_selector(ALIVE)
    page.locator(".tour-start").click()
    assert tour.locator("h2").inner_text() == "The answer"
    steps = int(tour.locator(".step").inner_text().split()[-1])
    for _ in range(steps - 1):
        tour.locator(".buttons button").nth(1).click()
    assert not tour.is_visible()


def shared(page, name="Share a link"):
    page.get_by_role("button", name=name, exact=True).click()
    return page.locator(".given textarea").input_value()


def cell_of(page, row, column):
    return page.locator(".xo-pad [role=gridcell]").nth(9 * row + column)


def state(page):
    return (
        page.locator(".stage:not([hidden]) .xo-grid[aria-label$='Votes'] [role=gridcell]")
        .all()[0]
        .get_attribute("aria-label")
    )


def test_a_card_keeps_clear_of_the_header_that_stays(page, failures, site):
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(site.as_uri() + "/play.html")
    page.wait_for_selector(ALIVE)
    page.locator(".stage:visible .xo-grid[aria-label^='Filtered map 1']").evaluate(
        "(grid) => scrollBy({ top: grid.getBoundingClientRect().top - 90, behavior: 'instant' })"
    )
    header = page.locator(".top").bounding_box()
    for name in ("Filtered map 1", "Filtered map 2", "Pooled map 1 of layer 3", "Votes"):
        box = page.locator(f".stage:visible .xo-grid[aria-label^='{name}']").bounding_box()
        page.mouse.move(box["x"] + 4, box["y"] + 4)
        page.locator(".xo-card:visible").wait_for()
        assert page.locator(".xo-card:visible").bounding_box()["y"] >= header["y"] + header["height"], name


def test_a_link_brings_back_drawing_edited_numbers_layers_view_and_the_held_number(page, failures, served):
    page.goto(served + "play.html")
    page.wait_for_selector(ALIVE)
    cell_of(page, 0, 0).focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="ReLU").click()
    feature = page.locator(".xo-grid[aria-label^='Feature'] [role=gridcell]").first
    feature.focus()
    page.keyboard.press("Space")
    page.locator(".xo-grid[aria-label^='List'] [role=gridcell]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    card = page.locator(".xo-card.xo-pinned")
    rest(page, 300)
    forward = shared(page), state(page), card.inner_text()
    page.get_by_role("button", name="Backward").click()
    rest(page, 300)
    backward = shared(page), state(page), card.inner_text()
    assert forward[2] != backward[2]
    for link, before, words in (backward, forward):
        opened(page, served, link)
        assert (state(page), card.inner_text()) == (before, words)
        turned = page.get_by_role("button", name="Backward").get_attribute("aria-pressed")
        assert turned == str(link == backward[0]).lower()
        assert page.get_by_role("button", name="ReLU").get_attribute("aria-pressed") == "false"
        assert shared(page) == link


def opened(page, served, link):
    assert link.startswith(served + "play.html#xo=1")
    assert "&e=" in link
    assert len(link) < 2000
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_selector(ALIVE)
    rest(page, 200)
    assert page.locator(".play-note").inner_text() == ""


def signed(text):
    """A link's text with its check, so that what is wrong with it is what it says."""
    total = 7
    for sign in text:
        total = (total * 31 + ord(sign)) % 1_000_003
    digits = ""
    while total:
        total, digit = divmod(total, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return f"#{text}&k={digits}"


# An empty pad; then wrong views, and numbers that cannot be held.
BLANK = f"xo=1&d=9x9.b{'A' * 15}&n="
WRONG = ["v=x", "v=b9.softmax_error", "v=b0.my_error", "v=b"]
WRONG += ["c=1", "c=99-values-0", "c=1-values-99999", "c=0-values-81"]


def test_a_wrong_view_or_held_number_gets_one_sentence_and_the_plain_page(page, failures, served):
    page.goto(served + "play.html")
    page.wait_for_selector(ALIVE)
    name = page.locator(".play-network").input_value()
    plain, note = state(page), page.locator(".play-note")
    for end in ("v=b1.softmax_error&c=1-values-4", "c=0-values-20", *WRONG):
        page.goto("about:blank")
        page.goto(f"{served}play.html{signed(f'{BLANK}{name}&{end}')}")
        page.wait_for_selector(ALIVE)
        rest(page, 100)
        whole = end not in WRONG
        words = note.inner_text()
        assert words == "" if whole else words.startswith("This link is damaged: "), end
        assert whole or words.endswith("Here is the plain page."), end
        assert whole or state(page) == plain, end
        assert page.locator(".xo-card.xo-pinned").count() == whole, end


PLAN = {"kind": "Pooling", "settings": {"window": 2, "stride": 0}, "arrays": []}
LOOP = base64.urlsafe_b64encode(json.dumps([PLAN, {**PLAN, "settings": {"padding": 1e6}}]).encode()).decode().strip("=")
DAMAGED = ["#xo=1&d=9x9.bAAAA&n=hand&k=1", "#xo=9&k=0", "#xo=1", "#xo=%00%ff", "#xo=1&d=9x9.b&n=nobody&k=zzz"]
DAMAGED += ["#nonsense", "#%ff%", "#<b>x</b>", signed("xo=1&d=9x9.b***&n=hand"), signed(f"{BLANK}constructor")]
DAMAGED += [signed(f"{BLANK}hand&e=s*"), signed(f"{BLANK}hand&e=fAAA"), signed(f"xo=1&d=9x9.b{'A' * 15}&p={LOOP}&e=f")]


def test_a_damaged_link_gets_one_sentence_and_the_plain_page(page, failures, served):
    for end in DAMAGED:
        page.goto("about:blank")
        page.goto(served + "play.html" + end)
        page.wait_for_selector(ALIVE)
        assert re.fullmatch(r"This link is damaged: [a-z -]+( \(\w+\))?\. Here is the plain page\.", note_of(page)), end
        assert state(page).startswith("X:"), end


def note_of(page):
    return page.locator(".play-note").inner_text()


def test_an_address_with_any_other_end_is_no_damaged_link(page, failures, served):
    page.goto(served + "play.html#main")
    page.wait_for_selector(ALIVE)
    assert note_of(page) == ""
    for path, lost in (("01_pixel_matching.html#gone", 1), ("index.html#%ff", 1), ("index.html#lessons", 0)):
        page.goto("about:blank")
        page.goto(served + path)
        page.wait_for_selector(ALIVE)
        assert page.get_by_text("a place that is not on this page").count() == lost, path


def test_an_embedded_network_lives_in_a_sandbox_and_tells_its_height(page, failures, served):
    page.goto(served + "play.html")
    page.wait_for_selector(ALIVE)
    line = shared(page, "Embed")
    assert line.count("<iframe") == 1
    assert 'sandbox="allow-scripts"' in line
    page.goto(served + "glossary.html")  # stands for any page around it
    page.evaluate("window.heights = []; addEventListener('message', (event) => heights.push(event.data));")
    page.evaluate("line => { document.body.innerHTML = line; }", line)
    frame = page.frame_locator("iframe")
    frame.locator(ALIVE).wait_for()
    frame.locator(".xo-pad [role=gridcell]").first.focus()
    page.keyboard.press("Space")
    page.wait_for_function("heights.some((one) => one.type === 'xo-height' && one.height > 200)")


def guess(page):
    """The first question is open to a guess, and what follows to whoever has guessed."""
    question, fold = page.locator(".question").first, page.locator("details.see").first
    question.get_by_role("radio").first.check()
    page.locator("details.see > summary").first.click()
    assert fold.get_attribute("open") is not None


ENTRY = '{"version": 1, "predictions": {"00.which": {"question": "Which?", "answer": %s}}}'
BAD_DIARIES = ["{", "null", "7", "[]", '{"version": 2, "predictions": {}}', '{"version": 1, "predictions": [7]}']
BAD_DIARIES += ['{"version": 1, "predictions": null}', ENTRY % '{"a": 1}']


def test_a_diary_that_cannot_be_read_gets_one_sentence_and_a_new_list(page, failures, served):
    for text in (*BAD_DIARIES, ENTRY % '"Z"', ENTRY % "[[90, 90]]"):  # the last two: answers to another question
        page.goto(served + "index.html")  # a lesson may yet write down a guess
        page.evaluate("text => { localStorage.clear(); localStorage.setItem('xo-diary', text); }", text)
        page.goto(served + "00_start_here.html")
        page.wait_for_selector(ALIVE)
        top = page.locator("main > .at-top").all_inner_texts()
        assert len(top) == (text in BAD_DIARIES), text
        assert not top or top[0].endswith("so a new list begins."), text
        guess(page)


def test_a_browser_without_storage_says_so_once_and_does_all_the_rest(page, failures, served):
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        "Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });"
    )
    page.goto(served + "00_start_here.html")
    page.wait_for_selector(ALIVE)
    assert page.locator("main > .at-top").all_inner_texts() == [
        "This browser keeps nothing here: your guesses last until you leave the page."
    ]
    guess(page)
    page.locator("button.theme").click()
    for path in ("index.html", "play.html", "embed.html"):
        page.goto(served + path)
        page.wait_for_selector(ALIVE)
        assert page.locator(".xo-glass:visible").count() == 1, path


def test_without_javascript_words_and_pictures_stand_and_answers_fold(browser, files, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("index.html", "play.html", "embed.html", "00_start_here.html"):
        page.goto(served + path)
        assert page.locator("noscript > .one-line:visible").count() == 1, path
        picture = page.locator(".stage img:visible").first
        picture.scroll_into_view_if_needed()
        box = picture.bounding_box()
        assert box["width"] > 250, path
        assert box["height"] > 80, path
    fold = page.locator("details.see").first
    page.locator("details.see > summary").first.click()
    assert fold.get_attribute("open") is not None
    assert fold.locator(".see-body").is_visible()
    context.close()


PAGES = {"index.html": "front", "embed.html": "embed", "play.html": "play", "00_start_here.html": "page"}
NEWER = ["ResizeObserver", "matchMedia", "Element.prototype.replaceChildren"]


@pytest.mark.parametrize("missing", ["front", "embed", "play", "page", "widgets/*", *NEWER])
def test_an_old_engine_gets_a_network_or_its_picture_and_one_sentence(browser, served, missing):
    """One of the page's scripts cannot be understood, or asks for what is not there."""
    context = browser.new_context(service_workers="block")  # which would bring the file that the browser can read
    page = context.new_page()
    if missing in NEWER:
        page.add_init_script(f"delete {missing if '.' in missing else 'window.' + missing};")
    else:
        page.route(f"**/assets/{missing}.js", lambda route: route.fulfill(body="{ let a = b ??? c; }"))
    for path in [path for path in PAGES if PAGES[path] == missing] or list(PAGES)[-2:]:
        page.goto(served + path)
        page.wait_for_function("document.body.dataset.alive || document.querySelector('.script-missing')")
        rest(page, 100)
        glass = page.locator(".stage:visible .xo-glass .xo-pad:visible").count()
        said = page.locator(".script-missing:visible, .stage:not(.question) > .one-line:visible").count()
        assert (glass, said) == ((1, 0) if missing == "ResizeObserver" else (0, 1)), path
        assert glass or page.locator(".stage:not(.question) img:visible").count() == 1, path
        if path.startswith("00"):
            page.get_by_role("heading", name="Guess").wait_for()
            if not page.locator(".question input").count():  # nothing to answer with, so nothing stays shut
                page.locator("details.see > summary").first.click()
                assert page.locator(".see-body").first.is_visible()
    context.close()


@pytest.mark.parametrize("lost", ["glass", "question"])
def test_a_widget_that_does_not_arrive_costs_its_own_place_and_no_other(page, files, served, lost):
    """The other one comes later: the page knows of the failure before it lives."""
    scripts = re.findall(r'"script":"(assets/widgets/[^"]*)"', files.content["00_start_here.html"].decode())
    glass, question = sorted(scripts, key=lambda path: -len(files.content[path]))

    def answer(route):
        if route.request.url.endswith({"glass": glass, "question": question}[lost]):
            return route.abort()
        page.wait_for_timeout(500)
        route.continue_()

    page.add_init_script("delete Navigator.prototype.serviceWorker")  # it would bring what was kept
    page.route("**/assets/widgets/*.js", answer)
    page.goto(served + "00_start_here.html")
    page.wait_for_selector(ALIVE)
    for expected in ["failed", "true"]:
        page.locator(f".stage[data-alive='{expected}']").first.wait_for(state="attached")
    assert page.locator(".script-missing").count() == 0
    for stage in page.locator(".stage[data-alive]").all():
        failed = stage.get_attribute("data-alive") == "failed"
        assert failed == (stage.locator(".xo-widget").count() == 0) == (stage.locator("> .one-line").count() == 1)
    page.goto(served + "index.html")
    page.wait_for_selector(ALIVE)
    assert page.locator(".stage > img, .stage > .one-line").count() == (2 if lost == "glass" else 0)


def test_a_picture_carries_its_words_and_a_film_follows_a_number_to_the_ink(page, failures, site, tmp_path):
    """On a phone, where tools stand in the middle of the picture, and the buttons far below the pad."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.as_uri() + "/play.html")
    page.wait_for_selector(ALIVE)
    page.get_by_role("button", name="Film", exact=True).click()
    page.get_by_text("hold a number first").wait_for()
    page.locator(".xo-grid[aria-label^='Filtered map']").first.click(position={"x": 30, "y": 30}, force=True)
    before = shared(page)
    with page.expect_download() as picture:
        page.get_by_role("button", name="Picture", exact=True).click()
    content = picture.value.path().read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert b"iTXtDescription" in content
    assert b"Answer X. Votes: X 1.00, O 0.56." in content
    rows = np.asarray(PIL.Image.open(picture.value.path()).convert("RGB"))
    used = np.flatnonzero((rows != rows[0, 0]).any(axis=(1, 2)))
    assert np.diff(used).max() <= 61  # two pixels to each of the screen
    with page.expect_download() as film:
        page.get_by_role("button", name="Film", exact=True).click()
    page.get_by_text("back to the ink").wait_for()
    line = page.locator(".sharing [role=status]").bounding_box()
    assert 0 <= line["y"] <= line["y"] + line["height"] <= 845
    assert page.evaluate("document.activeElement.textContent") == "Film"
    assert shared(page) == before
    moving = PIL.Image.open(film.value.path())
    assert moving.format == "GIF"
    assert moving.n_frames >= 2
    with page.expect_download(timeout=300_000) as film:  # twelve pictures
        page.get_by_role("button", name="Film of training").click()
    moving = PIL.Image.open(film.value.path())
    assert moving.n_frames == 12  # after 0, 10, … 110 steps, and no two alike
    looks = set()
    for frame in range(moving.n_frames):
        moving.seek(frame)
        looks.add(moving.convert("RGB").tobytes())
    assert len(looks) == 12
    page.get_by_text("here it is again what it was").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Film of training"
    assert shared(page) == before


SCHEMES = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}


def test_axe_finds_nothing_in_what_the_site_adds_to_its_widgets(page, axe, files, site):
    found = {}
    for path in pages_of(files):
        page.goto(site.as_uri() + "/" + path)
        page.wait_for_selector(ALIVE)
        for scheme, media in SCHEMES.items():
            page.emulate_media(**media)
            rest(page, 150)  # buttons take so long to change their colours
            found[path, scheme] = axe(page, {"exclude": [[".stage > div"]]}, colours=scheme != "light")
    assert not {place: faults for place, faults in found.items() if faults}


def test_a_photo_is_read_under_the_policies_of_a_strict_platform(page, failures, served):
    photo = make_photos(1, rng=8)[0][0]
    file = io.BytesIO()
    PIL.Image.fromarray(photo).save(file, "PNG")
    page.goto(served + "play.html")
    page.wait_for_selector(ALIVE)
    page.get_by_role("button", name="Photo").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open …").click()
    chooser.value.set_files({"name": "photo.png", "mimeType": "image/png", "buffer": file.getvalue()})
    vote = pytest.approx(hand_made_network().votes(read_photo(photo))[0], abs=0.005)
    wait_until(page, lambda: float(state(page).split()[-1]) == vote, ".xo-status")


def test_a_page_that_is_not_there_is_told_in_the_reader_s_theme_at_any_depth(page, failures, files):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/*", lambda route: route.fulfill(body=files.content["404.html"], content_type="text/html"))
    for scheme, ground in (("light", "rgb(253, 252, 250)"), ("dark", "rgb(21, 20, 26)")):
        page.emulate_media(color_scheme=scheme)
        page.goto("http://localhost/deep/down/nowhere")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    assert set(asked) == {"http://localhost/deep/down/nowhere"}  # whatever it named would not be there either
    assert page.get_by_role("link", name="front page").get_attribute("href") == pages_address()


def test_a_lesson_says_what_is_before_and_after_and_how_long(page, failures, site):
    page.goto(site.as_uri() + "/00_start_here.html")
    page.wait_for_selector(ALIVE)
    assert page.locator(".onward .next").get_attribute("href") == "01_pixel_matching.html"
    assert page.locator(".onward .before").count() == 0
    left = page.locator(".minutes-left")
    assert left.inner_text() == f"{left.get_attribute('data-minutes')} min left"
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_function("document.querySelector('.minutes-left').textContent === 'almost done'")
    here = page.locator(".map [aria-current=page]")
    assert here.inner_text() == "00 start"
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.as_uri() + "/01_pixel_matching.html")
    page.wait_for_selector(ALIVE)
    page.wait_for_function(
        "[...document.querySelectorAll('.map [aria-current]')].every((one) => { const [box, map] = "
        "[one, one.closest('.map')].map((part) => part.getBoundingClientRect()); "
        "return box.left >= map.left && box.right <= map.right + 1; })"
    )
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(site.as_uri() + "/00_start_here.html")
    page.wait_for_selector(ALIVE)
    page.locator(".contents summary").click()
    page.get_by_role("link", name="Look", exact=True).click()
    page.wait_for_url("**#look")


def test_the_strip_of_lessons_fades_where_it_goes_on_and_its_last_one_can_be_read(page, failures, site):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.as_uri() + "/00_start_here.html")
    page.wait_for_selector(ALIVE)
    page.locator(".map a").last.focus()
    strip = page.locator(".map")
    assert strip.evaluate("map => map.scrollWidth > map.clientWidth")  # as with all lessons on a wide screen
    assert strip.evaluate("map => getComputedStyle(map).maskImage").startswith("linear-gradient")
    [(left, _, right, _)], [(start, _, edge, _)] = boxes_of(page, ".map li:last-child a"), boxes_of(page, ".map")
    assert start <= left < right <= edge - 0.15 * (edge - start)  # hardly faded


def test_a_page_hands_in_a_receipt_that_python_reads(page, failures, site):
    page.goto(site.as_uri() + "/00_start_here.html")
    page.wait_for_selector(ALIVE)
    assert page.locator(".receipt").count() == 1
    assert page.locator(".receipt").is_hidden()
    page.get_by_role("radio", name="O", exact=True).first.check()
    [read], remarks = read_receipts(page.locator(".receipt").inner_text())
    assert (read.lesson, remarks, read.exercises) == ("00", [], {})
    assert [answer for _, answer in read.guesses.values()] == ["O"]
