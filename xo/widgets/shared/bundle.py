"""One text from the small JavaScript files: anywidget ships a module as a blob, which cannot import its neighbours."""

import posixpath
import re
from pathlib import Path

FOLDER = Path(__file__).parent.parent
STATEMENT = re.compile(r"^\s*import\b(?!\().*|^\s*export\b.*\bfrom\s*[\"'].*", re.M)
IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.\.?/[\w./-]+\.js)";', re.M)
UNKNOWN_EXPORT = re.compile(r"^export (?!default |(?:async )?(?:const|class|function\*?) \w).*", re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|class|function\*?) (\w+))", re.M)


def join_modules(entry, folder=FOLDER):
    """Join a file with all that it imports: each becomes a function that returns its exports, imported ones first.

    entry: where it stands below `folder`, as in "glass/glass"; its `export default` becomes that of the whole
    folder: `xo/widgets`, if nothing else is said
    raises: ValueError for another form of import or export than `import { a, b as c } from "./file.js";` and
            `export const`, `export class` or `export function`, or for a circle, naming the file
    """
    entry, joined = f"{entry}.js", {}
    _enter(entry, joined, folder)
    modules = (text if path == entry else _enclose(path, text) for path, text in joined.items())
    return "\n".join(_bind(path, text) for path, text in zip(joined, modules))


def join_styles(*names):
    """Join style sheets below `xo/widgets`: first "shared/theme", which every widget takes its colours from."""
    return "\n".join((FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in names)


def _enter(path, joined, folder):
    """Put a file into `joined` (path -> text), after all that it imports."""
    joined[path] = None  # on its way
    text = (folder / path).read_text(encoding="utf-8")
    for strange in [*STATEMENT.findall(IMPORT.sub("", text)), *UNKNOWN_EXPORT.findall(text)]:
        raise ValueError(f'expected import {{ a }} from "./b.js"; or a named export in {path}, got {strange.strip()!r}')
    for _, found in IMPORT.findall(text):
        needed = _resolve(path, found)
        if joined.get(needed, "") is None:
            raise ValueError(f"expected imports without a circle, got one through {path} and {needed}")
        if needed not in joined:
            _enter(needed, joined, folder)
    del joined[path]  # what it imports stands before it
    joined[path] = text


def _resolve(path, found):
    """The path below `xo/widgets` of what the file at `path` imports as `found`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), found))


def _enclose(path, text):
    names = ", ".join(EXPORT.findall(text))
    return f"const {_variable(path)} = (() => {{\n{text}\nreturn {{ {names} }};\n}})();"


def _bind(path, text):
    """Put the names that a file imports in place of its import statements."""

    def constant(found):
        return f"const {{{found[1].replace(' as ', ': ')}}} = {_variable(_resolve(path, found[2]))};"

    return IMPORT.sub(constant, EXPORT.sub("", text))


def _variable(path):
    """A file's name as a variable: "shared/dom.js" becomes module_shared_dom."""
    return "module_" + re.sub(r"\W", "_", path.removesuffix(".js"))
