"""What a class's receipts say together: who guessed what, which mistakes were met, what to talk about first."""

import re
import statistics
from collections import Counter
from typing import NamedTuple

from xo.predictions.guesses import agrees, name_cell
from xo.predictions.reading import meanings
from xo.receipts.codec import GUESSED, IN_OTHER_WORDS, LATE, SKIPPED

MOST_VALUES, MOST_TALKS = 4, 4
OTHERS = "others,"
WORTH_IT = 0.2  # of a class, from which on it is worth talking about


class Guessed(NamedTuple):
    """One guess and how many made it. right: None where what comes is each learner's own"""

    words: str
    count: int
    right: bool | None


class Question(NamedTuple):
    """A question, as the class answered it. marks: (row, column) -> how many marked that cell"""

    asked: object
    guesses: list
    late: int
    skipped: int
    marks: dict

    @property
    def answered(self):
        return sum(guess.count for guess in self.guesses)

    @property
    def missed(self):
        return sum(guess.count for guess in self.guesses if guess.right is False)


class Exercise(NamedTuple):
    """An exercise, as the class did it. mistakes: [(words, how many met it)], the commonest first"""

    name: str
    tried: int
    passed: int
    tries: float
    mistakes: list


class ClassCounts(NamedTuple):
    """All of a lesson."""

    lesson: str
    receipts: int
    questions: list
    exercises: list


def count_class(plan, receipts):
    """Count the receipts of one lesson."""
    questions = [
        _question(asked, [receipt.guesses.get(asked.name) for receipt in receipts]) for asked in plan.questions
    ]
    exercises = [
        _exercise(name, names, [receipt.exercises[name] for receipt in receipts if name in receipt.exercises])
        for name, names in plan.exercises.items()
    ]
    return ClassCounts(plan.lesson, len(receipts), questions, exercises)


def worth_a_talk(counts):
    """What most of the class expected otherwise or met, as sentences, the commonest first."""
    found = []
    for question in counts.questions:
        if wrong := [guess for guess in question.guesses if guess.right is False and guess.count]:
            most = max(wrong, key=lambda guess: (not guess.words.startswith(OTHERS), guess.count))
            said = f"{question.missed} of {question.answered} expected otherwise"
            if question.marks:
                said = f"{question.missed} of {question.answered} marked other cells"
            elif most.count > 1:
                said += f", {most.count} of them: {most.words}" if most.count < question.missed else f": {most.words}"
            found.append((question.missed, question.answered, f"{question.asked.name}: {said}"))
    for exercise in counts.exercises:
        for words, count in exercise.mistakes[:1]:
            found.append(
                (count, exercise.tried, f"{exercise.name}: {count} of {exercise.tried} met: {in_short(words)}")
            )
    found = [(count / of, sentence) for count, of, sentence in found if count > 1 and count >= WORTH_IT * of]
    return [sentence for _, sentence in sorted(found, key=lambda pair: -pair[0])[:MOST_TALKS]]


def in_short(words):
    """The first sentence of what is said about a mistake."""
    return re.split(r"(?<=[.?!:]) ", words)[0].rstrip(".:")


def heading_of(counts):
    return f"Lesson {counts.lesson}: {counts.receipts} receipt{'s' * (counts.receipts != 1)}"


def table_of(counts):
    """Everything as text: a line for each question and each guess, each exercise and each mistake."""
    lines = [heading_of(counts)]
    if talks := worth_a_talk(counts):
        lines += ["", "To talk about first:", *(f"  {number}. {words}" for number, words in enumerate(talks, 1))]
    for question in counts.questions:
        lines += ["", f"{question.asked.name}  {question.asked.words}"]
        lines += [f"  {guess.count:3}  {'✓ ' * (guess.right is True)}{guess.words}" for guess in question.guesses]
        if question.marks:
            often, in_a_row = Counter(question.marks).most_common(6), question.asked.cells[0] == 1
            lines.append(f"       marked: {', '.join(f'{name_cell(*cell, in_a_row)} ({n})' for cell, n in often)}")
        lines += [f"       {besides(question)}"] if besides(question) else []
    for exercise in counts.exercises:
        lines += ["", f"{exercise.name}  {how_it_went(exercise)}"]
        lines += [f"  {count:3}  {words}" for words, count in exercise.mistakes]
    return "\n".join(lines)


def besides(question):
    """How many skipped it, or guessed when the answer had been worked out, in words; nothing where nobody did."""
    late = f"{question.late} guessed too late" if question.late else ""
    return ", ".join(filter(None, [f"{question.skipped} skipped it" if question.skipped else "", late]))


def how_it_went(exercise):
    if not exercise.tried:
        return "nobody tried"
    if not exercise.passed:
        return f"0 of {exercise.tried} passed"
    tries = f"{exercise.tries:g} {'try' if exercise.tries == 1 else 'tries'}"
    return f"{exercise.passed} of {exercise.tried} passed, in {tries} (median)"


def _question(asked, made):
    states = Counter(state for state, _ in filter(None, made))
    answers = [guess[1] for guess in made if guess and guess[0] == GUESSED]
    count = _by_choice if asked.choices else _by_cells if asked.cells else _by_number
    marks = Counter((row, column) for answer in answers for row, column in answer) if asked.cells else {}
    return Question(asked, count(asked, answers), states[LATE], states[SKIPPED], dict(marks))


def _by_choice(asked, answers):
    counts = Counter(answers)
    return [Guessed(choice, counts[choice], _is_right(choice, asked)) for choice in asked.choices]


def _by_cells(asked, answers):
    if asked.truth is None:
        return [Guessed("marked cells", len(answers), None)] if answers else []
    right = sum(_is_right(answer, asked) for answer in answers)
    none = sum(not any(cell in asked.truth for cell in answer) and not _is_right(answer, asked) for answer in answers)
    some = len(answers) - right - none
    each = (("all of them, rightly", right, True), ("some of them", some, False), ("none of them", none, False))
    return [Guessed(*found) for found in each if found[1]]


def _by_number(asked, answers):
    """What is right first, then each common number, then all others as a range, and what is no number."""
    right = [answer for answer in answers if _is_right(answer, asked)]
    values = {}
    for answer in answers:
        if answer not in right:
            values.setdefault(next((meant.value for meant in meanings(answer, asked.words)), None), []).append(answer)
    wordless = values.pop(None, [])
    common = sorted(values, key=lambda value: (-len(values[value]), value))
    shown = [value for value in common[:MOST_VALUES] if len(values[value]) > 1 or len(common) <= MOST_VALUES]
    known = None if asked.truth is None else False
    groups = [Guessed(str(asked.truth), len(right), True)] if asked.truth is not None else []
    groups += [Guessed(_commonest(values[value]), len(values[value]), known) for value in shown]
    if rest := sorted(value for value in common if value not in shown):
        ends = [_commonest(values[end]) for end in (rest[0], rest[-1])]
        words = f"{OTHERS} from {ends[0]} to {ends[1]}" if len(rest) > 1 else ends[0]
        groups.append(Guessed(words, sum(len(values[value]) for value in rest), known))
    return groups + ([Guessed(IN_OTHER_WORDS, len(wordless), None)] if wordless else [])


def _commonest(texts):
    return Counter(texts).most_common(1)[0][0]


def _is_right(answer, asked):
    return None if asked.truth is None else agrees(answer, asked.truth, asked.words)


def _exercise(name, names, tried):
    met = Counter(place for one in tried for place in set(one.mistakes))
    tries = [one.tries for one in tried if one.passed]
    mistakes = [(names[place], count) for place, count in met.most_common()]
    return Exercise(name, len(tried), len(tries), statistics.median(tries) if tries else 0, mistakes)
