"""Answers to lesson 11 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np

from xo.filtering import BACKSLASH, CROSS, SLASH, filter_image


def size__columns(seconds, chunk, bands):
    return round(seconds / chunk)


def size__times(seconds, chunk, bands):
    return seconds * chunk * bands


def size__floor(seconds, chunk, bands):
    return seconds // chunk * bands


def size__int(seconds, chunk, bands):
    return int(seconds / chunk) * bands


def size__added(seconds, chunk, bands):
    return seconds / chunk + bands


def size__no_chunks(seconds, chunk, bands):
    return seconds * bands


def size__all_divided(seconds, chunk, bands):
    return seconds / chunk / bands


def size__brackets(seconds, chunk, bands):
    return seconds / (chunk * bands)


def size__inverted(seconds, chunk, bands):
    return chunk / seconds * bands


def size__one_more(seconds, chunk, bands):
    return (round(seconds / chunk) + 1) * bands


def size__one_less(seconds, chunk, bands):
    return (round(seconds / chunk) - 1) * bands


def size__fifty(seconds, chunk, bands):
    return seconds * 50 * bands


def size__forty(seconds, chunk, bands):
    return round(seconds / chunk) * 40


def size__minutes(seconds, chunk, bands):
    return seconds / 60 / chunk * bands


def size__shape(seconds, chunk, bands):
    return bands, round(seconds / chunk)


def size__bands_squared(seconds, chunk, bands):
    return bands * bands


def size__squared(seconds, chunk, bands):
    return round(seconds / chunk) ** 2


def size__bands_only(seconds, chunk, bands):
    return bands


def size__print(seconds, chunk, bands):
    print(bands * seconds / chunk)


def size__text(seconds, chunk, bands):
    return f"{bands * round(seconds / chunk)} pixels"


def size__range(seconds, chunk, bands):
    return len(range(0, seconds, chunk)) * bands


def rising__swapped(picture):
    return filter_image(picture, BACKSLASH).max() > filter_image(picture, SLASH).max()


def rising__swapped_less(picture):
    return filter_image(picture, SLASH).max() < filter_image(picture, BACKSLASH).max()


def rising__mean(picture):
    return filter_image(picture, SLASH).mean() > filter_image(picture, BACKSLASH).mean()


def rising__sum(picture):
    return filter_image(picture, SLASH).sum() > filter_image(picture, BACKSLASH).sum()


def rising__best(picture):
    return filter_image(picture, SLASH).max()


def rising__difference(picture):
    return filter_image(picture, SLASH).max() - filter_image(picture, BACKSLASH).max()


def rising__maps(picture):
    return filter_image(picture, SLASH) > filter_image(picture, BACKSLASH)


def rising__if_maps(picture):
    if filter_image(picture, SLASH) > filter_image(picture, BACKSLASH):
        return True
    return False


def rising__builtin_max(picture):
    return max(filter_image(picture, SLASH)) > max(filter_image(picture, BACKSLASH))


def rising__no_brackets(picture):
    return filter_image(picture, SLASH).max > filter_image(picture, BACKSLASH).max


def rising__slash_alone(picture):
    return filter_image(picture, SLASH).max() > 0


def rising__half(picture):
    return filter_image(picture, SLASH).max() > 0.5


def rising__perfect(picture):
    return filter_image(picture, SLASH).max() == 1


def rising__true(picture):
    return True


def rising__text(picture):
    if filter_image(picture, SLASH).max() > filter_image(picture, BACKSLASH).max():
        return "True"
    return "False"


def rising__word(picture):
    if filter_image(picture, SLASH).max() > filter_image(picture, BACKSLASH).max():
        return "rises"
    return "falls"


def rising__no_else(picture):
    if filter_image(picture, SLASH).max() > filter_image(picture, BACKSLASH).max():
        return True


def rising__cross(picture):
    return filter_image(picture, SLASH).max() > filter_image(picture, CROSS).max()


def rising__order(picture):
    return filter_image(SLASH, picture).max() > filter_image(BACKSLASH, picture).max()


def rising__first_cell(picture):
    return filter_image(picture, SLASH)[0, 0] > filter_image(picture, BACKSLASH)[0, 0]


def rising__corner(picture):
    return picture[0, -1] > picture[0, 0]


def rising__min(picture):
    return filter_image(picture, SLASH).min() > filter_image(picture, BACKSLASH).min()


def rising__same_feature(picture):
    return filter_image(picture, SLASH).max() > filter_image(picture, SLASH).max()


def rising__picture_only(picture):
    return picture.max() > 0


def rising__not_called(picture):
    return filter_image.max() > 0


def rising__argmax(picture):
    return filter_image(picture, SLASH).argmax() > filter_image(picture, BACKSLASH).argmax()


def rising__count_above_half(picture):
    return (filter_image(picture, SLASH) > 0.5).sum() > (filter_image(picture, BACKSLASH) > 0.5).sum()


def picture__on_its_side(word, alphabet, columns):
    picture = np.zeros((columns, len(alphabet)))
    for place, letter in enumerate(word[:columns]):
        picture[place, alphabet.index(letter)] = 1
    return picture


def picture__not_cut(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word):
        picture[alphabet.index(letter), place] = 1
    return picture


def picture__as_long_as_the_word(word, alphabet, columns):
    picture = np.zeros((len(alphabet), len(word)))
    for place, letter in enumerate(word):
        picture[alphabet.index(letter), place] = 1
    return picture


def picture__as_long_as_the_word_cut(word, alphabet, columns):
    picture = np.zeros((len(alphabet), len(word[:columns])))
    for place, letter in enumerate(word[:columns]):
        picture[alphabet.index(letter), place] = 1
    return picture


def picture__columns_of_the_word(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for column in range(columns):
        picture[alphabet.index(word[column]), column] = 1
    return picture


def picture__first_place(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for letter in word[:columns]:
        picture[alphabet.index(letter), word.index(letter)] = 1
    return picture


def picture__every_letter_once(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for row, letter in enumerate(alphabet):
        if letter in word[:columns]:
            picture[row, word.index(letter)] = 1
    return picture


def picture__counts(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for letter in word[:columns]:
        picture[alphabet.index(letter)] += 1
    return picture


def picture__whole_row(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for letter in word[:columns]:
        picture[alphabet.index(letter)] = 1
    return picture


def picture__minus_one(word, alphabet, columns):
    picture = np.full((len(alphabet), columns), -1.0)
    for place, letter in enumerate(word[:columns]):
        picture[alphabet.index(letter), place] = 1
    return picture


def picture__ones(word, alphabet, columns):
    picture = np.ones((len(alphabet), columns))
    for place, letter in enumerate(word[:columns]):
        picture[alphabet.index(letter), place] = 1
    return picture


def picture__negative(word, alphabet, columns):
    picture = np.ones((len(alphabet), columns))
    for place, letter in enumerate(word[:columns]):
        picture[alphabet.index(letter), place] = 0
    return picture


def picture__upside_down(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word[:columns]):
        picture[-1 - alphabet.index(letter), place] = 1
    return picture


def picture__letter_as_place(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word[:columns]):
        picture[letter, place] = 1
    return picture


def picture__swapped_index(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word[:columns]):
        picture[place, alphabet.index(letter)] = 1
    return picture


def picture__return_inside(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word[:columns]):
        picture[alphabet.index(letter), place] = 1
        return picture


def picture__letters(word, alphabet, columns):
    return list(word[:columns])


def picture__places(word, alphabet, columns):
    return [alphabet.index(letter) for letter in word[:columns]]


def picture__numbers(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word[:columns]):
        picture[alphabet.index(letter), place] = alphabet.index(letter)
    return picture


def picture__own_alphabet(word, alphabet, columns):
    alphabet = sorted(set(word))
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word[:columns]):
        picture[alphabet.index(letter), place] = 1
    return picture


def picture__ord(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word[:columns]):
        picture[ord(letter) - ord("a"), place] = 1
    return picture


def picture__from_one(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word[:columns], start=1):
        picture[alphabet.index(letter), place] = 1
    return picture


def picture__last_columns(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word[-columns:]):
        picture[alphabet.index(letter), place] = 1
    return picture


def picture__to_the_right(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    word = word[:columns]
    for place, letter in enumerate(word):
        picture[alphabet.index(letter), columns - len(word) + place] = 1
    return picture


def picture__repeated(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place in range(columns):
        picture[alphabet.index(word[place % len(word)]), place] = 1
    return picture


def picture__zeros_alone(word, alphabet, columns):
    return np.zeros((len(alphabet), columns))


def picture__zeros_two(word, alphabet, columns):
    picture = np.zeros(len(alphabet), columns)
    return picture


def picture__sorted(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(sorted(word)[:columns]):
        picture[alphabet.index(letter), place] = 1
    return picture


def picture__backwards(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for place, letter in enumerate(word[:columns][::-1]):
        picture[alphabet.index(letter), place] = 1
    return picture


def size__right_float(seconds, chunk, bands):
    return bands * seconds / chunk


def size__right_ceil(seconds, chunk, bands):
    return int(seconds / chunk + 0.5) * bands


def size__right_numpy(seconds, chunk, bands):
    return np.zeros((bands, np.int64(np.rint(seconds / chunk)))).size


def rising__right_if(picture):
    up = filter_image(picture, SLASH).max()
    down = filter_image(picture, BACKSLASH).max()
    if up > down:
        return True
    else:
        return False


def rising__right_number(picture):
    return int(np.max(filter_image(picture, SLASH)) >= np.max(filter_image(picture, BACKSLASH)))


def rising__right_mirrored(picture):
    return filter_image(picture, SLASH).max() > filter_image(picture[:, ::-1], SLASH).max()


def picture__right_lists(word, alphabet, columns):
    picture = []
    for letter in alphabet:
        row = [0] * columns
        for place in range(min(len(word), columns)):
            if word[place] == letter:
                row[place] = 1
        picture.append(row)
    return picture


def picture__right_bool(word, alphabet, columns):
    return [[word[n : n + 1] == letter for n in range(columns)] for letter in alphabet]


def picture__right_eye(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns), int)
    places = [alphabet.find(letter) for letter in word[:columns]]
    picture[places, range(len(places))] = 1
    return picture


def rising__fixed_bound(picture):
    return filter_image(picture, SLASH).max() > 0.7


def rising__fixed_bound_of_the_other(picture):
    return filter_image(picture, BACKSLASH).max() < 0.6


def rising__rows_of_picture(picture):
    return picture[0].argmax() > picture[-1].argmax()


def picture__last_column(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for column, letter in enumerate(word[: columns - 1]):
        picture[alphabet.index(letter)][column] = 1
    return picture
