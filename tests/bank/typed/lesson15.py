"""Answers to lesson 15 as beginners type them: each named after its exercise and its slip, or after `right`."""

from collections import Counter

import numpy as np


def table__exchanged(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table[answer, digit] += 1
    return table


def table__set_to_one(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table[digit, answer] = 1
    return table


def table__at_once(digits, answers):
    table = np.zeros((10, 10), int)
    table[digits, answers] += 1
    return table


def table__minus(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table[digit, answer] -= 1
    return table


def table__wrong_only(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        if digit != answer:
            table[digit, answer] += 1
    return table


def table__only_right(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        if digit == answer:
            table[digit, answer] += 1
    return table


def table__share_of_right(digits, answers):
    right = 0
    for digit, answer in zip(digits, answers):
        if digit == answer:
            right += 1
    return right / len(digits)


def table__count_of_right(digits, answers):
    return sum(digit == answer for digit, answer in zip(digits, answers))


def table__of_nine(digits, answers):
    table = np.zeros((9, 9), int)
    for digit, answer in zip(digits, answers):
        table[digit, answer] += 1
    return table


def table__counted_from_one(digits, answers):
    table = np.zeros((11, 11), int)
    for digit, answer in zip(digits, answers):
        table[digit + 1, answer + 1] += 1
    return table


def table__one_less(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table[digit - 1, answer - 1] += 1
    return table


def table__largest_only(digits, answers):
    side = max(digits) + 1
    table = np.zeros((side, side), int)
    for digit, answer in zip(digits, answers):
        table[digit, answer] += 1
    return table


def table__every_pair(digits, answers):
    table = np.zeros((10, 10), int)
    for digit in digits:
        for answer in answers:
            table[digit, answer] += 1
    return table


def table__places(digits, answers):
    table = np.zeros((10, 10), int)
    for digit in range(len(digits)):
        for answer in range(len(answers)):
            table[digit, answer] += 1
    return table


def table__place_for_digit(digits, answers):
    table = np.zeros((10, 10), int)
    for place in range(len(digits)):
        table[place, answers[place]] += 1
    return table


def table__same_row(digits, answers):
    table = [[0] * 10] * 10
    for digit, answer in zip(digits, answers):
        table[digit][answer] += 1
    return table


def table__of_zeros(digits, answers):
    return np.zeros((10, 10), int)


def table__return_in_loop(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table[digit, answer] += 1
        return table


def table__fresh_each_time(digits, answers):
    for digit, answer in zip(digits, answers):
        table = np.zeros((10, 10), int)
        table[digit, answer] += 1
    return table


def table__per_written(digits, answers):
    table = np.zeros(10, int)
    for digit in digits:
        table[digit] += 1
    return table


def table__per_right_digit(digits, answers):
    table = np.zeros(10, int)
    for digit, answer in zip(digits, answers):
        if digit == answer:
            table[digit] += 1
    return table


def table__pairs(digits, answers):
    return list(zip(digits, answers))


def table__counter(digits, answers):
    return Counter(zip(digits, answers))


def table__compared(digits, answers):
    return digits == answers


def table__compared_arrays(digits, answers):
    return np.array(digits) == np.array(answers)


def table__one_index(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table[digit] += 1
    return table


def table__column_index(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table[:, answer] += 1
    return table


def table__both_ways(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table[digit, answer] += 1
        table[answer, digit] += 1
    return table


def table__shares(digits, answers):
    table = np.zeros((10, 10))
    for digit, answer in zip(digits, answers):
        table[digit, answer] += 1 / len(digits)
    return table


def table__per_cent(digits, answers):
    table = np.zeros((10, 10))
    for digit, answer in zip(digits, answers):
        table[digit, answer] += 100 / len(digits)
    return table


def table__shares_of_rows(digits, answers):
    table = np.zeros((10, 10))
    for digit, answer in zip(digits, answers):
        table[digit, answer] += 1
    return table / table.sum(axis=1)


def table__shares_of_columns(digits, answers):
    table = np.zeros((10, 10))
    for digit, answer in zip(digits, answers):
        table[digit, answer] += 1
    return table / np.maximum(table.sum(axis=0), 1)


def table__print(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table[digit, answer] += 1
    print(table)


def table__first_left_out(digits, answers):
    table = np.zeros((10, 10), int)
    for place in range(1, len(digits)):
        table[digits[place], answers[place]] += 1
    return table


def table__last_left_out(digits, answers):
    table = np.zeros((10, 10), int)
    for place in range(len(digits) - 1):
        table[digits[place], answers[place]] += 1
    return table


def table__no_zip(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in digits, answers:
        table[digit, answer] += 1
    return table


def table__texts(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table["digit", "answer"] += 1
    return table


def table__flat(digits, answers):
    counts = np.zeros(100, int)
    for digit, answer in zip(digits, answers):
        counts[10 * digit + answer] += 1
    return counts


def nearest__farthest(known, digits, asked):
    return digits[((known - asked) ** 2).sum((1, 2)).argmax()]


def nearest__place(known, digits, asked):
    return ((known - asked) ** 2).sum((1, 2)).argmin()


def nearest__distance(known, digits, asked):
    return ((known - asked) ** 2).sum((1, 2)).min()


def nearest__all_distances(known, digits, asked):
    return ((known - asked) ** 2).sum((1, 2))


def nearest__image(known, digits, asked):
    return known[((known - asked) ** 2).sum((1, 2)).argmin()]


def nearest__not_squared(known, digits, asked):
    return digits[(known - asked).sum((1, 2)).argmin()]


def nearest__squared_after(known, digits, asked):
    return digits[((known - asked).sum((1, 2)) ** 2).argmin()]


def nearest__other_way_round(known, digits, asked):
    return digits[(asked - known).sum((1, 2)).argmin()]


def nearest__without_signs(known, digits, asked):
    return digits[abs(known - asked).sum((1, 2)).argmin()]


def nearest__one_axis(known, digits, asked):
    return digits[((known - asked) ** 2).sum(1).argmin()]


def nearest__all_axes(known, digits, asked):
    return digits[((known - asked) ** 2).sum().argmin()]


def nearest__no_axis_left(known, digits, asked):
    return digits[((known - asked) ** 2).argmin()]


def nearest__first_axes(known, digits, asked):
    return digits[((known - asked) ** 2).sum((0, 1)).argmin()]


def nearest__matched(known, digits, asked):
    return digits[(known * asked).sum((1, 2)).argmax()]


def nearest__most_equal(known, digits, asked):
    return digits[(known == asked).sum((1, 2)).argmax()]


def nearest__largest_difference(known, digits, asked):
    return digits[((known - asked) ** 2).max((1, 2)).argmin()]


def nearest__vote_of_three(known, digits, asked):
    three = ((known - asked) ** 2).sum((1, 2)).argsort()[:3]
    return np.bincount(digits[three]).argmax()


def nearest__second(known, digits, asked):
    return digits[((known - asked) ** 2).sum((1, 2)).argsort()[1]]


def nearest__three(known, digits, asked):
    return digits[((known - asked) ** 2).sum((1, 2)).argsort()[:3]]


def nearest__min_for_argmin(known, digits, asked):
    return digits[((known - asked) ** 2).sum((1, 2)).min()]


def nearest__call(known, digits, asked):
    return digits(((known - asked) ** 2).sum((1, 2)).argmin())


def nearest__caret(known, digits, asked):
    return digits[((known - asked) ^ 2).sum((1, 2)).argmin()]


def nearest__doubled(known, digits, asked):
    return digits[((known - asked) * 2).sum((1, 2)).argmin()]


def nearest__added(known, digits, asked):
    return digits[((known + asked) ** 2).sum((1, 2)).argmin()]


def nearest__ink(known, digits, asked):
    return digits[abs(known.sum((1, 2)) - asked.sum()).argmin()]


def nearest__best_at_zero(known, digits, asked):
    best, answer = 0, None
    for image, digit in zip(known, digits):
        distance = ((image - asked) ** 2).sum()
        if distance < best:
            best, answer = distance, digit
    return answer


def nearest__best_not_kept(known, digits, asked):
    best, answer = 1_000_000, None
    for image, digit in zip(known, digits):
        distance = ((image - asked) ** 2).sum()
        if distance < best:
            answer = digit
    return answer


def nearest__best_only_kept(known, digits, asked):
    best = 1_000_000
    for image, digit in zip(known, digits):
        distance = ((image - asked) ** 2).sum()
        if distance < best:
            best = distance
    return digit


def nearest__best_returned(known, digits, asked):
    best = 1_000_000
    for image, digit in zip(known, digits):
        distance = ((image - asked) ** 2).sum()
        if distance < best:
            best = distance
    return best


def nearest__return_in_loop(known, digits, asked):
    best = 1_000_000
    for image, digit in zip(known, digits):
        distance = ((image - asked) ** 2).sum()
        if distance < best:
            best, answer = distance, digit
        return answer


def nearest__larger(known, digits, asked):
    best, answer = 0, None
    for image, digit in zip(known, digits):
        distance = ((image - asked) ** 2).sum()
        if distance > best:
            best, answer = distance, digit
    return answer


def nearest__exact(known, digits, asked):
    for image, digit in zip(known, digits):
        if (image == asked).all():
            return digit


def nearest__first_row(known, digits, asked):
    return digits[((known[0] - asked[0]) ** 2).argmin()]


def nearest__print(known, digits, asked):
    print(digits[((known - asked) ** 2).sum((1, 2)).argmin()])


def nearest__first_known(known, digits, asked):
    return digits[0]


def nearest__truth(known, digits, asked):
    for image, digit in zip(known, digits):
        if ((image - asked) ** 2).sum() < 100:
            return digit


def table__right_places(digits, answers):
    table = np.zeros((10, 10))
    for place in range(len(digits)):
        table[digits[place], answers[place]] = table[digits[place], answers[place]] + 1
    return table


def table__right_lists(digits, answers):
    table = [[0] * 10 for _ in range(10)]
    for digit, answer in zip(digits, answers):
        table[digit][answer] += 1
    return table


def table__right_flat(digits, answers):
    numbers = 10 * np.array(digits) + np.array(answers)
    return np.bincount(numbers, minlength=100).reshape(10, 10)


def table__right_masks(digits, answers):
    digits, answers = np.array(digits), np.array(answers)
    return [[((digits == row) & (answers == column)).sum() for column in range(10)] for row in range(10)]


def nearest__right_min(known, digits, asked):
    distances = [float(((image - asked) ** 2).sum()) for image in known]
    return digits[distances.index(min(distances))]


def nearest__right_root(known, digits, asked):
    return digits[np.sqrt(((known - asked) ** 2).sum((1, 2))).argmin()]


def nearest__right_mean(known, digits, asked):
    return int(digits[((known - asked) ** 2).mean((1, 2)).argmin()])


def nearest__right_pairs(known, digits, asked):
    return min((((image - asked) ** 2).sum(), int(digit)) for image, digit in zip(known, digits))[1]


def nearest__right_twice(known, digits, asked):
    return digits[((known - asked) ** 2).sum(1).sum(1).argmin()]
