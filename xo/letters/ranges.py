"""Lesson 7. Ranges: in what letters differ, all in one table, and the chance that draws from it.

Lengths count in half-sides of the image, angles in radians; "of the width" and the like are factors. What is cubed is
small for most letters; of what is a logarithm, half as much is as likely as double.
"""

RANGES = {
    # what: (lowest, plain, highest)
    # the letter as a whole
    "slant": (-0.8, 0, 0.8),  # cubed: how far it leans, a column for each row, like italics
    "turn": (-1, 0, 1),  # cubed: by how much it is turned, as a part of the most, 0.7
    "height": (0.35, 0.75, 1.02),  # half of its height
    "proportion": (-0.7, 0, 0.3),  # of width to height, as a logarithm
    "aside": (-1, 0, 1),  # where it stands, as a part of the room beside it
    "below": (-1, 0, 1),  # and of the room above and below it
    "pen": (-2.6, -1.7, -1.05),  # half of the pen's width, of the smaller side, as a logarithm
    "finest pen": (0.45, 0.5, 0.8),  # half of the finest pen's width, in pixels
    "wave": (-0.07, 0, 0.07),  # how far rows or columns swing to and fro
    "waves": (1, 2, 4),  # how fast they do
    "phase": (0, 0, 6.3),  # and where they begin
    # an X
    "inset": (0, 0.5, 1),  # how far its strokes end inside its height, in half pens
    "contrast": (-0.6, 0, 0.6),  # between its two pens, as a logarithm
    "reach aside": (0.7, 1, 1.05),  # where a stroke ends, of the width
    "reach down": (0.75, 1, 1.05),  # and of the height
    "taper": (-0.3, 0, 0.3),  # how much wider a stroke ends than it starts
    "bend": (-1, 0, 1),  # cubed: a bow, as a part of the most, 0.45 of the width
    "curl": (-1, 0, 1),  # cubed: an S, as a part of the most, 0.6 of the width
    "serif": (0.15, 0.3, 0.45),  # half of a serif's length, of the width
    # a cursive x: two bows, back to back
    "opening": (0.3, 0.5, 0.75),  # half of a bow's opening, of the height
    "cursive pen": (0.4, 0.7, 0.9),  # of the pen
    "bow": (0.4, 0.5, 0.6),  # half of a bow's width, of the letter's
    # an O
    "stress": (-0.4, 0, 0.5),  # how much stronger its sides are than its ends, as a logarithm
    "square": (-0.25, 0, 0.75),  # 0 for an oval, 1 nearly a rectangle
    "hole square": (0.5, 1, 1),  # the same for the hole, of its outside
    "egg": (-1, 0, 1),  # cubed: how much wider it is at one end, as a part of the most, 0.35
    "hole aside": (-0.3, 0, 0.3),  # how far the hole is off the middle, of the sides
    "hole below": (-0.3, 0, 0.3),  # and of the ends
    "gap towards": (-3.2, -1.5, 3.2),  # where a ring is open
    "gap spread": (-0.2, 0, 0.2),  # how far one end is pulled in and the other out
    "gap": (-0.2, -0.2, 0.4),  # half of the gap between its ends, of the width
    "tail start": (-0.4, 0, 0.4),  # of the width
    "tail aside": (-0.6, 0, 1.1),  # where a tail ends, of the width
    "tail up": (0.7, 1, 1.35),  # and of the height
    "tail bend": (-0.3, 0, 0.3),  # of the width
    # the print
    "luck": (0, 1, 1),  # below 1/3: hard black and white
    "blur": (0.8, 1, 2),  # how many pixels an edge takes from ink to paper
    "ink": (1.7, 2, 2),  # how far ink stands above the background
    "noise": (-0.1, 0, 0.1),  # how noisy; below 0: not at all
}
# what only some letters have: how many of them
SHARES = {"flat ends": 1 / 2, "serifs": 1 / 4, "cursive": 1 / 10, "open": 1 / 5, "tail": 1 / 8}


class Chance:
    """Draws from the ranges, for so many letters at once: the plain one for all of them where variety is 0."""

    def __init__(self, count, rng, variety, dtype, ranges=RANGES):
        self.count, self.rng, self.variety, self.dtype, self.ranges = count, rng, variety, dtype, ranges

    def __call__(self, what, lowest=None):
        """A number for each letter, (letters,). lowest: another lower end of the range"""
        low, plain, high = self.ranges[what]
        drawn = self.rng.uniform(low if lowest is None else lowest, high, self.count)
        return (plain + self.variety * (drawn - plain)).astype(self.dtype)

    def first(self, what):
        """The letters that have what only a share of them has, as a slice from the first one on."""
        return slice(int(self.variety * SHARES[what] * self.count))

    def last(self, what):
        """The same, as a slice up to the last one."""
        return slice(self.count - self.first(what).stop, None)

    def only(self, these):
        """The chance of some of the letters. these: a slice"""
        return Chance(len(range(self.count)[these]), self.rng, self.variety, self.dtype, self.ranges)
