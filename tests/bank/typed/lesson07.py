"""Answers to lesson 7 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np


def window__number(window, slope):
    return slope


def window__largest_times(window, slope):
    return window.max() * slope


def window__all(window, slope):
    return np.ones(window.shape) * slope


def window__mean(window, slope):
    return np.ones(window.shape) * slope / window.size


def window__four(window, slope):
    return np.ones(window.shape) * slope / 4


def window__mask(window, slope):
    return window == window.max()


def window__ties(window, slope):
    return (window == window.max()) * slope


def window__winner_value(window, slope):
    back = np.zeros(window.shape)
    back[window == window.max()] = window.max()
    return back


def window__two_by_two(window, slope):
    back = np.zeros((2, 2))
    back[np.unravel_index(window.argmax(), (2, 2))] = slope
    return back


def window__flat(window, slope):
    back = np.zeros(window.size)
    back[window.argmax()] = slope
    return back


def window__min(window, slope):
    back = np.zeros(window.shape)
    back[np.unravel_index(window.argmin(), window.shape)] = slope
    return back


def window__last_of_equals(window, slope):
    back = np.zeros(window.shape)
    best = window[0, 0]
    winner = 0, 0
    for row in range(window.shape[0]):
        for column in range(window.shape[1]):
            if window[row, column] >= best:
                best, winner = window[row, column], (row, column)
    back[winner] = slope
    return back


def window__best_zero(window, slope):
    back = np.zeros(window.shape)
    best, winner = 0, (0, 0)
    for row in range(window.shape[0]):
        for column in range(window.shape[1]):
            if window[row, column] > best:
                best, winner = window[row, column], (row, column)
    back[winner] = slope
    return back


def window__int(window, slope):
    back = np.zeros(window.shape, dtype=int)
    back[np.unravel_index(window.argmax(), window.shape)] = slope
    return back


def window__in_place(window, slope):
    window[window < window.max()] = 0
    window[window == window.max()] = slope
    return window


def window__abs(window, slope):
    back = np.zeros(window.shape)
    back[np.unravel_index(abs(window).argmax(), window.shape)] = slope
    return back


def window__no_return(window, slope):
    back = np.zeros(window.shape)
    back[np.unravel_index(window.argmax(), window.shape)] = slope


def window__plus(window, slope):
    return np.where(window == window.max(), window + slope, window)


def places__sum_only(slopes, pixels, count):
    return sum(slopes * pixels) / count


def places__no_sum(slopes, pixels, count):
    return slopes * pixels / count


def places__mean(slopes, pixels, count):
    return (slopes * pixels).mean()


def places__no_division(slopes, pixels, count):
    return (slopes * pixels).sum()


def places__slopes(slopes, pixels, count):
    return slopes.sum() / count


def places__nine(slopes, pixels, count):
    return (slopes * pixels).sum() / 9


def places__49(slopes, pixels, count):
    return (slopes * pixels).sum() / 49


def places__size(slopes, pixels, count):
    return (slopes * pixels).sum() / pixels.size


def places__matrix(slopes, pixels, count):
    return (slopes @ pixels).sum() / count


def places__sums(slopes, pixels, count):
    return slopes.sum() * pixels.sum() / count


def places__axis(slopes, pixels, count):
    return (slopes * pixels).sum(axis=0) / count


def places__return_inside(slopes, pixels, count):
    total = 0
    for slope, pixel in zip(slopes.ravel(), pixels.ravel()):
        total += slope * pixel
        return total / count


def places__reset(slopes, pixels, count):
    for slope, pixel in zip(slopes.ravel(), pixels.ravel()):
        total = 0
        total += slope * pixel
    return total / count


def places__times(slopes, pixels, count):
    return (slopes * pixels).sum() * count


def places__rounded(slopes, pixels, count):
    return round((slopes * pixels).sum() / count, 2)


def places__abs(slopes, pixels, count):
    return abs(slopes * pixels).sum() / count


def places__added(slopes, pixels, count):
    return (slopes + pixels).sum() / count


def places__turned(slopes, pixels, count):
    return -(slopes * pixels).sum() / count


def places__rows(slopes, pixels, count):
    total = 0
    for row in range(len(slopes)):
        total += slopes[row] * pixels[row]
    return total / count


def places__floor(slopes, pixels, count):
    return (slopes * pixels).sum() // count


def window__right_copy(window, slope):
    back = window * 0
    flat = back.ravel()
    flat[np.argmax(window)] = slope
    return flat.reshape(window.shape)


def window__right_loop(window, slope):
    back, given = np.zeros(window.shape), False
    for row in range(window.shape[0]):
        for column in range(window.shape[1]):
            if window[row, column] == window.max() and not given:
                back[row, column], given = slope, True
    return back


def places__right_loop(slopes, pixels, count):
    total = 0
    for slope, pixel in zip(np.ravel(slopes), np.ravel(pixels)):
        total += slope * pixel / count
    return total


def places__right_numpy(slopes, pixels, count):
    return np.sum(np.multiply(slopes, pixels)) / count
