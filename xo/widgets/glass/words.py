"""What a network makes of an image, in words and numbers: for print, for a screen reader, for a test to compare."""

import numpy as np

from xo.tables import decimal, fraction, table

MOST = 200  # a stage of more values than this is summed up in a line


def describe(rows, categories):
    """Every map as a table, in ninths where they are ninths; at the end the votes and the answer.

    rows: for each network its stages, arrays (maps, rows, columns) or lists (values,), the first of them the image,
          and their titles
    returns: a list of paragraphs
    """
    first, *others = [_describe_row(stages, titles, categories) for stages, titles in rows]
    return first + [paragraph for other in others for paragraph in ["against:", *other]]


def _describe_row(stages, titles, categories):
    paragraphs = []
    for title, stage in zip(titles[1:], stages[1:], strict=True):
        if stage.ndim == 3:
            paragraphs += _describe_maps(title, stage)
    if stages[-1].ndim == 1:
        # a network beside it may have more votes than there are names
        names = [*categories, *map(str, range(len(categories), len(stages[-1])))]
        votes = [f"{name} {fraction(vote)}" for name, vote in zip(names, stages[-1], strict=False)]
        paragraphs.append(f"votes: {', '.join(votes)}; answer {names[int(np.argmax(stages[-1]))]}")
    return paragraphs


def _describe_maps(title, maps):
    if maps.size > MOST:
        count = f"{len(maps)} map{'s' * (len(maps) != 1)}"
        size = " by ".join(str(side) for side in maps.shape[1:])
        return [f"{title}: {count} of {size}, {decimal(maps.min())} to {decimal(maps.max())}"]
    return [f"{title}, map {number}\n{_write_map(values)}" for number, values in enumerate(maps, 1)]


def _write_map(values):
    whole, ninths = (np.allclose(values * over, np.round(values * over), atol=1e-9) for over in (1, 9))
    return "in ninths\n" + table(values, over=9) if ninths and not whole else table(values)
