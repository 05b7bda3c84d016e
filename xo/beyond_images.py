"""Lesson 11. Beyond images: whatever can be laid out so that neighbours belong together can be read by a CNN."""

from pathlib import Path

import numpy as np

from xo.arguments import as_above_0, as_kind, as_number, as_numbers, as_rng, as_share, as_whole

RATE = 8000
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def glide(start, end, seconds=0.5, rate=RATE):
    """A tone that glides from one pitch to another: the same pitch twice makes a plain tone.

    start, end: pitches in hertz, above 0 and at most half the rate; seconds: above 0
    returns: (samples,), from -1 to 1, `rate` of them a second
    raises: ValueError for a pitch or a length that no such sound has
    """
    start, end, rate = as_number(start, "a pitch"), as_number(end, "a pitch"), as_above_0(rate, "rate", 10**6)
    if not (0 < start <= rate / 2 and 0 < end <= rate / 2):
        raise ValueError(f"expected pitches above 0 and up to {rate / 2:g} hertz, got {start:g} and {end:g}")
    if not 0 < as_number(seconds, "seconds") <= 3600:
        raise ValueError(f"expected a length above 0 seconds, up to an hour, got {seconds}")
    pitches = np.linspace(start, end, max(1, round(seconds * rate)))
    return np.sin(2 * np.pi * np.cumsum(pitches) / rate)


def spectrogram(sound, bands=16, chunks=16):
    """A sound as a picture: a column for each chunk of time, a row for each band of pitches, the lowest at the bottom.

    sound: (samples,), at least 2 * bands samples for every chunk
    returns: (bands, chunks) from -1 (quiet) to 1 (the loudest of this sound)
    raises: ValueError for a sound too short
    """
    sound, bands, chunks = as_numbers(sound, "sound", 1), as_whole(bands, "bands"), as_whole(chunks, "chunks")
    length = sound.shape[-1] // chunks
    if sound.ndim != 1 or length < 2 * bands:
        raise ValueError(f"expected a sound of at least {2 * bands * chunks} samples, got shape {sound.shape}")
    pieces = sound[: chunks * length].reshape(chunks, length) * np.hanning(length)
    strength = np.abs(np.fft.rfft(pieces))[:, 1 : length // 2 + 1]
    rows = np.array([band.max(1) for band in np.array_split(strength, bands, axis=1)])[::-1]
    loudest = rows.max()
    return 2 * rows / loudest - 1 if loudest > 0 else np.full_like(rows, -1)


def word_picture(word, columns=12):
    """A word as a picture: a row for each letter of the alphabet, a column for each place in the word.

    returns: (26, columns), 1 where a letter stands, 0 everywhere else; letters past the last column are cut
    raises: ValueError for anything but the letters a to z
    """
    word, columns = as_kind(word, str, "a word"), as_whole(columns, "columns")
    strange = sorted(set(word.lower()) - set(LETTERS))
    if not word or strange:
        raise ValueError(f"expected a word of the letters a to z, got {word!r}")
    picture = np.zeros((len(LETTERS), columns))
    for column, letter in enumerate(word.lower()[:columns]):
        picture[LETTERS.index(letter), column] = 1
    return picture


def read_words():
    """Some everyday words of two languages, without accents: {"English": [180 words], "Spanish": [180 words]}."""
    lines = (Path(__file__).parent / "data" / "words.txt").read_text(encoding="utf-8").splitlines()
    return {language: words.split() for language, words in (line.split(": ") for line in lines)}


def swap(images, rng, columns=0.0, rows=0.0):
    """The same images with some of their columns (rows) moved to each other's places: the same ones in every image.

    images: (..., rows, columns); columns, rows: the share of them that leaves its place, from 0 to 1
    returns: the same shape, the same numbers in another order
    """
    images, rng = as_numbers(images, "images"), as_rng(rng)
    for axis, share in ((-1, as_share(columns, "columns")), (-2, as_share(rows, "rows"))):
        order = np.arange(images.shape[axis])
        movers = rng.permutation(len(order))[: round(share * len(order))]
        order[np.sort(movers)] = order[movers]
        images = np.take(images, order, axis)
    return images


def shuffle_pixels(images, rng, share=1.0):
    """The same images with a share of their pixels moved to each other's places, the same ones in every image."""
    images = as_numbers(images, "images")
    flat = images.reshape(*images.shape[:-2], 1, -1)
    return swap(flat, rng, columns=share).reshape(images.shape)
