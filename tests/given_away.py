"""Find the predictions of a lesson whose answer can be read, on the screen of a fresh copy, before a guess."""

import ast
import re
from fractions import Fraction

from tools.lesson_parts import asks, calls, heading_level, in_sight, is_see, nodes_of, parts_of, printed, text_of, told

NEAR = 4  # cells in sight below a question that must not tell its answer; a heading alone does not count
ABOVE = 2  # and above it
NUMBER = re.compile(r"(?<![\w./])-?\d[\d,]*(?:\.\d+)?(?:/\d+)?(?![\w/]|[.,]\d)")
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
OTHERWISE = {  # (question, line in sight): why that line does not tell, though the answer stands in it
    ("00.mine", "X shifted    answer X"): "the answer to another picture",
    ("02.sum", "9 − 3 + 1 = 7 places across and at 7 down. (Rows and columns count from 0.)"): "the number of places",
    ("06.right", "place         0  1  2  3  4  5  6  7  8  9 10 11"): "the places, counted",
    ("10.worst", "votes only       162 numbers    162 multiplications    322 operations"): "one of all ten designs",
    ("15.moved", "the network            keeps  1,898 numbers,  9,856 multiplications for each image"): "one of three",
}
BUILTINS = {"int", "float", "str", "bool", "len", "sum", "round", "min", "max", "abs", "range", "list", "tuple"}


def complaints(cells, elsewhere=None):
    """What gives answers away in a lesson, as a list of sentences.

    elsewhere: the answers that other lessons tell, name -> text
    """
    return [*_about_reveals(cells), *_about_places(cells), *_about_words(cells, elsewhere or {})]


def _about_reveals(cells):
    typed, modules = _names_typed(cells), _modules(cells)
    for call in calls(cells, "reveal"):
        if not _computed(call.node.args[1], typed | modules | BUILTINS):
            yield f"{call.name}: its truth is typed in, not worked out: {ast.unparse(call.node)}"


def _computed(truth, poor):
    """Does a name stand in this expression that is neither the name of a function called nor one of these?"""
    called = {id(node.func) for node in ast.walk(truth) if isinstance(node, ast.Call)}
    names = [node for node in ast.walk(truth) if isinstance(node, ast.Name) and id(node) not in called]
    return any(node.id not in poor for node in names)


def _names_typed(cells):
    """The names that a lesson gives nothing but texts and numbers typed in by hand."""
    typed, other = set(), set()
    for node in (node for cell in cells for node in nodes_of(cell)):
        if isinstance(node, ast.Assign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = {target.id for target in targets if isinstance(target, ast.Name)}
            (typed if isinstance(node, ast.Assign) and _is_typed(node.value) else other).update(names)
    return typed - other


def _is_typed(node):
    return isinstance(node.operand if isinstance(node, ast.UnaryOp) else node, ast.Constant)


def _modules(cells):
    """The names under which a lesson imports modules."""
    imports = [node for cell in cells for node in nodes_of(cell) if isinstance(node, ast.Import)]
    return {(alias.asname or alias.name).partition(".")[0] for node in imports for alias in node.names}


def _about_places(cells):
    for part in parts_of(cells):
        names = {call.name for call in calls(part.cells, "reveal")}
        if part.kind == "see":
            if not names:
                yield f"a part {text_of(part.cells[0])!r} without a reveal"
        else:
            for name in sorted(names):
                yield f"{name}: its reveal stands in sight, not below a heading '### See'"


def _about_words(cells, elsewhere):
    answers = elsewhere | truths(cells)
    for question in calls(cells, "predict"):
        if question.name not in answers:
            yield f"{question.name}: no stored output shows its answer: is it revealed, and the lesson refreshed?"
            continue
        for text in _around(cells, question.cell):
            found = telling(text, answers[question.name], choices_of(question.node))
            if found and (question.name, found.strip()) not in OTHERWISE:
                yield f"{question.name}: {answers[question.name]!r} can be read in sight of the question: {found!r}"


def truths(cells):
    """What each reveal showed, as the stored outputs have it: name -> text such as "7/9" or "its mirror image"."""
    sentences = {name: sentence for cell in cells for name, sentence in told(cell).items()}
    return {name: said.removeprefix("It is ").removesuffix(".").strip("“”") for name, said in sentences.items()}


def choices_of(node):
    """The texts that a question offers, so far as they are written out."""
    given = {word.arg: word.value for word in node.keywords}.get("choices", node.args[2] if node.args[2:] else None)
    items = given.elts if isinstance(given, ast.List | ast.Tuple) else []
    return [str(item.value) for item in items if isinstance(item, ast.Constant)]


def _around(cells, question):
    """The texts in sight near a question: what the cells above printed; words and prints of the cells below."""
    seen = in_sight(cells)
    place = next(number for number, cell in enumerate(seen) if cell is question)
    yield from (printed(cell) for cell in seen[max(0, place - ABOVE) : place])
    count = 0
    for cell in seen[place + 1 :]:
        if asks(cell) or is_see(cell) or (heading_level(cell) and "\n" not in text_of(cell).strip()):
            continue
        yield text_of(cell) if cell["cell_type"] == "markdown" else f"{_texts_in(cell)}\n{printed(cell)}"
        count += 1
        if count == NEAR:
            return


def _texts_in(cell):
    """The texts between quotation marks in a cell's code, but for names of predictions and exercises."""
    texts = [node.value for node in nodes_of(cell) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return "\n".join(text for text in texts if not re.fullmatch(r"\d\d\.\w+", text))


def telling(text, truth, choices=()):
    """The line of a text that tells this truth, or None."""
    lines = text.splitlines()
    if number := _as_number(truth):
        return next((line for line in lines if _has_number(line, number[0])), None)
    if truth.casefold() in ("yes", "no"):
        return next((line for line in lines if re.search(rf"(?:^|[.!?:*]\s*\**){truth}\b", line, re.IGNORECASE)), None)
    if len(truth) == 1:
        return next((line for line in lines if re.search(rf"\banswer:?\s+{truth}\b", line)), None)
    others = [choice for choice in choices if choice != truth and choice not in truth]
    return next((line for line in lines if _has(line, truth) and not any(_has(line, one) for one in others)), None)


def _has(line, phrase):
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", line.replace("*", ""), re.IGNORECASE) is not None


def _as_number(text):
    """The number that a text is, in brackets, or nothing."""
    text = text.replace("−", "-").replace(",", "")
    return [Fraction(text)] if re.fullmatch(r"-?\d+(\.\d+)?(/\d+)?", text) else []


def _has_number(line, number):
    """Does this number stand in a line, as 7/9, as a decimal of two or more places, or as a word?"""
    line = re.sub(r"^\s*\**\d+\.\s|\b\d\d\.[a-z]\w*", "", line)  # the number of a task, the name of an exercise
    line = re.sub(r"(\d),(?=\d{3}\b)", r"\1", line.replace("−", "-").replace("*", ""))
    for found in NUMBER.findall(line):
        value = Fraction(found.replace(",", ""))
        places = len(found.partition(".")[2])
        if value == number or (places > 1 and round(number, places) == value):
            return True
    words = re.findall(r"[a-z]+", line.casefold())
    return number.denominator == 1 and 2 <= number < len(WORDS) and WORDS[int(number)] in words
