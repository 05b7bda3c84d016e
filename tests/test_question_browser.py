"""The question before a reveal, in a browser: mouse or keyboard alone, named for a screen reader, light and dark."""

import json

import pytest
from served_course import rest, wait_until

from tools.lesson_parts import FOLDED
from xo.widgets.question import Question

PAGE = """<!doctype html><html lang="en"><title>Questions</title><style>STYLE</style>
<body style="background: BACK; color-scheme: SCHEME; --jp-layout-color0: BACK; --jp-layout-color1: BACK;
  --jp-ui-font-color0: INK" data-jp-theme-light="LIGHT"><main><h1 style="color: INK">Q</h1>
<div id="stage"></div></main><script type="module">
const url = URL.createObjectURL(new Blob([MODULE], { type: "text/javascript" }));
const widget = (await import(url)).default;
function makeModel(state) {
  const listeners = {};
  const tell = (name) => (listeners[name] ?? []).forEach((act) => act());
  return {
    widget_manager: state.python && {}, get: (name) => state[name], save_changes: () => { window.saves += 1; }, tell,
    set: (name, value) => { state[name] = value; tell(`change:${name}`); },
    on: (event, act) => { (listeners[event] ??= []).push(act); },
    off: (event, act) => { listeners[event] = listeners[event].filter((one) => one !== act); },
    heard: () => Object.values(listeners).flat().length,
  };
}
const none = { choices: [], cells: [], words: false, answer: null, skipped: false, status: "", refusal: "" };
Object.assign(window, { saves: 0, makeModel, none });
window.models = STATES.map((state) => makeModel({ ...none, locked: false, ...state }));
window.ends = window.models.map((model) => {
  const el = document.createElement("div");
  document.getElementById("stage").append(el);
  return widget.render({ model, el });
});
window.keys = [];
window.guesses = [];
document.addEventListener("keydown", (event) => window.keys.push(event.key));
document.addEventListener("xo-guess", (event) => window.guesses.push(event.detail.answer));
window.ready = true;
</script>"""
STATES = [
    {"question": "More or less?", "choices": ["more", "less", "the same"]},
    {"question": "How many?"},
    {"question": "Where?", "cells": [3, 4]},
    {"question": "Yes or no?", "choices": ["yes", "no"], "answer": "no", "locked": True, "status": "It is kept."},
]
THEMES = {"light": ("#ffffff", "light", "#212121"), "dark": ("#111111", "dark", "#ffffff")}


def show(page, theme="light", states=STATES):
    back, scheme, ink = THEMES[theme]
    html = PAGE.replace("BACK", back).replace("SCHEME", scheme).replace("INK", ink).replace("STYLE", Question._css)
    html = html.replace("LIGHT", str(theme == "light").lower()).replace("STATES", json.dumps(states))
    page.set_content(html.replace("MODULE", json.dumps(Question._esm).replace("</", "<\\/"), 1))
    page.wait_for_function("window.ready")


def add(page, state=None):
    """Another view: of a question of its own, or of the first one on the page."""
    page.evaluate(
        """async ([module, state]) => {
            const el = document.querySelector("#stage").appendChild(document.createElement("div"));
            const url = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
            const model = state ? window.makeModel({ ...window.none, ...state }) : window.models[0];
            (await import(url)).default.render({ model, el });
        }""",
        [Question._esm, state],
    )


def answers(page):
    return page.evaluate("window.models.map((model) => model.get('answer'))")


def test_the_mouse_answers_every_kind_of_question(page):
    show(page)
    page.get_by_role("radio", name="less").check()
    page.get_by_role("textbox", name="How many?").fill("7/9")
    page.get_by_role("button", name="Keep").first.click()
    page.get_by_role("button", name="row 2, column 3").click()
    page.get_by_role("button", name="row 0, column 1").click()
    assert answers(page)[:3] == ["less", "7/9", [[0, 1], [2, 3]]]
    page.get_by_role("button", name="row 2, column 3").click()
    assert answers(page)[2] == [[0, 1]]
    assert page.get_by_role("button", name="row 0, column 1").get_attribute("aria-pressed") == "true"
    assert page.get_by_text("You marked 1 cell.").is_visible()
    assert page.get_by_role("textbox", name="How many?").input_value() == "7/9"
    assert page.evaluate("window.guesses").count("7/9") == 1


def test_the_keyboard_alone_answers_and_no_key_reaches_the_notebook(page):
    show(page)
    page.keyboard.press("Tab")
    for key in ("Space", "ArrowRight", "ArrowRight", "Tab", "8", "Enter", "Tab", "Tab"):
        page.keyboard.press(key)
    for key in ("Space", "ArrowRight", "ArrowDown", "Space", "End", "Space", "ArrowRight", "b", "x"):
        page.keyboard.press(key)
    assert answers(page)[:3] == ["the same", "8", [[0, 0], [1, 1], [1, 3]]]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "row 1, column 3"
    assert page.evaluate("window.keys") == ["Tab"]
    page.keyboard.press("Shift+Enter")  # runs the cell
    assert page.evaluate("window.keys") == ["Tab", "Enter"]


def test_a_button_that_goes_when_it_is_pressed_leaves_the_focus_in_the_question(page):
    show(page)
    page.get_by_role("button", name="Skip").nth(1).focus()
    page.keyboard.press("Enter")
    page.get_by_text("You skipped this one.").wait_for()
    rest(page, 100)  # for the browser to take the focus from a button that has gone
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "How many?"
    for key in ("x", "d", "d"):
        page.keyboard.press(key)
    assert page.evaluate("window.keys") == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "INPUT"
    page.get_by_role("radio", name="less").check()
    page.evaluate("window.models[0].set('locked', true)")  # the answer was shown meanwhile
    rest(page, 100)
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "More or less?"


def test_a_click_beside_the_answers_keeps_the_keys_in_the_question(page):
    show(page)
    page.get_by_text("More or less?").click()
    for key in ("x", "d", "d", "b", "m"):
        page.keyboard.press(key)
    assert page.evaluate("window.keys") == []


def test_each_question_keeps_its_own_mark(page):
    choices = [{"question": f"Question {number}?", "choices": ["yes", "no"]} for number in range(3)]
    show(page, states=choices)
    for question in range(3):
        page.get_by_role("radio", name="no").nth(question).check()
    assert answers(page) == ["no", "no", "no"]
    assert [radio.is_checked() for radio in page.get_by_role("radio", name="no").all()] == [True] * 3
    page.keyboard.press("ArrowDown")  # from the last answer of the last question: stays in it
    assert answers(page) == ["no", "no", "yes"]


def test_two_views_of_one_question_show_the_same_answer(page):
    show(page)
    add(page)
    page.get_by_role("radio", name="less").first.check()
    assert [radio.is_checked() for radio in page.get_by_role("radio", name="less").all()] == [True, True]


def test_what_was_revealed_can_no_longer_be_changed(page):
    show(page)
    assert page.get_by_role("radio", name="no", exact=True).is_checked()
    assert page.get_by_role("radio", name="yes").is_disabled()
    page.evaluate("window.models[2].set('locked', true)")
    page.get_by_role("button", name="row 0, column 0").click(force=True)
    page.evaluate("window.models[1].set('locked', true)")
    assert page.get_by_role("textbox").get_attribute("readonly") is not None
    assert answers(page)[1:3] == [None, None]


def test_a_question_can_be_skipped_and_answered_after_all(page):
    show(page)
    page.get_by_role("button", name="Skip").nth(1).click()
    assert page.get_by_text("You skipped this one.").is_visible()
    assert page.evaluate("window.models[1].get('skipped')") is True
    assert page.evaluate("window.guesses") == [None]
    page.get_by_role("textbox").fill("5")
    page.keyboard.press("Enter")
    assert page.evaluate("[window.models[1].get('answer'), window.models[1].get('skipped')]") == ["5", False]
    assert page.get_by_text("You said 5.").is_visible()


def test_an_answer_that_python_does_not_take_stays_in_the_field_and_says_why(page):
    show(page)
    field = page.get_by_role("textbox")
    field.fill("abc")
    page.keyboard.press("Enter")
    page.evaluate("window.models[1].set('refusal', 'One number is wanted.')")
    assert page.get_by_text("One number is wanted.").is_visible()
    assert not page.get_by_text("You said abc").is_visible()
    assert (field.input_value(), field.get_attribute("aria-invalid")) == ("abc", "true")
    field.fill("7")
    page.keyboard.press("Enter")
    assert (field.get_attribute("aria-invalid"), answers(page)[1]) == ("false", "7")


def test_enter_that_ends_the_writing_of_a_sign_is_no_answer(page):
    show(page)
    page.get_by_role("textbox").fill("七")
    page.evaluate("""() => {
        const field = document.querySelector("input[type=text]");
        const enter = { key: "Enter", isComposing: true, bubbles: true };
        field.dispatchEvent(new KeyboardEvent("keydown", enter));
        field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true }));
    }""")
    assert answers(page)[1] is None
    page.keyboard.press("Enter")
    assert answers(page)[1] == "七"


def test_what_was_typed_is_kept_when_the_field_is_left(page):
    show(page)
    page.get_by_role("textbox").fill("12")
    page.keyboard.press("Tab")
    assert answers(page)[1] == "12"


def test_a_question_is_told_to_be_on_the_screen_where_there_is_python(page):
    show(page, states=[STATES[0] | {"python": True}, STATES[1]])
    assert page.evaluate("models.map((model) => model.get('shown') ?? false)") == [True, False]
    assert page.evaluate("window.saves") == 1


def test_a_busy_python_is_told_and_forgotten_when_it_answers(page):
    show(page, states=[STATES[0] | {"python": True}, STATES[1]])
    page.get_by_role("radio", name="less").check()
    page.get_by_role("textbox").fill("5")
    page.get_by_text("You said less. Python is busy with another cell").wait_for()
    page.evaluate("window.models[0].set('status', 'It is kept.')")
    assert page.get_by_text("You said less. It is kept.").is_visible()
    page.keyboard.press("Enter")
    rest(page, 3200)
    assert page.get_by_text("You said 5.", exact=True).is_visible()  # a page without Python waits for none


def test_a_question_of_another_day_is_told_to_be_unknown(page):
    show(page, states=[])
    page.evaluate("document.querySelector('#stage').className = 'jupyter-widgets-disconnected'")
    add(page, STATES[0] | {"python": True})
    assert page.get_by_text("does not know this question yet: run this cell").is_visible()
    assert page.get_by_role("radio", name="less").is_disabled()


def test_a_kernel_that_is_gone_is_heard_and_said(page):
    show(page)
    page.evaluate("window.models[0].tell('comm_live_update')")
    assert page.get_by_text("Python has gone away, or does not know this question yet").is_visible()
    assert page.get_by_role("radio", name="less").is_disabled()


def test_on_a_phone_a_question_stays_in_its_frame_and_its_cells_are_large_enough_for_a_finger(page):
    page.set_viewport_size({"width": 320, "height": 800})
    long = "Why does it " + "never end, " * 20 + "this question?"
    show(page, states=[{"question": long, "choices": ["a", "b" * 60]}, {"question": "Where?", "cells": [9, 9]}])
    page.locator("#stage").evaluate("(stage) => { stage.style.width = '272px'; }")  # as in an exported page
    for question in page.locator(".xo-question").all():
        frame, *inner = question.evaluate("""(root) => {
            const box = (node) => node.getBoundingClientRect().toJSON();
            return [box(root), ...[...root.querySelectorAll("*")].map(box).filter((one) => one.width)];
        }""")
        assert all(frame["left"] <= box["left"] and box["right"] <= frame["right"] for box in inner)
        assert all(frame["top"] <= box["top"] and box["bottom"] <= frame["bottom"] for box in inner)
    cell = page.get_by_role("button", name="row 4, column 8").bounding_box()
    assert min(cell["width"], cell["height"]) >= 24
    numbers = page.locator(".xo-question-grid span")
    assert numbers.all_inner_texts() == ["", *"012345678", *"012345678"]
    over, beside = numbers.nth(9).bounding_box(), numbers.nth(14).bounding_box()
    assert cell["x"] <= over["x"] + over["width"] / 2 <= cell["x"] + cell["width"]
    assert cell["y"] <= beside["y"] + beside["height"] / 2 <= cell["y"] + cell["height"]
    radios = page.get_by_role("radio").evaluate_all("all => all.map(({ offsetWidth }) => offsetWidth)")
    assert radios == [18, 18]


def test_a_question_that_is_taken_away_leaves_nothing_behind(page):
    show(page)
    page.evaluate("window.ends.forEach((end) => end())")
    assert page.evaluate("window.models.map((model) => model.heard())") == [0, 0, 0, 0]
    assert page.evaluate("document.querySelectorAll('.xo-question').length") == 0


def test_forced_colours_leave_marks_and_focus_to_be_seen(page):
    show(page)
    page.emulate_media(forced_colors="active")
    page.get_by_role("radio", name="less").check()
    styles = page.evaluate("""() => {
        const style = (text) => getComputedStyle([...document.querySelectorAll("label")]
            .find((label) => label.textContent === text));
        return ["less", "more"].map((text) => style(text).outlineStyle + " " + style(text).outlineWidth);
    }""")
    assert styles[0] != styles[1]
    assert styles[0].startswith("solid")


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing(page, theme, axe):
    show(page, theme)
    page.get_by_role("radio", name="less").check()
    page.get_by_role("button", name="row 0, column 1").click()
    assert axe(page, "#stage", colours=theme == "dark") == []


def words(text, **metadata):
    return {"cell_type": "markdown", "metadata": metadata, "source": text}


def code(text):
    return {"cell_type": "code", "metadata": {}, "source": text, "outputs": [], "execution_count": None}


LESSON = [
    words("# Sums"),
    code("from xo.predictions import predict, reveal"),
    code("products = [4, 8, 15]"),
    code('predict("02.sum", "What is the sum?")'),
    words("### See", **{FOLDED: True}),
    code('reveal("02.sum", sum(products))'),
    words("That is 27."),
    words("### Go on"),
    code("print(products)"),
]


@pytest.fixture(scope="module")
def opened(course, one_page):
    """A lesson with one prediction, in a real JupyterLab; the last of its tests opens what is folded."""
    cells = [{"id": f"cell-{place}", **cell} for place, cell in enumerate(LESSON)]
    about = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "name": "python3"}}
    text = json.dumps({"cells": cells, "metadata": about, "nbformat": 4, "nbformat_minor": 5})
    (course.lessons / "sums.ipynb").write_text(text)
    course.open(one_page, "sums")
    one_page.get_by_text("2 cells hidden").wait_for()
    return one_page


@pytest.fixture
def lesson(course, opened):
    """The lesson with a kernel in which nothing has been run or said."""
    (course.lessons / "my-predictions.json").unlink(missing_ok=True)
    course.restart(opened)
    opened.evaluate("() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    return opened


def in_sight(page):
    return page.evaluate(
        "[...document.querySelectorAll('.jp-Notebook .jp-Cell')].map((cell) => cell.offsetParent !== null)"
    )


def printed(course, page):
    outputs = [output for cell in course.cells(page) for output in cell.get("outputs", [])]
    return "".join("".join(output.get("text", "")) for output in outputs)


def test_run_all_runs_what_is_folded_and_leaves_it_folded(course, lesson):
    course.run_all(lesson)
    assert printed(course, lesson) == "It is 27. (No guess was written down.)\n[4, 8, 15]\n"
    assert in_sight(lesson) == [True] * 5 + [False] * 2 + [True] * 2
    lesson.get_by_text("A guess from here on counts apart.").wait_for()
    assert not (course.lessons / "my-predictions.json").exists()


def test_in_jupyterlab_the_answer_is_out_of_sight_until_shift_enter_opens_it(course, lesson):
    folded, opened = [True] * 5 + [False] * 2 + [True] * 2, [True] * 9
    assert in_sight(lesson) == folded
    lesson.locator(".jp-Notebook .jp-Cell").first.click()
    for _ in range(4):
        lesson.keyboard.press("Shift+Enter")
    lesson.get_by_role("textbox", name="What is the sum?").fill("4 + 8 + 15")
    assert in_sight(lesson) == folded
    lesson.keyboard.press("Enter")
    lesson.get_by_text("You said 4 + 8 + 15. It is kept.").wait_for()
    lesson.keyboard.press("Tab")
    for key in "xbdd":
        lesson.keyboard.press(key)
    lesson.keyboard.press("Shift+Enter")  # from the question on
    lesson.keyboard.press("Shift+Enter")
    wait_until(lesson, lambda: in_sight(lesson) == opened, ".jp-Notebook")
    lesson.keyboard.press("Shift+Enter")
    lesson.get_by_text("It is kept as you said it before you saw.").wait_for()
    assert printed(course, lesson) == "You said “4 + 8 + 15”, and so it is (27).\n"
