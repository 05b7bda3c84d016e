"""Answers to lesson 9 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np


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


def back__if(values, slopes_above):
    if values > 0:
        return slopes_above
    return 0


def back__one(values, slopes_above):
    return (values > 0) * 1


def back__np(values, slopes_above):
    return np.maximum(values, 0) * slopes_above


def back__filter(values, slopes_above):
    return slopes_above[values > 0]


def back__minus(values, slopes_above):
    return np.where(values > 0, slopes_above, -1)


def back__values(values, slopes_above):
    return np.where(values > 0, values, 0)


def back__inplace(values, slopes_above):
    slopes_above[values <= 0] = 0
    return slopes_above


def back__right_ge(values, slopes_above):
    return slopes_above * (values >= 0)


def back__and(values, slopes_above):
    return np.where((values > 0) & (slopes_above > 0), slopes_above, 0)


def back__abs(values, slopes_above):
    return np.abs(slopes_above) * (values > 0)


def back__loop(values, slopes_above):
    result = []
    for v, s in zip(values, slopes_above):
        if v > 0:
            result.append(s)
        else:
            result.append(0)
    return result


def back__sum(values, slopes_above):
    return (slopes_above * (values > 0)).sum()


def back__half(values, slopes_above):
    return np.where(values > 0, slopes_above, slopes_above / 2)


def back__one_above(values, slopes_above):
    return slopes_above * (values > 1)


def back__int(values, slopes_above):
    return (slopes_above * (values > 0)).astype(int)


def back__right_by_its_value(values, slopes_above):
    return slopes_above * np.maximum(values, 0) / values


def back__relu(values, slopes_above):
    return np.maximum(values * slopes_above, 0)


def back__add(values, slopes_above):
    return slopes_above + (values > 0)


def nudge__right_errors(value, step, error):
    here, up, down = error(value), error(value + step), error(value - step)
    if up < here and up <= down:
        return value + step
    if down < here:
        return value - step
    return value


def back__right_loop(values, slopes_above):
    result = np.zeros(values.shape)
    for place in np.ndindex(values.shape):
        if values[place] > 0:
            result[place] = slopes_above[place]
    return result


def nudge__moves_where_flat(value, step, error):
    return min((value + step, value - step, value), key=error)


def nudge__down_where_flat(value, step, error):
    if error(value + step) < error(value):
        return value + step
    elif error(value - step) > error(value):
        return value
    else:
        return value - step


def nudge__better_of_two(value, step, error):
    return value + step if error(value + step) < error(value - step) else value - step


def nudge__two_steps(value, step, error):
    return min((value, value + 2 * step, value - 2 * step), key=error)


def back__swapped(values, slopes_above):
    return values * (slopes_above > 0)
