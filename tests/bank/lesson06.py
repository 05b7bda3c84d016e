"""Right and wrong answers that learners may give in lesson 6."""

import math

import numpy as np

from xo.voting import strong_weights


def vote_with_a_loop(values, places):
    total = 0
    for place in places:
        total += values[place]
    return total / len(places)


def vote_as_a_row_of_weights(values, places):
    weights = np.zeros(len(values))
    weights[np.array(places)] = 1 / len(places)
    return weights @ values


def votes_with_loops(maps, weights):
    votes = []
    for row in weights:
        vote, number = 0, 0
        for one_map in maps:
            for line in one_map:
                for value in line:
                    vote += value * row[number]
                    number += 1
        votes.append(vote)
    return votes


def votes_multiplied(maps, weights):
    return (maps.flatten() * weights).sum(axis=1)


def shares_with_math(votes):
    top = max(votes)
    powers = [math.exp(vote - top) for vote in votes]
    return [power / sum(powers) for power in powers]


def shares_of(base, votes):
    powers = base ** (votes - max(votes))
    return powers / powers.sum()


def changed(*places, start=None):
    """The published weights with some of them set: (category, place counted from 0, weight)."""
    weights = strong_weights() if start is None else np.array(start, float)
    for category, place, weight in places:
        weights[category, place] = weight
    return weights


BANK = {
    "06.vote": {
        "right": [vote_with_a_loop, vote_as_a_row_of_weights],
        "wrong": [
            (lambda values, places: values[np.array(places) - 1].mean(), "from 1"),
            (lambda values, places: values[np.array(places)].sum(), "did not divide"),
            (lambda values, places: values.mean(), "mean of all values"),
            (lambda values, places: values[np.array(places)].sum() / len(values), "divided by 12"),
            (lambda values, places: values[np.array(places)].max(), "largest"),
            (lambda values, places: values[np.array(places)], "one vote of them"),
            (lambda values, places: abs(vote_with_a_loop(values, places)), "minus sign of the vote"),
            (lambda values, places: max(0, vote_with_a_loop(values, places)), "vote never falls below 0"),
            (lambda values, places: vote_with_a_loop(values.clip(0), places), "values never fall below 0"),
        ],
    },
    "06.votes": {
        "right": [votes_with_loops, votes_multiplied],
        "wrong": [
            (lambda maps, weights: maps.flatten() @ weights, "on their side"),
            (lambda maps, weights: np.mean(maps.flatten() * weights, axis=1), "took the mean"),
            (lambda maps, weights: votes_multiplied(maps, weights).argmax(), "named the winner"),
            (lambda maps, weights: np.dot(weights, maps), "one list"),
            (lambda maps, weights: maps.flatten() * weights, "add up along each row"),
            (lambda maps, weights: weights @ maps.transpose(0, 2, 1).flatten(), "down the columns"),
            (lambda maps, weights: weights @ maps.flatten("F"), "axes turned round"),
        ],
    },
    "06.shares": {
        "right": [shares_with_math, lambda votes: 1 / np.exp(votes[None] - votes[:, None]).sum(1)],
        "wrong": [
            (lambda votes: np.exp(votes) / sum(np.exp(votes)), "1000 is too large"),
            (lambda votes: votes / sum(votes), "by their sum"),
            (lambda votes: np.exp(votes), "do not add up to 1"),
            (lambda votes: shares_with_math(-votes), "upside down"),
            (lambda votes: np.eye(len(votes))[votes.argmax()], "everything to the winner"),
            (lambda votes: 1 / (1 + np.exp(-votes)), "sigmoid"),
            (lambda votes: shares_of(2.718, votes), "cut off"),
            (lambda votes: shares_of(2.71828, votes), "yours 0.597365, expected 0.597366"),
        ],
    },
    "06.slip": {
        "right": [abs(1 - 0.912) + abs(0 - 0.5175), 0.6055],
        "wrong": [
            (0.57, "printed total"),
            (0.08 + 0.51, "from the printed votes"),
            (0.088 + (1 - 0.5175), "for O as well"),
            (0.912 + 0.5175, "added the votes"),
            (1 - 0.912, "X's error alone"),
            (0.61, "four decimals"),
            (0.7, "too large"),
            (0.51, "as it is printed"),
            (0.088 + 0.49, "0.49 is not O's"),
            (0.088 * 0.5175, "multiplied the errors"),
            ((0, 6055), "a decimal has a point"),
            ("0.6055", "Leave the quotation marks"),
            (60.55, "per cent"),
            (-0.6055, "sign is turned"),
        ],
    },
    "06.thickened": {
        "right": [changed((0, 4, 0.5)), changed((1, 4, -0.3)), changed((0, 5, 0.3)).tolist()],
        "wrong": [
            (changed((0, 4, 0.21)), "one of the ten"),
            (changed((1, 6, 0.6)), "two of the ten"),
            (changed((0, 0, 0.4)), "three of the ten"),
            (changed((0, 0, 2.0)), "one category wins"),
            (strong_weights()[::-1], "changed rows"),
            (strong_weights()[0], "shape (2, 12)"),
        ],
    },
}
