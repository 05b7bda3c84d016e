"""Markdown as HTML: headings with anchors, links that stay inside, tables that scroll, code in colours."""

import html
import pathlib
import posixpath
import re

import mistune
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from tools.web.printed import widest

DOCS = pathlib.Path(__file__).resolve().parents[2] / "docs"
PLAIN = re.compile(r'<span class="(?!k|ow"|s|m|c)\w+">([^<]*)</span>')  # what assets/base.css gives no colour


class PageRenderer(mistune.HTMLRenderer):
    """seen: the ids that are taken; picture: a function that gives the address of an attached picture"""

    def __init__(self, seen, picture=None):
        super().__init__(escape=False)
        self.seen, self.picture = seen, picture

    def heading(self, text, level, **attributes):
        words = words_in(text)
        name = slug(words, self.seen)
        label = html.escape(f"Link to: {words}", quote=True)
        anchor = f' <a class="anchor" href="#{name}" aria-label="{label}">#</a>' if level > 1 else ""
        return f'<h{level} id="{name}">{text}{anchor}</h{level}>\n'

    def link(self, text, url, title=None):
        return super().link(text, inside(url), title)

    def image(self, text, url, title=None):
        return super().image(text, self.picture(url) if self.picture else url, title)

    def block_code(self, code, info=None):
        return in_colours(code, (info or "").split(" ")[0])


def inside(url):
    """Where a link of a notebook or document leads on a page: lessons and documents are pages beside it."""
    if re.match(r"[a-z]+:|#|//", url):
        return url
    path, *anchor = url.split("#")
    name, ending = posixpath.splitext(posixpath.basename(path))
    if ending == ".ipynb" or (ending == ".md" and (DOCS / f"{name}.md").exists()):
        path = f"{name}.html"
    elif (name, ending) == ("README", ".md"):
        path = "run.html"  # how to start is a page of its own
    return "#".join([path, *anchor])


def in_colours(code, language="python"):
    """A piece of code as HTML that scrolls and that the keyboard reaches."""
    try:
        lexer = get_lexer_by_name(language or "text")
    except ClassNotFound:
        lexer = get_lexer_by_name("text")
    inner = PLAIN.sub(r"\1", highlight(code.rstrip("\n"), lexer, HtmlFormatter(nowrap=True)).rstrip("\n"))
    return f'<pre class="highlight" style="--signs:{widest(code)}" tabindex="0"><code>{inner}</code></pre>\n'


def to_html(text, seen=None, picture=None):
    """Markdown as HTML. seen: the ids that are already on the page, to which this adds its own"""
    renderer = PageRenderer(set() if seen is None else seen, picture)
    made = mistune.create_markdown(renderer=renderer, plugins=["table", "strikethrough"])(text)
    made = _let_scroll(made)
    return re.sub(r'<th( style="text-align:\w+")?>\s*</th>', r"<td\1></td>", made)


def _let_scroll(made):
    """Each table in a region of its own, named by the heading above it."""
    parts, names = re.split(r"(<table>.*?</table>)", made, flags=re.S), {}
    for place in range(1, len(parts), 2):
        above = headings("".join(parts[:place]))
        name = f"Table: {above[-1][1]}" if above else "Table"
        names[name] = names.get(name, 0) + 1
        label = html.escape(name if names[name] == 1 else f"{name} ({names[name]})", quote=True)
        parts[place] = f'<div class="table" role="region" aria-label="{label}" tabindex="0">{parts[place]}</div>'
    return "".join(parts)


def headings(made):
    """The headings of a piece of HTML that came from here, in order: [(level, words, id)]."""
    found = re.findall(r'<h(\d) id="([^"]+)">(.*?)(?: <a class="anchor"|</h)', made, re.S)
    return [(int(level), words_in(text), name) for level, name, text in found]


def words_in(made):
    """A piece of HTML without its elements."""
    return html.unescape(re.sub(r"<[^>]+>", "", made))


def plain_text(text):
    """Markdown without its marks."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", text)


def slug(text, seen):
    """An id made of a heading's words, and unlike those in `seen`, to which it is added."""
    name = re.sub(r"[^\w]+", "-", text.casefold()).strip("-") or "section"
    name = name if name[0].isalpha() else f"s-{name}"
    found, count = name, 1
    while found in seen:
        count += 1
        found = f"{name}-{count}"
    seen.add(found)
    return found
