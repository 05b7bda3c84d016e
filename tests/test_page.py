"""Exported lessons and slides: one file each, alive in a browser that has neither Python nor a network."""

import ast
import base64
import io
import itertools
import json
import re
from html import unescape

import nbformat
import numpy as np
import pytest
from PIL import Image
from served_course import rest, wait_until
from served_site import ONE_FILE, serve

from tools import page as pages
from tools import slides
from tools.lessons import NOTEBOOKS
from tools.web.lesson import QUESTION, blocks_of, each_block, for_page, joined, run
from tools.web.markdown import in_colours, inside, slug, to_html
from tools.web.printed import in_columns, printed
from tools.web.render import FOLDER, script, style
from tools.web.widgets import as_classic, as_json, inline, pack, without_remarks
from xo.images import ROTATED_X, X
from xo.networks import hand_made_network
from xo.tables import fraction
from xo.widgets.shared.bundle import FOLDER as WIDGETS

LONG = "A long way down, sentence by sentence, until the window ends.\n\n"
CELLS = [
    (
        "markdown",
        "# A lesson\n\n**Map** · **00 start** · the course\n\n"
        "[next](02_filtered_maps.ipynb) [words](../docs/glossary.md)\n\n"
        "<!--notebook-->Run the cell below.<!--page: Draw on the pad.--> Both read this.",
        "slide",
    ),
    (
        "code",
        "from xo.checks import check\nfrom xo.images import X\nfrom xo.networks import hand_made_network\n"
        "from xo.predictions import my_predictions, predict, reveal\nfrom xo.widgets.glass import GlassNetwork",
        "skip",
    ),
    ("markdown", "## A question", "slide"),
    (
        "code",
        'print("a row")\npredict("99.page", "Which one?", choices=["X", "O"])\n'
        'print("a rest")\npredict("99.sum", "And which number?")',
        "",
    ),
    ("markdown", "### See", ""),
    ("code", 'print("</script><!--<script> the reveal")\nprint("o o X")\nreveal("99.page", "X")', ""),
    ("code", 'reveal("99.sum", 7)', ""),
    ("markdown", "### Go on", ""),
    ("markdown", "## The network", "slide"),
    ("code", "network = hand_made_network()\nnetwork.layers[0].features *= 9\nGlassNetwork(network)", ""),
    ("markdown", "For the speaker only.", "notes"),
    ("markdown", "## Your turn\n\n" + LONG * 30 + "**1.** The first.", "slide"),
    ("code", "answer = ...\n\ncheck('06.slip', answer)", ""),
    ("markdown", "**2.** The second.", ""),
    ("code", "check('06.slip', ...)", ""),
    ("markdown", "## What you predicted", "slide"),
    ("code", 'my_predictions("99")', ""),
]
ALIVE = "body[data-alive=true]"


def again(page):
    """Load the page anew, once the browser has put away what was to be kept: it does so in its own time."""
    rest(page, 200)
    page.reload()


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    cells = []
    for number, (kind, source, role) in enumerate(CELLS):
        make = nbformat.v4.new_markdown_cell if kind == "markdown" else nbformat.v4.new_code_cell
        metadata = {"slideshow": {"slide_type": role}} if role else {}
        cells.append(make(source, id=f"cell-{number}", metadata=metadata))
    path = tmp_path_factory.mktemp("lesson") / "99_lesson.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


@pytest.fixture(scope="module")
def was_run(lesson):
    return run(lesson)


@pytest.fixture(scope="module")
def exported(lesson, was_run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported")
    for name, module in (("page", pages), ("slides", slides)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "run", lambda path: was_run)
            (folder / f"{name}.html").write_text(module.build(lesson), encoding="utf-8")
    return folder


@pytest.fixture
def opened(page, exported):
    """Open one of the files; afterwards, demand that it asked nobody for anything and that nothing failed."""
    asked, failed = [], []
    page.context.set_offline(True)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)

    def open_file(name):
        page.goto((exported / f"{name}.html").as_uri())
        page.wait_for_selector(ALIVE)
        return page

    yield open_file
    assert not failed
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []


@pytest.fixture(scope="module")
def strict_server(exported):
    """The same files with the policy that school platforms set."""
    with serve(exported, ONE_FILE) as address:
        yield address


def pad_in_sight(page):
    """Where the first pad is, once what stands around it is awake as well: that may move it."""
    pad = page.locator("[role=grid]").first
    pad.scroll_into_view_if_needed()
    rest(page)
    page.wait_for_function("!document.querySelector('.stage[data-alive=waking]')")
    rest(page)
    return pad.bounding_box()


def draw_over(page, image):
    """Make the pad show `image`: a click on every pixel that differs from X."""
    box = pad_in_sight(page)
    for row in range(9):
        for column in range(9):
            if image[row, column] != X[row, column]:
                place = (box["x"] + (column + 0.5) * box["width"] / 9, box["y"] + (row + 0.5) * box["height"] / 9)
                page.mouse.click(*place, button="left" if image[row, column] > 0 else "right")


def draws_and_votes(page):
    draw_over(page, ROTATED_X)
    expected = fraction(9 * hand_made_network().votes(ROTATED_X)[0])
    assert expected == "37/5"
    votes = page.locator("[role=grid][aria-label=Votes] [role=gridcell]").first
    votes.focus()
    wait_until(page, lambda: votes.get_attribute("aria-label").startswith(f"X: {expected}"), ".xo-status")


def test_a_page_draws_and_votes_without_python(opened):
    draws_and_votes(opened("page"))


def test_a_page_lives_under_the_policies_of_school_platforms(page, strict_server):
    failed = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{strict_server}page.html")
    page.wait_for_selector(ALIVE)
    draws_and_votes(page)
    page.goto(f"{strict_server}slides.html")
    page.wait_for_selector(ALIVE)
    assert not failed


def test_what_a_picture_shows_is_painted_where_pictures_in_the_page_are_forbidden(page, strict_server, exported):
    page.goto(f"{strict_server}page.html")
    page.evaluate("document.querySelector('main').innerHTML = ''")
    png = io.BytesIO()
    Image.new("RGB", (30, 20), "#a03060").save(png, "PNG")
    picture = inline(png.getvalue())[0]
    html = pages.wrap("strict", f'<img alt="a red field" src="{picture}">')
    (exported / "strict.html").write_text(html, encoding="utf-8")
    page.goto(f"{strict_server}strict.html")
    canvas = page.locator("canvas[aria-label='a red field']")
    canvas.wait_for()
    assert canvas.evaluate(
        "c => [c.width, c.height, ...c.getContext('2d').getImageData(5, 5, 1, 1).data.slice(0, 3)]"
    ) == [
        *(30, 20),
        *(0xA0, 0x30, 0x60),
    ]


def test_a_page_says_what_fits_a_page_and_has_no_import_cells(exported):
    text = (exported / "page.html").read_text(encoding="utf-8").split('id="lesson"')[0]
    assert "Draw on the pad. Both read this." in text
    assert "Run the cell below" not in text
    assert "**Map**" not in text
    assert "import hand_made_network" not in re.sub(r"<[^>]+>", "", text)
    assert "Go on" not in text
    assert 'href="02_filtered_maps.html"' in text
    assert 'href="glossary.html"' in text


def test_what_answers_waits_for_a_guess_then_stands_beside_it_and_in_the_diary(opened):
    page = opened("page")
    fold, told = page.locator("details.see"), page.locator(".told")
    assert fold.get_attribute("data-names") == "99.page 99.sum"
    fold.locator("> summary").click()
    assert fold.get_attribute("open") is None  # nothing was guessed
    page.get_by_role("radio", name="O").check()
    fold.locator("> summary").click()
    assert fold.get_attribute("open") is None  # one of two
    field = page.get_by_role("textbox")
    field.fill("between 6 and 8")
    field.press("Enter")
    page.get_by_text("One number is wanted, such as 7, 7/9 or 0.78.").wait_for()
    fold.locator("> summary").click()
    assert fold.get_attribute("open") is None  # several are none
    field.fill("7")
    field.press("Enter")
    fold.locator("> summary").click()
    assert told.all_inner_texts() == [
        "You said “O”. It is “X”. What made you expect “O”?",
        "You said 7, and so it is.",
    ]
    wait_until(page, page.get_by_role("radio", name="X").is_disabled, "main")  # a fold tells later that it was opened
    assert page.locator(".diary li").all_inner_texts() == [
        "Which one?\nYou said “O”. It is “X”. What made you expect “O”?",
        "And which number?\nYou said 7, and so it is.",
    ]
    again(page)
    page.wait_for_selector(ALIVE)
    assert page.locator(".diary li").count() == 2
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    kept = json.loads(saved.value.path().read_text(encoding="utf-8"))
    assert kept["99.sum"] == {"question": "And which number?", "answer": "7", "truth": 7}
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase this lesson").click()
    assert page.locator(".diary li").count() == 0
    assert fold.get_attribute("open") is None


@pytest.mark.parametrize(
    "kept", ["rubbish{", '{"version": 99, "predictions": {}}', '{"version": 1, "predictions": {"99.page": 3}}', "null"]
)
def test_a_damaged_diary_is_set_aside_and_told(opened, kept):
    page = opened("page")
    page.evaluate("kept => localStorage.setItem('xo-diary', kept)", kept)
    again(page)
    page.wait_for_selector(ALIVE)
    assert "could not be read, so a new list begins" in page.locator(".diary").inner_text()
    assert page.evaluate("localStorage.getItem('xo-diary-set-aside')") == kept
    page.get_by_role("radio", name="X").check()
    assert json.loads(page.evaluate("localStorage.getItem('xo-diary')"))["predictions"]["99.page"]["answer"] == "X"


def test_without_storage_a_page_works_and_says_so(opened):
    page = opened("page")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })")
    again(page)
    page.wait_for_selector(ALIVE)
    page.get_by_role("radio", name="X").check()
    assert "keeps nothing here" in page.locator(".diary").inner_text()
    assert page.locator(".diary li").count() == 1


def test_without_javascript_words_and_pictures_stand_and_answers_fold(browser, exported):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((exported / "page.html").as_uri())
    assert page.get_by_text("Which one?").is_visible()
    assert not page.locator(".told").first.is_visible()
    page.locator("details.see > summary").click()
    assert page.locator(".told").first.inner_text() == "It is “X”."
    assert "9 by 9" in page.locator(".stage img").get_attribute("alt")
    page.locator("details.python summary").first.click()
    context.close()


def test_one_switch_shows_the_python_and_is_remembered(opened):
    page = opened("page")
    code = page.locator("details.python pre").last
    switch = page.get_by_role("button", name="Show the Python")
    assert not code.is_visible()
    switch.click()
    assert code.is_visible()
    assert switch.get_attribute("aria-pressed") == "true"
    again(page)
    page.wait_for_selector(ALIVE)
    assert code.is_visible()


def test_what_a_cell_shows_and_asks_stands_in_its_order_and_on_one_slide(was_run, exported, monkeypatch):
    blocks = blocks_of(was_run.cells)
    first = next(number for number, block in enumerate(blocks) if block.kind == "output")
    told = [block.name or block.outputs[0].text for block in blocks[first : first + 4]]
    assert told == ["a row\n", "99.page", "a rest\n", "99.sum"]
    monkeypatch.setitem(blocks[first].cell.metadata, "slideshow", {"slide_type": "subslide"})
    assert blocks[first : first + 4] in [slide for column in slides.slides_of(blocks) for slide in column]
    for name in ("page", "slides"):
        text = (exported / f"{name}.html").read_text(encoding="utf-8")
        assert re.search(r">a row</pre>\s*<div[^>]*99\.page.*?</div>\s*<pre[^>]*>a rest</pre>\s*<div[^>]*99\.sum", text)


def test_lines_that_were_printed_together_stay_together(was_run):
    code = next(block for block in each_block(blocks_of(was_run.cells)) if "o o X" in block.text)
    printed = [output for output in code.outputs if output.output_type == "stream"]
    assert [output.text for output in printed] == ["</script><!--<script> the reveal\no o X\n"]
    parts = [nbformat.v4.new_output("stream", text=sign) for sign in ("o ", "o ", "X\n")]
    assert [output.text for output in joined(parts)] == ["o o X\n"]


@pytest.mark.parametrize("width", [320, 390, 820, 1366])
def test_no_page_scrolls_sideways(opened, width):
    page = opened("page")
    page.set_viewport_size({"width": width, "height": 800})
    page.get_by_role("button", name="Python").first.click()
    rest(page, 200)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


TABLE = "features      numbers  seen 98.7  unseen 95.7\nno features       82.5  seen 81.4  unseen 81.6"
SENTENCES = "layer 2 (Convolution) expects maps at least as large as its features, got <2> by 2\nlayer 4: got 48"


@pytest.mark.parametrize("width", [320, 360, 390])
def test_on_a_phone_printed_sentences_wrap_and_tables_and_code_are_small_before_they_scroll(page, width):
    made = [printed(text) for text in (SENTENCES, TABLE, "1.5 " * 40 + "\n" + "1.5 " * 40)] + [in_colours("x = 1" * 9)]
    body = f'<body class="page"><div class="reading"><main><div class="words">{"".join(made)}</div></main></div></body>'
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(f"<style>{style('base', 'lesson')}</style>{body}")
    found = page.evaluate(
        """() => [...document.querySelectorAll("pre")].map((one) => [one.scrollWidth > one.clientWidth,
        parseFloat(getComputedStyle(one).fontSize), one.textContent,
        getComputedStyle(one).backgroundImage !== "none"])"""
    )
    over, sizes, texts, hints = zip(*found, strict=True)
    assert over[::2] == (False, True)
    assert over[1] == (width < 360)
    assert min(sizes) >= 11
    assert max(sizes[1:]) < 14 * 0.95
    assert texts[:2] == (SENTENCES, TABLE)
    assert all(hints)


def test_rows_of_numbers_and_code_stay_on_their_lines_and_sentences_do_not():
    assert in_columns(TABLE.split("\n")) == [True, True]
    assert in_columns(SENTENCES.split("\n")) == [False, False]
    assert in_columns(["def forward(self, maps):", "    return maps"]) == [True, True]
    assert in_columns([*TABLE.split("\n"), "the best has 95.7 and the others have less"]) == [True, True, False]
    assert in_columns(["1 2 3", "a line between", "1 2 3"]) == [False, False, False]


def test_print_cuts_no_code_and_parts_no_widget(opened):
    page = opened("page")
    page.emulate_media(media="print")
    style = page.evaluate(
        """() => ({
            out: getComputedStyle(document.querySelector('.out')).whiteSpace,
            code: getComputedStyle(document.querySelector('.highlight')).overflowX,
            stage: getComputedStyle(document.querySelector('.stage')).breakInside,
            scale: getComputedStyle(document.querySelector('.xo-scale')).webkitPrintColorAdjust,
            top: getComputedStyle(document.querySelector('.top')).display })"""
    )
    assert style == {"out": "pre-wrap", "code": "visible", "stage": "avoid", "scale": "exact", "top": "none"}
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".told").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.see").get_attribute("open") is None


# ------------------------------------------------------------------------------------------------------------ slides


def present(page):
    return page.locator("section.present > section.present")


def test_the_answer_stands_on_the_next_slide(opened):
    page = opened("slides")
    assert "A lesson" in present(page).inner_text()
    page.keyboard.press("ArrowRight")
    assert "Which one?" in present(page).inner_text()
    assert "the reveal" not in present(page).inner_text()
    page.keyboard.press(" ")
    assert "the reveal" in present(page).inner_text()
    assert "It is “X”." in present(page).inner_text()
    page.keyboard.press("PageDown")
    assert "The network" in present(page).inner_text()
    assert present(page).locator(".stage [role=grid]").first.is_visible()
    page.keyboard.press("ArrowLeft")
    assert "the reveal" in present(page).inner_text()


def test_what_is_too_long_for_a_slide_goes_on_below_it_and_nothing_is_cut(opened):
    page = opened("slides")
    page.set_viewport_size({"width": 1366, "height": 768})
    again(page)
    page.wait_for_selector(ALIVE)
    told, cut = "", []
    whole = page.evaluate("document.querySelector('.slide-place').textContent").split()[2]
    for number in range(int(whole)):
        slide = present(page)
        told += slide.inner_text() + "\n"
        assert page.locator(".slide-place").inner_text().startswith(f"{number + 1} of {whole}")
        cut += [number] * slide.evaluate("s => s.scrollHeight > s.clientHeight || s.scrollWidth > s.clientWidth")
        page.keyboard.press("PageDown")
    assert told.count("A long way down") == 30
    assert not cut
    page.keyboard.press("PageDown")
    assert page.locator(".slide-place").inner_text() == f"{whole} of {whole}"


def test_letters_of_slides_grow_with_the_screen(opened):
    page = opened("slides")
    size = "parseFloat(getComputedStyle(document.querySelector('.sheet')).fontSize)"
    page.set_viewport_size({"width": 1366, "height": 768})
    usual = page.evaluate(size)
    page.set_viewport_size({"width": 1920, "height": 1080})
    assert page.evaluate(size) == pytest.approx(1.4 * usual, rel=0.02)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate(size) >= 16


def test_each_exercise_has_a_slide_of_its_own(was_run):
    parts = slides.slides_of(blocks_of(was_run.cells))
    assert [[block.kind for block in slide] for slide in parts[3]] == [["words", "exercise"], ["words", "exercise"]]


def test_slides_stay_where_they_were_when_loaded_again(opened):
    page = opened("slides")
    page.get_by_role("button", name="On", exact=True).click()
    page.wait_for_function("location.hash === '#/1'")
    again(page)
    page.wait_for_selector(ALIVE)
    assert "A question" in present(page).inner_text()


def test_notes_are_for_the_speaker_and_skipped_cells_for_nobody(opened, was_run):
    page = opened("slides")
    assert page.locator("aside.notes").all_inner_texts() != []
    assert not page.get_by_text("For the speaker only.").is_visible()
    kinds = [block.kind for column in slides.slides_of(blocks_of(was_run.cells)) for slide in column for block in slide]
    assert kinds.count("notes") == 1
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    with page.expect_popup() as speaker:
        page.keyboard.press("s")
    speaker.value.get_by_text("For the speaker only.").wait_for()


def test_the_overview_opens_and_leads_on(opened):
    page = opened("slides")
    page.keyboard.press("o")
    page.wait_for_selector(".reveal.overview")
    sizes = "all => all.map((one) => one.getBoundingClientRect().width)"
    assert min(page.locator(".slides > section > section").evaluate_all(sizes)) > 100, "none is empty"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector(".reveal:not(.overview)")
    assert "A question" in present(page).inner_text()


def test_every_slide_is_printed_whole_with_its_widget(opened, tmp_path):
    page = opened("slides")
    count = int(page.locator(".slide-place").inner_text().split()[2])
    content = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == count
    page.emulate_media(media="print")
    sizes = page.locator("section .stage").evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert min(sizes) > 50


def test_slides_in_a_frame_without_an_address_turn_all_the_same(page, exported):
    failed = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.set_content('<iframe sandbox="allow-scripts" style="width:900px;height:600px"></iframe>')
    text = (exported / "slides.html").read_text(encoding="utf-8")
    page.locator("iframe").evaluate("(frame, text) => { frame.srcdoc = text; }", text)
    frame = page.frame_locator("iframe")
    frame.locator(ALIVE).wait_for()
    frame.get_by_role("button", name="On", exact=True).click()
    frame.locator("section.present section.present").get_by_text("A question").wait_for()
    assert not failed


# ------------------------------------------------------------------------------------------------------ small parts


def test_ink_is_white_and_paper_black_whatever_the_network_s_numbers(opened):
    page = opened("page")
    box = pad_in_sight(page)
    page.mouse.move(1, 1)
    rest(page, 200)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("L")
    paper, ink = (
        picture.getpixel((int(box["x"] + place * box["width"]), int(box["y"] + place * box["height"])))
        for place in (0.5 / 9, 1.5 / 9)
    )
    assert paper < 40
    assert ink > 240


def test_twins_say_the_page_s_half():
    text = "A <!--notebook-->run\nthis<!--page: watch\nthat--> B <!-- notebook -->x<!-- page -->."
    assert for_page(text) == "A watch\nthat B ."


def test_links_lead_to_pages():
    assert inside("03_pooling.ipynb#edge") == "03_pooling.html#edge"
    assert inside("../README.md") == "run.html"
    assert inside("../docs/glossary.md") == "glossary.html"
    assert inside("https://example.org/a.ipynb") == "https://example.org/a.ipynb"
    assert inside("#here") == "#here"


def test_headings_have_anchors_that_differ():
    html = to_html("# A\n\n## Why *not*?\n\n## Why not?\n\n## 3 maps")
    assert re.findall(r'id="([^"]+)"', html) == ["a", "why-not", "why-not-2", "s-3-maps"]
    assert slug("—", set()) == "section"


def test_nothing_in_a_page_s_data_can_end_its_script():
    assert "<" not in as_json({"text": "</script><!--<script>"})
    assert json.loads(as_json({"text": "<b>"})) == {"text": "<b>"}


def test_remarks_go_and_code_stays():
    code = "/** A\n * remark */\nconst a = 1; // goes\n  // goes\nconst b = '; // stays';\n/* stays */\n"
    assert without_remarks(code) == "const a=1;\nconst b = '; // stays';\n/* stays */\n"
    assert without_remarks("a((/** @type {any} */ one) => /** @type {A} */ (one));") == "a((one)=>(one));"
    assert without_remarks('say("a = b, (c)", a + b, a - -b) ? [a] : {};') == 'say("a = b, (c)",a+b,a - -b)?[a]:{};'
    assert without_remarks("a = `b = ${c}`;\nb = c / d;") == "a = `b = ${c}`;\nb = c / d;"
    assert without_remarks("if (a) {\n  b();\n\n\t// goes\n    c(` ${d}`);\n}\n") == "if(a){\nb();\nc(` ${d}`);\n}\n"


def test_no_text_of_a_script_spans_lines_whose_indents_go():
    for folder in (FOLDER / "assets", WIDGETS):
        for path in folder.rglob("*.js"):
            code = re.sub(r"/\*\*.*?\*/|^ *//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.S | re.M)
            odd = [line for line in code.split("\n") if re.sub(r"\\.", "", line).count("`") % 2 or line.endswith("\\")]
            assert not odd, path


def test_only_signs_that_have_a_colour_of_their_own_are_marked():
    made = in_colours("import a as b  # why\nfor i in f(1.5):\n    print(f'{i} and {b}', i is not None)")
    classes = set(re.findall(r'<span class="(\w+)">', made))
    assert classes == {"kn", "k", "c1", "mf", "sa", "s1", "si", "ow", "kc"}
    assert classes <= set(re.findall(r"\.(\w+)", style("lesson")))
    assert unescape(re.sub("<[^>]+>", "", made)).startswith("import a as b  # why\nfor i in f(1.5):\n    print(f'{i}")


def test_equal_bytes_of_widgets_stand_once_on_a_page():
    def model(*contents):
        buffers = [
            {"path": [name], "data": base64.b64encode(content).decode()}
            for name, content in zip("ab", contents, strict=True)
        ]
        return {"state": {"_esm": "", "_css": ""}, "buffers": buffers}

    numbers, few = bytes(range(200)), b"few"
    packed = pack({"w1": model(few, numbers), "w2": model(numbers, few)}, ["w1", "w2"])["models"]
    assert packed["w1"]["buffers"] == model(few, numbers)["buffers"]
    assert packed["w2"]["buffers"][0] == {"path": ["a"], "like": ["w1", 1]}
    assert packed["w2"]["buffers"][1]["data"] == base64.b64encode(few).decode()  # shorter than to say where it stands


def test_a_long_ruler_of_signs_above_code_is_code():
    cells = [nbformat.v4.new_code_cell("#" * 60 + "\nx = 1"), nbformat.v4.new_code_cell("# to be read\n# only")]
    assert [block.kind for block in blocks_of(cells)] == ["code", "words"]


def test_a_module_with_two_defaults_is_refused():
    with pytest.raises(ValueError, match="expected one `export default`"):
        as_classic("k", "export default 1;\nexport default 2;\n")


def test_page_scripts_need_no_module_loader():
    for name in ("page", "slides", "theme"):
        assert not re.search(r"^(import|export)\b", script(name), re.M)


def test_the_truth_of_marked_cells_travels_as_rows_and_columns(tmp_path):
    cells = [
        "from xo.predictions import predict, reveal\nimport numpy as np",
        'predict("99.cells", "Where?", cells=(2, 2))',
        'reveal("99.cells", np.eye(2))',
    ]
    path = tmp_path / "99_cells.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in cells]), path)
    told = blocks_of(run(path).cells)[-1].outputs[-1].data
    assert next(iter(told.values()))["truth"] == np.argwhere(np.eye(2)).tolist()


def test_no_page_asks_for_what_only_a_notebook_can_do():
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        for cell in nbformat.read(path, 4).cells:
            if cell.cell_type == "markdown":
                found = re.search(r"Shift.{0,5}Enter|[Rr]un (the|each|these|this) (\w+ )?cells?", for_page(cell.source))
                assert not found, f"{path.stem}, cell {cell.id}: {found[0]}: give it a <!--page: ...-->"


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.name[:2])
def test_no_page_speaks_of_a_name_in_code_that_it_does_not_show(path):
    cells = nbformat.read(path, 4).cells
    codes = [cell.source for cell in cells if cell.cell_type == "code"]
    given = {name for code in codes for name in _names_given(ast.parse(code))} - {"check"}
    shown = [code for code in codes if re.search(r"^check\(|^# ", code, re.M)]
    shown = "\n".join(shown + [output.get("text", "") for cell in cells for output in cell.get("outputs", [])])
    for cell, after in itertools.pairwise(cells):
        if cell.cell_type == "markdown" and "check(" not in after.source:
            names = set(re.findall(r"[A-Za-z_]\w{2,}", " ".join(re.findall(r"`([^`\n]+)`", for_page(cell.source)))))
            unseen = [name for name in names & given if not re.search(rf"\b{name}\b", shown)]
            assert not unseen, f"{cell.id}: {unseen}: say it without, or give it a <!--page: ...-->"


def _names_given(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.alias):
            yield getattr(node, "asname", None) or node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def test_a_second_half_keeps_its_distance_and_an_empty_one_takes_none():
    assert for_page("A.<!--notebook--> Run it.<!--page: Look.-->") == "A. Look."
    assert for_page("A<!--notebook--> (`b`)<!--page-->:") == "A:"


def test_code_that_is_all_comments_is_shown():
    cell = nbformat.v4.new_code_cell("# import torch\n# model(images)")
    assert [(block.kind, "import torch" in block.text) for block in blocks_of([cell])] == [("words", True)]


def test_a_fold_stays_shut_until_what_its_cells_reveal_is_guessed_however_far_above():
    def asked(name):
        cell = nbformat.v4.new_code_cell(f'predict("{name}", "Which?")')
        cell.outputs = [nbformat.v4.new_output("display_data", {QUESTION: {"name": name}})]
        return cell

    def see(*names):
        return [
            nbformat.v4.new_markdown_cell("### See"),
            *(nbformat.v4.new_code_cell(f'reveal("{n}", 1)') for n in names),
        ]

    cells = [asked("99.far"), nbformat.v4.new_markdown_cell("## On"), asked("99.near"), *see("99.near"), *see("99.far")]
    assert [block.names for block in blocks_of(cells) if block.kind == "fold"] == [["99.near"], ["99.far"]]


def test_a_cell_that_only_python_can_do_has_the_page_s_words_in_its_place():
    cells = [
        nbformat.v4.new_code_cell('predict("99.mine", "Which?", choices=["X", "O"])'),
        nbformat.v4.new_markdown_cell("### See"),
        nbformat.v4.new_code_cell('reveal("99.mine", glass.answer)', metadata={"page": "Look at the **votes**."}),
    ]
    cells[0].outputs = [nbformat.v4.new_output("display_data", {QUESTION: {"name": "99.mine"}})]
    fold = blocks_of(cells)[-1]
    assert fold.names == ["99.mine"]
    assert [(block.kind, block.text) for block in fold.blocks] == [("words", "Look at the **votes**.")]


@pytest.mark.parametrize(
    ("cells", "title"),
    [([], "of_mine"), (["x = 1"], "of_mine"), (["# Mine"], "Mine"), (["no heading\nand more"], "of_mine")],
)
def test_a_notebook_of_one_s_own_needs_no_heading(tmp_path, cells, title):
    path = tmp_path / "of_mine.ipynb"
    make = {"x": nbformat.v4.new_code_cell}
    cells = [make.get(text[0], nbformat.v4.new_markdown_cell)(text) for text in cells]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    assert f"<title>{title}" in pages.build(path)


@pytest.mark.parametrize(
    "text", ["{", "[]", "7", '{"cells": 3}', '{"cells": [{}], "nbformat": 4, "nbformat_minor": 5}']
)
def test_a_file_that_is_no_notebook_ends_in_a_sentence(tmp_path, text):
    path = tmp_path / "broken.ipynb"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match="broken.ipynb: expected a notebook"):
        run(path)


def test_a_notebook_that_stops_says_where_it_stopped(tmp_path):
    path = tmp_path / "stops.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 / 0")]), path)
    with pytest.raises(SystemExit, match=r"stops.ipynb: .* got ZeroDivisionError: division by zero"):
        run(path)
