"""Markdown as HTML: headings with anchors, links that stay inside, tables that scroll, code in colours."""

import html
import posixpath
import re

import mistune
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

# A link from a notebook or a document, and the page that it leads to.
DOCUMENTS = {"glossary": "glossary.html", "teaching": "teaching.html", "README": "index.html"}


class PageRenderer(mistune.HTMLRenderer):
    """seen: the ids that are taken; picture: a function that gives the address of an attached picture"""

    def __init__(self, seen, picture=None, lowest=6):
        super().__init__(escape=False)
        self.seen, self.picture, self.lowest = seen, picture, lowest

    def heading(self, text, level, **attributes):
        words = html.unescape(re.sub(r"<[^>]+>", "", text))
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
    if ending == ".ipynb" or name in DOCUMENTS:
        path = DOCUMENTS.get(name, f"{name}.html")
    return "#".join([path, *anchor])


def in_colours(code, language="python"):
    """A piece of code as HTML that scrolls and that the keyboard reaches."""
    try:
        lexer = get_lexer_by_name(language or "text")
    except ClassNotFound:
        lexer = get_lexer_by_name("text")
    inner = highlight(code.rstrip("\n"), lexer, HtmlFormatter(nowrap=True)).rstrip("\n")
    return f'<pre class="highlight" tabindex="0"><code>{inner}</code></pre>\n'


def to_html(text, seen=None, picture=None):
    """Markdown as HTML. seen: the ids that are already on the page, to which this adds its own"""
    renderer = PageRenderer(set() if seen is None else seen, picture)
    made = mistune.create_markdown(renderer=renderer, plugins=["table", "strikethrough"])(text)
    made = re.sub(r"<table>(.*?)</table>", _scrolling, made, flags=re.S)
    return re.sub(r'<th( style="text-align:\w+")?>\s*</th>', r"<td\1></td>", made)


def _scrolling(found):
    heads = [re.sub(r"<[^>]+>", "", head).strip() for head in re.findall(r"<th[^>]*>(.*?)</th>", found[1], re.S)]
    label = html.escape("Table: " + ", ".join(head for head in heads if head), quote=True).removesuffix(": ")
    return f'<div class="table" role="region" aria-label="{label}" tabindex="0"><table>{found[1]}</table></div>'


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
