"""The colours of numbers, once: for pictures, stills and, held equal by a test, for the widgets' colours.js."""

import numpy as np

# Nine stops of PuOr, which stays readable for the colour-blind: orange below zero, white at zero, purple above.
VALUES = (
    (127, 59, 8),
    (179, 88, 6),
    (224, 130, 20),
    (253, 190, 110),
    (255, 255, 255),
    (200, 196, 224),
    (153, 142, 195),
    (104, 76, 156),
    (57, 16, 95),
)
CATEGORIES = (  # fills for the categories in turn, dark and light
    (104, 73, 156),
    (253, 207, 147),
    (31, 111, 120),
    (242, 184, 198),
    (63, 63, 70),
    (207, 227, 168),
    (138, 59, 18),
    (188, 217, 245),
    (11, 79, 158),
    (230, 224, 212),
)
STEPS = 512  # as many colours as a scale has, but one


def colour_of(values, limit, scale=VALUES):
    """The colour of each value as whole numbers from 0 to 255, with an axis more for red, green and blue.

    limit: where the scale ends; what lies beyond has the colour of its end, and what is no number that of zero
    """
    shares = np.clip(np.nan_to_num(np.asarray(values, float) / limit, nan=0.0), -1, 1)
    steps = np.floor((shares + 1) / 2 * STEPS + 0.5) / STEPS * 2 - 1
    stops = np.linspace(-1, 1, len(scale))
    channels = [np.interp(steps, stops, channel) for channel in zip(*scale, strict=True)]
    return np.floor(np.stack(channels, -1) + 0.5).astype(np.uint8)


def grey_of(values):
    """The grey of each pixel: +1 is white ink, -1 nearly black."""
    levels = np.floor(20 + (np.clip(values, -1, 1) + 1) / 2 * 235 + 0.5).astype(np.uint8)
    return np.repeat(levels[..., None], 3, -1)


def brightness(colours):
    """How bright colours (..., 3) from 0 to 255 are to the eye, from 0 to 1, as WCAG 2 reckons it."""
    channels = np.asarray(colours) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


def ink_on(colour):
    """ "black" or "white", whichever stands out more on a colour: always by 4.58 to 1 or more."""
    return "black" if (brightness(colour) + 0.05) ** 2 > 1.05 * 0.05 else "white"


def as_hex(colour):
    """A colour as "#39105f"."""
    return "#{:02x}{:02x}{:02x}".format(*colour)
