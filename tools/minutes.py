"""Print how long each lesson takes someone new to it, and bring docs/teaching.md in line: python3 start.py minutes"""

import re
import sys

from tools import options
from tools.lesson_parts import heading_level, read, text_of
from tools.lessons import NOTEBOOKS, ROOT

OVERWRITES = "docs/teaching.md"
TEACHING = ROOT / "docs" / "teaching.md"
# Fitted to lessons 0, 1, 2, 3 and 7, without their optional parts, as people new to them took them (22, 42, 60, 52 and
# 100 minutes; it says 22, 43, 65, 47, 100): reading with thought, guessing, writing a little Python, running a cell,
# playing. Lesson 7 is three lessons since, on which nobody new was timed: where slopes and learning are reasoned about,
# reading is slower, by as much as that lesson took.
WORDS_A_MINUTE, WORDS_A_MINUTE_ABOUT_SLOPES = 100, 75
ABOUT_SLOPES = {7, 8, 9}
MINUTES_EACH = {"prediction": 1, "exercise": 5, "cell": 0.3, "widget": 3}
MAY_BE_LEFT_OUT = "(may be left out)"
# An exercise that no check looks at, and no shorter than others.
UNCHECKED = r"^(?:\*\*\d+\.|####) Change it and explain"
WIDGETS = r"\b(?:GlassNetwork|BreakItLab|Trainer|SweepPanel|Pad)\("


def lesson_number(notebook):
    """The 7 of a title "# 7 · Where do the features come from?"; None where no number stands."""
    found = re.match(r"# (\d+) ·", "".join(map(text_of, notebook["cells"][:1])))
    return int(found[1]) if found else None


def count(notebook):
    """What a learner meets in a lesson: words (and how many a minute), predictions, exercises, code cells, widgets."""
    found = dict.fromkeys(["words", *MINUTES_EACH], 0)
    about_slopes = lesson_number(notebook) in ABOUT_SLOPES
    found["a minute"] = WORDS_A_MINUTE_ABOUT_SLOPES if about_slopes else WORDS_A_MINUTE
    for cell in notebook["cells"]:
        text = text_of(cell)
        if cell["cell_type"] == "markdown":
            found["words"] += len(re.findall(r"\w+", re.sub(r"\*\*Map\*\*.*|<!--.*?-->", "", text)))
            found["exercise"] += len(re.findall(UNCHECKED, text, re.M))
        else:
            found["cell"] += 1
            found["prediction"] += len(re.findall(r"^predict\(", text, re.M))
            found["exercise"] += len(re.findall(r"^check\(", text, re.M))
            found["widget"] += len(re.findall(WIDGETS, text))
    return found


def minutes(found):
    """How long that takes, rounded up to five minutes."""
    exact = found["words"] / found["a minute"] + sum(each * found[name] for name, each in MINUTES_EACH.items())
    return -(-round(exact) // 5) * 5


def in_short(notebook):
    """A lesson without the parts whose headings say that they may be left out."""
    kept, inside = [], 0
    for cell in notebook["cells"]:
        level = heading_level(cell)
        if 0 < level <= (inside or 6):
            inside = level if MAY_BE_LEFT_OUT in text_of(cell).splitlines()[0] else 0
        if not inside:
            kept.append(cell)
    return {"cells": kept}


def lesson_minutes(path):
    return minutes(count(read(path)))


def told_minutes(notebook):
    """What a lesson says of its time: "About 50 minutes, or 40 without the parts that may be left out"."""
    whole, short = minutes(count(notebook)), minutes(count(in_short(notebook)))
    return f"About {whole} minutes" + (f", or {short} without the parts that may be left out" if short < whole else "")


def with_minutes(text, told):
    """The text of a lesson's first cell, in which it says how long it takes."""
    return re.sub(r"About \d+ minutes(, or \d+ without the parts that may be left out)?", told, text)


def with_rows(text, times):
    """The teacher's guide with these minutes in the table of lessons. times: "03" -> 45"""
    for number, whole in times.items():
        text = re.sub(rf"^(\| {number} [^|]*\|[^|]*\|) [^|]* \|", rf"\1 {whole} |", text, flags=re.M)
    return text


def main(arguments=()):
    options("minutes", __doc__).parse_args(arguments)
    print("| lesson | minutes | in short | words | predictions | exercises | cells | widgets |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    times = {}
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        notebook = read(path)
        found = count(notebook)
        numbers = (found[name] for name in ("words", "prediction", "exercise", "cell", "widget"))
        times[path.name[:2]] = minutes(found)
        print(
            f"| {path.stem} | {minutes(found)} | {minutes(count(in_short(notebook)))} | "
            + " | ".join(map(str, numbers))
            + " |"
        )
    told = TEACHING.read_text(encoding="utf-8")
    if with_rows(told, times) != told:
        TEACHING.write_text(with_rows(told, times), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
