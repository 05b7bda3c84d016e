"""A receipt as a code, such as XO02-1G7K-…: bits in groups of five, each written as one sign; two signs check them.

After XO and the lesson's number come 3 bits for the version of this form, 7 for how many groups of four signs follow,
20 for a number drawn by lot, which tells one learner's receipts from another's, and 15 that stand for what the lesson
asks. Then each question and each exercise in the lesson's order. The check is the remainder of a division (CRC-10): one
wrong sign, or two neighbours that have changed places, never leave it as it was. A page writes the same form, in
`tools/web/assets/receipts.js`.
"""

import re
from typing import NamedTuple

from xo.postcards import ALIKE, ALPHABET, DASH, LINK
from xo.predictions.reading import meanings
from xo.receipts.plans import plan_of

VERSION = 1
NOTHING, SKIPPED, GUESSED, LATE = range(4)
SIGNS = "0123456789./,-% "  # of a guessed number, four bits each
SHORTEST = 14  # signs after XO
MINUS = str.maketrans(dict.fromkeys("−–—‐‑", "-"))
LONGEST, MOST_TRIES, MOST_MISTAKES, MOST_CELLS = 12, 16, 7, 15
SIGN = "[0-9A-Za-z]"
KEYBOARDS = str.maketrans("АВЕКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMH0PCTYXABEZH1KMN0PTYX")  # Cyrillic and Greek
HEAD = re.compile("[XxХхΧχ][Oo0ОоΟο](?=[0-9OoIiLlОоΟο]{2})")
START = re.compile(rf"(?<!{SIGN}){HEAD.pattern}")
LOOKS_ALIKE = re.compile(rf"(?<!{SIGN})(?:{SIGN}{{3,5}}[{LINK}]){{3,}}{SIGN}{{2,5}}(?!{SIGN})")
WORD = re.compile(rf"(?:{SIGN}|[{LINK}])*")
TO_A_GAP = re.compile(r"[^\s,\"]*")
BETWEEN = re.compile(rf"(?:{DASH}|[>|=])*")  # a mail breaks its lines with =
IN_OTHER_WORDS = "in other words"


class Tried(NamedTuple):
    """What became of an exercise. mistakes: the places of their names in the plan's list"""

    passed: bool
    tries: int
    mistakes: tuple


class Receipt(NamedTuple):
    """A receipt that was read. guesses: name -> (SKIPPED, None), (GUESSED, answer) or (LATE, answer)"""

    lesson: str
    number: int
    guesses: dict
    exercises: dict


def write(plan, number, guesses, tries):
    """The code of a receipt. guesses, tries: as they are kept (see `predictions.storage`)"""
    bits = [*_bits(number, 20), *_bits(plan.fingerprint, 15)]
    for question in plan.questions:
        bits += _write_guess(question, guesses.get(question.name))
    for name, mistakes in plan.exercises.items():
        bits += _write_tried(mistakes, tries.get(name))
    groups = -(-(2 + -(-len(bits) // 5) + 2) // 4)  # of four signs; version and length take two, the check two
    bits = [*_bits(VERSION, 3), *_bits(groups, 7), *bits]
    bits += [0] * (5 * (4 * groups - 2) - len(bits))
    values = [*map(int, plan.lesson), *(_number(bits[start : start + 5]) for start in range(0, len(bits), 5))]
    check = _remainder([*values, 0, 0])
    signs = "".join(ALPHABET[value] for value in [*values, check >> 5, check & 31])
    return "XO" + "-".join([signs[:2], *(signs[start : start + 4] for start in range(2, len(signs), 4))])


def find(text):
    """Every receipt in a text, and what looks like one. Yields (start, end, a Receipt or why it is none)."""
    taken, spans = 0, []
    while start := HEAD.match(text, taken) or START.search(text, taken):  # pasted twice, one begins where one ends
        taken, read = _read_at(text, start.end())
        if isinstance(read, str):  # it breaks off here: the next one's beginning is not its end
            after = START.search(text, start.end(), taken + 2)
            taken = after.start() if after else WORD.match(text, taken).end()
            if spans and start.start() < spans[-1][1]:  # the rest of what was told
                continue
        spans.append((start.start(), TO_A_GAP.match(text, taken).end() if isinstance(read, str) else taken))
        yield start.start(), taken, read
    for found in LOOKS_ALIKE.finditer(text):
        if re.search(r"\d", found[0]) and not any(start < found.end() and found.start() < end for start, end in spans):
            yield *found.span(), f"looks like a receipt, but those begin with XO and two digits; got {found[0][:9]!r}…"


def _write_guess(question, entry):
    """2 bits for what was done, then the answer."""
    if entry is None:
        return _bits(NOTHING, 2)
    if entry["answer"] is None:
        return _bits(SKIPPED, 2)
    answer = _write_answer(question, entry["answer"])
    return _bits(NOTHING, 2) if answer is None else _bits(LATE if entry.get("late") else GUESSED, 2) + answer


def _write_answer(question, answer):
    """None where this question cannot have that answer: the file is of another version."""
    if question.choices:
        return _bits(question.choices.index(answer), _width(question.choices)) if answer in question.choices else None
    if question.cells:
        return _write_cells(*question.cells, answer) if isinstance(answer, list) else None
    said = "" if isinstance(answer, list) else _plain(str(answer), question.words)
    return _bits(len(said), 4) + [bit for sign in said for bit in _bits(SIGNS.index(sign), 4)]


def _plain(answer, words):
    """A guessed number in few signs: as it was written, or else as it was read; nothing where neither will do."""
    said = " ".join(answer.translate(MINUS).split())
    if said and set(said) <= set(SIGNS) and len(said) <= LONGEST:
        return said
    meant = next((number.value for number in meanings(answer, words)), None)
    if meant is None or abs(meant) >= 10**LONGEST:
        return ""
    texts = str(meant), f"{float(meant):.6g}"
    return next((text for text in texts if set(text) <= set(SIGNS) and len(text) <= LONGEST), "")


def _write_cells(rows, columns, answer):
    """A list of places where they are few, a map of all cells where that is shorter."""
    if not all(0 <= row < rows and 0 <= column < columns for row, column in answer):
        return None
    places, width = sorted({row * columns + column for row, column in answer}), _width(range(rows * columns))
    if len(places) <= MOST_CELLS and 4 + len(places) * width < rows * columns:
        return [0, *_bits(len(places), 4), *(bit for place in places for bit in _bits(place, width))]
    return [1, *(int(place in places) for place in range(rows * columns))]


def _write_tried(mistakes, entry):
    if entry is None:
        return [0]
    met = [mistakes.index(words) for words in entry["mistakes"] if words in mistakes][:MOST_MISTAKES]
    bits = [1, int(entry["passed"]), *_bits(min(entry["tries"], MOST_TRIES) - 1, 4), *_bits(len(met), 3)]
    return bits + [bit for place in met for bit in _bits(place, _width(mistakes))]


def _read_at(text, place):
    """The receipt whose lesson's number stands at this place. returns: where it ends, and it or why it is none"""
    signs, end, length = "", place, 4
    while len(signs) < length and (after := BETWEEN.match(text, end).end()) < len(text):
        sign = text[after].upper().translate(KEYBOARDS).translate(ALIKE)
        if sign not in ALPHABET:
            break
        signs, end = signs + sign, after + 1
        if len(signs) == 4:
            length = 2 + 4 * (ALPHABET.index(signs[2]) % 4 * 32 + ALPHABET.index(signs[3]))
    values = [ALPHABET.index(sign) for sign in signs]
    if len(signs) < length:
        return end, f"a receipt of {length + 2} signs without its end: {len(signs) + 2} are here"
    goes_on = re.match(SIGN, text[end : end + 1]) and not HEAD.match(text, end)
    if length < SHORTEST or goes_on or _remainder(values):
        return end, f"expected a receipt whose check signs fit, got {text[place - 2 : place + 7]!r}…: look for a slip"
    return end, _read(values)


def _read(values):
    """A receipt whose check fits, or why it cannot be read."""
    bits = [bit for value in values[2:-2] for bit in _bits(value, 5)][::-1]  # the next one to be read stands last
    lesson, version, _ = f"{values[0]}{values[1]}", _take(bits, 3), _take(bits, 7)
    number, fingerprint = _take(bits, 20), _take(bits, 15)
    try:
        plan = plan_of(lesson)
    except ValueError:
        return f"a receipt of lesson {lesson}, which this version of the course does not have"
    if version != VERSION or fingerprint != plan.fingerprint:
        return f"a receipt of lesson {lesson} in another version of the course: read it there"
    try:
        guesses = {question.name: _read_guess(question, bits) for question in plan.questions}
        exercises = {name: _read_tried(mistakes, bits) for name, mistakes in plan.exercises.items()}
    except IndexError:
        return f"a receipt of lesson {lesson} that was not written by this course"
    made = {name: guess for name, guess in guesses.items() if guess[0] != NOTHING}
    return Receipt(lesson, number, made, {name: tried for name, tried in exercises.items() if tried})


def _read_guess(question, bits):
    state = _take(bits, 2)
    return state, _read_answer(question, bits) if state in (GUESSED, LATE) else None


def _read_answer(question, bits):
    if question.choices:
        return question.choices[_take(bits, _width(question.choices))]
    if question.cells:
        rows, columns = question.cells
        if bits.pop():
            places = [place for place in range(rows * columns) if bits.pop()]
        else:
            places = [_take(bits, _width(range(rows * columns))) for _ in range(_take(bits, 4))]
        return [[*divmod(place, columns)] for place in places]
    said = "".join(SIGNS[_take(bits, 4)] for _ in range(_take(bits, 4)))
    return said or IN_OTHER_WORDS


def _read_tried(mistakes, bits):
    if not bits.pop():
        return None
    passed, tries = bool(bits.pop()), _take(bits, 4) + 1
    met = tuple(_take(bits, _width(mistakes)) for _ in range(_take(bits, 3)))
    if any(place >= len(mistakes) for place in met):
        raise IndexError("a mistake that has no name")
    return Tried(passed, tries, met)


def _width(things):
    """How many bits say which of these things is meant."""
    return max(1, (len(things) - 1).bit_length())


def _bits(value, width):
    return [value >> place & 1 for place in reversed(range(width))]


def _number(bits):
    return sum(bit << place for place, bit in enumerate(reversed(bits)))


def _take(bits, width):
    """The next number. raises: IndexError where nothing is left"""
    return _number([bits.pop() for _ in range(width)])


def _remainder(values):
    """Groups of five bits as one polynomial: its remainder by x^10 + x^9 + x^5 + x^4 + x + 1, 0 for a right code."""
    remainder = 0
    for bit in (bit for value in values for bit in _bits(value, 5)):
        remainder = remainder << 1 | bit
        if remainder >= 1024:
            remainder ^= 0x633
    return remainder
