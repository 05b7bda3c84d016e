"""Answers to lesson 8 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np


def descent__brackets(value, slope, rate):
    return (value - rate) * slope


def descent__divide(value, slope, rate):
    return value - slope / rate


def descent__rate_only(value, slope, rate):
    return value - rate


def descent__tenth(value, slope, rate):
    return value - 0.1 * slope


def descent__percent(value, slope, rate):
    return value - slope * rate / 100


def descent__relative(value, slope, rate):
    return value - value * slope * rate


def descent__rounded(value, slope, rate):
    return round(value - slope * rate, 2)


def descent__abs(value, slope, rate):
    return abs(value - slope * rate)


def descent__pos(value, slope, rate):
    return max(value - slope * rate, 0)


def descent__if(value, slope, rate):
    if slope > 0:
        return value - rate * slope
    else:
        return value + rate * slope


def descent__if_none(value, slope, rate):
    if slope > 0:
        return value - rate * slope
    if slope < 0:
        return value - rate * slope


def descent__twice(value, slope, rate):
    for n in range(2):
        value = value - rate * slope
    return value


def descent__order(value, slope, rate):
    return slope - rate * value


def descent__tuple(value, slope, rate):
    return (value - rate * slope,)


def descent__inplace(value, slope, rate):
    value -= rate * slope


def descent__square(value, slope, rate):
    return value - rate * slope**2


def error__return_inside(votes, right):
    total = 0
    for vote, r in zip(votes, right):
        total += abs(vote - r)
        return total


def error__first(votes, right):
    return abs(votes[0] - right[0])


def error__two(votes, right):
    return abs(1 - votes[0]) + abs(0 - votes[1])


def error__only_pos(votes, right):
    return np.maximum(right - votes, 0).sum()


def error__root(votes, right):
    return np.sqrt(((right - votes) ** 2).sum())


def error__root_mean(votes, right):
    return np.sqrt(((right - votes) ** 2).mean())


def error__half(votes, right):
    return 0.5 * ((right - votes) ** 2).sum()


def error__sumabs(votes, right):
    return abs(sum(votes) - sum(right))


def error__min(votes, right):
    return np.abs(right - votes).min()


def error__neg(votes, right):
    return -np.abs(right - votes).sum()


def error__reset(votes, right):
    for vote, r in zip(votes, right):
        total = 0
        total += abs(vote - r)
    return total


def error__plus(votes, right):
    return np.abs(right + votes).sum()


def error__percent(votes, right):
    return 100 * np.abs(right - votes).sum()


def error__rounded(votes, right):
    return round(np.abs(right - votes).sum(), 2)


def error__count(votes, right):
    return (votes != right).sum()


def error__builtin(votes, right):
    return abs(sum(right - votes))


def error__winner(votes, right):
    return int(np.argmax(votes) != np.argmax(right))


def error__absvotes(votes, right):
    return (right - np.abs(votes)).sum()


def error__if(votes, right):
    if votes > right:
        return votes - right
    return right - votes


def error__product(votes, right):
    return (votes * right).sum()


def error__sum_votes(votes, right):
    return votes.sum()


def descent__right_minus_equals(value, slope, rate):
    value -= slope * rate
    return value


def error__right_signs(votes, right):
    return sum(abs(r - v) for v, r in zip(votes, right))


def error__right_where(votes, right):
    return np.where(votes > right, votes - right, right - votes).sum()


def error__two_categories(votes, right):
    return abs(votes[0] - right[0]) + abs(votes[1] - right[1])


def error__right_norm(votes, right):
    return np.linalg.norm(np.array(votes) - right, 1)


def descent__all_three(value, slope, rate):
    return value * rate * slope


def descent__one_way(value, slope, rate):
    if slope > 0:
        value = value - rate * slope
    return value
