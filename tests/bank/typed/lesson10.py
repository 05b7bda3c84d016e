"""Answers to lesson 10 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np


def numbers__no_maps(features, maps, pixels):
    return features * pixels * pixels + features


def numbers__no_bias(features, maps, pixels):
    return features * maps * pixels**2


def numbers__one_bias(features, maps, pixels):
    return features * maps * pixels**2 + 1


def numbers__bias_for_each_map(features, maps, pixels):
    return features * maps * pixels**2 + maps


def numbers__brackets(features, maps, pixels):
    return features * maps * (pixels**2 + 1)


def numbers__side(features, maps, pixels):
    return features * (maps * pixels + 1)


def numbers__side_no_bias(features, maps, pixels):
    return features * maps * pixels


def numbers__twice_the_side(features, maps, pixels):
    return features * (maps * 2 * pixels + 1)


def numbers__one_feature(features, maps, pixels):
    return maps * pixels**2 + 1


def numbers__added(features, maps, pixels):
    return features + maps + pixels**2 + 1


def numbers__features_added(features, maps, pixels):
    return features + maps * pixels**2 + 1


def numbers__nine(features, maps, pixels):
    return features * (maps * 9 + 1)


def numbers__power(features, maps, pixels):
    return features * (maps * pixels ^ 2 + 1)


def numbers__caret(features, maps, pixels):
    return features * maps * pixels ^ 2 + features


def numbers__everything_squared(features, maps, pixels):
    return features * ((maps * pixels) ** 2 + 1)


def numbers__cubed(features, maps, pixels):
    return features * (maps * pixels**3 + 1)


def numbers__two_biases(features, maps, pixels):
    return features * (maps * pixels**2 + 2)


def numbers__bias_is_subtracted(features, maps, pixels):
    return features * (maps * pixels**2 - 1)


def numbers__maps_out(features, maps, pixels):
    return maps * (features * pixels**2 + 1)


def numbers__pair(features, maps, pixels):
    return features * maps * pixels**2, features


def numbers__text(features, maps, pixels):
    return f"{features * (maps * pixels**2 + 1)}"


def numbers__print(features, maps, pixels):
    print(features * (maps * pixels**2 + 1))


def numbers__call(features, maps, pixels):
    return features(maps * pixels**2 + 1)


def multiplications__whole_map(features, maps, pixels, size):
    return features * maps * pixels**2 * size**2


def multiplications__one_place_lost(features, maps, pixels, size):
    return features * maps * pixels**2 * (size - pixels) ** 2


def multiplications__minus_two(features, maps, pixels, size):
    return features * maps * pixels**2 * (size - 2) ** 2


def multiplications__no_maps(features, maps, pixels, size):
    side = size - pixels + 1
    return features * side**2 * pixels**2


def multiplications__one_feature(features, maps, pixels, size):
    side = size - pixels + 1
    return maps * side**2 * pixels**2


def multiplications__matches(features, maps, pixels, size):
    side = size - pixels + 1
    return features * side**2


def multiplications__matches_on_all_maps(features, maps, pixels, size):
    side = size - pixels + 1
    return features * maps * side**2


def multiplications__with_bias(features, maps, pixels, size):
    side = size - pixels + 1
    return (features * maps * pixels**2 + features) * side**2


def multiplications__numbers(features, maps, pixels, size):
    return features * maps * pixels**2


def multiplications__numbers_with_bias(features, maps, pixels, size):
    return features * (maps * pixels**2 + 1)


def multiplications__one_direction(features, maps, pixels, size):
    return features * maps * pixels**2 * (size - pixels + 1)


def multiplications__side_of_the_feature(features, maps, pixels, size):
    side = size - pixels + 1
    return features * maps * pixels * side**2


def multiplications__brackets(features, maps, pixels, size):
    return features * maps * pixels**2 * size - pixels + 1


def multiplications__no_brackets_at_the_square(features, maps, pixels, size):
    return features * maps * pixels**2 * size - pixels + 1**2


def multiplications__padded(features, maps, pixels, size):
    side = size - pixels + 2
    return features * maps * pixels**2 * side**2


def multiplications__grows(features, maps, pixels, size):
    side = size + pixels - 1
    return features * maps * pixels**2 * side**2


def multiplications__side_by_side(features, maps, pixels, size):
    side = size // pixels
    return features * maps * pixels**2 * side**2


def multiplications__seven(features, maps, pixels, size):
    return features * maps * pixels**2 * 49


def multiplications__added_up(features, maps, pixels, size):
    side = size - pixels + 1
    return features * (maps + pixels**2) * side**2


def multiplications__additions_too(features, maps, pixels, size):
    side = size - pixels + 1
    return 2 * features * maps * pixels**2 * side**2


def multiplications__one_less(features, maps, pixels, size):
    side = size - pixels + 1
    return features * side**2 * (maps * pixels**2 - 1)


def multiplications__twice_the_side(features, maps, pixels, size):
    side = size - pixels + 1
    return features * maps * pixels**2 * side * 2


def multiplications__print(features, maps, pixels, size):
    side = size - pixels + 1
    print(features * maps * pixels**2 * side**2)


def multiplications__divided(features, maps, pixels, size):
    side = (size - pixels) / pixels + 1
    return features * maps * pixels**2 * side**2


def choose__seen(seen, unseen):
    best, winner = 0, None
    for name in seen:
        if np.mean(seen[name]) > best:
            best, winner = np.mean(seen[name]), name
    return winner


def choose__longest_name(seen, unseen):
    return max(unseen)


def choose__compares_lists(seen, unseen):
    return max(unseen, key=unseen.get)


def choose__first_seed(seen, unseen):
    best = 0
    for name, shares in unseen.items():
        if shares[0] > best:
            best, winner = shares[0], name
    return winner


def choose__luckiest(seen, unseen):
    return max(unseen, key=lambda name: max(unseen[name]))


def choose__not_kept(seen, unseen):
    best = 0
    for name, shares in unseen.items():
        mean = sum(shares) / len(shares)
        if mean > best:
            winner = name
    return winner


def choose__share(seen, unseen):
    return max(sum(shares) / len(shares) for shares in unseen.values())


def choose__means(seen, unseen):
    return {name: np.mean(shares) for name, shares in unseen.items()}


def choose__pair(seen, unseen):
    means = {name: np.mean(shares) for name, shares in unseen.items()}
    return max(means.items(), key=lambda item: item[1])


def choose__values(seen, unseen):
    means = {name: np.mean(shares) for name, shares in unseen.items()}
    return max(means)


def choose__least(seen, unseen):
    means = {name: np.mean(shares) for name, shares in unseen.items()}
    return min(means, key=means.get)


def choose__place(seen, unseen):
    return int(np.argmax([np.mean(shares) for shares in unseen.values()]))


def choose__three(seen, unseen):
    return max(unseen, key=lambda name: (unseen[name][0] + unseen[name][1] + unseen[name][2]) / 3)


def choose__both(seen, unseen):
    return max(unseen, key=lambda name: np.mean(seen[name]) + np.mean(unseen[name]))


def choose__smallest_gap(seen, unseen):
    return min(unseen, key=lambda name: abs(np.mean(seen[name]) - np.mean(unseen[name])))


def choose__largest_gap(seen, unseen):
    return max(unseen, key=lambda name: np.mean(seen[name]) - np.mean(unseen[name]))


def choose__worst_seed(seen, unseen):
    return max(unseen, key=lambda name: min(unseen[name]))


def choose__median(seen, unseen):
    return max(unseen, key=lambda name: sorted(unseen[name])[len(unseen[name]) // 2])


def choose__spread(seen, unseen):
    return min(unseen, key=lambda name: max(unseen[name]) - min(unseen[name]))


def choose__deviation(seen, unseen):
    return min(unseen, key=lambda name: np.std(unseen[name]))


def choose__return_inside(seen, unseen):
    best = 0
    for name, shares in unseen.items():
        if np.mean(shares) > best:
            best, winner = np.mean(shares), name
        return winner


def choose__list_method(seen, unseen):
    return max(unseen, key=lambda name: unseen[name].mean())


def choose__no_items(seen, unseen):
    best = 0
    for name, shares in unseen:
        if np.mean(shares) > best:
            best, winner = np.mean(shares), name
    return winner


def choose__list_of_one(seen, unseen):
    means = {name: np.mean(shares) for name, shares in unseen.items()}
    return [name for name in means if means[name] == max(means.values())]


def choose__sorted(seen, unseen):
    return sorted(unseen, key=lambda name: np.mean(unseen[name]))


def choose__sorted_first(seen, unseen):
    return sorted(unseen, key=lambda name: np.mean(unseen[name]))[0]


def numbers__right_count(features, maps, pixels):
    total = 0
    for feature in range(features):
        for one_map in range(maps):
            total += pixels * pixels
        total += 1
    return total


def numbers__right_float(features, maps, pixels):
    return features * maps * pixels**2.0 + features


def numbers__right_size(features, maps, pixels):
    return np.zeros((features, maps, pixels, pixels)).size + np.zeros(features).size


def multiplications__right_loops(features, maps, pixels, size):
    total = 0
    for row in range(size - pixels + 1):
        for column in range(size - pixels + 1):
            total += pixels * pixels * maps
    return total * features


def multiplications__right_prod(features, maps, pixels, size):
    side = len(range(size - pixels + 1))
    return np.prod([features, maps, pixels, pixels, side, side])


def choose__right_loop(seen, unseen):
    best, winner = -1, ""
    for name, shares in unseen.items():
        total = 0
        for share in shares:
            total += share
        if total / len(shares) > best:
            best, winner = total / len(shares), name
    return winner


def choose__right_argmax(seen, unseen):
    names = list(unseen)
    return names[np.argmax([np.mean(unseen[name]) for name in names])]


def choose__right_sum(seen, unseen):
    return sorted(unseen, key=lambda name: sum(unseen[name]))[-1]


def choose__overwritten(seen, unseen):
    for name in unseen:
        unseen[name] = np.mean(unseen[name])
    return max(unseen, key=unseen.get)


def choose__emptied(seen, unseen):
    best = 0
    while unseen:
        name, shares = unseen.popitem()
        if np.mean(shares) > best:
            best, found = np.mean(shares), name
    return found


def multiplications__two_few(features, maps, pixels, size):
    places = size - pixels - 1
    return features * maps * pixels * pixels * places * places
