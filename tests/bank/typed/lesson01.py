"""Answers to lesson 1 as beginners type them: each named after its exercise and its slip, or after `right`."""

from decimal import Decimal
from fractions import Fraction

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


def share__halved_then_added(score):
    return score / 2 + 1


def share__plus_half(score):
    return score + 0.5


def share__minus_half(score):
    return score / 2 - 0.5


def share__abs_half(score):
    return abs(score) / 2


def share__one_minus(score):
    return 1 - score


def share__half_always(score):
    return 0.5


def share__times81(score):
    return score * 81


def share__shifted_abs(score):
    return abs(score + 1)


def share__sqrt(score):
    return score**0.5


def share__of_162(score):
    return (score + 81) / 162


def share__clipped(score):
    if score < 0:
        return 0
    return score


def share__pair(score):
    return (score + 1) / 2, (1 - score) / 2


def share__comma(score):
    return ((score + 1) / 2,)


def share__name(score):
    return share_of_pixels


def share__plus_eq(score):
    score + 1
    score / 2
    return score


def share__call(score):
    return score(1) / 2


def share__shift_two(score):
    return (score + 2) / 2


def share__thirds(score):
    return (score + 1) / 3


def share__percent_int(score):
    return int((score + 1) / 2 * 100)


def match__by_columns(image, pattern):
    return (image * pattern).sum() / len(image[0])


def match__means(image, pattern):
    return image.mean() * pattern.mean()


def match__sums(image, pattern):
    return image.sum() * pattern.sum() / image.size


def match__no_brackets(image, pattern):
    return (image * pattern).mean


def match__sum_no_brackets(image, pattern):
    return (image * pattern).sum / image.size


def match__inverted(image, pattern):
    return image.size / (image * pattern).sum()


def match__by_shape(image, pattern):
    return (image * pattern).sum() / image.shape


def match__by_shape_sum(image, pattern):
    return (image * pattern).sum() / sum(image.shape)


def match__twice(image, pattern):
    return (image * pattern).mean() / image.size


def match__corr(image, pattern):
    return np.corrcoef(image.ravel(), pattern.ravel())[0, 1]


def match__if_equal_arrays(image, pattern):
    if image == pattern:
        return 1
    return -1


def match__array_equal(image, pattern):
    return np.array_equal(image, pattern)


def match__max(image, pattern):
    return (image * pattern).max()


def match__prod(image, pattern):
    return np.prod(image * pattern)


def match__first_pixel(image, pattern):
    return image[0, 0] * pattern[0, 0]


def match__minus(image, pattern):
    return (image - pattern).sum() / image.size


def match__median(image, pattern):
    return np.median(image * pattern)


def match__dot(image, pattern):
    return np.dot(image, pattern)


def match__dot_flat(image, pattern):
    return np.dot(image.flatten(), pattern.flatten())


def match__inner_return(image, pattern):
    total = 0
    for row in range(len(image)):
        for column in range(len(image[0])):
            total += image[row, column] * pattern[row, column]
            return total / image.size


def match__total_assigned(image, pattern):
    total = 0
    for row in range(len(image)):
        for column in range(len(image[0])):
            total = image[row, column] * pattern[row, column]
    return total / image.size


def match__range_minus(image, pattern):
    total = 0
    for row in range(len(image) - 1):
        for column in range(len(image[0]) - 1):
            total += image[row, column] * pattern[row, column]
    return total / image.size


def match__from_one(image, pattern):
    total = 0
    for row in range(1, len(image)):
        for column in range(1, len(image[0])):
            total += image[row, column] * pattern[row, column]
    return total / image.size


def match__range_shape(image, pattern):
    total = 0
    for row in range(image.shape):
        total += image[row] * pattern[row]
    return total


def match__for_shape(image, pattern):
    total = 0
    for row in image.shape[0]:
        total += image[row] * pattern[row]
    return total


def match__diagonal(image, pattern):
    total = 0
    for place in range(len(image)):
        total += image[place, place] * pattern[place, place]
    return total / len(image)


def match__count_equal_only(image, pattern):
    count = 0
    for a, b in zip(image.ravel(), pattern.ravel()):
        if a == b:
            count += 1
    return count


def match__count_divide(image, pattern):
    count = 0
    for a, b in zip(image.ravel(), pattern.ravel()):
        if a == b:
            count += 1
    return count / image.size


def match__with_tuple(image, pattern):
    return image * pattern, image.size


def match__comma(image, pattern):
    return ((image * pattern).mean(),)


def match__xor(image, pattern):
    return (image != pattern).mean()


def match__squared(image, pattern):
    return ((image * pattern) ** 2).mean()


def match__sum_of_rows_mean(image, pattern):
    return sum((a * b).mean() for a, b in zip(image, pattern))


def match__by_nonzero(image, pattern):
    return (image * pattern).sum() / np.abs(pattern).sum()


def match__own_pair(image, pattern):
    return (X * O).sum() / X.size


def match__image_twice(image, pattern):
    return (image * image).mean()


def match__typo(image, pattern):
    return (image * patern).mean()


def answer__number_key(image, examples):
    best = 0
    for n in range(len(examples)):
        if (image * examples[n]).mean() > best:
            best = (image * examples[n]).mean()
    return best


def answer__unpack(image, examples):
    best = -2
    for name, example in examples:
        score = (image * example).mean()
        if score > best:
            best, winner = score, name
    return winner


def answer__items_index(image, examples):
    scores = [(image * example).mean() for name, example in examples.items()]
    return examples.items()[scores.index(max(scores))]


def answer__pair(image, examples):
    best = -2
    for name, example in examples.items():
        score = (image * example).mean()
        if score > best:
            best, winner = score, name
    return winner, best


def answer__list_of_one(image, examples):
    scores = {name: (image * example).mean() for name, example in examples.items()}
    return [name for name in scores if scores[name] == max(scores.values())]


def answer__list_of_names(image, examples):
    return sorted(examples, key=lambda name: (image * examples[name]).mean())


def answer__sorted_first(image, examples):
    return sorted(examples, key=lambda name: (image * examples[name]).mean())[0]


def answer__score_returned(image, examples):
    return max((image * example).mean() for example in examples.values())


def answer__picture(image, examples):
    return max(examples.values(), key=lambda example: (image * example).mean())


def answer__literal(image, examples):
    return "name"


def answer__one(image, examples):
    best = 1
    winner = ""
    for name, example in examples.items():
        score = (image * example).mean()
        if score > best:
            best, winner = score, name
    return winner


def answer__overwrite(image, examples):
    best = -2
    for name, example in examples.items():
        best = (image * example).mean()
        if (image * example).mean() > best:
            winner = name
    return winner


def answer__sum_image(image, examples):
    best = -1000
    for name, example in examples.items():
        score = example.sum()
        if score > best:
            best, winner = score, name
    return winner


def answer__half(image, examples):
    for name, example in examples.items():
        if (image * example).mean() > 0.5:
            return name


def answer__max_scores_dict(image, examples):
    scores = {}
    for name, example in examples.items():
        scores[name] = (image * example).mean()
    return max(scores)


def answer__score_key(image, examples):
    scores = {}
    for name, example in examples.items():
        scores[(image * example).mean()] = name
    return max(scores)


def answer__else(image, examples):
    best = -2
    for name, example in examples.items():
        if (image * example).mean() > best:
            best = (image * example).mean()
            winner = name
        else:
            return winner


def answer__print(image, examples):
    print(max(examples, key=lambda name: (image * examples[name]).mean()))


def answer__equal_share(image, examples):
    return max(examples, key=lambda name: (image == examples[name]).all())


def share__max0(score):
    return max(0, score) / 2 + 0.5


def share__of81(score):
    return (score * 81 + 81) / 2


def share__round0(score):
    return round((score + 1) / 2)


def match__equals_percent(image, pattern):
    return (image == pattern).mean() * 100


def match__plus(image, pattern):
    return (image + pattern).mean()


def match__len_x_len(image, pattern):
    return (image * pattern).sum() / (len(image) * len(pattern))


def match__nested_append(image, pattern):
    values = []
    for a, b in zip(image, pattern):
        for c, d in zip(a, b):
            values.append(c * d)
    return values


def match__nested_append_sum(image, pattern):
    values = []
    for a, b in zip(image, pattern):
        for c, d in zip(a, b):
            values.append(c * d)
    return sum(values)


def match__average_axis(image, pattern):
    return np.mean(image * pattern, axis=1)


def match__one_minus_mse(image, pattern):
    return 1 - ((image - pattern) ** 2).mean()


def match__one_minus_mse_half(image, pattern):
    return 1 - ((image - pattern) ** 2).mean() / 2


def match__cos(image, pattern):
    return (image * pattern).sum() / (np.linalg.norm(image) * np.linalg.norm(pattern))


def match__sum_div_len_row(image, pattern):
    return sum(sum(image * pattern)) / len(image)


def match__count_agree_minus(image, pattern):
    return (image == pattern).sum() - (image != pattern).sum()


def match__rows_shape0(image, pattern):
    return (image * pattern).sum() / image.shape[0]


def match__rows_sq(image, pattern):
    return (image * pattern).sum() / image.shape[0] ** 2


def match__cols_sq(image, pattern):
    return (image * pattern).sum() / image.shape[1] ** 2


def answer__index(image, examples):
    scores = [(image * e).mean() for e in examples.values()]
    return np.argmax(scores)


def answer__max_examples_key(image, examples):
    return max(examples, key=lambda name: examples[name].sum())


def answer__max_list_names(image, examples):
    scores = [((image * e).mean(), n) for n, e in examples.items()]
    return max(scores)


def answer__minus2_none(image, examples):
    best = -2
    for name, example in examples.items():
        if (image * example).mean() > best:
            best = name
    return best


def answer__best_score_name(image, examples):
    best = None
    for name, example in examples.items():
        if best is None or (image * example).mean() > (image * examples[best]).mean():
            best = name
        return best


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


def share__right_interp(score):
    return np.interp(score, [-1, 1], [0, 1])


def share__right_float32(score):
    return np.float32((score + 1) / 2)


def share__right_fraction(score):
    return (Fraction(score) + 1) / 2


def share__right_decimal(score):
    return (Decimal(score) + 1) / 2


def share__right_minus(score):
    return 1 - (1 - score) / 2


def share__right_array(score):
    return np.array((score + 1) / 2)


def match__right_einsum(image, pattern):
    return np.einsum("ij,ij->", image, pattern) / image.size


def match__right_float32(image, pattern):
    return (image.astype(np.float32) * pattern.astype(np.float32)).mean()


def match__right_vdot(image, pattern):
    return np.vdot(image, pattern) / np.prod(image.shape)


def match__right_lists(image, pattern):
    pairs = list(zip(image.ravel().tolist(), pattern.ravel().tolist()))
    return sum(a * b for a, b in pairs) / len(pairs)


def match__right_trace(image, pattern):
    return np.trace(image @ pattern.T) / image.size


def match__right_average(image, pattern):
    return np.average(np.multiply(image, pattern))


def match__right_tensordot(image, pattern):
    return np.tensordot(image, pattern) / image.size


def match__right_row_means(image, pattern):
    return np.mean([np.mean(a * b) for a, b in zip(image, pattern)])


def answer__right_equal_share(image, examples):
    return max(examples, key=lambda name: (image == examples[name]).sum())


def answer__right_score_key(image, examples):
    scores = {}
    for name, example in examples.items():
        scores[(image * example).mean()] = name
    return scores[max(scores)]


def answer__right_np_str(image, examples):
    names = np.array(list(examples))
    return names[np.argmax([np.vdot(image, example) for example in examples.values()])]


def answer__right_items(image, examples):
    return max((np.vdot(image, example), name) for name, example in examples.items())[1]


def answer__right_differences(image, examples):
    return min(examples, key=lambda name: np.abs(image - examples[name]).sum())


def answer__right_minus_one(image, examples):
    best, winner = -1.1, ""
    for name, example in examples.items():
        score = (image * example).mean()
        if score >= best:
            best, winner = score, name
    return winner


def match__right_frac(image, pattern):
    return float(np.sum(image * pattern)) / float(image.size)


def match__right_map(image, pattern):
    return sum(map(lambda p: p[0] * p[1], zip(image.flat, pattern.flat))) / image.size


def match__equal_of_81(image, pattern):
    return (image == pattern).sum() / 81


def match__equal_minus_differ_of_81(image, pattern):
    return ((image == pattern).sum() - (image != pattern).sum()) / 81


def answer__emptied(image, examples):
    best = -2
    while examples:
        name, example = examples.popitem()
        if (image * example).mean() > best:
            best, found = (image * example).mean(), name
    return found


def share__matrix(score):
    return np.matrix([[(score + 1) / 2]])


def match__right_means_of_rows(image, pattern):
    return np.multiply(image, pattern).mean(axis=1).mean()


def answer__right_zip(image, examples):
    scored = [((image * example).mean(), name) for name, example in examples.items()]
    return sorted(scored)[-1][1]
