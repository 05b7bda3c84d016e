"""The exercises of lesson 8: a step down the slope, and the error that it lowers."""

import numpy as np

from xo.checks.exercise import Exercise


def my_step(value, slope, rate):
    return value - rate * slope


def my_error(votes, right):
    distances = np.abs(np.asarray(right) - np.asarray(votes))
    return distances.sum()


STEP = Exercise(
    "08.descent",
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
        ("you multiplied all three. The step is taken away from the value.", lambda v, slope, rate: v * rate * slope),
        (
            "where the slope is below 0 you stay. There, more of the number is less error: go up.",
            lambda value, slope, rate: value - rate * max(slope, 0),
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
    "08.error",
    right=my_error,
    cases=[
        (np.array([0.912, 0.5175]), np.array([1, 0])),
        (np.array([-0.25, 1.5]), np.array([0, 1])),
        (np.array([0.2, 0.1]), np.array([1, 0])),
        (np.array([1.0, 0.0]), np.array([1, 0])),
        (np.array([0.4, -0.3]), np.array([1, 0])),
        (np.array([0.3, 0.9, 0.4]), np.array([0, 1, 0])),
    ],
    mistakes=[
        (
            "that is the mean of the distances. Here the distances are added up: the error is their sum.",
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
            lambda votes, right: ((right - votes) ** 2).sum() / 2,
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
            "you added up the first two distances. With three categories there are three: add up all.",
            lambda votes, right: np.abs(right - votes)[:2].sum(),
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

EXERCISES = [STEP, ERROR]
