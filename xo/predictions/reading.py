"""Read a number as people write one: 7/9, 3 of 8, 0,78, 75 %, seven, all but one, 7 x 7 = 49, 7², about 1,300.

One guess may mean several numbers: where ninths are counted, "3/9" means 3 as well as a third, and "1.323" may be
more than a thousand. So a guess is read into all that it may mean, and it is right where one of these is.
"""

import ast
import operator
import re
import unicodedata
from fractions import Fraction
from typing import NamedTuple

from xo.predictions.spelling import in_digits

LONGEST = 100  # signs of a guess that are read
SIGNS = str.maketrans(
    dict.fromkeys("−–—‐‑", "-") | dict.fromkeys("×·∙⋅✕", "*") | dict.fromkeys("⁄∕÷", "/") | {"’": "'"}
)
DIGITS = r"(?:\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d{1,2}(?!\d))?"
TOKEN = re.compile(rf"(?P<number>{DIGITS})|(?P<sign>[-+*/()%]|\bof\b)|(?P<other>[^\s\d.,;!?~'\"]+|[,;])")
POWER = re.compile(r"(?<![\d.,^])(?<!\*\*)(\d{1,4}) ?(?:(?:\^|\*\*) ?([2-9])(?![\d.,^]|\*\*)|(squared|cubed)\b)")
BOUNDS = re.compile(
    r"[<>≤≥]|\+$|\b(more|less|fewer|least|most|over|under|above|below|up to) |(?<!more) or (more|less|fewer|over)\b"
    r"|\bnot (\d|all\b|every)|\b(nearly|almost) (all|every)|\b(until|till|tops|at (most|least))\b|\bmin(imum)?\.? ?\d"
    r"|\bmax(imum)?\.? (of )?\d|\d max|\bis ?n[o']?t \d|\b(double|triple) \d|\d and a bit|\d[ -]?something"
    r"|\bevery (other|second|1/\d)"
)
SEVERAL = re.compile(r"\d[^=\d]* and [^\d]*\d|\d( x'?s?\b.* |\*)\d+ o\b")  # 2 rows and 2 columns; 5 X's, 3 O
NO_NUMBER = re.compile(r"[√π]|\b(sqrt|root|pi)\b|\d[oil]\b|\b[oil]\d")  # 2π; 1O for 10
TIMES = re.compile(r"\b(\d+) (?:maps|features|rows|columns|layers|lots|sets|groups|stacks|times) of (?=(\d+))")
COMPARED = re.compile(r"\bas (many|much|often|large|big|high) as\b|\bas (many|much|often|large|big|high)$")
THEREFORE = re.compile(  # what follows is the guess
    r"[-=]>|[=≈→⇒]|(?<!or )\bso\b|\btherefore\b|\bmakes\b|\bround(?:ed|s)?(?: up| down|) (?:to|is)\b"
)
PER_CENT = re.compile(r"%|per ?cent")
IN_NINTHS = re.compile(r"[(]?\bin ninths\b[)]?", re.IGNORECASE)
NONE = re.compile(r"\bnot (?:even )?(?:a single|one|any)\b(?: single\b)?(?: one\b)?")
ALL = re.compile(r"(all|always|every(?: 1|thing| time)?|each(?: 1)?)\b(?:(?: of)? (?:them|it|these|those)\b)?")
WRONG = re.compile(
    r"(?:(?:,| and| but|;) ?)?\b(\d+) (?:(?!right|correct)[a-z]+ ){0,3}(?:wrong|false|incorrect)(?:ly)?\b[,;]?"
)
SIDES = re.compile(r"\b(\d+) ?\* ?\1(?!\d)")  # 6 by 6
BUT = re.compile(r"[, ]*(?:but|except(?: for)?|minus|without) (?=\d)")
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


class Number(NamedTuple):
    """One number that a guess may mean, and how finely it was written."""

    value: Fraction
    places: int | None = None  # decimals written down; none: exact


def meanings(guess, question=""):
    """The numbers that a guess may mean, the plainest first; [] where it holds no number, or several.

    question: what was asked; where it counts ninths, or pixels of 81, a share of them is a count as well
    """
    asked = _plain(question)
    if IN_NINTHS.search(question):  # 3 (in ninths)
        guess = IN_NINTHS.sub("", str(guess))
    text = _right_ones(_plain(_without_none(str(guess)[: LONGEST + 1].casefold(), asked)), asked)
    if "at least" in asked:
        text = re.sub(r"\bat least\b", "", text)
    text = _all_of_them(text, asked)
    sides = THEREFORE.split(text)
    if len(text) > LONGEST or any(map(BOUNDS.search, sides)) or (COMPARED.search(text) and "times" not in asked):
        return []
    if NO_NUMBER.search(text):
        return []
    sides = ["" if SEVERAL.search(side) else _counted(side, asked) for side in sides]
    found = next((side for side in map(_expressions, reversed(sides)) if side), [])
    read = _read(found[0], question) if len({_value(run) for run in found}) == 1 else []
    return [_cut_off(number) for number in read] if text.endswith("...") else read


def _all_of_them(text, asked):
    """3*6*6 for "3 maps of 6 by 6"; where rows or columns are counted, 6 for that and for "6 by 6"."""
    if re.search(r"\bhow many (rows|columns)\b", asked):
        return SIDES.sub(r"\1", TIMES.sub("", text))
    return TIMES.sub(lambda found: found[0] if int(found[2]) in wholes_in(asked) else f"{found[1]}*", text)


def _without_none(text, asked):
    """The same with a 0 for "not one", for "no" to "How many?", and for "no pictures" where pictures are counted."""
    if "how many" in asked and re.fullmatch(r"\W*no\W*", text):
        return "0"
    names = {word.rstrip("s") for word in re.findall(r"[a-z]{3,}", asked)} | {"change", "one"}
    text = NONE.sub("0", text)
    return re.sub(r"\bno ([a-z]+)", lambda found: f"0 {found[1]}" if found[1].rstrip("s") in names else found[0], text)


def _right_ones(text, asked):
    """6 of "6 right, 2 wrong", or of "2 wrong" alone, where the question asks how many of eight are right."""
    wrong, wholes = WRONG.search(text), wholes_in(asked)
    if "right" not in asked or not wrong or not wholes:
        return text
    if re.search(r"-|\b(all|every|except|not)\b", text):
        return ""  # all but two wrong
    rest = f"{text[: wrong.start()]} {text[wrong.end() :]}"
    return rest if re.search(r"\d", rest) else f"{wholes[-1]} - {wrong[1]}"


def _counted(text, asked):
    """The same with a number for "all" or "all but one", where the question says of how many."""
    wholes = re.findall(r"\bof (?:the |these |its )*(\d+)\b", asked) or [*map(str, wholes_in(asked)[-1:])]
    found = ALL.search(text)
    if not wholes or not found or "same" in text or re.search(r"\d", text[: found.start()]):
        return text
    rest = text[found.end() :]
    if but := BUT.match(rest):
        rest = re.sub(rf" (?:out )?of (?:the |these |its )*{wholes[0]}\b", "", rest)
        return f"{wholes[0]} - {rest[but.end() :]}"
    return text if re.search(r"\d", rest) else f"{wholes[0]} {rest}"


def _cut_off(number):
    """0.77... is anything from 0.77 to 0.78: half a step more, and right within half a step."""
    places = number.places
    return number if places is None else Number(number.value + Fraction(1, 2 * 10**places), places)


def wholes_in(question):
    """What a question counts parts of: the whole numbers in it, as in "how many ninths" or "of the 27 pixels"."""
    numbers = [int(found) for found in re.findall(r"(?<![\d.,])\d{1,6}(?![\d.,]*\d)", _plain(question))]
    return sorted({number for number in numbers if number > 1})


def _plain(text):
    """The same in small letters, plain signs and digits; number words as digits."""
    signs = []
    for sign in text:
        kind = unicodedata.decomposition(sign).split(" ")[0]
        before = {"<fraction>": " ", "<super>": "^"}.get(kind, "")  # 2½ is 2 1/2, and 10² no 102
        digit = unicodedata.decimal(sign, None)
        signs.append(before + (unicodedata.normalize("NFKC", sign) if digit is None else str(digit)))
    text = in_digits("".join(signs).translate(SIGNS).casefold())
    text = re.sub(r"(?:(?<![\d.,])(\d) )?\bpoint (?=\d)", r"\1.", text)  # nought point five
    text = re.sub(r"(\d+/\d+) (?=1000(000)?\b)", r"\1*", text)  # half a million
    text = re.sub(r"\b50 ?[-/: ] ?50\b", "1/2", text)
    text = POWER.sub(_multiplied, text)
    text = re.sub(r"(?<=[\d)]) (?:divided by|over) (?=[\d(])", "/", text)
    text = re.sub(r"(?<=\d) [a-z]{3,}(?= ?(?:[*/x]|times|by) ?[\d(])(?<!times)(?<!by)", "", text)  # 3 maps x 49
    text = re.sub(r"(?<=\d)\s+\((?=[^()]*\)\s*[.!]?$)", " ; (", text)  # 7 (8 - 1): said twice
    text = re.sub(r"(?<=[\d)])\s*(x|by|times)\s*(?=[\d(])", "*", text)
    text = re.sub(r"(?<=\d)\s*:\s*(?=\d)", "/", text)
    text = re.sub(r"\b(minus|negative) (?=[\d.(])", "-", re.sub(r"\bplus ", "+", text))
    return re.sub(r"\bper ?cent(age)?\b|\bpct\b", "%", text)


def _multiplied(found):
    """A power as a product: 7^2 is (7*7)."""
    times = int(found[2] or {"squared": 2, "cubed": 3}[found[3]])
    return f"({'*'.join([found[1]] * times)})"


def _expressions(text):
    """Every expression in a text, as a list of tokens; words between them count for nothing."""
    text = re.sub(
        r"(\d)(?:\s+(?!each|every|instead)[a-z]+){0,2}\s+(?:(?:out\s+)?of|in)\s+(?:the\s+|these\s+|all\s+)*(?=\d)",
        r"\1 of ",
        text,
    )
    text = re.sub(r"(?<![\d/.,])(\d+) (\d+)/(\d+)(?!\d)", r"(\1+\2/\3)", text)  # 2 1/2
    runs = [[]]
    for token in TOKEN.finditer(text):
        if token["other"]:
            runs.append([])
        else:
            runs[-1].append(token[0])
    return [run for run in map(_trim, runs) if any(map(_is_number, run))]


def _is_number(token):
    return token[-1].isdigit()


def _trim(run):
    """A run of tokens without signs that lead nowhere, as in "9 x" or "answer - 7"."""
    while run and run[0] in ("*", "/", "of", "%", "+"):
        run = run[1:]
    while run and run[-1] in ("*", "/", "of", "-", "+"):
        run = run[:-1]
    return run


def _read(run, question):
    """All that one expression may mean."""
    percent, run = "%" in run, [token for token in run if token != "%"]
    ends = [_value([token]) for token in run[::2]] if len(run) == 3 and run[1] == "-" else []
    if ends and None not in ends and ends[0] < ends[1]:
        return []  # 3-5 is a range
    part_of = "of" in run and (percent or "/" in run[: run.index("of")])  # a third of 9, 75 % of 8
    value = _value(["*" if token == "of" else token for token in run] if part_of else run)
    if value is None:
        return []
    if part_of:
        return [Number(value / 100 if percent else value)]
    exact = [Number(value)] if len(run) > 2 else [Number(value, _places(run[-1])), *_regrouped(run, value)]
    if percent and wholes_in(question) and not PER_CENT.search(question):
        return _as_share(run, exact[0], percent, question)  # 36 % of 81 are not 36
    return exact + _as_share(run, exact[0], percent, question)


def _as_share(run, number, percent, question):
    """What a share is of all that the question counts: 3/9 are three ninths, 75 % of eight are six."""
    found, share = [], number.value if {"/", "of"} & set(run) else None
    if run[1:2] == ["of"]:
        found.append(Number(_value(run[:1])))
    if percent:
        share = number.value / 100
        found.append(Number(share, (number.places or 0) + 2))
    if share is not None:
        found += [Number(share * whole) for whole in wholes_in(question)]
    if PER_CENT.search(question) and abs(number.value) <= 1:
        found.append(Number(number.value * 100))
    if IN_NINTHS.search(question) and not share and number.value.denominator == 1:
        found.append(Number(number.value / 9))
    return found


def _value(run):
    """What an expression comes to, or None."""
    signs = [f"n{place}" if _is_number(token) else token.replace("of", "/") for place, token in enumerate(run)]
    try:
        numbers = {f"n{place}": _as_fraction(token) for place, token in enumerate(run) if _is_number(token)}
        return _work_out(ast.parse(" ".join(signs), mode="eval").body, numbers)
    except (SyntaxError, ValueError, KeyError, ZeroDivisionError, RecursionError):  # ValueError: 0,100.07
        return None


def _work_out(node, numbers):
    if isinstance(node, ast.Name):
        return numbers[node.id]
    if isinstance(node, ast.UnaryOp):
        value = _work_out(node.operand, numbers)
        return -value if isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.BinOp):
        return OPERATIONS[type(node.op)](_work_out(node.left, numbers), _work_out(node.right, numbers))
    raise SyntaxError


def _as_fraction(token):
    """A number as it was typed: 1,323 and 1 323 are more than a thousand, 0,78 and 1.323 are not."""
    token = token.replace(" ", "").replace("'", "")
    if re.fullmatch(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?(e.*)?", token):
        token = token.replace(",", "")
    elif re.fullmatch(r"[1-9]\d{0,2}((\.\d{3})+,\d+|(\.\d{3}){2,})", token):
        token = token.replace(".", "")
    return Fraction(token.replace(",", "."))


def _regrouped(run, value):
    """1.323 as people write it who mean 1323, and 1,323 of those who mean no thousand."""
    if not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", run[-1]):
        return []
    sign = -1 if value < 0 else 1
    pieces = re.split("[.,]", run[-1])
    other = Fraction(".".join(pieces)) if "," in run[-1] else Fraction("".join(pieces))
    return [Number(sign * other, 3 if "," in run[-1] else None)]


def _places(token):
    """The decimals that were written down; none for a whole number."""
    found = re.search(r"[.,](\d+)$", token.replace(" ", ""))
    return len(found[1]) if found and _as_fraction(token).denominator > 1 else None
