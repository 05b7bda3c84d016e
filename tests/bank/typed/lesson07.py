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


def window__relu(window, slope):
    return slope * (window > 0)


def window__relu_where(window, slope):
    return np.where(window > 0, slope, 0)


def window__relu_equal(window, slope):
    return slope * (window >= 0)


def window__row_index(window, slope):
    back = np.zeros(window.shape)
    back[window.argmax()] = slope
    return back


def window__first_cell(window, slope):
    back = np.zeros(window.shape)
    back[0, 0] = slope
    return back


def window__last_cell(window, slope):
    back = np.zeros(window.shape)
    back[-1, -1] = slope
    return back


def window__cell01(window, slope):
    back = np.zeros(window.shape)
    back[0, 1] = slope
    return back


def window__argmax(window, slope):
    return window.argmax()


def window__argmax_times(window, slope):
    return window.argmax() * slope


def window__quarter(window, slope):
    return slope / 4


def window__size_number(window, slope):
    return slope / window.size


def window__keep_winner(window, slope):
    return window * (window == window.max())


def window__losers(window, slope):
    return np.where(window == window.max(), 0, slope)


def window__losers2(window, slope):
    return slope * (window < window.max())


def window__step(window, slope):
    return window - slope


def window__plus_all(window, slope):
    return window + slope


def window__turned(window, slope):
    back = np.zeros(window.shape)
    back[np.unravel_index(window.argmax(), window.shape)] = -slope
    return back


def window__if(window, slope):
    if window == window.max():
        return slope
    return 0


def window__columns(window, slope):
    return slope * (window == window.max(axis=0))


def window__ties_shared(window, slope):
    winners = window == window.max()
    return slope * winners / winners.sum()


def window__minus_ones(window, slope):
    back = np.full(window.shape, -1.0)
    back[np.unravel_index(window.argmax(), window.shape)] = slope
    return back


def window__nan(window, slope):
    return np.where(window == window.max(), slope, np.nan)


def window__softmax(window, slope):
    powers = np.exp(window)
    return slope * powers / powers.sum()


def window__sign(window, slope):
    return slope * np.sign(window)


def window__list_of_winner(window, slope):
    return np.unravel_index(window.argmax(), window.shape)


def window__max_builtin(window, slope):
    back = np.zeros(window.shape)
    back[window == max(window)] = slope
    return back


def window__relu_winner(window, slope):
    back = np.zeros(window.shape)
    back[np.unravel_index(window.argmax(), window.shape)] = max(slope, 0)
    return back


def window__ones(window, slope):
    back = np.ones(window.shape)
    back[np.unravel_index(window.argmax(), window.shape)] = slope
    return back


def window__like_int(window, slope):
    back = np.zeros_like(window, dtype=int)
    back[np.unravel_index(window.argmax(), window.shape)] = slope
    return back


def window__transposed(window, slope):
    back = np.zeros(window.shape)
    row, column = np.unravel_index(window.argmax(), window.shape)
    back[column, row] = slope
    return back


def window__divmod_rows(window, slope):
    back = np.zeros(window.shape)
    row, column = divmod(window.argmax(), len(window))
    back[row, column] = slope
    return back


def window__two_columns(window, slope):
    back = np.zeros(window.shape)
    row, column = divmod(window.argmax(), 2)
    back[row, column] = slope
    return back


def window__empty_like(window, slope):
    back = window.copy()
    back[np.unravel_index(window.argmax(), window.shape)] = slope
    return back


def window__every_bigger(window, slope):
    back = np.zeros(window.shape)
    best = -1000
    for row in range(window.shape[0]):
        for column in range(window.shape[1]):
            if window[row, column] > best:
                best = window[row, column]
                back[row, column] = slope
    return back


def window__nested(window, slope):
    back = np.zeros(window.shape)
    for row in window:
        for value in row:
            if value == window.max():
                value = slope
    return back


def places__one(slopes, pixels, count):
    return slopes[0, 0] * pixels[0, 0] / count


def places__one_middle(slopes, pixels, count):
    return slopes[3, 3] * pixels[3, 3] / count


def places__one_11(slopes, pixels, count):
    return slopes[1, 1] * pixels[1, 1] / count


def places__one_last(slopes, pixels, count):
    return slopes[-1, -1] * pixels[-1, -1] / count


def places__one_chained(slopes, pixels, count):
    return slopes[2][5] * pixels[2][5] / count


def places__one_half(slopes, pixels, count):
    row, column = slopes.shape[0] // 2, slopes.shape[1] // 2
    return slopes[row, column] * pixels[row, column] / count


def places__one_undivided(slopes, pixels, count):
    return slopes[0, 0] * pixels[0, 0]


def places__one_middle_undivided(slopes, pixels, count):
    return slopes[3, 3] * pixels[3, 3]


def places__first_row(slopes, pixels, count):
    return (slopes[0] * pixels[0]).sum() / count


def places__first_row_array(slopes, pixels, count):
    return slopes[0] * pixels[0] / count


def places__row3(slopes, pixels, count):
    return (slopes[3] * pixels[3]).sum() / count


def places__first_column(slopes, pixels, count):
    return (slopes[:, 0] * pixels[:, 0]).sum() / count


def places__corner33(slopes, pixels, count):
    return (slopes[:3, :3] * pixels[:3, :3]).sum() / count


def places__corner33_loop(slopes, pixels, count):
    total = 0
    for row in range(3):
        for column in range(3):
            total += slopes[row, column] * pixels[row, column]
    return total / count


def places__seven_loop(slopes, pixels, count):
    total = 0
    for row in range(7):
        for column in range(7):
            total += slopes[row, column] * pixels[row, column]
    return total / count


def places__diagonal(slopes, pixels, count):
    total = 0
    for place in range(len(slopes)):
        total += slopes[place, place] * pixels[place, place]
    return total / count


def places__count_49(slopes, pixels, count):
    return (slopes * pixels).sum() / count / 49


def places__count_times_49(slopes, pixels, count):
    return (slopes * pixels).sum() / (count * 49)


def places__count_size(slopes, pixels, count):
    return (slopes * pixels).sum() / count / slopes.size


def places__count_len(slopes, pixels, count):
    return (slopes * pixels).sum() / count / len(slopes)


def places__count_nine(slopes, pixels, count):
    return (slopes * pixels).sum() / count / 9


def places__just_49(slopes, pixels, count):
    return (slopes * pixels).sum() / 49


def places__times_49(slopes, pixels, count):
    return (slopes * pixels).sum() / count * 49


def places__precedence(slopes, pixels, count):
    return (slopes * pixels).sum() / count * slopes.size


def places__largest(slopes, pixels, count):
    return (slopes * pixels).max() / count


def places__largest_slope(slopes, pixels, count):
    place = slopes.argmax()
    return slopes.flat[place] * pixels.flat[place] / count


def places__largest_abs_slope(slopes, pixels, count):
    place = np.abs(slopes).argmax()
    return slopes.flat[place] * pixels.flat[place] / count


def places__largest_each(slopes, pixels, count):
    return slopes.max() * pixels.max() / count


def places__largest_abs(slopes, pixels, count):
    return np.abs(slopes * pixels).max() / count


def places__largest_pixel(slopes, pixels, count):
    place = np.argmax(pixels)
    return slopes.flat[place] * pixels.flat[place] / count


def places__largest_undivided(slopes, pixels, count):
    return (slopes * pixels).max()


def places__slope_mask(slopes, pixels, count):
    return (slopes * (pixels > 0)).sum() / count


def places__slopes_positive(slopes, pixels, count):
    return (np.maximum(slopes, 0) * pixels).sum() / count


def places__masked_sum(slopes, pixels, count):
    return slopes[pixels == 1].sum() / count


def places__means(slopes, pixels, count):
    return slopes.mean() * pixels.mean() / count


def places__means2(slopes, pixels, count):
    return slopes.mean() * pixels.mean()


def places__mean_slope(slopes, pixels, count):
    return slopes.mean() / count


def places__divide_pixels(slopes, pixels, count):
    return (slopes / pixels).sum() / count


def places__minus(slopes, pixels, count):
    return (pixels - slopes).sum() / count


def places__step(slopes, pixels, count):
    return pixels - slopes / count


def places__no_brackets(slopes, pixels, count):
    return slopes * pixels.sum() / count


def places__no_brackets2(slopes, pixels, count):
    return slopes.sum() * pixels / count


def places__sum_method(slopes, pixels, count):
    return (slopes * pixels).sum / count


def places__count_shape(slopes, pixels, count):
    return (slopes * pixels).sum() / count.size


def places__overwrite(slopes, pixels, count):
    total = 0
    for slope, pixel in zip(slopes.ravel(), pixels.ravel()):
        total = slope * pixel
    return total / count


def places__rows_zip(slopes, pixels, count):
    total = 0
    for slope, pixel in zip(slopes, pixels):
        total += slope * pixel
    return total / count


def places__every_pair(slopes, pixels, count):
    total = 0
    for slope in slopes.ravel():
        for pixel in pixels.ravel():
            total += slope * pixel
    return total / count


def places__prod(slopes, pixels, count):
    return np.prod(slopes * pixels) / count


def places__square(slopes, pixels, count):
    return ((slopes * pixels) ** 2).sum() / count


def places__matmul(slopes, pixels, count):
    return slopes @ pixels / count


def places__median(slopes, pixels, count):
    return np.median(slopes * pixels) / count


def places__cumulative(slopes, pixels, count):
    return np.cumsum(slopes * pixels) / count


def places__count_sum(slopes, pixels, count):
    return (slopes * pixels).sum() / count.sum()


def places__skip_last(slopes, pixels, count):
    total = 0
    for row in range(len(slopes) - 1):
        for column in range(len(slopes[0]) - 1):
            total += slopes[row, column] * pixels[row, column]
    return total / count


def places__square_side(slopes, pixels, count):
    total = 0
    for row in range(len(slopes)):
        for column in range(len(slopes)):
            total += slopes[row, column] * pixels[row, column]
    return total / count


def places__nonzero(slopes, pixels, count):
    return (slopes * pixels).sum() / np.count_nonzero(slopes)


def places__int(slopes, pixels, count):
    return int((slopes * pixels).sum() / count)


def places__flipped(slopes, pixels, count):
    return (slopes[::-1, ::-1] * pixels).sum() / count


def places__transposed(slopes, pixels, count):
    return (slopes.T * pixels).sum() / count


def places__center(slopes, pixels, count):
    return slopes[4, 2] * pixels[4, 2] / count


def places__one_mean(slopes, pixels, count):
    return slopes[0][0] * pixels[0][0] / 9


def places__slopes00(slopes, pixels, count):
    return slopes[0, 0] * pixels.sum() / count


def places__pixels00(slopes, pixels, count):
    return (slopes * pixels[0, 0]).sum() / count


def places__max_slope_all(slopes, pixels, count):
    return (slopes.max() * pixels).sum() / count


def places__positive_products(slopes, pixels, count):
    return np.maximum(slopes * pixels, 0).sum() / count


def places__positive_only(slopes, pixels, count):
    p = slopes * pixels
    return p[p > 0].sum() / count


def places__div_both(slopes, pixels, count):
    return (slopes / count * pixels / count).sum()


def places__div_slopes_mean(slopes, pixels, count):
    return (slopes * pixels / count).mean()


def places__count_minus(slopes, pixels, count):
    return (slopes * pixels).sum() / (count - 1)


def places__count_slopes(slopes, pixels, count):
    return (slopes * pixels).sum() / slopes.sum()


def places__half(slopes, pixels, count):
    return 0.5 * (slopes * pixels).sum() / count


def places__double(slopes, pixels, count):
    return 2 * (slopes * pixels).sum() / count


def places__minus_rate(slopes, pixels, count):
    return pixels - 0.1 * slopes


def places__multiplied_49(slopes, pixels, count):
    return slopes.mean() * 49 / count


def places__pooled(slopes, pixels, count):
    return slopes.max() / count


def places__max_slope_count(slopes, pixels, count):
    return slopes.max()


def places__where(slopes, pixels, count):
    return np.where(pixels > 0, slopes, 0).sum() / count


def places__where_minus(slopes, pixels, count):
    return np.where(pixels > 0, slopes, -slopes).sum() / count


def places__return_row(slopes, pixels, count):
    for row in range(len(slopes)):
        total = 0
        for column in range(len(slopes[0])):
            total += slopes[row, column] * pixels[row, column]
    return total / count


def places__zip_rows_return(slopes, pixels, count):
    for a, b in zip(slopes, pixels):
        return (a * b).sum() / count


def places__last_row_literal(slopes, pixels, count):
    return (slopes[6] * pixels[6]).sum() / count


def places__col3(slopes, pixels, count):
    return (slopes[:, 3] * pixels[:, 3]).sum() / count


def places__sum_slopes_times_pixel(slopes, pixels, count):
    return slopes.sum() * pixels[0, 0] / count


def places__flat_index(slopes, pixels, count):
    return slopes.flat[24] * pixels.flat[24] / count


def places__random(slopes, pixels, count):
    return slopes.ravel()[10] * pixels.ravel()[10]


def window__greater_zero_else(window, slope):
    back = np.zeros(window.shape)
    for r in range(window.shape[0]):
        for c in range(window.shape[1]):
            if window[r, c] > 0:
                back[r, c] = slope
    return back


def window__mean_threshold(window, slope):
    return slope * (window > window.mean())


def window__times_max(window, slope):
    return slope * (window / window.max())


def window__relative(window, slope):
    return slope * window / abs(window).sum()


def window__argmax_axis(window, slope):
    back = np.zeros(window.shape)
    back[window.argmax(axis=0), window.argmax(axis=1)] = slope
    return back


def window__value_minus(window, slope):
    back = window.copy()
    back[np.unravel_index(window.argmax(), window.shape)] -= slope
    return back


def window__winner_only_added(window, slope):
    back = np.zeros(window.shape)
    i = np.unravel_index(window.argmax(), window.shape)
    back[i] = window[i] + slope
    return back


def window__max_bool(window, slope):
    return (window == window.max()) & (slope != 0)


def window__list1(window, slope):
    return [slope if v == window.max() else 0 for v in window.ravel()]


def window__first_row_only(window, slope):
    back = np.zeros(window.shape)
    back[0, window[0].argmax()] = slope
    return back


def window__abs_slope(window, slope):
    back = np.zeros(window.shape)
    back.flat[window.argmax()] = abs(slope)
    return back


def window__window_zero(window, slope):
    window[:] = 0
    window.flat[window.argmax()] = slope
    return window


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


def window__right_lists(window, slope):
    best = max(max(row) for row in window.tolist())
    back, given = [], False
    for row in window.tolist():
        line = []
        for value in row:
            line.append(slope if value == best and not given else 0)
            given = given or value == best
        back.append(line)
    return back


def window__right_put(window, slope):
    back = np.zeros_like(window)
    np.put(back, window.argmax(), slope)
    return back


def window__right_flat(window, slope):
    back = np.zeros(window.shape, np.float32)
    back.flat[np.argmax(window)] = slope
    return back


def window__right_argwhere(window, slope):
    back = window * 0.0
    row, column = np.argwhere(window == window.max())[0]
    back[row, column] = slope
    return back


def window__right_onehot(window, slope):
    return slope * (np.arange(window.size) == window.argmax()).reshape(window.shape)


def window__right_divmod(window, slope):
    back = np.zeros(window.shape)
    row, column = divmod(int(window.argmax()), window.shape[1])
    back[row][column] = slope
    return back


def places__right_einsum(slopes, pixels, count):
    return np.einsum("ij,ij->", slopes, pixels) / count


def places__right_float32(slopes, pixels, count):
    return (slopes.astype("float32") * pixels.astype("float32")).sum() / count


def places__right_lists(slopes, pixels, count):
    total = 0
    for row in range(len(slopes)):
        for column in range(len(slopes[row])):
            total += slopes[row][column] * pixels[row][column]
    return total / count


def places__right_int(slopes, pixels, count):
    return (slopes * pixels.astype(int if (pixels == pixels.astype(int)).all() else float)).sum() / count


def places__right_dot(slopes, pixels, count):
    return slopes.flatten() @ pixels.flatten() / count


def places__right_shares(slopes, pixels, count):
    return sum(sum(slopes * pixels / count))


def places__right_tensordot(slopes, pixels, count):
    return np.tensordot(slopes, pixels, 2) / count


def places__right_array(slopes, pixels, count):
    return np.array([(slopes * pixels).sum() / count])[0]


def window__right_del(window, slope):
    flat = [0.0] * window.size
    flat[int(np.argmax(window))] = slope
    return np.reshape(flat, window.shape).tolist()


def places__right_moveaxis(slopes, pixels, count):
    return float((slopes.T * pixels.T).sum()) / count


def places__right_each(slopes, pixels, count):
    return ((slopes / count) * pixels).sum()
