"""The backward sheet: one slope by hand, from a vote through pooling and ReLU into a pixel of a feature; its key."""

from dataclasses import dataclass

import numpy as np

from tools.worksheet_pages import NAMES, Page, counts, signs
from xo.filtering import Convolution
from xo.images import CATEGORIES
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.stacking import Network
from xo.tables import fraction
from xo.voting import Voting, strong_weights


@dataclass(frozen=True)
class WorkedBack:
    """What the class is to find out on the way back from one vote, as xo's layers work it out; all of one feature."""

    right: str  # what the drawing is
    other: str  # the letter whose vote should be 0
    vote: float
    count: int  # the numbers of which that vote is the mean
    number: int  # of the feature
    stages: tuple  # filtered, after ReLU, pooled, pooled again
    slopes: tuple  # the same four
    met: np.ndarray  # the pixel of the drawing under the feature's middle, at each place
    pixels: int  # of a feature
    sum: float
    slope: float  # of the feature's middle pixel

    @property
    def stopped(self):
        """How many slopes ReLU stops."""
        return int((self.slopes[1] != 0).sum() - (self.slopes[0] != 0).sum())


def work_back(worked):
    """Follow the vote that should be 0 back into the first feature that it reaches. worked: the forward sheet's answers

    raises: ValueError where there is no vote, or where nothing comes back
    """
    if not worked.strong:
        raise ValueError(f"a way back begins at a vote, and there is none: {worked.without_votes}")
    other = 1 - CATEGORIES.index(worked.answer)
    voting = Voting(strong_weights(worked.again.size, worked.strong))
    first, *later = layers = [Convolution(worked.features[:, None]), ReLU(), Pooling(), Pooling(), voting]
    stages = Network(layers).stages(worked.image[None, None])
    slopes = [np.eye(len(CATEGORIES))[[other]]]  # more of this vote is more error: no vote is below 0 here
    for layer in reversed(later):
        slopes.insert(0, layer.backward(slopes[0]))
    number = next((number for number, slope in enumerate(slopes[0][0]) if slope.any()), None)
    if number is None:
        raise ValueError(f"no slope of {CATEGORIES[other]} comes back to a feature: ReLU stops them all")
    first.backward(slopes[0], onward=False)
    rows, columns = worked.features.shape[1:]
    (high, wide), (row, column) = worked.maps.shape[1:], (rows // 2, columns // 2)
    met = worked.image[row : row + high, column : column + wide]
    return WorkedBack(
        right=worked.answer,
        other=CATEGORIES[other],
        vote=float(worked.votes[other]),
        count=len(worked.strong[other]),
        number=number,
        stages=tuple(stage[0, number] for stage in stages[1:5]),
        slopes=tuple(slope[0, number] for slope in slopes[:4]),
        met=met,
        pixels=rows * columns,
        sum=float((slopes[0][0, number] * met).sum()),
        slope=float(first.gradient[0][number, 0, row, column]),
    )


def draw_back(worked, key):
    """The page, for the class or as the key. worked: the forward sheet's answers"""
    back = work_back(worked)
    page, name = Page("The way back: one slope by hand", key), NAMES[back.number]
    page.text(
        0.7,
        1.5,
        f"First do the sheet “From pixels to an answer”. The drawing is an {back.right}, so {back.other} should get\n"
        f"no vote at all. It gets {fraction(back.vote, 45 * back.pixels)}: that is its error. A bit more of this vote\n"
        "is a bit more error: its slope is 1. Which way should a pixel of a feature go, for less error?\n"
        f"Below stand the numbers of feature {name}, in parts of {back.pixels}.",
    )
    _pooled(page, back)
    _feature(page, worked, back, name)
    return page.figure


def _pooled(page, back):
    page.heading(0.7, 2.65, "1. Into the small map")
    page.text(
        0.7,
        2.9,
        f"The vote is the mean of {back.count} numbers:\neach gets the slope 1, divided by {back.count}. Those\n"
        f"that do not count for {back.other} get 0 (or leave\nit empty). Write into the empty map.",
    )
    _pair(page, 4.0, back, 3, 0.42)
    page.heading(4.0, 2.65, "2. Back through pooling, twice")
    page.text(
        4.0,
        2.9,
        "The whole slope goes to the number that won\nits window of 2 by 2, and to nobody else. Equal\n"
        "numbers? The first of them, row by row.",
    )
    _pair(page, 4.0, back, 2, 0.42, left=4.0)
    page.heading(0.7, 6.35, "3. And into the map after ReLU, then through ReLU")
    page.text(0.7, 6.6, "Once more to the winners. Where a match was not above 0, ReLU lets no slope go back.")
    _pair(page, 6.75, back, 1, 2.52 / max(back.stages[1].shape))
    page.blank(0.7, 9.5, "Slopes that stop at ReLU:", back.stopped)


def _pair(page, top, back, stage, cell, left=0.7):
    """The numbers of a stage, and beside them an empty map for their slopes."""
    values, slopes = back.stages[stage], back.slopes[stage]
    page.grid(left, top, counts(values, back.pixels), cell)
    words = [["" if slope == 0 else fraction(slope) for slope in row] for row in slopes]
    page.grid(left + cell * values.shape[1] + 0.25, top, words, cell, asked=True)


def _feature(page, worked, back, name):
    pixels = back.pixels
    page.heading(0.7, 9.85, f"4. Into the middle pixel of feature {name}")
    page.grid(6.35, 6.75, signs(worked.image), 1.2 / max(worked.image.shape), worked.image)
    page.text(6.35, 8.15, f"feature {name}")
    page.grid(6.35, 8.25, signs(worked.features[back.number]), 0.3, worked.features[back.number])
    page.text(
        0.7,
        10.1,
        "Where a slope came through, lay the feature on the drawing: slope times the pixel under its\n"
        f"middle (1 or −1). Add up over all these places, and divide by {pixels}, once.",
    )
    page.blank(0.7, 10.7, "All added up:", fraction(back.sum))
    page.blank(2.9, 10.7, f"divided by {pixels}:", fraction(back.slope, 45 * pixels))
    way = "neither" if back.slope == 0 else "down" if back.slope > 0 else "up"
    page.blank(0.7, 11.05, "For a smaller error, this pixel should go up or down:", way)
