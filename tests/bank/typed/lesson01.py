"""Answers to lesson 1 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np

from xo.images import O, X


def share__no_brackets(score):
    return score + 1 / 2


def share__percent(score):
    return (score + 1) / 2 * 100


def share__percent_text(score):
    return f"{(score + 1) / 2 * 100} %"


def share__whole(score):
    return (score + 1) // 2


def share__int(score):
    return int((score + 1) / 2)


def share__rounded(score):
    return round((score + 1) / 2, 2)


def share__minus(score):
    return (score - 1) / 2


def share__prints(score):
    print((score + 1) / 2)


def share__by_if(score):
    if score == 1:
        return 1
    if score == -1:
        return 0
    if score == 0:
        return 0.5


def share__global(score):
    return (X == O).mean()


def share__times(score):
    return (score + 1) * 2


def share__squared(score):
    return score**2


def share__of_81(score):
    return (score * 81 + 81) / 81


def share__text(score):
    return str((score + 1) / 2)


def match__int(image, pattern):
    return int((image * pattern).sum() / image.size)


def match__floor(image, pattern):
    return (image * pattern).sum() // image.size


def match__return_inside(image, pattern):
    total = 0
    for row in range(image.shape[0]):
        for column in range(image.shape[1]):
            total += image[row, column] * pattern[row, column]
        return total / image.size


def match__axis(image, pattern):
    return (image * pattern).mean(axis=0)


def match__sum_builtin(image, pattern):
    return sum(image * pattern) / image.size


def match__len(image, pattern):
    return np.sum(image * pattern) / len(image)


def match__nine(image, pattern):
    total = 0
    for row in range(9):
        for column in range(9):
            total += image[row, column] * pattern[row, column]
    return total / 81


def match__no_sum(image, pattern):
    return image * pattern / image.size


def match__own_X(image, pattern):
    return (image * X).sum() / image.size


def match__if_equal(image, pattern):
    count = 0
    for row in range(len(image)):
        for column in range(len(image[0])):
            if image[row, column] == pattern[row, column]:
                count += 1
            else:
                count -= 1
    return count / image.size


def match__rows_only(image, pattern):
    total = 0
    for row in range(len(image)):
        total += image[row] * pattern[row]
    return total / image.size


def match__square(image, pattern):
    total = 0
    for row in range(len(image)):
        for column in range(len(image)):
            total += image[row, column] * pattern[row, column]
    return total / image.size


def match__round(image, pattern):
    return round(np.mean(image * pattern), 2)


def match__percent(image, pattern):
    return 100 * np.mean(image * pattern)


def match__sqrt(image, pattern):
    return np.sqrt(((image - pattern) ** 2).sum())


def match__reset(image, pattern):
    for row in range(len(image)):
        total = 0
        for column in range(len(image[0])):
            total += image[row, column] * pattern[row, column]
    return total / image.size


def match__no_total(image, pattern):
    for row in range(len(image)):
        for column in range(len(image[0])):
            total += image[row, column] * pattern[row, column]
    return total / image.size


def match__call(image, pattern):
    return image(0, 0) * pattern(0, 0)


def answer__zero(image, examples):
    best, best_name = 0, ""
    for name, example in examples.items():
        score = (image * example).mean()
        if score > best:
            best, best_name = score, name
    return best_name


def answer__zero_none(image, examples):
    best, winner = 0, None
    for name in examples:
        score = (image * examples[name]).mean()
        if score > best:
            best, winner = score, name
    return winner


def answer__last(image, examples):
    for name, example in examples.items():
        score = (image * example).mean()
    return name


def answer__return_inside(image, examples):
    best = -2
    for name, example in examples.items():
        score = (image * example).mean()
        if score > best:
            best = score
            winner = name
        return winner


def answer__keys(image, examples):
    if (image * examples["X"]).mean() > (image * examples["O"]).mean():
        return "X"
    return "O"


def answer__max_names(image, examples):
    return max(examples)


def answer__scores(image, examples):
    return {name: (image * example).mean() for name, example in examples.items()}


def answer__items(image, examples):
    return max(examples.items(), key=lambda item: (image * item[1]).mean())


def answer__loop_names(image, examples):
    best = -2
    for example in examples:
        score = (image * example).mean()
        if score > best:
            best, winner = score, example
    return winner


def answer__no_best_update(image, examples):
    best = -2
    for name, example in examples.items():
        score = (image * example).mean()
        if score > best:
            winner = name
    return winner


def answer__first_above_zero(image, examples):
    for name, example in examples.items():
        if (image * example).mean() > 0:
            return name


def answer__max_list(image, examples):
    scores = [(image * example).mean() for example in examples.values()]
    return scores.index(max(scores))


def answer__less(image, examples):
    best = 2
    for name, example in examples.items():
        score = (image * example).mean()
        if score < best:
            best, winner = score, name
    return winner


def answer__differences(image, examples):
    return max(examples, key=lambda name: (image != examples[name]).sum())


def share__right_in_halves(score):
    return 0.5 + score / 2


def share__right_of_81(score):
    agree = (81 + 81 * score) / 2
    return agree / 81


def match__right_with_loops(image, pattern):
    rows, columns = image.shape
    total = 0
    for row in range(rows):
        for column in range(columns):
            total = total + image[row][column] * pattern[row][column]
    return total / (rows * columns)


def match__right_dot(image, pattern):
    return np.dot(image.ravel(), pattern.ravel()) / image.size


def match__right_sums(image, pattern):
    return sum(sum(image * pattern)) / (len(image) * len(image[0]))


def answer__right_lists(image, examples):
    names = list(examples)
    scores = [np.mean(image * examples[name]) for name in names]
    return names[scores.index(max(scores))]


def answer__right_none_first(image, examples):
    best = None
    for name in examples:
        score = (image * examples[name]).sum()
        if best is None or score > best:
            best, winner = score, name
    return winner


def answer__right_argmax(image, examples):
    return list(examples.keys())[int(np.argmax([(image * one).mean() for one in examples.values()]))]


def answer__right_sorted(image, examples):
    return sorted(examples, key=lambda name: -(image * examples[name]).mean())[0]
