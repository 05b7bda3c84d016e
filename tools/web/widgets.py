"""Widgets on pages: the picture that stands for one until it lives, and what its script needs to bring it to life."""

import base64
import functools
import html
import json
import re

from ipywidgets import Widget

from tools.refresh import WIDGET
from tools.web.lesson import fingerprint
from xo.widgets.shared.bundle import join_modules

PART = re.compile(r"^const (module_\w+) = \(\(\) => \{\n.*?^\}\)\(\);\n", re.M | re.S)  # as join_modules writes it
TEXT = re.compile(r'("(?:[^"\\]|\\.)*")')
BOXES = ("layout", "tooltip", "tabbable")  # what ipywidgets adds: no page needs it, and its ids are new in every run


def without_remarks(script):
    """A script without comments that stand on lines of their own or at the end of one, types, indents, empty lines, and
    spaces beside signs.

    It does not know texts from code: none may span lines, or hold what looks like a type; what has a quotation mark in
    it may be a text, and stays. Spaces stay in lines that may hold a text that is not within ", or a pattern.
    """
    script = re.sub(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", "", script, flags=re.M | re.S)
    script = re.sub(r"/\*\* @type [^*\n]*\*/ ?", "", script)
    script = re.sub(r"^[ \t]*(//[^\n]*)?\n|^[ \t]+| // [^\n\"'`]*$", "", script, flags=re.M)
    return re.sub(r"^[^'`/\n]+$", lambda line: "".join(map(_tight, TEXT.split(line[0]))), script, flags=re.M)


def _tight(code):
    """A part of a line without spaces beside signs; a text stays as it is."""
    if code.startswith('"'):
        return code
    return re.sub(r" ([+-]) (?![+-])", r"\1", re.sub(r" ?([=(){},:;?<>&|*!]+) ?", r"\1", code))


def as_classic(key, module):
    """A widget's module as a script that any page may run: from disk, and under policies that forbid blobs and eval.

    The module becomes a function in `xoWidgets`; what it exported is what the function returns.
    """
    body, count = re.subn(r"^export default ?", "return ", without_remarks(module), flags=re.M)
    body = re.sub(r"^export (?=async |const |class |function)", "", body, flags=re.M)
    if count != 1:
        raise ValueError(f"expected one `export default` at the start of a line of a widget's module, got {count}")
    return f'(globalThis.xoWidgets ??= {{}})["{key}"] = () => {{\n"use strict";\n{body}\n}};\n'


@functools.cache
def common_part():
    """What the glass, the trainer and the lab are all made of: a page that shows two of them fetches it once.

    returns: a module that exports it, and the texts of its parts by name, as they stand in the three
    """
    first, *others = (join_modules(f"{room}/{room}") for room in ("glass", "trainer", "lab"))
    parts = {found[1]: found[0] for found in PART.finditer(first) if all(found[0] in other for other in others)}
    return "".join(parts.values()) + f"export default {{ {', '.join(parts)} }};\n", parts


def without_common_part(module):
    """A widget's module that takes the common part from its script; one that has not all of it stays as it is."""
    whole, parts = common_part()
    if not all(text in module for text in parts.values()):
        return module
    for text in parts.values():
        module = module.replace(text, "")
    return f'const {{ {", ".join(parts)} }} = globalThis.xoWidgets["{fingerprint(whole)}"]();\n{module}'


def pack(models, shown):
    """What a page's script reads, for the widgets named in `shown`.

    returns: "texts": modules and styles by fingerprint, each once; "models": what every widget holds, by name
    """
    texts, packed, places = {}, {}, {}
    for name in shown:
        state = models[name]["state"]
        keys = {part: fingerprint(state.get(part) or "") for part in ("_esm", "_css")}
        texts |= {key: state.get(part) or "" for part, key in keys.items()}
        values = {trait: value for trait, value in state.items() if not trait.startswith("_") and trait not in BOXES}
        buffers = [_once(buffer, [name, i], places) for i, buffer in enumerate(models[name].get("buffers", []))]
        packed[name] = {"module": keys["_esm"], "style": keys["_css"], "values": values, "buffers": buffers}
    return {"texts": texts, "models": packed}


def pack_widget(widgets):
    """The same for widgets that no lesson shows: name -> widget."""
    states = Widget.get_manager_state(widgets=widgets.values())["state"]
    return pack({name: states[widget.model_id] for name, widget in widgets.items()}, list(widgets))


def _once(buffer, place, places):
    """The same buffer, or where its bytes stand already. places: bytes -> [model, place among its buffers]"""
    first = places.setdefault(buffer["data"], place)
    return buffer if first == place or len(buffer["data"]) < 100 else {"path": buffer["path"], "like": first}


def shown_in(outputs):
    """The names of the widgets that outputs show."""
    return [output.data[WIDGET]["model_id"] for output in outputs if WIDGET in output.get("data", {})]


def as_json(data):
    """Data to stand in a script element of a page: no `<` in it, so that nothing in it can end or hide the element."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace("<", "\\u003c")


def stand_in(data, picture=None):
    """What an output shows where its widget cannot: its picture, or else its text.

    picture: makes the address of a PNG from its bytes; inside the page where nothing is said
    """
    words = "".join(data.get("text/plain", ""))
    encoded = "".join(data.get("image/png", "")).strip()
    if not encoded:
        return f"<pre>{html.escape(words)}</pre>"
    source, size = (picture or inline)(base64.b64decode(encoded))
    return f'<img alt="{html.escape(words, quote=True)}" src="{source}"{size} loading="lazy" decoding="async">'


def inline(content):
    """A picture as an address that holds it, and its size as attributes."""
    return f"data:image/png;base64,{base64.b64encode(content).decode()}", size_of(content)


def size_of(content):
    """The width and height of a PNG as attributes, so that a page does not jump when the picture comes."""
    width, height = (int.from_bytes(content[place : place + 4], "big") for place in (16, 20))
    return f' width="{width}" height="{height}"'
