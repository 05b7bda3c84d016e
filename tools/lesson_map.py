"""The one-line map that stands under the title of every lesson: the network as a chain of links."""

LESSONS = {
    "00": ("start", "00_start_here"),
    "01": ("match", "01_pixel_matching"),
    "02": ("filter", "02_filtered_maps"),
    "03": ("pool", "03_pooling"),
    "04": ("ReLU", "04_relu"),
    "05": ("stack", "05_stacking"),
    "06": ("vote", "06_voting"),
    "07": ("learn", "07_backprop"),
    "08": ("train", "08_training"),
    "09": ("trust", "09_trust"),
    "10": ("tune", "10_hyperparameters"),
    "11": ("beyond", "11_beyond_images"),
    "12": ("next", "12_next_tools"),
    "13": ("more", "13_more_on_maps"),
    "14": ("photo", "14_your_picture"),
    "15": ("digits", "15_ten_digits"),
    "16": ("colour", "16_in_colour"),
}
SIGN = "**Map** · "
CHAIN = (
    "{00} · {01} · image → {02} → {03} → {04} → {05} → {06} → X or O · {07} → {08} → {09} · {10} · {11} · {12} · {13}"
    " · {14} · {15} · {16} · [glossary](../docs/glossary.md)"
)


def lesson_map(number):
    """The map as one line of markdown, seen from the lesson with this number ("03").

    returns: text; the lesson itself is bold, every other one is a link to its notebook
    """
    links = {key: f"[{key} {word}]({name}.ipynb)" for key, (word, name) in LESSONS.items()}
    links[number] = f"**{number} {LESSONS[number][0]}**"
    line = CHAIN
    for key, link in links.items():
        line = line.replace("{" + key + "}", link)
    return SIGN + line


def with_map(text, number):
    """The text of a lesson's first cell, with today's map between its title and the rest.

    raises: ValueError where the text does not open with a title
    """
    title, *rest = text.split("\n")
    if not title.startswith("# "):
        raise ValueError(f"a lesson opens with a title ('# ...'), this one with {title!r}")
    rest = "\n".join(line for line in rest if not line.startswith(SIGN)).strip("\n")
    return f"{title}\n\n{lesson_map(number)}" + (f"\n\n{rest}" if rest else "")
