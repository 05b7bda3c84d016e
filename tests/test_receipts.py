"""Receipts: short codes that tell what was guessed and tried, refuse a slip, are found in whatever a class sends."""

import itertools
import json
import stat
import subprocess
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import classmap
from tools.lesson_plan import all_truths, plan_file, plan_text
from tools.lessons import NOTEBOOKS
from xo import predictions
from xo.checks import check
from xo.images import X
from xo.postcards import ALPHABET, find_drawings
from xo.predictions import forget_predictions, my_predictions, predict, storage
from xo.receipts import class_map, codec, count_lessons, make_receipt, read_receipts, receipt
from xo.receipts.counting import count_class, table_of, worth_a_talk
from xo.receipts.plans import Asked, Plan, plan_of

LESSONS = sorted(path.name[:2] for path in NOTEBOOKS.glob("*.ipynb"))
NUMBERS = ["7", "7/9", "0,78", "−3", "75 %", "about 1,300", "seven", "1 300", ".5", "x", "12345678901234", 0.25]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    predictions._asked.clear()
    predictions._told.clear()
    storage._in_memory.clear()


def guesses_of(plan, draw):
    """What a learner may have done with each question; `draw` takes one of a list."""
    kept = {}
    for question in plan.questions:
        if question.cells:
            places = [[row, column] for row in range(question.cells[0]) for column in range(question.cells[1])]
            answer = [places[0], places[-1], *[place for place in places if draw([0, 0, 1])]][: draw([0, 2, 99])]
        else:
            answer = draw(question.choices or NUMBERS)
        entry = {"question": question.words, "answer": draw([answer, answer, answer, None])}
        kept |= draw([{question.name: entry}, {question.name: entry | {"late": True}}, {question.name: entry}, {}])
    return kept


def tries_of(plan, draw):
    return {
        name: {"tries": draw([1, 3, 40]), "passed": draw([True, False]), "mistakes": [draw(mistakes), "unknown"]}
        for name, mistakes in plan.exercises.items()
        if draw([0, 1, 1])
    }


def a_code(lesson, seed=0):
    rng = np.random.default_rng(seed)
    plan = plan_of(lesson)
    draw = lambda things: things[rng.integers(len(things))]  # noqa: E731
    return codec.write(plan, int(rng.integers(2**20)), guesses_of(plan, draw), tries_of(plan, draw))


def test_what_each_lesson_asks_is_noted_as_its_notebook_has_it():
    truths = all_truths()
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        same = plan_file(path).exists() and plan_file(path).read_text(encoding="utf-8") == plan_text(path, truths)
        assert same, f"python3 start.py refresh {path.name[:2]} notes what the lesson asks in {plan_file(path).name}"


@given(st.data())
def test_what_was_written_is_read(data):
    plan = plan_of(data.draw(st.sampled_from(LESSONS)))
    draw = lambda things: data.draw(st.sampled_from(things))  # noqa: E731
    guesses, tries = guesses_of(plan, draw), tries_of(plan, draw)
    code = codec.write(plan, 12345, guesses, tries)
    [(_, _, read)] = codec.find(f"Ann: {code}, bye")
    assert (read.lesson, read.number) == (plan.lesson, 12345)
    for name, (state, answer) in read.guesses.items():
        entry = guesses[name]
        skipped = entry["answer"] is None
        assert state == (codec.SKIPPED if skipped else codec.LATE if "late" in entry else codec.GUESSED)
        asked = next(question for question in plan.questions if question.name == name)
        assert skipped or answer == (sorted(entry["answer"]) if asked.cells else entry["answer"]) or not asked.form
    assert read.guesses.keys() == guesses.keys()
    for name, tried in read.exercises.items():
        assert (tried.passed, tried.tries) == (tries[name]["passed"], min(tries[name]["tries"], 16))
        assert [plan.exercises[name][place] for place in tried.mistakes] == tries[name]["mistakes"][:1]
    assert read.exercises.keys() == tries.keys()


def test_numbers_are_handed_in_as_they_were_meant():
    plan = plan_of("02")
    said = {}
    for number in (*NUMBERS, "1e99 x 1e99 x 1e99 x 1e99"):
        code = codec.write(plan, 1, {"02.sum": {"question": "", "answer": number}}, {})
        said[number] = next(codec.find(code))[2].guesses["02.sum"][1]
    meant = {"−3": "-3", "about 1,300": "1300", "seven": "7", "x": codec.IN_OTHER_WORDS, 0.25: "0.25"}
    too_long = dict.fromkeys(("12345678901234", "1e99 x 1e99 x 1e99 x 1e99"), codec.IN_OTHER_WORDS)
    assert said == {number: number for number in NUMBERS} | meant | too_long


@pytest.mark.parametrize("lesson", ["02", "06"])
def test_one_wrong_sign_or_two_that_changed_places_are_refused(lesson):
    code = a_code(lesson)
    places = [place for place, sign in enumerate(code) if sign != "-" and place > 1]
    for place in places:
        for sign in ALPHABET:
            found = list(codec.find(code[:place] + sign + code[place + 1 :]))
            assert all(isinstance(read, str) for *_, read in found) or sign == code[place]
    for one, other in itertools.pairwise(places):
        signs = list(code)
        signs[one], signs[other] = signs[other], signs[one]
        found = list(codec.find("".join(signs)))
        assert all(isinstance(read, str) for *_, read in found) or code[one] == code[other]


def test_signs_that_look_alike_capitals_and_gaps_do_not_matter():
    code = next(code for code in (a_code("02", seed) for seed in range(99)) if "0" in code[4:] and "1" in code[6:])
    known = next(codec.find(code))[2]
    wrapped = code[:24].replace("-", " – ") + "\n> " + code[24:]
    for other in (code.lower(), code.replace("0", "O").replace("1", "l"), code.replace("-", ""), wrapped):
        assert next(codec.find(other))[2] == known, other


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_usual_receipt_fits_on_one_line_and_the_longest_on_two(lesson):
    plan = plan_of(lesson)
    for most, cells, number, mistakes in ((75, [[0, 0], [1, 2]], "7/9", 1), (150, [], "1,234,567,89", 7)):
        guesses = {
            question.name: {"question": "", "answer": cells if question.cells else (question.choices or [number])[-1]}
            for question in plan.questions
        }
        tries = {
            name: {"tries": 99, "passed": True, "mistakes": list(names[:mistakes])}
            for name, names in plan.exercises.items()
        }
        assert len(codec.write(plan, 0, guesses, tries)) <= most


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_slip_in_any_lesson_s_receipt_is_told_once_and_spoils_no_other(lesson):
    code, good = a_code(lesson, 1), a_code("05", 2)
    [known] = read_receipts(good)[0]
    slips = {f"{code[:place]}{sign}{code[place + 1 :]}" for place in range(len(code)) for sign in "U7*)é"}
    slips |= {f"{code[:place]}{sign}{code[place:]}" for place in range(1, len(code)) for sign in "7;X"}
    slips |= {code[:place] + code[place + 5 :] for place in range(len(code) - 5)}
    for slip in slips:
        found, remarks = read_receipts(f"Hello!\nAnn: {slip}\nBen: {good}\n")
        if len(found) == 1:
            assert found == [known]
            assert [line[:8] for line in remarks] == ["line 2: ", "1 line w"], slip
        else:
            assert found[0] == next(codec.find(code))[2], slip  # a sign that looks alike, or stands around it


AROUND = [
    "{}です",
    "제 {}입니다",
    "收据：{}。",
    "「{}」",
    "„{}“",
    "« {} »",
    "Аня: {}!",
    "\u200f{}\u200f",
    "😀{}😀",
    "1;{};2",
]
AROUND += ["**{}**", '"Zoë","{}",""', "> > {}", "<p>{}</p>", "[27.11.26, 10:01] Ann: \u200e{}", "Ann_{}, thanks"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("around", AROUND)
def test_a_receipt_is_found_in_the_chats_of_many_languages(around, end):
    codes = [a_code(lesson, 4) for lesson in LESSONS]
    found, remarks = read_receipts(end.join(around.format(code) for code in codes))
    assert found == [next(codec.find(code))[2] for code in codes]
    assert remarks == []


def test_a_receipt_pasted_twice_is_read_once_and_another_right_behind_it_as_well():
    one, other = a_code("02", 4), a_code("06", 5)
    found, remarks = read_receipts(f"Ann: {one}{one}\nBen: {one}{other}, and this")
    assert sorted(read.lesson for read in found) == ["02", "06"]
    assert remarks == [f"line {line}: the same receipt as in line 1: kept once" for line in (1, 2)]


@pytest.mark.parametrize(
    ("latin", "keyboard"), [("ABEKMHOPCTYX", "АВЕКМНОРСТУХ"), ("ABEZHIKMNOPTYX", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")]
)
def test_a_receipt_is_read_as_a_cyrillic_or_a_greek_keyboard_types_what_looks_alike(latin, keyboard):
    codes = [a_code(lesson, 4) for lesson in LESSONS]
    typed = [f"Аня {code.translate(str.maketrans(latin, keyboard))}" for code in codes]
    for lines in (typed, [line.lower() for line in typed]):
        assert read_receipts(lines) == read_receipts(codes)


@pytest.mark.parametrize("dash", [*"‐‑‒–—―−﹣－ー_\u00a0\u3000", "", "\\-", "-\u200b", "\u00ad-", "-=\n"])
def test_a_receipt_is_read_with_any_keyboard_s_dashes_and_signs(dash):
    code = a_code("02", 4).replace("-", dash)
    wide = "".join(chr(0xFEE0 + ord(sign)) if "!" <= sign <= "~" else sign for sign in code)
    assert read_receipts(code)[0] == read_receipts(f"Ann: {wide}")[0] == read_receipts(a_code("02", 4))[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_file_is_read_in_any_alphabet_and_a_spreadsheet_is_refused(encoding, tmp_path):
    (tmp_path / "class.csv").write_bytes(f"Zoë;{a_code('02')}\r\n".encode(encoding))
    assert read_receipts(tmp_path / "class.csv") == read_receipts(a_code("02"))
    (tmp_path / "class.xlsx").write_bytes(b"PK\3\4...")
    with pytest.raises(ValueError, match="got a packed one, such as a spreadsheet: save it as CSV or as text"):
        read_receipts(tmp_path / "class.xlsx")


def chat(*codes):
    """What a class sends."""
    lines = [f"[10:0{place}] Ann: here {code}, thanks" for place, code in enumerate(codes)]
    return "\n".join(["Send your receipts!", *lines, "this will take some more time than that, said Ben"])


def test_a_class_is_read_from_chat_table_and_form_and_each_trouble_told_in_a_line(tmp_path):
    first, second, other = a_code("02", 1), a_code("02", 2), a_code("03", 3)
    slip = f"{second[:9]}A{second[10:]}"  # in place of a dash
    later = codec.write(plan_of("02"), next(codec.find(first))[2].number, {}, {})
    elsewhere = other.replace("XO03", "XO77")
    texts = chat(first, second, second, slip, first[:-3], other, later, f"OX{first[2:]}", elsewhere)
    expected = [
        "line 4: the same receipt as in line 3: kept once",
        "line 5: expected a receipt whose check signs fit, got 'XO02-",
        f"line 6: a receipt of {len(first.replace('-', ''))} signs without its end",
        "line 8: a later receipt of the same learner takes the place of line 2's",
        "line 9: looks like a receipt, but those begin with XO and two digits; got 'OX02-",
        "line 10: expected a receipt whose check signs fit, got 'XO77-",
        "2 lines without a receipt: passed over",
    ]
    form = tmp_path / "form.csv"
    for source, encoding in (("table", "utf-8-sig"), ("form", "utf-16"), ("old", "cp1252"), ("text", None)):
        text = texts if encoding is None else texts.replace("Ann", f"Zoë;{source}")
        form.write_bytes(text.encode(encoding or "utf-8"))
        receipts, remarks = read_receipts(form if encoding else text)
        assert [found.lesson for found in receipts] == ["02", "03", "02"]
        assert not receipts[-1].guesses
        assert [line[: len(words)] for line, words in zip(remarks, expected, strict=False)] == expected
        assert len(remarks) == len(expected), remarks
    assert len(read_receipts([first, second])[0]) == 2
    with pytest.raises(ValueError, match=r"got none\nline 1: expected a receipt whose check signs fit"):
        read_receipts(slip)
    with pytest.raises(TypeError, match="receipts as text"):
        read_receipts(7)


def test_a_receipt_of_another_version_is_told_and_not_misread(monkeypatch):
    code = a_code("02")
    monkeypatch.setattr(codec, "VERSION", 2)
    newer = a_code("02")
    monkeypatch.undo()
    plan = plan_of("02")
    asked = plan.questions[1]._replace(choices=["0.56", "0.11", "1"])
    monkeypatch.setattr(codec, "plan_of", lambda lesson: plan._replace(questions=[plan.questions[0], asked]))
    for old in (code, newer):
        assert next(codec.find(old))[2] == "a receipt of lesson 02 in another version of the course: read it there"


def test_a_code_that_fits_and_ends_too_early_is_told(monkeypatch):
    monkeypatch.setattr(
        codec, "_write_tried", lambda mistakes, entry: [1, 0, 0, 0, 0, 0, 1, 1, 1]
    )  # 7 mistakes to come
    found = next(codec.find(a_code("02")))
    assert found[2] == "a receipt of lesson 02 that was not written by this course"


def test_where_no_cell_is_right_whoever_marked_none_is():
    asked = Asked("02.where", "Where?", cells=[2, 2], truth=[])
    receipts = [
        codec.Receipt("02", n, {"02.where": (codec.GUESSED, cells)}, {}) for n, cells in enumerate([[], [[0, 1]]])
    ]
    [counted] = count_class(Plan("02", [asked], {}), receipts).questions
    assert counted.guesses == [("all of them, rightly", 1, True), ("none of them", 1, False)]


def answer(name, value, **kind):
    predict(name, "How many?", **kind)
    predictions._asked[name].answer = value


def test_a_lesson_ends_with_its_receipt_once_something_was_done(capsys):
    receipt()
    receipt("02")
    my_predictions("02")
    assert capsys.readouterr().out.splitlines() == [
        "There is nothing yet for a receipt. Guess, or try an exercise, and it appears here.",
        "There is nothing yet for a receipt of lesson 02. Guess, or try an exercise, and it appears here.",
        "No predictions were written down in lesson 02. Guess first, and they appear here.",
    ]
    check("02.patch", lambda patch, feature: (patch * feature).sum())
    check("02.patch", lambda patch, feature: ...)  # unfinished, so no try
    check("02.patch", lambda patch, feature: (patch * feature).sum() / feature.size)
    check("02.patch", lambda patch, feature: 0)  # passed before
    answer("02.sum", "9")
    capsys.readouterr()
    my_predictions("02")
    [code] = [line for line in capsys.readouterr().out.splitlines() if line.startswith("XO02-")]
    assert code == make_receipt("02")
    [found], _ = read_receipts(code)
    assert found.guesses == {"02.sum": (codec.GUESSED, "9")}
    [(passed, tries, [place])] = found.exercises.values()
    assert (passed, tries) == (True, 2)
    assert plan_of("02").exercises["02.patch"][place].startswith("you added up but did not divide.")
    my_predictions("99")
    assert "XO" not in capsys.readouterr().out
    check("03.row", lambda values: values)
    capsys.readouterr()
    receipt()
    said = capsys.readouterr().out.splitlines()
    assert said[1::2] == [make_receipt("02"), make_receipt("03")]
    assert said[2].startswith("Receipt of lesson 03, ")


def test_the_next_learner_on_the_machine_has_another_receipt(tmp_path):
    check("02.patch", lambda patch, feature: feature)
    check("03.row", lambda values: values)
    one, kept = make_receipt("02"), json.loads((tmp_path / storage.TRIES).read_text())
    assert kept.keys() == {"02.patch", "03.row", "02"}
    forget_predictions("02")
    assert storage.load(file=storage.TRIES).keys() == {"03.row"}
    forget_predictions()
    assert list(tmp_path.iterdir()) == []
    check("02.patch", lambda patch, feature: feature)
    assert read_receipts(make_receipt("02"))[0][0].number != read_receipts(one)[0][0].number


def test_where_nothing_can_be_written_or_read_a_receipt_is_made_all_the_same(tmp_path, monkeypatch, capsys):
    (tmp_path / storage.TRIES).write_bytes(b'{"02.patch": {"tries": -1}, "02.filter": 5, "02": {"number": "x"}}')
    check("02.patch", lambda patch, feature: feature)
    assert f"{storage.TRIES} could not be read, so it was set aside" in capsys.readouterr().out
    assert read_receipts(make_receipt("02"))[0][0].exercises["02.patch"].tries == 1
    monkeypatch.setattr(storage, "write_whole", lambda *_: (_ for _ in ()).throw(PermissionError(13, "no")))
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    check("02.patch", lambda patch, feature: feature)
    found = [read_receipts(make_receipt("02"))[0][0] for _ in range(2)]
    assert found[0] == found[1]
    assert found[0].exercises["02.patch"].tries == 2
    tmp_path.chmod(stat.S_IRWXU)


def test_a_page_writes_the_receipts_that_a_notebook_does(node):
    rng = np.random.default_rng(5)
    draw = lambda things: things[rng.integers(len(things))]  # noqa: E731
    tasks, codes = [], []
    for lesson in LESSONS * 4:
        plan = plan_of(lesson)
        kept = {name: entry for name, entry in guesses_of(plan, draw).items() if not entry.get("late")}
        for entry in kept.values():
            if entry["answer"] in ("about 1,300", "seven"):
                entry["answer"] = "x"  # only Python reads what is not in digits
        pages = {name: {"question": "", "skipped": entry["answer"] is None} for name, entry in kept.items()}
        for name, entry in kept.items():
            pages[name] |= {} if entry["answer"] is None else {"answer": entry["answer"]}
        form = [[question.name, question.form] for question in plan.questions]
        asked = {"lesson": lesson, "fingerprint": plan.fingerprint, "questions": form, "exercises": len(plan.exercises)}
        number = int(rng.integers(2**20))
        tasks.append({"plan": asked, "number": number, "entries": pages})
        codes.append(codec.write(plan, number, kept, {}) if kept else "")
    script = Path(__file__).parent / "javascript" / "run_receipts.mjs"
    ran = subprocess.run([*node, script], input=json.dumps(tasks), capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == codes


def of_learner(number, mistake="", **answers):
    """A receipt of lesson 02."""
    plan = plan_of("02")
    guesses = {f"02.{name}": {"question": "", "answer": answer} for name, answer in answers.items()}
    named = [words for words in plan.exercises["02.patch"] if mistake and words.startswith(mistake)]
    tries = {"02.patch": {"tries": 1 + len(named), "passed": True, "mistakes": named}} if mistake is not None else {}
    return codec.write(plan, number, guesses, tries)


def a_class():
    """Ten who are right, eight who divided by 9, twelve each with a guess of their own."""
    right = [of_learner(n, sum="7", five="0.11", where=[[1, 1], [2, 2], [4, 4], [5, 5]]) for n in range(10)]
    nine = [of_learner(n, "you added up but", sum="9", five="0.56", where=[[1, 1]]) for n in range(10, 18)]
    return [*right, *nine, *(of_learner(n, None, sum=f"about {n}", five=None) for n in range(18, 30))]


def test_a_class_of_thirty_is_counted_question_by_question_and_mistake_by_mistake():
    receipts, remarks = read_receipts("\n".join(a_class()))
    assert (len(receipts), remarks) == (30, [])
    [counts] = count_lessons(receipts)
    total, five, where = counts.questions[:3]
    assert [(guess.words, guess.count, guess.right) for guess in total.guesses] == [
        ("7", 10, True),
        ("9", 8, False),
        ("others, from 18 to 29", 12, False),
    ]
    assert [(guess.words, guess.count) for guess in five.guesses] == [("0.56", 8), ("0.11", 10), ("0", 0)]
    assert five.skipped == 12
    assert [(guess.words, guess.count) for guess in where.guesses] == [
        ("all of them, rightly", 10),
        ("some of them", 8),
    ]
    assert where.marks == {(1, 1): 18, (2, 2): 10, (4, 4): 10, (5, 5): 10}
    patch = counts.exercises[0]
    assert (patch.tried, patch.passed, patch.tries) == (18, 18, 1)
    assert [(words[:16], count) for words, count in patch.mistakes] == [("you added up but", 8)]
    assert worth_a_talk(counts) == [
        "02.sum: 20 of 30 expected otherwise, 8 of them: 9",
        "02.five: 8 of 18 expected otherwise: 0.56",
        "02.where: 8 of 18 marked other cells",
        "02.patch: 8 of 18 met: you added up but did not divide",
    ]
    assert "   10  ✓ 7\n    8  9\n" in table_of(counts)


def test_where_nobody_passed_no_tries_are_counted():
    code = codec.write(plan_of("02"), 1, {}, {"02.patch": {"tries": 3, "passed": False, "mistakes": []}})
    [counts] = count_lessons(read_receipts(code)[0])
    assert "02.patch  0 of 1 passed\n" in f"{table_of(counts)}\n"


def test_numbers_that_mean_the_same_are_one_guess_and_late_ones_are_apart():
    codes = [
        of_learner(number, None, slant=said) for number, said in enumerate(["7/9", "0.78", "0,5", "1/2", ".5", "x"])
    ]
    late = {"02.slant": {"question": "", "answer": "7/9", "late": True}}
    [counts] = count_lessons(read_receipts([*codes, codec.write(plan_of("02"), 77, late, {})])[0])
    slant = next(question for question in counts.questions if question.asked.name == "02.slant")
    assert [(guess.words, guess.count) for guess in slant.guesses] == [("7/9", 2), ("0,5", 3), ("in other words", 1)]
    assert (slant.late, slant.missed) == (1, 3)


def test_what_is_each_learners_own_is_right_for_nobody():
    guesses = {"00.mine": {"question": "", "answer": "O"}}
    [counts] = count_lessons(read_receipts([codec.write(plan_of("00"), n, guesses, {}) for n in (1, 2)])[0])
    assert [(guess.words, guess.count, guess.right) for guess in counts.questions[0].guesses] == [
        ("X", 0, None),
        ("O", 2, None),
    ]


def test_a_class_map_is_one_table_and_one_picture_for_each_lesson(tmp_path, capsys):
    from PIL import Image

    form = "time,receipt\n" + "\n".join(f'"10:{n:02}","{code}"' for n, code in enumerate(a_class()))
    (tmp_path / "class.csv").write_text(f"{form}\n10:55,{a_code('06')}", encoding="utf-8-sig")
    class_map(tmp_path / "class.csv")
    shown = capsys.readouterr().out
    assert classmap.main(["class.csv", "--into", "maps"]) == 0
    said = capsys.readouterr().out
    for words in ("1 line without a receipt: passed over", "Lesson 02: 30 receipts", "Lesson 06: 1 receipt\n"):
        assert words in shown
        assert words in said
    for lesson in ("02", "06"):
        with Image.open(tmp_path / "maps" / f"class-map-{lesson}.png") as picture:
            assert picture.width == 1140
            assert 400 < picture.height < 3000
    (tmp_path / "empty.txt").write_text("hello")
    assert classmap.main(["empty.txt"]).startswith("No class map: expected receipts, such as XO02-")


def test_a_drawing_is_handed_in_only_when_asked_and_shown_with_the_class_map(capsys):
    check("02.patch", lambda patch, feature: feature)
    receipt("02")
    assert not find_drawings(capsys.readouterr().out)
    drawing = X.copy()
    drawing[0, 0] = 1
    receipt("02", drawing=drawing)
    sent = capsys.readouterr().out
    receipt("02", drawing=-drawing)
    found = find_drawings(f"{sent}\n{sent}\n{capsys.readouterr().out}")
    assert [image.tolist() for image in found.values()] == [drawing.tolist(), drawing.tolist(), (-drawing).tolist()]
    class_map(f"{sent}\n{sent}")
    assert "1 drawing came with them:" in capsys.readouterr().out
    with pytest.raises(ValueError, match="only black and white"):
        receipt("02", drawing=drawing / 2)
