"""Print how long each lesson takes someone new to it, and bring docs/teaching.md in line"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
TEACHING = ROOT / "docs" / "teaching.md"
# Fitted to five lessons, without their optional parts, as people new to them took them (22, 42, 60, 52, 100 minutes; it
# says 22, 43, 65, 47, 91): reading with thought, guessing, writing a little Python, running a cell, playing.
WORDS_A_MINUTE = 100
MINUTES_EACH = {"prediction": 1, "exercise": 5, "cell": 0.3, "widget": 3}
WIDGETS = r"\b(?:GlassNetwork|BreakItLab|Trainer|SweepPanel|Pad)\("


def count(notebook):
    """What a learner meets in a lesson: words, predictions, exercises, code cells and widgets."""
    found = dict.fromkeys(["words", *MINUTES_EACH], 0)
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            found["words"] += len(re.findall(r"\w+", re.sub(r"\*\*Map\*\*.*|<!--.*?-->", "", text)))
        else:
            found["cell"] += 1
            found["prediction"] += len(re.findall(r"^predict\(", text, re.M))
            found["exercise"] += len(re.findall(r"^check\(", text, re.M))
            found["widget"] += len(re.findall(WIDGETS, text))
    return found


def minutes(found):
    """How long that takes, rounded up to five minutes."""
    exact = found["words"] / WORDS_A_MINUTE + sum(each * found[name] for name, each in MINUTES_EACH.items())
    return -(-round(exact) // 5) * 5


def lesson_minutes(path):
    return minutes(count(json.loads(path.read_text(encoding="utf-8"))))


def with_minutes(text, whole):
    """The text of a lesson's first cell, in which it says how long it takes ("About 45 minutes")."""
    return re.sub(r"About \d+ minutes", f"About {whole} minutes", text)


def with_rows(text, times):
    """The teacher's guide with these minutes in the table of lessons. times: "03" -> 45"""
    for number, whole in times.items():
        text = re.sub(rf"^(\| {number} [^|]*\|[^|]*\|) [^|]* \|", rf"\1 {whole} |", text, flags=re.M)
    return text


def main(arguments=()):
    print("| lesson | minutes | words | predictions | exercises | cells | widgets |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    times = {}
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        found = count(json.loads(path.read_text(encoding="utf-8")))
        numbers = (found[name] for name in ("words", "prediction", "exercise", "cell", "widget"))
        times[path.name[:2]] = minutes(found)
        print(f"| {path.stem} | {minutes(found)} | " + " | ".join(map(str, numbers)) + " |")
    TEACHING.write_text(with_rows(TEACHING.read_text(encoding="utf-8"), times), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
