"""Lesson 14. Ruled paper: the lines that a page came with are told from the letter, and taken away.

Ruled are long thin straight lines across the whole photo, three or more side by side, and those across them. Slopes are
whole steps and lengths are counted, so that a browser, which does the same, finds the very same lines.
"""

import numpy as np

STEEPNESS = 120  # slopes from one row up for each column to one row down, in so many steps each way
ACROSS = 0.7  # of the way through the photo that a line is seen, at least
FAMILY = 3  # lines side by side make a ruled page; the strokes of a letter are fewer
ALIKE = 6  # steps by which their slopes may differ, on a page that is photographed aslant
BESIDE = 4  # rows to either side in which the paper beside a line must show
SMALLEST = 48  # pixels of a photo's shorter side, from which on lines are looked for


def without_rules(ink):
    """Ink without the lines of ruled or squared paper. A stroke that crosses one keeps what is thicker than it.

    ink: True where there is some (rows, columns); returns: the same
    """
    if min(ink.shape) < SMALLEST or not _is_crossed(ink):
        return ink
    level, upright = _find_lines(ink), _find_lines(ink.T)
    slopes = [max(lines, key=lambda slope: len(lines[slope]), default=0) for lines in (level, upright)]
    counts = [len(lines.get(slope, ())) for lines, slope in zip((level, upright), slopes, strict=True)]
    if max(counts) < FAMILY:
        return ink
    slope = slopes[0] if counts[0] >= counts[1] else -slopes[1]
    return _erase(_erase(ink, level, slope).T, upright, -slope).T


def _is_crossed(ink):
    """Whether so many lines may cross the photo: each begins twice along four lines that lie a little within it."""
    begins = 0
    for picture in (ink, ink.T):
        edge = len(picture) // 16
        frame = picture[[edge, -1 - edge]]
        begins += np.count_nonzero(frame[:, 1:] & ~frame[:, :-1])
    return begins >= 2 * FAMILY


def _fall(slope, columns):
    """How many rows a line of this slope has fallen in each column."""
    return (2 * slope * np.arange(columns) + STEEPNESS) // (2 * STEEPNESS)


def _find_lines(ink):
    """The lines from the left to the right of a photo, by slope: of each the first and last row where it begins."""
    row, column = np.nonzero(ink)
    found = {}
    for slope in range(-STEEPNESS, STEEPNESS + 1):
        fall = _fall(slope, ink.shape[1])
        begins = np.flatnonzero(_is_line(row - fall[column], fall, ink.shape)) - ink.shape[1]
        breaks = np.flatnonzero(np.diff(begins) > 1) + 1
        if len(begins):
            found[slope] = [(lot[0], lot[-1]) for lot in np.split(begins, breaks)]
    return found


def _is_line(begins, fall, shape):
    """For each row from `columns` above the photo on: whether a line begins there.

    begins: the row where a line through each place of ink begins; fall: of that line in each column
    """
    rows, columns = shape
    first = np.arange(-columns, rows + columns)
    counts = np.pad(np.bincount(begins + columns, minlength=len(first)), BESIDE)
    near = np.lib.stride_tricks.sliding_window_view(counts, 2 * BESIDE + 1)
    paper = np.maximum(near[:, : BESIDE - 1].min(1), near[:, BESIDE + 2 :].min(1))  # a letter lies there, too
    through = near[:, BESIDE - 1 : BESIDE + 2].sum(1) - 3 * paper
    falls = np.sort(fall)
    way = np.searchsorted(falls, rows - first) - np.searchsorted(falls, -first)
    return (through >= ACROSS * way) & (3 * paper <= way) & (6 * way >= columns)


def _erase(ink, lines, slope):
    """Ink without the lines of about this slope, as far as it is no thicker than they mostly are."""
    rows, columns = ink.shape
    band = np.zeros((rows, columns), bool)
    for one in range(max(slope - ALIKE, -STEEPNESS), min(slope + ALIKE, STEEPNESS) + 1):
        for first, last in lines.get(one, ()):
            down = np.add.outer(np.arange(first - 2, last + 3), _fall(one, columns))
            step, column = np.nonzero((down >= 0) & (down < rows))
            band[down[step, column], column] = True
    begins = ink & ~np.pad(ink, ((1, 0), (0, 0)))[:-1]
    run = (begins.T.cumsum() - 1).reshape(columns, rows).T[ink]  # which stretch down a column each place of ink is in
    lengths, touched = np.bincount(run), np.bincount(run, band[ink]) > 0
    if not touched.any():
        return ink
    usual = np.sort(lengths[touched])[(touched.sum() - 1) // 2]
    left = ink.copy()
    left[ink] = ~(touched & (lengths <= usual + 2))[run]
    return left
