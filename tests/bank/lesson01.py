"""Right and wrong answers that learners may give in lesson 1."""

import numpy as np

from xo.images import O, X


def match_with_loops(image, pattern):
    total = 0
    for row in range(len(image)):
        for column in range(len(image[row])):
            total += image[row, column] * pattern[row, column]
    return total / (len(image) * len(image[0]))


def answer_with_a_loop(image, examples):
    best, best_score = None, -2
    for name, example in examples.items():
        score = np.mean(image * example)
        if score > best_score:
            best, best_score = name, score
    return best


def answer_sorted(image, examples):
    return sorted(examples, key=lambda name: np.mean(image * examples[name]))[-1]


def answer_worst(image, examples):
    return sorted(examples, key=lambda name: np.mean(image * examples[name]))[0]


def answer_score(image, examples):
    return max(np.mean(image * example) for example in examples.values())


def answer_of_an_equal(image, examples):
    for name, example in examples.items():
        if (image == example).all():
            return name


def answer_above_a_bound(image, examples):
    for name, example in examples.items():
        if np.mean(image * example) > 0.5:
            return name


def answer_letters(image, examples):
    return "X" if np.mean(image * X) > np.mean(image * O) else "O"


BANK = {
    "01.share": {
        "right": [lambda score: score / 2 + 0.5, lambda score: 1 - (1 - score) / 2],
        "wrong": [
            (lambda score: score, "cannot be negative"),
            (lambda score: abs(score), "dropped the sign"),
            (lambda score: score * 0.5, "half of the score"),
            (lambda score: 1 + score, "becomes 2"),
            (lambda score: 0.5 - score / 2, "does *not* agree"),
        ],
    },
    "01.match": {
        "right": [match_with_loops, lambda image, pattern: np.mean(image * pattern)],
        "wrong": [
            (lambda image, pattern: np.sum(image * pattern), "did not divide"),
            (lambda image, pattern: np.sum(image * pattern) / 9**2, "81 every time"),
            (lambda image, pattern: np.mean(image == pattern), "counted the pixels that are equal"),
            (lambda image, pattern: np.multiply(image, pattern), "Add them up"),
            (lambda image, pattern: (image + pattern).mean(), "should multiply"),
            (lambda image, pattern: np.sum(image * pattern) / image.shape[0], "number of rows"),
            (lambda image, pattern: abs(np.mean(image * pattern)), "dropped the minus sign. An opposite"),
            (lambda image, pattern: max(0, np.mean(image * pattern)), "became 0"),
            (lambda image, pattern: 2 * np.mean(image == pattern) - 1, "twice the share"),
            (lambda image, pattern: 1 - np.abs(image - pattern).mean(), "difference away from 1"),
            (lambda image, pattern: np.sum(image * pattern) / 9, "by 9 every time"),
            (lambda image, pattern: np.mean(image @ pattern), "multiplies rows by columns"),
        ],
    },
    "01.answer": {
        "right": [answer_with_a_loop, answer_sorted],
        "wrong": [
            (answer_worst, "worst match"),
            (answer_score, "Give the *name*"),
            (lambda image, examples: list(examples)[0], "always give the first"),
            (answer_letters, "always answer X or O"),
            (lambda image, examples: examples[answer_sorted(image, examples)], "Give its name"),
            (answer_of_an_equal, "gave nothing where none is"),
            (answer_above_a_bound, "a score above 0.5"),
        ],
    },
}
