"""The exercises of lessons 7 to 9: the way back through ReLU, pooling and a feature; step, error, nudge."""

import numpy as np

from xo.checks.exercise import Exercise


def my_step(value, slope, rate):
    return value - rate * slope


def my_error(votes, right):
    distances = np.abs(np.asarray(right) - np.asarray(votes))
    return distances.sum()


def my_nudge(value, step, error):
    return min((value, value + step, value - step), key=error)


def my_relu_backward(values, slopes_above):
    return slopes_above * (values > 0)


def my_pool_backward(window, slope):
    slopes = np.zeros(window.shape)
    slopes[np.unravel_index(window.argmax(), window.shape)] = slope
    return slopes


def my_feature_slope(slopes, pixels, count):
    return (slopes * pixels).sum() / count


def valley(number):
    """An error that is smallest at 2."""
    return abs(number - 2)


def cliff(number):
    """An error that is 1 up to 0, falls, and is 0 from 1 on."""
    return 1 - min(1, max(0, number))


def steep(number):
    """An error that grows on one side faster than on the other, smallest at −1."""
    return 3 * (number + 1) if number > -1 else -0.5 * (number + 1)


STEP = Exercise(
    "07.step",
    right=my_step,
    cases=[(1.5, 2.0, 0.1), (1.5, -0.5, 0.1), (-0.4, 3.0, 0.01), (0.7, 0.0, 0.5), (0.123, 0.77, 0.03)],
    mistakes=[
        (
            "wrong sign: you walk uphill. Where the slope is positive, more of the number is more error.",
            lambda value, slope, rate: value + rate * slope,
        ),
        (
            "you forgot the rate: with the whole slope as a step you leap over the valley.",
            lambda value, slope, rate: value - slope,
        ),
        ("both at once: no rate, and uphill.", lambda value, slope, rate: value + slope),
        ("that is the change, not the new value. Start from the value.", lambda value, slope, rate: -rate * slope),
        ("that is how far to go, not where you arrive. Start from the value.", lambda value, slope, rate: rate * slope),
        (
            "a step of always the same length is nudging. Here a steep slope makes a long step.",
            lambda value, slope, rate: value - rate * np.sign(slope),
        ),
        (
            "you used the size of the slope but not its sign, so you always go the same way.",
            lambda value, slope, rate: value - rate * abs(slope),
        ),
        (
            "the rate belongs to the slope only; you made the value smaller as well.",
            lambda value, slope, rate: rate * (value - slope),
        ),
        (
            "your brackets took the rate from the value. Multiply first: the rate belongs to the slope.",
            lambda value, slope, rate: (value - rate) * slope,
        ),
        ("you took the rate for per cent. It is a factor as it stands.", lambda v, slope, rate: v - slope * rate / 100),
        (
            "you made the step longer the larger the value is. Only slope and rate make the step.",
            lambda value, slope, rate: value * (1 - rate * slope),
        ),
        ("you took two steps.", lambda value, slope, rate: value - 2 * rate * slope),
        ("value and slope changed places.", lambda value, slope, rate: slope - rate * value),
        ("you squared the slope, which drops its sign.", lambda value, slope, rate: value - rate * slope**2),
        (
            "you divided by the rate. A small rate should make a small step.",
            lambda value, slope, rate: value - slope / rate,
        ),
    ],
    hints=[
        "A positive slope means: more of this number, more error. Which way do you go?",
        "How long is the step, for a steep slope and for a flat one? Then: which way does it lead from the value?",
    ],
    praise="down the slope, and the steeper it is, the further. Where it is flat you stay.",
)

ERROR = Exercise(
    "07.error",
    right=my_error,
    cases=[
        (np.array([0.912, 0.5175]), np.array([1, 0])),
        (np.array([-0.25, 1.5]), np.array([0, 1])),
        (np.array([0.2, 0.1]), np.array([1, 0])),
        (np.array([1.0, 0.0]), np.array([1, 0])),
        (np.array([0.4, -0.3]), np.array([1, 0])),
    ],
    mistakes=[
        (
            "that is the mean of the distances. The error of this lesson is their sum.",
            lambda votes, right: np.abs(right - votes).mean(),
        ),
        (
            "without the distance (`abs`), too much for one category pays for too little for the other.",
            lambda votes, right: (right - votes).sum(),
        ),
        (
            "without the distance (`abs`), too much for one category pays for too little for the other, and the sign "
            "is turned.",
            lambda votes, right: (votes - right).sum(),
        ),
        (
            "you squared the distances. Others do that, too; here they are only added up.",
            lambda votes, right: ((right - votes) ** 2).sum(),
        ),
        (
            "you squared the distances, and took half or the mean: another well-known error. Here they are added up.",
            lambda votes, right: ((right - votes) ** 2).mean(),
        ),
        ("those are the two distances. Add them up.", lambda votes, right: np.abs(right - votes)),
        (
            "you added up first and then took the distance, so that misses cancel. Distances first.",
            lambda votes, right: abs((right - votes).sum()),
        ),
        (
            "you measured every vote against 1, as in the slip of lesson 6. For the other category, 0 would be right.",
            lambda votes, right: np.abs(1 - votes).sum(),
        ),
        ("that is the larger distance alone. Both count.", lambda votes, right: np.abs(right - votes).max()),
        ("that is the smaller distance alone. Both count.", lambda votes, right: np.abs(right - votes).min()),
        (
            "only the first vote counts: does `return` stand inside the loop? Both distances count.",
            lambda votes, right: np.abs(right - votes)[0],
        ),
        (
            "only the last vote counts: is your total set back to 0 in each round? Both distances count.",
            lambda votes, right: np.abs(right - votes)[-1],
        ),
        (
            "you took the root of the squares: the length of an arrow. Here the distances are added up.",
            lambda votes, right: np.sqrt(((right - votes) ** 2).sum()),
        ),
        (
            "you took the root of the mean of the squares. Here the distances are added up as they are.",
            lambda votes, right: np.sqrt(((right - votes) ** 2).mean()),
        ),
        (
            "you counted too little only. A vote that is too high is an error, too.",
            lambda votes, right: np.maximum(right - votes, 0).sum(),
        ),
        (
            "you counted too much only. A vote that is too low is an error, too.",
            lambda votes, right: np.maximum(votes - right, 0).sum(),
        ),
        ("you added the votes and what is right. A distance is a difference.", lambda v, r: np.abs(r + v).sum()),
        ("you counted how many votes differ. Add up by how much.", lambda votes, right: (votes != right).sum()),
        ("that is the vote for the right category, not how far it is off.", lambda votes, right: (votes * right).sum()),
        (
            "you took the minus signs from the votes, not from the differences: first the difference, then `abs`.",
            lambda votes, right: (right - np.abs(votes)).sum(),
        ),
        (
            "you looked at the right category only, and let too much of it count as good. Every vote has its distance.",
            lambda votes, right: ((right - votes) * right).sum(),
        ),
        (
            "you looked at the right category only. A vote for the wrong one is an error, too.",
            lambda votes, right: np.abs((right - votes) * right).sum(),
        ),
    ],
    hints=[
        "How far is each vote from what it should be? A distance is never negative: `abs`.",
        "First a list of two distances, then one number made of them. For [0.912, 0.5175] it should be 0.6055.",
    ],
    praise="0 would be a perfect vote: 1 for the right category, nothing for the other.",
)


def _worse(value, step, error):
    return max((value + step, value - step), key=error)


def _one_of_two(value, step, error):
    return min((value + step, value - step), key=error)


def _only_up(value, step, error):
    return min((value, value + step), key=error)


def _only_down(value, step, error):
    return min((value, value - step), key=error)


def _walks(value, step, error):
    while error(value + step) < error(value):
        value += step
    while error(value - step) < error(value):
        value -= step
    return value


def _twice_up(value, step, error):
    for _ in range(2):
        value = value + step if error(value + step) < error(value) else value
    return value


NUDGE = Exercise(
    "07.nudge",
    right=my_nudge,
    cases=[
        (1.0, 0.5, valley),
        (3.0, 0.5, valley),
        (-1.0, 0.25, steep),
        (-1.2, 0.25, steep),
        (0.0, 0.25, steep),
        (0.0, 0.5, cliff),
    ],
    mistakes=[
        ("you tried both ways and kept the worse one.", _worse),
        ("you always move. If neither way lowers the error, the number stays as it was.", _one_of_two),
        ("you only tried a little higher.", _only_up),
        ("you only tried a little lower.", _only_down),
        ("you always go up, whatever the error says.", lambda value, step, error: value + step),
        ("you always go down, whatever the error says.", lambda value, step, error: value - step),
        ("you stay where you are. Try a step each way, and keep what lowers the error.", lambda v, s, error: v),
        (
            "that is the smallest error. Return the value that has it.",
            lambda v, s, error: min(error(v), error(v + s), error(v - s)),
        ),
        (
            "you go down in every case in which up does not help. If neither way lowers the error, the number stays.",
            lambda v, s, error: v + s if error(v + s) < error(v) else v - s,
        ),
        (
            "you go up in every case in which down does not help. If neither way lowers the error, the number stays.",
            lambda v, s, error: v - s if error(v - s) < error(v) else v + s,
        ),
        (
            "that the other way is worse does not make this way better. Compare each with the error as it is.",
            lambda v, s, error: v + s if error(v - s) > error(v) else v - s if error(v + s) > error(v) else v,
        ),
        ("you walk on until it gets no better. Make one step only.", _walks),
        (
            "you made the step as long as the error is large. A nudge is always one `step` long.",
            lambda v, s, error: v - s * error(v),
        ),
        (
            "you followed the slope. That comes later; a nudge is one `step` long, or none.",
            lambda v, s, error: v - (error(v + s) - error(v)),
        ),
        ("you nudged twice the same way. Try one step up and one step down.", _twice_up),
        (
            "you keep what makes the error *larger*. Smaller is better.",
            lambda v, s, error: v + s if error(v + s) > error(v) else v - s if error(v - s) > error(v) else v,
        ),
        (
            "you found the better way, and went the other one.",
            lambda v, s, error: v - s if error(v + s) < error(v) else v + s if error(v - s) < error(v) else v,
        ),
        ("you returned the step. Return the new value.", lambda v, s, error: my_nudge(v, s, error) - v),
    ],
    hints=[
        "There are three candidates: `value`, `value + step`, `value - step`. What does `error` say to each?",
        "`min` can choose by something else than size: look at what its `key` does.",
    ],
    praise="this is all that nudging does, 51 times for an image.",
)

VALUES = np.array([[-1.5, 0.5], [2.0, -0.25]])
ABOVE = np.array([[0.3, -0.7], [0.2, -0.4]])
MORE = np.array([0.4, 0.9, 1.5, -0.3, 0.05, -2.5]), np.array([0.25, -1.5, 2.25, 3.5, 1.75, -0.6])
TURNED = "where the value was negative you turned the slope round. It is 0 there."
LEAKY = "where the value was negative the slope is 0, not a small slope (a *leaky* ReLU has that)."

RELU = Exercise(
    "07.relu",
    right=my_relu_backward,
    # No value is exactly 0: what comes back there is a choice, and either is right.
    cases=[(VALUES, ABOVE), (np.array([-0.1, 0.2, 3.0]), np.array([5.0, -6.0, 7.0])), MORE],
    mistakes=[
        (
            "you let every slope through. Where a value was negative, ReLU gave 0 whatever it was: slope 0.",
            lambda values, above: above + 0.0,
        ),
        (
            "the other way round: slopes pass where the value was *positive*.",
            lambda values, above: above * (values < 0),
        ),
        (
            "where the value was negative you put −1. Nothing passes there: 0.",
            lambda values, above: np.where(values > 0, above, -1),
        ),
        (
            "where the value was negative half of the slope passes. Nothing passes there: 0.",
            lambda values, above: np.where(values > 0, above, above / 2),
        ),
        (
            "you compared with 1. A value of 0.2 came through ReLU, too: compare with 0.",
            lambda values, above: above * (values > 1),
        ),
        (
            "you put ReLU on the product. Values decide what passes; a slope passes as it is, a negative one as well.",
            lambda values, above: np.maximum(values * above, 0),
        ),
        (
            "negative slopes are lost. What matters is whether the *value* was negative.",
            lambda values, above: np.maximum(above, 0) * (values > 0),
        ),
        ("you added where you should multiply: 1 lets a slope pass, 0 stops it.", lambda v, above: above + (v > 0)),
        (
            "you stopped the negative *slopes*. What matters is whether the *value* was negative.",
            lambda values, above: np.maximum(above, 0),
        ),
        (
            "that is the way forward again. The slopes come from above, the values only decide which of them pass.",
            lambda values, above: np.maximum(values, 0),
        ),
        (
            "you multiplied by the value itself. ReLU passes it unchanged, so the slope there is 1.",
            lambda values, above: above * np.maximum(values, 0),
        ),
        (
            "you multiplied each slope by its value. ReLU passes a slope unchanged, or not at all.",
            lambda values, above: above * values,
        ),
        (TURNED, lambda values, above: above * np.sign(values)),
        ("that says where slopes pass. Now let the slopes from above through there.", lambda values, above: values > 0),
        (LEAKY, lambda values, above: np.where(values > 0, above, 0.01 * above)),
        (LEAKY, lambda values, above: np.where(values > 0, above, 0.1 * above)),
    ],
    hints=[
        "A negative value came out as 0. If it grew by a tiny bit, would anything change above?",
        "`values > 0` is True where a value came through; True counts as 1 in a product.",
    ],
    praise="the slope passes where the value passed. That is why a feature that never matches never learns.",
)

SQUARE, ROW = np.array([[0.2, 0.7], [-0.1, 0.4]]), np.array([[-0.5, -0.25, -0.75]])
TIED = np.array([[0.5, -1.0, 0.75], [0.75, 0.0, 0.75]])
EVERY_CELL = "you gave the slope to every cell of the window. Only the winner went on, so only the winner gets it."

WINDOW = Exercise(
    "07.window",
    right=my_pool_backward,
    cases=[(SQUARE, -0.8), (ROW, 0.3), (np.array([[-2.0, 0.1], [1.5, 0.2], [0.0, 1.25]]), 2.5), (TIED, -1.5)],
    mistakes=[
        (EVERY_CELL, lambda window, slope: np.full(window.shape, slope)),
        (
            "you shared the slope out among all cells. Pooling with means does that; here the winner takes all of it.",
            lambda window, slope: np.full(window.shape, slope / window.size),
        ),
        (
            "you shared the slope out by the size of the values. The winner takes all of it.",
            lambda window, slope: slope * window / window.sum(),
        ),
        (
            "you multiplied each cell by the slope. The largest value went on unchanged, so its slope does, too.",
            lambda window, slope: slope * window,
        ),
        (
            "the right cell, but the slope times the value. It went on unchanged: the slope comes back unchanged.",
            lambda window, slope: my_pool_backward(window, slope * window.max()),
        ),
        (
            "you put the winner's *value* into its place. What comes back there is the slope.",
            lambda window, slope: my_pool_backward(window, window.max()),
        ),
        ("that says who won. Now give the winner the slope.", lambda window, slope: my_pool_backward(window, 1)),
        ("that says who won. Now give the winner the slope.", lambda window, slope: window == window.max()),
        (
            "the slope went to the smallest value. Pooling kept the largest.",
            lambda window, slope: my_pool_backward(-window, slope),
        ),
        (
            "you asked who is furthest from 0. Pooling kept the largest: 0.2 beats −2.",
            lambda window, slope: my_pool_backward(abs(window), slope),
        ),
        (
            "the losers kept their values. Nothing passes through them: slope 0.",
            lambda window, slope: np.where(window == window.max(), slope, window),
        ),
        (
            "almost: where two cells are equally large, both got the slope. Only the first of them went on.",
            lambda window, slope: slope * (window == window.max()),
        ),
        (
            "almost: where two cells are equally large, the last of them got the slope. It is the first.",
            lambda window, slope: my_pool_backward(window[::-1, ::-1], slope)[::-1, ::-1],
        ),
        (
            "the largest of each row got the slope. A window has one winner.",
            lambda window, slope: slope * (window == window.max(1, keepdims=True)),
        ),
        ("that is the way forward again: the largest value.", lambda window, slope: window.max()),
        ("that is the slope of the winner alone. Return one for each cell.", lambda window, slope: slope),
    ],
    hints=[
        "If a cell that lost grew by a tiny bit, would what went on change?",
        "Begin with `np.zeros(window.shape)`. `window.argmax()` counts the cells row by row; `np.unravel_index` makes "
        "a row and a column of that.",
    ],
    praise="the winner takes the slope, the losers none. Another image, another winner.",
)

RNG = np.random.default_rng(7)
PLACES_49 = RNG.choice([0, 0.25, -0.5, 0.125], (7, 7)), RNG.choice([-1.0, 1.0], (7, 7))
ON_FOUR = np.array([[0.5, -0.25], [0.0, 1.0]]), np.array([[1.0, -1.0], [-1.0, 0.5]])
IN_A_ROW = np.array([0.2, 0.0, -0.6]), np.array([-1.0, 1.0, 0.25])

PLACES = Exercise(
    "07.places",
    right=my_feature_slope,
    cases=[(*PLACES_49, 9), (*ON_FOUR, 4), (*IN_A_ROW, 9)],
    mistakes=[
        (
            "you forgot that the feature was used at 49 places: that is the first of them alone. Add up over all.",
            lambda slopes, pixels, count: slopes.flat[0] * pixels.flat[0] / count,
        ),
        (
            "you forgot that the feature was used at 49 places: that is the last of them alone. Add up over all.",
            lambda slopes, pixels, count: slopes.flat[-1] * pixels.flat[-1] / count,
        ),
        (
            "you divided twice: once by the pixels of the feature, and again by the places. Places are added up only.",
            lambda slopes, pixels, count: (slopes * pixels).mean() / count,
        ),
        (
            "you divided twice by the pixels of the feature. Once, as in the match.",
            lambda slopes, pixels, count: (slopes * pixels).sum() / count**2,
        ),
        (
            "you divided by the number of places. Divide by `count`, the pixels of the feature, as the match did.",
            lambda slopes, pixels, count: (slopes * pixels).mean(),
        ),
        (
            "you forgot to divide. Each value was a sum divided by the pixels of the feature; so is its slope.",
            lambda slopes, pixels, count: (slopes * pixels).sum(),
        ),
        (
            "you multiplied by the number of pixels. The match divided by it.",
            lambda slopes, pixels, count: (slopes * pixels).sum() * count,
        ),
        (
            "you left out what the pixel met. Slope times pixel, at each place, and then the sum.",
            lambda slopes, pixels, count: slopes.sum() / count,
        ),
        (
            "you left out the slopes. Slope times pixel, at each place, and then the sum.",
            lambda slopes, pixels, count: pixels.sum() / count,
        ),
        (
            "you added up first and multiplied then. Multiply place by place, then add up.",
            lambda slopes, pixels, count: slopes.sum() * pixels.sum() / count,
        ),
        (
            "slopes and pixels are multiplied, not added.",
            lambda slopes, pixels, count: (slopes + pixels).sum() / count,
        ),
        (
            "those are the shares of all places. One pixel has one slope: add them up.",
            lambda slopes, pixels, count: slopes * pixels / count,
        ),
        (
            "you kept the largest share. No pooling here: every place counts, so add up.",
            lambda slopes, pixels, count: (slopes * pixels).max() / count,
        ),
    ],
    hints=[
        "At one place: how much does the value there change when this pixel grows by a bit? And the error with it?",
        "Multiply the two arrays place by place, add up, and divide as the match did.",
    ],
    praise="every place where the feature was used has its say, and the feature has one answer to all of them.",
)

EXERCISES = [STEP, ERROR, NUDGE, RELU, WINDOW, PLACES]
