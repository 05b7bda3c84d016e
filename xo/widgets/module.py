"""One text from the small JavaScript rooms: anywidget ships a module as a blob, which cannot import its neighbours."""

import re
from pathlib import Path

FOLDER = Path(__file__).parent
IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";$', re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|class|function\*?) (\w+))", re.M)


def join_modules(entry):
    """Join a room with all that it imports: each becomes a function that returns its exports, imported ones first.

    entry: the room's name, as in `glass` for glass.js; its `export default` becomes that of the whole
    """
    rooms = {}

    def enter(name):
        text = (FOLDER / f"{name}.js").read_text(encoding="utf-8")
        for _, needed in IMPORT.findall(text):
            if needed not in rooms:
                enter(needed)
        names = ", ".join(EXPORT.findall(text))
        text = IMPORT.sub(r"const \1 = room_\2;", EXPORT.sub("", text))
        rooms[name] = text if name == entry else f"const room_{name} = (() => {{\n{text}\nreturn {{ {names} }};\n}})();"

    enter(entry)
    return "\n".join(rooms.values())
