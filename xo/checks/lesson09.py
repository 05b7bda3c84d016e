"""The exercises of lesson 9: one nudge, and the way back through ReLU."""

import numpy as np

from xo.checks.exercise import Exercise


def my_nudge(value, step, error):
    return min((value, value + step, value - step), key=error)


def my_relu_backward(values, slopes_above):
    return slopes_above * (values > 0)


def valley(number):
    """An error that is smallest at 2."""
    return abs(number - 2)


def cliff(number):
    """An error that is 1 up to 0, falls, and is 0 from 1 on."""
    return 1 - min(1, max(0, number))


def steep(number):
    """An error that grows on one side faster than on the other, smallest at −1."""
    return 3 * (number + 1) if number > -1 else -0.5 * (number + 1)


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
    "09.nudge",
    right=my_nudge,
    cases=[
        (1.0, 0.5, valley),
        (3.0, 0.5, valley),
        (-1.0, 0.25, steep),
        (-1.2, 0.25, steep),
        (0.0, 0.25, steep),
        (0.0, 0.5, cliff),
        (-2.0, 0.5, cliff),  # flat all around
    ],
    mistakes=[
        (
            "you tried both ways and kept the worse one.",
            lambda v, s, error: max((v + s, v - s), key=error),
            lambda v, s, error: max((v - s, v + s), key=error),
        ),
        (
            "you always move. If neither way lowers the error, the number stays as it was.",
            lambda v, s, error: min((v + s, v - s), key=error),
            lambda v, s, error: min((v - s, v + s), key=error),
        ),
        (
            "where all three errors are equal you move, but it stays as it was: of equals, `min` keeps the first.",
            lambda v, s, error: min((v + s, v - s, v), key=error),
            lambda v, s, error: min((v - s, v + s, v), key=error),
            lambda v, s, error: min((v + s, v, v - s), key=error),
            lambda v, s, error: min((v - s, v, v + s), key=error),
            lambda v, s, error: v + s if error(v + s) < error(v) else v if error(v - s) > error(v) else v - s,
            lambda v, s, error: v + s if error(v + s) <= error(v) else v - s if error(v - s) < error(v) else v,
        ),
        ("you went two steps. Try one step up and one step down.", lambda v, s, error: my_nudge(v, 2 * s, error)),
        ("you only tried a little higher.", lambda v, s, error: min((v, v + s), key=error)),
        ("you only tried a little lower.", lambda v, s, error: min((v, v - s), key=error)),
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
            "you followed the slope, as backpropagation does. A nudge is one `step` long, or none.",
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
        (
            "you kept the one with the *largest* error of the three. Smaller is better.",
            lambda v, s, error: max((v, v + s, v - s), key=error),
        ),
        (
            "you asked for the error at `step`. What is tried is `value + step`, and `value - step`.",
            lambda v, s, error: v + s if error(s) < error(v) else v - s,
        ),
        (
            "you go down wherever there is an error at all. Try both ways, and keep what lowers it.",
            lambda v, s, error: v - s if error(v) > 0 else v,
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

RELU = Exercise(
    "09.back",
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
        ("values and slopes changed places: values decide, slopes pass.", lambda values, above: values * (above > 0)),
        (TURNED, lambda values, above: above * np.sign(values)),
        ("that says where slopes pass. Now let the slopes from above through there.", lambda values, above: values > 0),
        (
            "where the value was negative the slope is 0, not a small slope (a *leaky* ReLU has that).",
            lambda values, above: np.where(values > 0, above, 0.01 * above),
            lambda values, above: np.where(values > 0, above, 0.1 * above),
        ),
    ],
    hints=[
        "A negative value came out as 0. If it grew by a tiny bit, would anything change above?",
        "`values > 0` is True where a value came through; True counts as 1 in a product.",
    ],
    praise="the slope passes where the value passed. That is why a feature that never matches never learns.",
)

EXERCISES = [NUDGE, RELU]
