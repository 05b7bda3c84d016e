"""What the lessons claim is listed, in their own words, and can be tried again."""

import json
import re

import pytest

from claims import SEEDS, Claim, is_sound, try_claim
from tools import claims
from tools.lessons import ROOT

CLAIMS = [(lesson, claim) for lesson in claims.lessons_with_claims() for claim in claims.claims_of(lesson)]


def cells_of(lesson):
    (path,) = (ROOT / "notebooks").glob(f"{lesson}_*.ipynb")
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def text_of(cells):
    return " ".join(" ".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown").split())


def test_a_claim_stands_in_its_lesson_in_these_words_and_is_shown_by_this_cell():
    for lesson, claim in CLAIMS:
        cells = cells_of(lesson)
        assert claim.words in text_of(cells), (lesson, claim.words)
        code = {cell.get("id") for cell in cells if cell["cell_type"] == "code"}
        assert claim.cell in code, (lesson, claim.words)


def test_one_run_is_told_as_one_run():
    for lesson, claim in CLAIMS:
        if claim.told == "as one run":
            assert re.search("here|this time|this run|this one", claim.words, re.IGNORECASE), (lesson, claim.words)


def test_a_claim_that_luck_decides_is_found_out():
    coin = Claim("heads", "x", "tossed again", measure=lambda seed: seed % 2 == 0)
    held, found = try_claim(coin)
    assert (held, len(found)) == (5, len(SEEDS))
    assert not is_sound(coin, held, len(found))
    assert is_sound(Claim("heads, here", "x", "", coin.measure, told="as one run"), held, len(found))
    assert is_sound(coin, 9, 10)
    assert not is_sound(coin, 8, 10)


def test_the_command_says_which_claims_hold(monkeypatch, capsys):
    steady = Claim("it grows", "x", "again", measure=float, holds=lambda value: value > 99)
    coin = Claim("heads", "x", "again", measure=lambda seed: seed % 2 == 0)
    monkeypatch.setattr(claims, "lessons_with_claims", lambda: ["04"])
    monkeypatch.setattr(claims, "claims_of", lambda lesson: [steady, coin])
    assert claims.main([]) == 1
    said = capsys.readouterr().out
    assert "10 of 10  100 to 109" in said
    assert "does not hold" in said.splitlines()[1]
    assert said.splitlines()[-1].endswith("1 do not hold.")
    assert claims.main(["44"]) == 2


def test_a_way_of_telling_that_is_none_is_refused():
    with pytest.raises(ValueError, match="as one run"):
        Claim("", "", "", bool, told="loudly")
