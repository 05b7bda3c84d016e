"""Answers to lesson 6 as beginners type them: each named after its exercise and its slip, or after `right`."""

import math

import numpy as np


def vote__return_inside(values, places):
    total = 0
    for place in places:
        total += values[place]
        return total / len(places)


def vote__by_values(values, places):
    total = 0
    for place in places:
        total += values[place]
    return total / len(values)


def vote__places(values, places):
    return sum(places) / len(places)


def vote__brackets(values, places):
    return sum(values[p] for p in places) / len(places) - 1


def vote__first_n(values, places):
    return np.mean(values[: len(places)])


def vote__no_loop(values, places):
    return values[places].mean


def vote__range(values, places):
    return np.mean([values[p] for p in range(len(places))])


def vote__index_value(values, places):
    return np.mean([p for p in values if p in places])


def vote__rounded(values, places):
    return round(np.mean([values[p] for p in places]), 2)


def vote__int(values, places):
    return int(np.mean([values[p] for p in places]))


def vote__percent(values, places):
    return 100 * np.mean([values[p] for p in places])


def vote__plus_one(values, places):
    return np.mean([values[p + 1] for p in places])


def vote__last(values, places):
    for place in places:
        vote = values[place]
    return vote


def vote__median(values, places):
    return np.median([values[p] for p in places])


def vote__min(values, places):
    return min(values[p] for p in places)


def vote__total_reset(values, places):
    for place in places:
        total = 0
        total += values[place]
    return total / len(places)


def vote__slice(values, places):
    return np.mean(values[places[0] : places[-1]])


def votes__sum_maps(maps, weights):
    return [maps.sum(), maps.sum()]


def votes__axis0(maps, weights):
    return (maps.reshape(-1) * weights).sum(axis=0)


def votes__transposed(maps, weights):
    return maps.reshape(-1) @ weights


def votes__first_row(maps, weights):
    return weights[0] @ maps.reshape(-1)


def votes__first_map(maps, weights):
    return weights @ maps[0].reshape(-1)


def votes__divided(maps, weights):
    return weights @ maps.reshape(-1) / len(weights)


def votes__divided12(maps, weights):
    return weights @ maps.reshape(-1) / 12


def votes__return_inside(maps, weights):
    votes = []
    for row in weights:
        votes.append((row * maps.reshape(-1)).sum())
        return votes


def votes__twelve(maps, weights):
    values = maps.reshape(12)
    return weights @ values


def votes__no_reset(maps, weights):
    votes = []
    vote = 0
    for row in weights:
        for value, weight in zip(maps.reshape(-1), row):
            vote += value * weight
        votes.append(vote)
    return votes


def votes__int(maps, weights):
    votes = np.zeros(len(weights), int)
    for n, row in enumerate(weights):
        votes[n] = (row * maps.reshape(-1)).sum()
    return votes


def votes__abs(maps, weights):
    return np.abs(weights @ maps.reshape(-1))


def votes__max(maps, weights):
    return max(weights @ maps.reshape(-1))


def votes__ravel_t(maps, weights):
    return weights @ maps.T.reshape(-1)


def votes__sorted(maps, weights):
    return sorted(weights @ maps.reshape(-1))


def votes__reversed(maps, weights):
    return (weights @ maps.reshape(-1))[::-1]


def votes__rounded(maps, weights):
    return (weights @ maps.reshape(-1)).round(2)


def votes__sum_builtin(maps, weights):
    return sum(weights * maps.reshape(-1))


def votes__str(maps, weights):
    return "X" if (weights @ maps.reshape(-1))[0] > (weights @ maps.reshape(-1))[1] else "O"


def votes__column(maps, weights):
    return weights @ maps.reshape(-1, 1)


def shares__min(votes):
    powers = np.exp(votes - np.min(votes))
    return powers / powers.sum()


def shares__mean(votes):
    powers = np.exp(votes - np.mean(votes))
    return powers / powers.sum()


def shares__first(votes):
    powers = np.exp(votes - votes[0])
    return powers / powers.sum()


def shares__minus1000(votes):
    powers = np.exp(votes - 1000)
    return powers / powers.sum()


def shares__div1000(votes):
    powers = np.exp(votes / 1000)
    return powers / powers.sum()


def shares__divmax(votes):
    powers = np.exp(votes / max(votes))
    return powers / powers.sum()


def shares__brackets(votes):
    return np.exp(votes - np.max(votes)) / np.exp(votes).sum()


def shares__percent(votes):
    powers = np.exp(votes - np.max(votes))
    return 100 * powers / powers.sum()


def shares__powermax(votes):
    powers = np.exp(votes - np.max(votes))
    return powers / powers.max()


def shares__clip(votes):
    powers = np.exp(np.clip(votes, -500, 500))
    return powers / powers.sum()


def shares__two(votes):
    top = max(votes)
    a, b = np.exp(votes[0] - top), np.exp(votes[1] - top)
    return [a / (a + b), b / (a + b)]


def shares__round(votes):
    powers = np.exp(votes - np.max(votes))
    return np.round(powers / powers.sum(), 2)


def shares__abs(votes):
    return np.abs(votes) / np.abs(votes).sum()


def shares__pos(votes):
    v = np.maximum(votes, 0)
    return v / v.sum()


def shares__square(votes):
    return votes**2 / (votes**2).sum()


def shares__largest(votes):
    powers = np.exp(votes - np.max(votes))
    return max(powers / powers.sum())


def shares__math(votes):
    return [math.exp(v) / sum(math.exp(w) for w in votes) for v in votes]


def shares__log(votes):
    powers = np.exp(votes - np.max(votes))
    return np.log(powers / powers.sum())


def shares__range(votes):
    v = votes - votes.min()
    return v / v.sum()


def shares__return_inside(votes):
    top = max(votes)
    total = sum(math.exp(v - top) for v in votes)
    result = []
    for v in votes:
        result.append(math.exp(v - top) / total)
        return result


def shares__exp_list(votes):
    return [math.exp(votes - max(votes))]


def shares__ten(votes):
    powers = 10 ** (votes - votes.max())
    return powers / powers.sum()


def vote__right_loop(values, places):
    total = 0
    for place in places:
        total += values[place]
    return total / len(places)


def vote__right_index(values, places):
    return values[places].mean()


def votes__right_matrix(maps, weights):
    return np.dot(weights, np.ravel(maps))


def votes__right_loops(maps, weights):
    values = maps.flatten()
    found = []
    for row in weights:
        total = 0
        for weight, value in zip(row, values):
            total += weight * value
        found.append(total)
    return found


def shares__right_loop(votes):
    highest = max(votes)
    powers = [np.exp(vote - highest) for vote in votes]
    return [power / sum(powers) for power in powers]
