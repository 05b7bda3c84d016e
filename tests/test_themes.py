"""A widget that lived through a change of theme looks as if made in it, on every canvas and in every word."""

import pytest
from served_course import rest

from tools.page import wrap
from tools.web.widgets import pack_widget
from xo.hyperparameters import Sweep
from xo.images import X, make_images
from xo.networks import hand_made_network, random_network
from xo.widgets.glass import GlassNetwork, Pad
from xo.widgets.lab import BreakItLab
from xo.widgets.question import Question
from xo.widgets.sweeper import SweepPanel
from xo.widgets.trainer import Trainer

# Every canvas, and the colours of every element, widget by widget.
LOOK = """() => Object.fromEntries([...document.querySelectorAll(".stage")].map((stage) => {
  const all = [...stage.querySelectorAll(".xo-widget, .xo-widget *")];
  const colours = ["color", "backgroundColor", "borderTopColor", "outlineColor", "fill", "stroke", "accentColor"];
  return [stage.dataset.model, all.filter((one) => !one.closest(".xo-spoken")).map((one) => [
    String(one.className?.baseVal ?? one.className) || one.tagName,
    one.tagName === "CANVAS" && one.width ? one.toDataURL() : "",
    ...colours.map((name) => getComputedStyle(one)[name])].join(" "))]; }))"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A page with every widget."""
    images = make_images(60, rng=1)
    widgets = {
        "glass": GlassNetwork(hand_made_network(), image=X),
        "pad": Pad(X),
        "trainer": Trainer(random_network(9, features=(3,), biases=True, rng=0), *images, unseen=images, rounds=2),
        "lab": BreakItLab({"by hand": hand_made_network(), "whole images": "pixels"}, X),
        "choices": Question(question="More or less?", choices=["more", "less"], answer="less"),
        "field": Question(question="How many?"),
        "cells": Question(question="Where?", cells=[3, 3], answer=[[0, 1]]),
        "sweep": SweepPanel(Sweep({"votes": ""}, seeds=(1,), images=100)),
    }
    body = "".join(f'<div class="stage wide" data-model="{name}"></div>' for name in widgets)
    path = tmp_path_factory.mktemp("themes") / "all.html"
    path.write_text(wrap("all", body, pack_widget(widgets)), encoding="utf-8")
    return path.as_uri()


def settled(page):
    """How all looks as soon as it stays so."""
    page.mouse.move(0, 0)
    rest(page, 500)  # JupyterLab's colours come after their name: a widget looks twice
    looks = [None, page.evaluate(LOOK)]
    while looks[-1] != looks[-2]:
        assert len(looks) < 50
        rest(page, 200)
        looks.append(page.evaluate(LOOK))
    return looks[-1]


def made_in(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    page.wait_for_selector("body[data-alive=true]")
    for stage in page.locator(".stage").all():
        stage.scroll_into_view_if_needed()
        stage.locator(".xo-widget").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    return settled(page)


def display(page, how):
    page.evaluate("how => { for (const one of document.querySelectorAll('.stage')) one.style.display = how; }", how)


def differing(one, other):
    pairs = {widget: zip(one[widget], other[widget], strict=True) for widget in one}
    return {widget: [(a, b) for a, b in both if a != b] for widget, both in pairs.items()}


def test_after_a_change_of_theme_a_widget_looks_as_if_made_in_it_even_one_that_was_hidden_meanwhile(page, address):
    dark, light = (made_in(page, address, scheme) for scheme in ("dark", "light"))
    changed, nothing = differing(light, dark), {widget: [] for widget in light}
    assert all(changed.values()), "there is something to see"
    for widget in ("glass", "trainer", "lab"):
        assert any("data:image" in before for before, _ in changed[widget]), f"a canvas of {widget}, too"
    page.emulate_media(color_scheme="dark")  # the page follows its system
    assert differing(settled(page), dark) == nothing
    display(page, "none")
    page.evaluate("document.body.dataset.jpThemeLight = 'true'")  # as JupyterLab does it
    rest(page, 400)
    display(page, "")
    assert differing(settled(page), light) == nothing
