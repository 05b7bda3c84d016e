"""Make a class's receipts into one picture and one table: python3 start.py classmap FILE [--into FOLDER]

FILE is what the class sent, as it comes: a chat saved as text, the CSV of a form, a list of codes. Names and times
around the codes do not matter. What cannot be read is told, line by line, and passed over.
"""

import pathlib

from tools import options
from tools.lessons import make_folder
from xo.plots.words import as_png
from xo.receipts import count_lessons, draw_map, read_receipts
from xo.receipts.counting import table_of

FOR = "teachers"


def main(arguments):
    parser = options("classmap", __doc__)
    parser.add_argument("file", help="a text file with the class's receipts in it")
    parser.add_argument("--into", default=".", help="the folder for the picture (here)")
    chosen = parser.parse_args(arguments)
    try:
        receipts, remarks = read_receipts(pathlib.Path(chosen.file))
    except ValueError as reason:
        return f"No class map: {reason}"
    folder = make_folder(chosen.into)
    print("\n".join(remarks))
    for counts in count_lessons(receipts):
        picture = folder / f"class-map-{counts.lesson}.png"
        picture.write_bytes(as_png(draw_map(counts)))
        print(f"{table_of(counts)}\n\n{picture} is the picture for the projector.\n")
    return 0
