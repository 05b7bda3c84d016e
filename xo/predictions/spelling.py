"""Numbers that are spelled out: "seven", "twenty-one", "forty-nine eighty-firsts", "half a dozen", "none"."""

import re

SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
SMALL += [f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: number for number, word in enumerate(SMALL)} | {word: 10 * (2 + i) for i, word in enumerate(TENS)}
WORDS |= {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ALONE = {"none": 0, "nothing": 0, "nil": 0, "nought": 0, "naught": 0, "null": 0, "zilch": 0, "nada": 0, "never": 0}
ALONE |= {"once": 1, "twice": 2, "thrice": 3, "both": 2, "half a dozen": 6, "dozen": 12}
PLACES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
PARTS = {f"{ten}-{one}": WORDS[ten] + place for ten in TENS for place, one in enumerate(PLACES, 1)}
PARTS |= {"half": 2, "halve": 2, "quarter": 4} | {one: place for place, one in enumerate(PLACES, 1) if place > 2}
PARTS |= {"tenth": 10, "twelfth": 12, "sixteenth": 16, "hundredth": 100}

WORD = "|".join(sorted(WORDS, key=len, reverse=True))
BELOW_100 = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(SMALL[1:10])}))?|{'|'.join(reversed(SMALL))})"
BELOW_1000 = rf"(?:(?:(?:an?|{BELOW_100})[ -])?hundred(?:(?: and |[ -]){BELOW_100})?|{BELOW_100})"
MORE = rf"(?:(?:(?:an?|{BELOW_1000})[ -])?(?:thousand|million)(?: and |,? |$)?)+{BELOW_1000}?"
SPELLED = re.compile(rf"\b(?:{MORE}|{BELOW_1000})\b(?:(?<!ty)|(?!-(?:{'|'.join(PLACES)})))")  # forty-ninths stay
LARGE = re.compile(r"(\d(?:[\d.,]*\d)?) ?(k|thousand|m|mio|mill?ion(?:en|s)?)\b")
SINGLE = re.compile(rf"\b({'|'.join(ALONE)})\b")
PART = re.compile(rf"(?:\b(\d+)[ -]|\b(an?) |(?<![\w/]))({'|'.join(PARTS)})s?\b")


def in_digits(text):
    """The same text, in small letters, with its spelled numbers in digits: "seven ninths" becomes "7/9"."""
    text = LARGE.sub(lambda found: f"({found[1]}*1000{'000' if found[2] not in ('k', 'thousand') else ''})", text)
    text = SPELLED.sub(lambda found: str(_spelled(found[0])), re.sub(rf"\b({WORD})(?=(?:fold|ish)\b)", r"\1 ", text))
    text = SINGLE.sub(lambda found: str(ALONE[found[1]]), text)
    text = PART.sub(lambda found: f"{found[1] or 1}/{PARTS[found[3]]}", text)
    return re.sub(r"(\d) and (?=\d+/)", r"\1 ", text)  # two and a half: 2 1/2


def _spelled(text):
    """The number that words such as "two hundred and five" spell."""
    total, current = 0, 0
    for word in re.findall(WORD, text):
        number = WORDS[word]
        if number < 100:
            current += number
        elif number == 100:
            current = max(current, 1) * 100
        else:
            total, current = total + max(current, 1) * number, 0
    return total + current
