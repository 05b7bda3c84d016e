"""Right and wrong answers that learners may give in lesson 15."""

import numpy as np


def table_with_comprehensions(digits, answers):
    pairs = list(zip(digits, answers))
    return [[pairs.count((written, read)) for read in range(10)] for written in range(10)]


def table_by_numpy(digits, answers):
    table = np.zeros((10, 10))
    np.add.at(table, (digits, answers), 1)
    return table


def table_at_once(digits, answers):
    table = np.zeros((10, 10), int)
    table[digits, answers] += 1
    return table


def table_of_mistakes(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        if digit != answer:
            table[digit, answer] += 1
    return table


def table_of_right_ones(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        if digit == answer:
            table[digit, digit] += 1
    return table


def nearest_with_a_loop(known, digits, asked):
    best, distance = None, float("inf")
    for image, digit in zip(known, digits):
        away = np.sum((image - asked) ** 2)
        if away < distance:
            best, distance = digit, away
    return best


def nearest_by_lists(known, digits, asked):
    lists = known.reshape(len(known), -1)
    return int(digits[np.argmin(np.linalg.norm(lists - asked.ravel(), axis=1))])


def nearest_three(known, digits, asked):
    nearest = ((known - asked) ** 2).sum((1, 2)).argsort()[:3]
    return np.bincount(digits[nearest]).argmax()


def table_of_one_row(digits, answers):
    table = [[0] * 10] * 10
    for digit, answer in zip(digits, answers, strict=True):
        table[digit][answer] += 1
    return table


def emptied(digits, answers):
    table = np.zeros((10, 10))
    while digits:
        table[digits.pop(), answers.pop()] += 1
    return table


BANK = {
    "15.table": {
        "right": [table_with_comprehensions, table_by_numpy],
        "wrong": [
            (lambda digits, answers: table_by_numpy(answers, digits), "changed places"),
            (table_at_once, "counted once"),
            (table_of_mistakes, "left out the right answers"),
            (table_of_right_ones, "counted the right answers only"),
            (
                lambda digits, answers: (
                    table_by_numpy(digits, answers) / np.maximum(1, np.bincount(digits, minlength=10))[:, None]
                ),
                "shares of each row",
            ),
            (lambda digits, answers: np.bincount(digits, minlength=10), "one number for each digit"),
            (lambda digits, answers: table_by_numpy(digits, answers) / len(digits), "shares of all answers"),
            (table_of_one_row, "the same row"),
            (emptied, "changed the digits and the answers"),
            (lambda digits, answers: np.zeros((10, 10)), "expected"),
        ],
    },
    "15.nearest": {
        "right": [nearest_with_a_loop, nearest_by_lists],
        "wrong": [
            (lambda known, digits, asked: digits[((known - asked) ** 2).sum((1, 2)).argmax()], "least similar"),
            (lambda known, digits, asked: ((known - asked) ** 2).sum((1, 2)).argmin(), "place in the list"),
            (lambda known, digits, asked: ((known - asked) ** 2).sum((1, 2)).min(), "Whose is it"),
            (lambda known, digits, asked: ((known - asked) ** 2).sum((1, 2)), "all distances"),
            (lambda known, digits, asked: digits[abs((known - asked).sum((1, 2))).argmin()], "less ink there cancel"),
            (lambda known, digits, asked: digits[(known - asked).sum((1, 2)).argmin()], "most negative"),
            (lambda known, digits, asked: digits[(known * asked).sum((1, 2)).argmax()], "a match, not a distance"),
            (lambda known, digits, asked: digits[abs(known - asked).sum((1, 2)).argmin()], "without their signs"),
            (lambda known, digits, asked: digits[((known - asked) ** 2).max((1, 2)).argmin()], "largest difference"),
            (nearest_three, "three nearest vote"),
            (lambda known, digits, asked: digits[0], "expected"),
        ],
    },
}
