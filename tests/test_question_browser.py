"""The question before a reveal, in a browser: mouse or keyboard alone, named for a screen reader, light and dark."""

import json
from pathlib import Path

import pytest

from xo.widgets import question

MODULE = Path(question.__file__).with_name("question.js").read_text(encoding="utf-8")
PAGE = """<!doctype html><html lang="en"><title>Questions</title>
<body style="background: BACK; color-scheme: SCHEME; --jp-content-font-color1: INK"><main><h1 style="color: INK">Q</h1>
<div id="stage"></div></main><script type="module">
const url = URL.createObjectURL(new Blob([MODULE], { type: "text/javascript" }));
const widget = (await import(url)).default;
function makeModel(state) {
  const listeners = {};
  return {
    get: (name) => state[name], save_changes: () => {}, off: () => {},
    set: (name, value) => { state[name] = value; (listeners[`change:${name}`] ?? []).forEach((tell) => tell()); },
    on: (event, tell) => { (listeners[event] ??= []).push(tell); },
  };
}
const none = { choices: [], cells: [], answer: null, status: "", locked: false };
window.models = STATES.map((state) => makeModel({ ...none, ...state }));
for (const model of window.models) {
  const el = document.createElement("div");
  document.getElementById("stage").append(el);
  widget.render({ model, el });
}
window.keys = [];
document.addEventListener("keydown", (event) => window.keys.push(event.key));
window.ready = true;
</script>"""
STATES = [
    {"question": "More or less?", "choices": ["more", "less", "the same"]},
    {"question": "How many?"},
    {"question": "Where?", "cells": [3, 4]},
    {"question": "Yes or no?", "choices": ["yes", "no"], "answer": "no", "locked": True, "status": "It is kept."},
]
THEMES = {"light": ("#ffffff", "light", "#212121"), "dark": ("#111111", "dark", "#ffffff")}


def show(page, theme="light"):
    back, scheme, ink = THEMES[theme]
    html = PAGE.replace("BACK", back).replace("SCHEME", scheme).replace("INK", ink)
    page.set_content(html.replace("STATES", json.dumps(STATES)).replace("MODULE", json.dumps(MODULE), 1))
    page.wait_for_function("window.ready")


def answers(page):
    return page.evaluate("window.models.map((model) => model.get('answer'))")


def test_the_mouse_answers_every_kind_of_question(page):
    show(page)
    page.get_by_label("less").check()
    page.get_by_role("textbox", name="How many?").fill("7/9")
    page.get_by_role("button", name="row 2, column 3").click()
    page.get_by_role("button", name="row 0, column 1").click()
    assert answers(page)[:3] == ["less", "7/9", [[0, 1], [2, 3]]]
    page.get_by_role("button", name="row 2, column 3").click()
    assert answers(page)[2] == [[0, 1]]
    assert page.get_by_role("button", name="row 0, column 1").get_attribute("aria-pressed") == "true"
    assert page.get_by_text("You marked 1 cell.").is_visible()
    assert page.get_by_role("textbox", name="How many?").input_value() == "7/9"


def test_the_keyboard_alone_answers_and_no_key_reaches_the_notebook(page):
    show(page)
    page.keyboard.press("Tab")
    for key in ("Space", "ArrowRight", "ArrowRight", "Tab", "8", "Enter", "Tab"):
        page.keyboard.press(key)
    for key in ("Space", "ArrowRight", "ArrowDown", "Space", "End", "Space", "ArrowRight", "b", "x"):
        page.keyboard.press(key)
    assert answers(page)[:3] == ["the same", "8", [[0, 0], [1, 1], [1, 3]]]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "row 1, column 3"
    assert page.evaluate("window.keys") == ["Tab"]


def test_what_was_revealed_can_no_longer_be_changed(page):
    show(page)
    assert page.get_by_label("no", exact=True).is_checked()
    assert page.get_by_label("yes").is_disabled()
    page.evaluate("window.models[2].set('locked', true)")
    page.get_by_role("button", name="row 0, column 0").click(force=True)
    assert answers(page)[2] is None


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_serious(page, theme, javascript_tools):
    show(page, theme)
    page.get_by_label("less").check()
    page.get_by_role("button", name="row 0, column 1").click()
    page.add_script_tag(path=str(javascript_tools / "axe-core/axe.min.js"))
    found = page.evaluate("axe.run()")["violations"]
    assert not [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]
