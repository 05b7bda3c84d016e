"""Find the predictions of a lesson whose answer can be read, on the screen of a fresh copy, before a guess."""

import ast
import re
from fractions import Fraction
from itertools import islice

from tools.lesson_parts import asks, calls, heading_level, in_sight, is_see, nodes_of, parts_of, printed, text_of, told

NEAR = 4  # cells in sight below a question that must not tell its answer; a heading alone does not count
ABOVE = 2  # and above it
RARE = 100  # a number as large as this is known again wherever it stands in sight
NUMBER = re.compile(r"(?<![\w./])-?\d[\d,]*(?:\.\d+)?(?:/\d+)?(?![\w/]|[.,]\d)")
BRACKET = re.compile(r"(up to|below|above|(\d+) to) (\d+)")
SHARE = re.compile(r"(\d+\.\d) ?%")
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
OTHERWISE = {  # (question, line in sight): why that line does not tell, though the answer stands in it
    ("00.mine", "X shifted    answer X"): "the answer to another picture",
    ("02.sum", "9 − 3 + 1 = 7 places across and at 7 down. (Rows and columns count from 0.)"): "the number of places",
    ("04.without", "1  −2   1   0  −1"): "a row of another feature",
    (
        "06.slip",
        "1 for X and 0 for O, and the errors are **0.08** and **0.49**, together **0.57**. "
        "All that you need to check this stands",
    ): "the four choices",
    ("12.pool", "## Difference 3: the window that hangs over the edge"): "the third difference",
    (
        "13.slopes",
        "Where a ReLU is open, a slope arrives whole. And where it is shut, because what comes to it is below 0?",
    ): "when it shuts",
    ("15.cell", "| written | 1 | 7 | 7 | 1 | 2 | 7 | 1 | 7 |"): "the digits to be counted",
    ("06.right", "place         0  1  2  3  4  5  6  7  8  9 10 11"): "the places, counted",
    ("10.worst", "votes only       162 numbers    162 multiplications    322 operations"): "one of all ten designs",
    ("15.moved", "the network            keeps  1,898 numbers,  9,856 multiplications for each image"): "one of three",
}
DRAWS = re.compile(r"(\w+ = )?(show_\w+|GlassNetwork|BreakItLab|Trainer|Pad)\(")
LOOKED_AT = {  # how a picture in sight is drawn -> the questions near it that it does not answer: somebody looked
    "show_images(list(TRICKIER.values()), list(TRICKIER))": "00.mine 01.score 01.right "
    "06.shuffle 06.slip 06.sum 06.times 06.right",
    "GlassNetwork(hand_made_network(), image=O)": "00.mine",
    'show_images([STRANGERS["a plus"]], ["a plus"])': "00.who 00.plus",
    'show_images([X, down, O], ["X", "X, one pixel down", "O"])': "01.nearer",
    'show_images([one, other], ["one", "the other"])': "01.nearer",
    'show_images([X, ROTATED_X], ["X", "X rotated"])': "01.nearer 01.score",
    'show_images([patch, BACKSLASH], ["patch", "feature"])': "02.sum",
    'show_images([X, BACKSLASH], ["X", "\\\\"])': "02.sum 02.five 02.where",
    'show_images([ROTATED_X, BACKSLASH], ["X rotated", "\\\\"])': "02.five 02.where 02.slash 02.slant",
    'show_maps(twice, ["\\\\", "crossing", "/"], over=9)': "03.gap",
    'show_images([BACKSLASH, -BACKSLASH, blank], ["the feature", ': "04.higher",
    'show_images([images[0, 0], -images[0, 0]], ["a picture", "it': "04.straight",
    'show_images([X], ["1 image, 9 by 9"])': "05.rows",
    'show_maps(stages[1][0], ["\\\\", "crossing", "/"], over=9)': "05.rows",
    'show_maps(stages[3][0], ["\\\\ pooled", "crossing pooled", "/ ': "05.rows",
    'show_maps(stages[4][0], ["\\\\ again", "crossing again", "/ ag': "05.rows",
    "GlassNetwork(hand_made_network(), image=X)": "05.sides",
    'show_images(list(unseen[:5, 0]), ["XO"[category] for categor': "06.times 06.right 06.thousand",
    "show_images(wild[0][:8, 0], [CATEGORIES[category] for catego": "08.race 08.alike",
    "GlassNetwork(hand_made_network(), image=X, against=load_trai": "09.relu",
    'show_images(exam[0][worst, 0], [f"{CATEGORIES[right]}, read ': "09.noise",
    "show_images({name: spectrogram(sound) for name, sound in sou": "11.hear",
    'show_images(spoiled, ["an O", "half its columns", "all colum': "11.table 11.swap",
    'show_images([L, turned], ["L", "L, turned by 180°"])': "13.flip",
    "show_images(steps)": "14.turn 14.cut 14.without",
    "GlassNetwork(trained, image=X)": "14.without",
    'show_images({name: steps[name] for name in ("grey", "apart",': "14.slant",
    "GlassNetwork(reader, image=images[held_back[0], 0])": "15.ink",
    "trainer = Trainer(random_reader(0), images[known], digits[kn": "15.split 15.rival 15.moved",
    'show_photos({"the photo": 127.5 * (np.moveaxis(image, 0, 2) ': "16.learn",
    'show_maps(dict(zip(["red map", "green map", "blue map"], ima': "16.learn",
    'show_maps(dict(zip(["the patch: red", "green, times -1", "bl': "16.learn 16.photo",
    "show_photos(letters)": "16.grey",
    'show_maps(dict(zip(["red map of the X", "green map", "blue m': "16.grey",
    "show_photos([127.5 * (np.moveaxis(image, 0, 2) + 1) for imag": "16.grey 16.sum",
}
BUILTINS = {"int", "float", "str", "bool", "len", "sum", "round", "min", "max", "abs", "range", "list", "tuple"}


def complaints(cells, elsewhere=None):
    """What gives answers away in a lesson, as a list of sentences.

    elsewhere: the answers that other lessons tell, name -> text
    """
    answers = (elsewhere or {}) | truths(cells)
    return [
        *_about_reveals(cells),
        *_about_places(cells),
        *_about_words(cells, answers),
        *_about_rare_numbers(cells, answers),
        *_about_measured_shares(cells, answers),
        *_about_headings(cells, answers),
        *_about_names(cells, answers),
        *_about_pictures(cells),
    ]


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


def _about_words(cells, answers):
    for question in calls(cells, "predict"):
        if question.name not in answers:
            yield f"{question.name}: no stored output shows its answer: is it revealed, and the lesson refreshed?"
            continue
        for text in _around(cells, question.cell):
            found = telling(text, answers[question.name], choices_of(question.node) or _choices_shown(question.cell))
            if found and (question.name, found.strip()) not in OTHERWISE:
                yield f"{question.name}: {answers[question.name]!r} can be read in sight of the question: {found!r}"


def _about_rare_numbers(cells, answers):
    """A number that nobody meets by chance tells from afar, too."""
    texts = [text_of(cell) if cell["cell_type"] == "markdown" else printed(cell) for cell in in_sight(cells)]
    for question in calls(cells, "predict"):
        number = _as_number(answers.get(question.name, ""))
        for found in (telling(text, answers[question.name]) for text in texts if number and number[0] >= RARE):
            if found:
                yield f"{question.name}: {answers[question.name]} can be read in sight, if far away: {found!r}"


def _about_measured_shares(cells, answers):
    """A share that the folded part measures tells its bracket ("75 to 90") wherever it is printed in sight as well; and
    so does a number with decimals among the choices."""
    shown = "\n".join(printed(cell) for cell in in_sight(cells))
    for question in calls(cells, "predict"):
        answer, found = answers.get(question.name, ""), []
        if bracket := BRACKET.fullmatch(answer):
            measured = {share for cell in _revealing(cells, question.name) for share in SHARE.findall(printed(cell))}
            found = [share for share in measured & {*SHARE.findall(shown)} if _is_in(float(share), *bracket.groups())]
        elif re.fullmatch(r"0?\.\d+", answer):
            places = len(answer.partition(".")[2])
            found = [one for one in re.findall(r"(?<![\d.])\d?\.\d+", shown) if f"{float(one):.{places}f}" == answer]
        for one in found:
            yield f"{question.name}: {answer!r} can be read in sight, in what another cell measures: {one!r}"


def _revealing(cells, name):
    return [call.cell for call in calls(cells, "reveal") if call.name == name]


def _is_in(share, words, low, high):
    """Does a share lie in "below 75", "up to 60", "75 to 90" or "above 90"?"""
    bounds = {"up to": (0, high), "below": (0, high), "above": (high, 100)}.get(words, (low, high))
    return float(bounds[0]) <= share <= float(bounds[1])


def _about_headings(cells, answers):
    """The table of contents lists all headings, folded ones as well, and another question may stand in sight."""
    headings = [line for cell in cells if heading_level(cell) for line in text_of(cell).splitlines() if line[:1] == "#"]
    asked = calls(cells, "predict")
    for question in asked:
        answer = answers.get(question.name, "yes")
        if answer in ("yes", "no", *map(str, range(len(WORDS)))):
            continue  # too common to tell anything there
        others = [_asked_in(other.cell) for other in asked if other.cell is not question.cell]
        for text in headings + others:
            if telling(text, answer, choices_of(question.node)):
                yield f"{question.name}: {answer!r} can be read in the heading or question {text!r}"


def _asked_in(cell, choices=r"\(.* / .*\)"):
    """The words of the questions in a cell, as they were stored, without their choices."""
    texts = ("".join(output.get("data", {}).get("text/plain", "")) for output in cell.get("outputs", ()))
    return re.sub(choices, "", "\n".join(texts))


def _about_names(cells, answers):
    """The name of a question stands in the cell that asks it."""
    for question in calls(cells, "predict"):
        word, answer = question.name.partition(".")[2], answers.get(question.name, "")
        if _has(answer, word) and not _has(_asked_in(question.cell, re.escape(answer)), word):
            yield f"{question.name}: its name tells its answer {answer!r}"


def _about_pictures(cells):
    """Each thing drawn in sight near a question has been looked at (see LOOKED_AT)."""
    for name, line in pictures_near(cells):
        if name not in LOOKED_AT.get(line, "").split():
            yield f"{name}: does this in sight of it tell its answer? If not, enter it: {line}"


def pictures_near(cells):
    """What is drawn in sight near each question: its name, and how the line of code begins that draws it."""
    for question in calls(cells, "predict"):
        for cell in (*_above(cells, question.cell), *_below(cells, question.cell)):
            lines = text_of(cell).splitlines() if cell["cell_type"] == "code" else []
            yield from ((question.name, line.strip()[:60]) for line in lines if DRAWS.match(line.strip()))


def truths(cells):
    """What each reveal showed, as the stored outputs have it: name -> text such as "7/9" or "its mirror image"."""
    sentences = {name: sentence for cell in cells for name, sentence in told(cell).items()}
    return {name: said.removeprefix("It is ").removesuffix(".").strip("“”") for name, said in sentences.items()}


def choices_of(node):
    """The texts that a question offers, so far as they are written out."""
    given = {word.arg: word.value for word in node.keywords}.get("choices", node.args[2] if node.args[2:] else None)
    items = given.elts if isinstance(given, ast.List | ast.Tuple) else []
    return [str(item.value) for item in items if isinstance(item, ast.Constant)]


def _choices_shown(cell):
    """The choices as they were stored, for those that are not written out in the code."""
    found = re.search(r"\((\S.* / .*)\)$", _asked_in(cell, "(?!)"), re.MULTILINE)
    return found[1].split(" / ") if found else []


def _around(cells, question):
    """The texts in sight near a question: words and prints of the cells above and below, below the code's texts too."""
    yield from (text_of(cell) if cell["cell_type"] == "markdown" else printed(cell) for cell in _above(cells, question))
    for cell in _below(cells, question):
        yield text_of(cell) if cell["cell_type"] == "markdown" else f"{_texts_in(cell)}\n{printed(cell)}"


def _above(cells, question):
    """The cells in sight right above a question."""
    seen = in_sight(cells)
    place = next(number for number, cell in enumerate(seen) if cell is question)
    return seen[max(0, place - ABOVE) : place]


def _below(cells, question):
    """The cells in sight below a question, without other questions and bare headings."""
    seen = in_sight(cells)
    place = next(number for number, cell in enumerate(seen) if cell is question)
    bare = (cell for cell in seen[place + 1 :] if not (asks(cell) or is_see(cell) or _is_bare_heading(cell)))
    return [*islice(bare, NEAR)]


def _is_bare_heading(cell):
    return heading_level(cell) > 0 and "\n" not in text_of(cell).strip()


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
