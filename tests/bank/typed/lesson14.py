"""Answers to lesson 14 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np

from xo.pooling import pool


def shrink__largest(image, times):
    return pool(image, times, times)


def shrink__every_nth(image, times):
    return image[::times, ::times]


def shrink__every_nth_of_lists(image, times):
    return [row[::times] for row in image[::times]]


def shrink__middle(image, times):
    return image[times // 2 :: times, times // 2 :: times]


def shrink__last_of_block(image, times):
    return image[times - 1 :: times, times - 1 :: times]


def shrink__divided(image, times):
    return image / times


def shrink__divided_by_square(image, times):
    return image / times**2


def shrink__half_size(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times))
    for row in range(len(small)):
        for column in range(len(small[0])):
            small[row, column] = image[row : row + times, column : column + times].mean()
    return small


def shrink__sum(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times))
    for row in range(len(small)):
        for column in range(len(small[0])):
            top, left = row * times, column * times
            small[row, column] = image[top : top + times, left : left + times].sum()
    return small


def shrink__divided_by_side(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times))
    for row in range(len(small)):
        for column in range(len(small[0])):
            top, left = row * times, column * times
            small[row, column] = image[top : top + times, left : left + times].sum() / times
    return small


def shrink__divided_by_four(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times))
    for row in range(len(small)):
        for column in range(len(small[0])):
            top, left = row * times, column * times
            small[row, column] = image[top : top + times, left : left + times].sum() / 4
    return small


def shrink__square_only(image, times):
    side = len(image) // times
    small = np.zeros((side, side))
    for row in range(side):
        for column in range(side):
            top, left = row * times, column * times
            small[row, column] = image[top : top + times, left : left + times].mean()
    return small


def shrink__blocks_of_two(image, times):
    small = np.zeros((len(image) // 2, len(image[0]) // 2))
    for row in range(len(small)):
        for column in range(len(small[0])):
            small[row, column] = image[2 * row : 2 * row + 2, 2 * column : 2 * column + 2].mean()
    return small


def shrink__one_too_wide(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times))
    for row in range(len(small)):
        for column in range(len(small[0])):
            top, left = row * times, column * times
            small[row, column] = image[top : top + times + 1, left : left + times + 1].mean()
    return small


def shrink__one_too_small(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times))
    for row in range(len(small)):
        for column in range(len(small[0])):
            top, left = row * times, column * times
            small[row, column] = image[top : top + times - 1, left : left + times - 1].mean()
    return small


def shrink__left_for_top(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times))
    for row in range(len(small)):
        for column in range(len(small[0])):
            small[row, column] = image[row * times : (row + 1) * times, row * times : (row + 1) * times].mean()
    return small


def shrink__comma_forgotten(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times))
    for row in range(len(small)):
        for column in range(len(small[0])):
            top, left = row * times, column * times
            small[row, column] = image[top : top + times][left : left + times].mean()
    return small


def shrink__return_in_loop(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times))
    for row in range(len(small)):
        for column in range(len(small[0])):
            top, left = row * times, column * times
            small[row, column] = image[top : top + times, left : left + times].mean()
        return small


def shrink__whole_sized(image, times):
    small = np.zeros(image.shape)
    for row in range(len(image) // times):
        for column in range(len(image[0]) // times):
            top, left = row * times, column * times
            small[row, column] = image[top : top + times, left : left + times].mean()
    return small


def shrink__spread_again(image, times):
    small = image.copy()
    for top in range(0, len(image), times):
        for left in range(0, len(image[0]), times):
            small[top : top + times, left : left + times] = image[top : top + times, left : left + times].mean()
    return small


def shrink__flat_list(image, times):
    means = []
    for top in range(0, len(image), times):
        for left in range(0, len(image[0]), times):
            means.append(image[top : top + times, left : left + times].mean())
    return means


def shrink__one_number(image, times):
    return image.mean()


def shrink__rows_only(image, times):
    return np.array([image[top : top + times].mean(axis=0) for top in range(0, len(image), times)])


def shrink__columns_only(image, times):
    return np.array([image[:, left : left + times].mean(axis=1) for left in range(0, len(image[0]), times)]).T


def shrink__column_means(image, times):
    return image.mean(axis=0)


def shrink__reshape(image, times):
    return image.reshape(len(image) // times, len(image[0]) // times, -1).mean(2)


def shrink__axes(image, times):
    rows, columns = image.shape
    return image.reshape(rows // times, times, columns // times, times).mean((0, 2))


def shrink__float_size(image, times):
    small = np.zeros((len(image) / times, len(image[0]) / times))
    return small


def shrink__still_zero(image, times):
    return np.zeros((len(image) // times, len(image[0]) // times))


def shrink__integers(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times), int)
    for row in range(len(small)):
        for column in range(len(small[0])):
            top, left = row * times, column * times
            small[row, column] = image[top : top + times, left : left + times].mean()
    return small


def shrink__rounded(image, times):
    small = np.zeros((len(image) // times, len(image[0]) // times))
    for row in range(len(small)):
        for column in range(len(small[0])):
            top, left = row * times, column * times
            small[row, column] = round(image[top : top + times, left : left + times].mean())
    return small


def shrink__exchanged(image, times):
    small = np.zeros((len(image[0]) // times, len(image) // times))
    for row in range(len(image) // times):
        for column in range(len(image[0]) // times):
            top, left = row * times, column * times
            small[column, row] = image[top : top + times, left : left + times].mean()
    return small


def shrink__corners(image, times):
    first, last = image[::times, ::times], image[times - 1 :: times, times - 1 :: times]
    return (first + last) / 2


def shrink__middle_value(image, times):
    rows, columns = len(image) // times, len(image[0]) // times
    cuts = [
        [image[r * times : r * times + times, c * times : c * times + times] for c in range(columns)]
        for r in range(rows)
    ]
    return [[np.median(cut) for cut in line] for line in cuts]


def shrink__blocks(image, times):
    rows, columns = len(image) // times, len(image[0]) // times
    return [
        [image[r * times : (r + 1) * times, c * times : (c + 1) * times] for c in range(columns)] for r in range(rows)
    ]


def shrink__print(image, times):
    for top in range(0, len(image), times):
        for left in range(0, len(image[0]), times):
            print(image[top : top + times, left : left + times].mean())


def shrink__sliding(image, times):
    rows, columns = len(image) - times + 1, len(image[0]) - times + 1
    return [[image[r : r + times, c : c + times].mean() for c in range(columns)] for r in range(rows)]


def paper__largest_only(row, reach):
    return [max(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]


def paper__smallest_only(row, reach):
    return [min(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]


def paper__smallest_of_row(row, reach):
    largest, paper = [], []
    for place in range(len(row)):
        largest.append(max(row[max(0, place - reach) : place + reach + 1]))
    for place in range(len(row)):
        paper.append(min(row[max(0, place - reach) : place + reach + 1]))
    return paper


def paper__changed_order(row, reach):
    smallest = [min(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    return [max(smallest[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]


def paper__twice(row, reach):
    largest = [max(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    return [max(largest[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]


def paper__end_left_out(row, reach):
    largest = [max(row[max(0, place - reach) : place + reach]) for place in range(len(row))]
    return [min(largest[max(0, place - reach) : place + reach]) for place in range(len(row))]


def paper__end_left_out_once(row, reach):
    largest = [max(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    return [min(largest[max(0, place - reach) : place + reach]) for place in range(len(row))]


def paper__below_zero(row, reach):
    largest = [max(row[place - reach : place + reach + 1]) for place in range(len(row))]
    return [min(largest[place - reach : place + reach + 1]) for place in range(len(row))]


def paper__below_zero_numpy(row, reach):
    row = np.array(row)
    largest = np.array([row[place - reach : place + reach + 1].max() for place in range(len(row))])
    return np.array([largest[place - reach : place + reach + 1].min() for place in range(len(row))])


def paper__ends_left_out(row, reach):
    places = range(reach, len(row) - reach)
    largest = [max(row[place - reach : place + reach + 1]) for place in places]
    return largest


def paper__ends_left_out_twice(row, reach):
    largest = [max(row[place - reach : place + reach + 1]) for place in range(reach, len(row) - reach)]
    return [min(largest[place - reach : place + reach + 1]) for place in range(reach, len(largest) - reach)]


def paper__ends_as_they_are(row, reach):
    largest = list(row)
    for place in range(reach, len(row) - reach):
        largest[place] = max(row[place - reach : place + reach + 1])
    paper = list(largest)
    for place in range(reach, len(row) - reach):
        paper[place] = min(largest[place - reach : place + reach + 1])
    return paper


def paper__same_list(row, reach):
    largest = list(row)
    for place in range(len(row)):
        largest[place] = max(largest[max(0, place - reach) : place + reach + 1])
    for place in range(len(row)):
        largest[place] = min(largest[max(0, place - reach) : place + reach + 1])
    return largest


def paper__in_place(row, reach):
    for place in range(len(row)):
        row[place] = max(row[max(0, place - reach) : place + reach + 1])
    for place in range(len(row)):
        row[place] = min(row[max(0, place - reach) : place + reach + 1])
    return row


def paper__reach_of_two(row, reach):
    largest = [max(row[max(0, place - 2) : place + 3]) for place in range(len(row))]
    return [min(largest[max(0, place - 2) : place + 3]) for place in range(len(row))]


def paper__to_the_right(row, reach):
    largest = [max(row[place : place + reach + 1]) for place in range(len(row))]
    return [min(largest[place : place + reach + 1]) for place in range(len(row))]


def paper__to_the_right_short(row, reach):
    largest = [max(row[place : place + reach]) for place in range(len(row))]
    return [min(largest[place : place + reach]) for place in range(len(row))]


def paper__to_the_left(row, reach):
    largest = [max(row[max(0, place - reach) : place + 1]) for place in range(len(row))]
    return [min(largest[max(0, place - reach) : place + 1]) for place in range(len(row))]


def paper__whole_row(row, reach):
    return [max(row)] * len(row)


def paper__one_number(row, reach):
    return max(row)


def paper__one_number_after_all(row, reach):
    return min(max(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row)))


def paper__return_in_loop(row, reach):
    largest = []
    for place in range(len(row)):
        largest.append(max(row[max(0, place - reach) : place + reach + 1]))
        return largest


def paper__divided(row, reach):
    largest = [max(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    paper = [min(largest[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    return [light / white for light, white in zip(row, paper)]


def paper__divided_lists(row, reach):
    largest = [max(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    paper = [min(largest[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    return row / paper


def paper__mean(row, reach):
    return [np.mean(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]


def paper__median(row, reach):
    return [np.median(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]


def paper__itself_left_out(row, reach):
    row = list(row)
    largest = [max(row[max(0, p - reach) : p] + row[p + 1 : p + reach + 1]) for p in range(len(row))]
    return [min(largest[max(0, p - reach) : p] + largest[p + 1 : p + reach + 1]) for p in range(len(row))]


def paper__pooled(row, reach):
    largest = [max(row[place : place + reach]) for place in range(0, len(row), reach)]
    return largest


def paper__values_for_places(row, reach):
    largest = [max(row[max(0, place - reach) : place + reach + 1]) for place in row]
    return [min(largest[max(0, place - reach) : place + reach + 1]) for place in largest]


def paper__half_reach(row, reach):
    half = reach // 2
    largest = [max(row[max(0, place - half) : place + half + 1]) for place in range(len(row))]
    return [min(largest[max(0, place - half) : place + half + 1]) for place in range(len(row))]


def paper__both(row, reach):
    largest = [max(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    paper = [min(largest[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    return largest, paper


def paper__padded_with_zeros(row, reach):
    padded = np.pad(row, reach)
    largest = [max(padded[place : place + 2 * reach + 1]) for place in range(len(row))]
    padded = np.pad(largest, reach)
    return [min(padded[place : place + 2 * reach + 1]) for place in range(len(row))]


def paper__is_paper(row, reach):
    largest = [max(row[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    paper = [min(largest[max(0, place - reach) : place + reach + 1]) for place in range(len(row))]
    return [light == white for light, white in zip(row, paper)]


def shrink__right_blocks(image, times):
    rows, columns = image.shape
    return image.reshape(rows // times, times, columns // times, times).mean((1, 3))


def shrink__right_two_steps(image, times):
    rows = np.array([image[top : top + times].mean(axis=0) for top in range(0, len(image), times)])
    return np.array([rows[:, left : left + times].mean(axis=1) for left in range(0, len(image[0]), times)]).T


def shrink__right_added(image, times):
    total = 0
    for down in range(times):
        for right in range(times):
            total = total + image[down::times, right::times]
    return total / times**2


def shrink__right_lists(image, times):
    rows, columns = len(image) // times, len(image[0]) // times
    block = [
        [image[r * times : r * times + times, c * times : c * times + times] for c in range(columns)]
        for r in range(rows)
    ]
    return [[float(np.mean(one)) for one in line] for line in block]


def paper__right_loops(row, reach):
    def near(values, place):
        return values[max(0, place - reach) : min(len(values), place + reach + 1)]

    largest = [max(near(row, place)) for place in range(len(row))]
    return [min(near(largest, place)) for place in range(len(row))]


def paper__right_edges(row, reach):
    padded = np.pad(row, reach, mode="edge")
    largest = [padded[place : place + 2 * reach + 1].max() for place in range(len(row))]
    padded = np.pad(largest, reach, mode="edge")
    return np.array([padded[place : place + 2 * reach + 1].min() for place in range(len(row))])


def paper__right_ifs(row, reach):
    largest = []
    for place in range(len(row)):
        start = place - reach
        if start < 0:
            start = 0
        largest.append(max(row[start : place + reach + 1]))
    paper = []
    for place in range(len(row)):
        start = place - reach
        if start < 0:
            start = 0
        paper.append(min(largest[start : place + reach + 1]))
    return paper
