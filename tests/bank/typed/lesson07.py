"""Answers to lesson 7 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np


def step__brackets(value, slope, rate):
    return (value - rate) * slope


def step__divide(value, slope, rate):
    return value - slope / rate


def step__rate_only(value, slope, rate):
    return value - rate


def step__tenth(value, slope, rate):
    return value - 0.1 * slope


def step__percent(value, slope, rate):
    return value - slope * rate / 100


def step__relative(value, slope, rate):
    return value - value * slope * rate


def step__rounded(value, slope, rate):
    return round(value - slope * rate, 2)


def step__abs(value, slope, rate):
    return abs(value - slope * rate)


def step__pos(value, slope, rate):
    return max(value - slope * rate, 0)


def step__if(value, slope, rate):
    if slope > 0:
        return value - rate * slope
    else:
        return value + rate * slope


def step__if_none(value, slope, rate):
    if slope > 0:
        return value - rate * slope
    if slope < 0:
        return value - rate * slope


def step__twice(value, slope, rate):
    for n in range(2):
        value = value - rate * slope
    return value


def step__order(value, slope, rate):
    return slope - rate * value


def step__tuple(value, slope, rate):
    return (value - rate * slope,)


def step__inplace(value, slope, rate):
    value -= rate * slope


def step__square(value, slope, rate):
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


def nudge__else(value, step, error):
    if error(value + step) < error(value):
        return value + step
    else:
        return value - step


def nudge__return_step(value, step, error):
    if error(value + step) < error(value):
        return step
    if error(value - step) < error(value):
        return -step
    return 0


def nudge__none(value, step, error):
    if error(value + step) < error(value):
        return value + step
    if error(value - step) < error(value):
        return value - step


def nudge__abs(value, step, error):
    if error(value) > 0:
        return value - step
    return value


def nudge__first_better(value, step, error):
    if error(value - step) > error(value):
        return value + step
    if error(value + step) > error(value):
        return value - step
    return value


def nudge__walk(value, step, error):
    while error(value + step) < error(value):
        value += step
    while error(value - step) < error(value):
        value -= step
    return value


def nudge__min_values(value, step, error):
    return min(value, value + step, value - step)


def nudge__half(value, step, error):
    if error(value + 0.5) < error(value):
        return value + 0.5
    if error(value - 0.5) < error(value):
        return value - 0.5
    return value


def nudge__call(value, step, error):
    return min(error[value], error[value + step])


def nudge__product(value, step, error):
    return value - step * error(value)


def nudge__slope(value, step, error):
    slope = (error(value + step) - error(value)) / step
    return value - step * slope


def nudge__max(value, step, error):
    return max((value, value + step, value - step), key=error)


def nudge__compare_step(value, step, error):
    if error(step) < error(value):
        return value + step
    return value - step


def nudge__plus_twice(value, step, error):
    if error(value + step) < error(value):
        value = value + step
    if error(value + step) < error(value):
        value = value + step
    return value


def nudge__tuple(value, step, error):
    return min((value, value + step, value - step), key=error), error(value)


def nudge__reversed(value, step, error):
    if error(value + step) > error(value):
        return value + step
    if error(value - step) > error(value):
        return value - step
    return value


def nudge__changed(value, step, error):
    if error(value + step) < error(value):
        return value - step
    if error(value - step) < error(value):
        return value + step
    return value


def relu__if(values, slopes_above):
    if values > 0:
        return slopes_above
    return 0


def relu__one(values, slopes_above):
    return (values > 0) * 1


def relu__np(values, slopes_above):
    return np.maximum(values, 0) * slopes_above


def relu__filter(values, slopes_above):
    return slopes_above[values > 0]


def relu__minus(values, slopes_above):
    return np.where(values > 0, slopes_above, -1)


def relu__values(values, slopes_above):
    return np.where(values > 0, values, 0)


def relu__inplace(values, slopes_above):
    slopes_above[values <= 0] = 0
    return slopes_above


def relu__right_ge(values, slopes_above):
    return slopes_above * (values >= 0)


def relu__and(values, slopes_above):
    return np.where((values > 0) & (slopes_above > 0), slopes_above, 0)


def relu__abs(values, slopes_above):
    return np.abs(slopes_above) * (values > 0)


def relu__loop(values, slopes_above):
    result = []
    for v, s in zip(values, slopes_above):
        if v > 0:
            result.append(s)
        else:
            result.append(0)
    return result


def relu__sum(values, slopes_above):
    return (slopes_above * (values > 0)).sum()


def relu__half(values, slopes_above):
    return np.where(values > 0, slopes_above, slopes_above / 2)


def relu__one_above(values, slopes_above):
    return slopes_above * (values > 1)


def relu__int(values, slopes_above):
    return (slopes_above * (values > 0)).astype(int)


def relu__right_by_its_value(values, slopes_above):
    return slopes_above * np.maximum(values, 0) / values


def relu__relu(values, slopes_above):
    return np.maximum(values * slopes_above, 0)


def relu__add(values, slopes_above):
    return slopes_above + (values > 0)


def step__right_minus_equals(value, slope, rate):
    value -= slope * rate
    return value


def error__right_signs(votes, right):
    return sum(abs(r - v) for v, r in zip(votes, right))


def error__right_where(votes, right):
    return np.where(votes > right, votes - right, right - votes).sum()


def nudge__right_errors(value, step, error):
    here, up, down = error(value), error(value + step), error(value - step)
    if up < here and up <= down:
        return value + step
    if down < here:
        return value - step
    return value


def relu__right_loop(values, slopes_above):
    result = np.zeros(values.shape)
    for place in np.ndindex(values.shape):
        if values[place] > 0:
            result[place] = slopes_above[place]
    return result
