"""Answers to lesson 6 as beginners type them: each named after its exercise and its slip, or after `right`."""

import math
from decimal import Decimal

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


def vote__no_mean(values, places):
    return values[places] / len(places)


def vote__sum_all(values, places):
    return sum(values) / len(places)


def vote__divided_by_all(values, places):
    return values[places].sum() / len(values)


def vote__add_places(values, places):
    total = 0
    for place in places:
        total += place
    return total / len(places)


def vote__weighted(values, places):
    return np.average(values[places], weights=places)


def vote__minus_one_count(values, places):
    return values[places].sum() / (len(places) - 1)


def vote__prod(values, places):
    return np.prod(values[places])


def vote__geometric(values, places):
    return np.prod(values[places]) ** (1 / len(places))


def vote__last_value(values, places):
    return values[len(places)]


def vote__places_minus(values, places):
    return values[places - 1].mean()


def vote__dot(values, places):
    return np.dot(values, places)


def vote__values_of_values(values, places):
    total = 0
    for value in values:
        if value in places:
            total += value
    return total / len(places)


def vote__append(values, places):
    picked = []
    for place in places:
        picked.append(values)
    return np.mean(picked)


def vote__append_no_mean(values, places):
    picked = []
    for place in places:
        picked.append(values[place])
    return sum(picked)


def vote__others(values, places):
    return np.mean([value for n, value in enumerate(values) if n not in places])


def vote__call(values, places):
    return np.mean([values(place) for place in places])


def vote__sum_no_brackets(values, places):
    return values[places].sum / len(places)


def vote__max_mean(values, places):
    return max(values[places]) / len(places)


def vote__zip(values, places):
    return np.mean([value for value, place in zip(values, places)])


def vote__product_zip(values, places):
    return np.mean([value * place for value, place in zip(values, places)])


def vote__len_tuple(values, places):
    return sum([values[p] for p in places]), len(places)


def vote__first_place(values, places):
    return values[places[0]]


def vote__list_mean(values, places):
    return [values[p] for p in places].mean()


def vote__one_value(values, places):
    return values[places[0]] / len(places)


def vote__slice_inclusive(values, places):
    return values[min(places) : max(places) + 1].mean()


def vote__reversed(values, places):
    return np.mean([values[-p] for p in places])


def votes__mean(maps, weights):
    return np.mean(weights * maps.ravel(), axis=1)


def votes__no_ravel(maps, weights):
    return (weights * maps).sum()


def votes__no_ravel2(maps, weights):
    return [(row * maps).sum() for row in weights]


def votes__sum_times_sum(maps, weights):
    return weights.sum(axis=1) * maps.sum()


def votes__outer(maps, weights):
    return np.outer(weights, maps)


def votes__bool(maps, weights):
    return weights @ maps.reshape(-1) > 0


def votes__relu_first(maps, weights):
    return weights @ np.maximum(maps.reshape(-1), 0)


def votes__abs_weights(maps, weights):
    return np.abs(weights) @ maps.reshape(-1)


def votes__two_only(maps, weights):
    values = maps.reshape(-1)
    return values @ weights[0], values @ weights[1]


def votes__dict(maps, weights):
    values = maps.reshape(-1)
    return {"X": values @ weights[0], "O": values @ weights[1]}


def votes__by_sum(maps, weights):
    return weights @ maps.reshape(-1) / weights.sum(axis=1)


def votes__softmax(maps, weights):
    votes = np.exp(weights @ maps.reshape(-1))
    return votes / votes.sum()


def votes__normalised(maps, weights):
    votes = weights @ maps.reshape(-1)
    return votes / votes.sum()


def votes__each_map(maps, weights):
    return [weights @ one_map for one_map in maps]


def votes__each_map_flat(maps, weights):
    return [weights @ one_map.reshape(-1) for one_map in maps]


def votes__tuple_reshape(maps, weights):
    return weights @ maps.reshape(-1, 12)


def votes__row_reshape(maps, weights):
    return weights @ maps.reshape(1, -1)


def votes__row_reshape_t(maps, weights):
    return maps.reshape(1, -1) @ weights.T


def votes__star(maps, weights):
    return weights * maps.reshape(-1)


def votes__flatten_missing(maps, weights):
    return weights @ maps.flatten


def votes__max_map(maps, weights):
    return weights @ maps.max(axis=0).reshape(-1)


def votes__loop_overwrite(maps, weights):
    for row in weights:
        vote = (row * maps.reshape(-1)).sum()
    return vote


def votes__loop_set(maps, weights):
    votes = []
    for row in weights:
        vote = 0
        for weight, value in zip(row, maps.reshape(-1)):
            vote = weight * value
        votes.append(vote)
    return votes


def votes__first_weight(maps, weights):
    return [row[0] * maps.reshape(-1).sum() for row in weights]


def votes__swap(maps, weights):
    return maps.reshape(-1) @ weights


def votes__plus_bias(maps, weights):
    return weights @ maps.reshape(-1) + 1


def votes__reversed_values(maps, weights):
    return weights @ maps.reshape(-1)[::-1]


def votes__fortran(maps, weights):
    return weights @ maps.flatten("F")


def votes__sum_then(maps, weights):
    return weights.sum(axis=0) @ maps.reshape(-1)


def votes__winner_name(maps, weights):
    return "XO"[np.argmax(weights @ maps.reshape(-1))]


def shares__no_exp(votes):
    return votes / votes.sum()


def shares__minus_max(votes):
    return votes - votes.max()


def shares__minus_max_no_exp(votes):
    v = votes - votes.max()
    return v / v.sum()


def shares__divide_votes(votes):
    return np.exp(votes - votes.max()) / votes.sum()


def shares__exp_max(votes):
    return np.exp(votes) / np.exp(votes).max()


def shares__nan_to_num(votes):
    return np.nan_to_num(np.exp(votes) / np.exp(votes).sum())


def shares__exp_of_shares(votes):
    return np.exp(votes / votes.sum())


def shares__inplace(votes):
    votes -= votes.max()
    return np.exp(votes) / np.exp(votes).sum()


def shares__sum_builtin_max(votes):
    powers = np.exp(votes) - np.exp(votes.max())
    return powers / powers.sum()


def shares__clip700(votes):
    powers = np.exp(np.clip(votes, None, 700))
    return powers / powers.sum()


def shares__where(votes):
    if votes.max() > 700:
        return (votes == votes.max()) * 1.0
    return np.exp(votes) / np.exp(votes).sum()


def shares__plus_max(votes):
    powers = np.exp(votes + votes.max())
    return powers / powers.sum()


def shares__max_minus(votes):
    powers = np.exp(votes.max() - votes)
    return powers / powers.sum()


def shares__max_axis0(votes):
    return np.exp(votes - votes.max() / votes.sum())


def shares__precedence(votes):
    return np.exp(votes - votes.max() / np.exp(votes - votes.max()).sum())


def shares__precedence2(votes):
    powers = np.exp(votes) - votes.max()
    return powers / powers.sum()


def shares__sum_missing(votes):
    powers = np.exp(votes - votes.max())
    return powers / len(powers)


def shares__math_list(votes):
    powers = [math.exp(v - max(votes)) for v in votes]
    return powers / sum(powers)


def shares__math_array(votes):
    return math.exp(votes - votes.max()) / sum(votes)


def shares__e_number(votes):
    powers = math.e**votes
    return powers / powers.sum()


def shares__e_27(votes):
    powers = 2.7 ** (votes - votes.max())
    return powers / powers.sum()


def shares__winner(votes):
    return (votes == max(votes)).astype(int)


def shares__argmax(votes):
    return votes.argmax()


def shares__half(votes):
    return np.full(len(votes), 1 / len(votes))


def shares__two_only(votes):
    x, o = votes
    return np.exp(x) / (np.exp(x) + np.exp(o)), np.exp(o) / (np.exp(x) + np.exp(o))


def shares__log_missing(votes):
    return np.log(np.exp(votes - votes.max()) / np.exp(votes - votes.max()).sum())


def shares__sigmoid(votes):
    return 1 / (1 + np.exp(-votes))


def shares__total_loop(votes):
    total = 0
    for vote in votes:
        total = np.exp(vote - votes.max())
    return np.exp(votes - votes.max()) / total


def shares__divided_by_max(votes):
    powers = np.exp(votes / votes.max())
    return powers / powers.sum()


def shares__minus_ten(votes):
    powers = np.exp(votes - 100)
    return powers / powers.sum()


def shares__percent_round(votes):
    powers = np.exp(votes - votes.max())
    return np.round(100 * powers / powers.sum())


def shares__minus_sum(votes):
    powers = np.exp(votes - votes.sum())
    return powers / powers.sum()


def shares__float32(votes):
    powers = np.exp(votes.astype(np.float32))
    return powers / powers.sum()


def vote__minus(values, places):
    return np.mean([-values[p] for p in places])


def vote__sum12_5(values, places):
    return sum(values[p] for p in places) / 12


def vote__list(values, places):
    return [np.mean([values[p] for p in places])]


def vote__weighted_len(values, places):
    return sum(values[p] / 12 for p in places)


def vote__places_float(values, places):
    return values[sum(places) / len(places)]


def vote__mean_place(values, places):
    return values[int(np.mean(places))]


def votes__len(maps, weights):
    return [sum(row) for row in weights]


def votes__mean_maps(maps, weights):
    return weights @ maps.reshape(-1) / len(maps)


def votes__each(maps, weights):
    votes = []
    for n in range(len(weights)):
        for v in maps.reshape(-1):
            votes.append(weights[n] * v)
    return votes


def votes__zip_total(maps, weights):
    total = 0
    for row in weights:
        total += row @ maps.reshape(-1)
    return total


def votes__rows_swapped(maps, weights):
    return weights[::-1] @ maps.reshape(-1)


def votes__square(maps, weights):
    return (weights @ maps.reshape(-1)) ** 2


def shares__abs_max(votes):
    powers = np.exp(votes - abs(votes).max())
    return powers / powers.sum()


def shares__sorted(votes):
    powers = np.exp(np.sort(votes) - votes.max())
    return powers / powers.sum()


def shares__square_exp(votes):
    powers = np.exp((votes - votes.max()) ** 2)
    return powers / powers.sum()


def shares__temperature(votes):
    powers = np.exp((votes - votes.max()) / 2)
    return powers / powers.sum()


def shares__sum_all(votes):
    powers = np.exp(votes - votes.max())
    return powers.sum()


def shares__dict(votes):
    powers = np.exp(votes - votes.max())
    return dict(enumerate(powers / powers.sum()))


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


def vote__right_take(values, places):
    return np.take(values, places).mean()


def vote__right_mask(values, places):
    weights = np.zeros(len(values))
    weights[places] = 1 / len(places)
    return weights @ values


def vote__right_float32(values, places):
    return values.astype(np.float32)[places].mean()


def vote__right_enumerate(values, places):
    picked = [value for n, value in enumerate(values.tolist()) if n in places]
    return sum(picked) / len(picked)


def vote__right_running(values, places):
    mean = 0
    for n, place in enumerate(places):
        mean = (mean * n + values[place]) / (n + 1)
    return mean


def votes__right_einsum(maps, weights):
    return np.einsum("cv,v->c", weights, maps.ravel())


def votes__right_transposed(maps, weights):
    return maps.flatten() @ weights.T


def votes__right_lists(maps, weights):
    values = [value for one_map in maps for row in one_map for value in row]
    return tuple(sum(w * v for w, v in zip(row, values)) for row in weights)


def votes__right_float32(maps, weights):
    return weights.astype(np.float32) @ maps.ravel().astype(np.float32)


def votes__right_sum(maps, weights):
    return (weights * maps.ravel()).sum(axis=-1)


def votes__right_reshaped(maps, weights):
    return (weights.reshape(len(weights), *maps.shape) * maps).sum((1, 2, 3))


def shares__right_scipy(votes):
    return np.exp(votes - np.logaddexp.reduce(votes))


def shares__right_longdouble(votes):
    powers = np.exp(votes.astype(np.longdouble))
    return powers / powers.sum()


def shares__right_float32(votes):
    powers = np.exp((votes - votes.max()).astype(np.float32))
    return powers / powers.sum()


def shares__right_math(votes):
    top = max(votes)
    total = 0
    for vote in votes:
        total += math.exp(vote - top)
    result = []
    for vote in votes:
        result.append(math.exp(vote - top) / total)
    return result


def shares__right_differences(votes):
    return 1 / np.exp(votes - votes[:, None]).sum(1)


def shares__right_decimal(votes):
    powers = [Decimal(float(vote)).exp() for vote in votes]
    return [power / sum(powers) for power in powers]


def shares__right_minus(votes):
    votes = votes - votes.max()
    return np.exp(votes) / np.sum(np.exp(votes))


def shares__right_power(votes):
    powers = np.e ** (votes - max(votes))
    return powers / sum(powers)


def vote__emptied(values, places):
    total, count = 0, len(places)
    for _ in range(count):
        total += values[places.pop()]
    return total / count


def shares__two_categories(votes):
    powers = np.exp(votes - np.max(votes))
    return powers / (powers[0] + powers[1])


def votes__right_einsum(maps, weights):
    return np.einsum("cv,v->c", weights, maps.ravel())
