"""Build the website of the course: python3 start.py site [--into FOLDER]

Front page, every lesson, documents for teachers, glossary, a page to play on, one to embed: all static, from the same
notebooks, loading nothing from anywhere else. It works from any folder of any server, from a stick (open index.html)
and, after the first visit to a server, without a network. A second build changes no byte.

lite/ is JupyterLab with Python in the browser and the lessons in it. Its Python comes from Pyodide's release, or wholly
from the site with --pyodide FOLDER, an unpacked Pyodide distribution. Where it cannot be built, the site does without.
"""

import io
import json
import re

import numpy as np
from markupsafe import Markup
from PIL import Image

from tools import options
from tools.address import BINDER, address, pages_address
from tools.lesson_map import LESSONS
from tools.lessons import NOTEBOOKS, ROOT, make_folder
from tools.web.lesson import HEADING, fingerprint, run
from tools.web.lite import Missing, build
from tools.web.markdown import plain_text, to_html
from tools.web.render import VENDOR, Renderer, as_script, as_style, body_of, fill, script, style
from tools.web.site_files import WHOLE, Files
from tools.web.widgets import as_json, pack_widget, stand_in
from xo.images import ROTATED_X, X
from xo.networks import hand_made_network, load_trained
from xo.widgets.glass import GlassNetwork

FOR = "teachers"
DOCS = ROOT / "docs"
COLAB = "https://colab.research.google.com/github/{name}/blob/HEAD/notebooks/{lesson}.ipynb"
SMALL = "Nothing you do here is sent anywhere. Code: MIT. Words: CC BY 4.0."
DOORS = [
    ("00_start_here.html", "Take the course", "From one pixel to a network that learns."),
    ("teaching.html", "Teach it", "Plans, slides, paper: an hour or a day."),
    ("run.html", "Run it yourself", "With Python, on your computer."),
]


class Site:
    """Builds the pages, one method a kind."""

    def __init__(self, lessons, lite=False):
        self.lessons, self.lite = lessons, lite
        self.files = Files()
        self.pages = []  # addresses that a search engine may show
        self.home = pages_address()
        self.name = address().removeprefix("https://github.com/")

    def build(self):
        """Every file of the site."""
        self.assets()
        self.front()
        for place, lesson in enumerate(self.lessons):
            self.lesson(lesson, place)
        for path in sorted(DOCS.glob("*.md")):
            self.document(path)
        self.run_it()
        self.play_and_embed()
        self.not_found()
        self.findable()
        self.offline()
        return self.files

    # ------------------------------------------------------------ what pages share

    def assets(self):
        add = self.files.add
        add("assets/theme.js", script("theme"))
        for name in ("page", "front", "play", "embed"):
            add(f"assets/{name}.js", WHOLE + script(name))
        add("assets/gif.js", (VENDOR / "modern-gif/index.js").read_bytes())
        add("assets/mark.svg", fill("mark.svg").replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))
        for side in (180, 192, 512):
            add(f"assets/mark-{side}.png", mark(side))

    def page(self, path, template, title, about, **values):
        """Fill a template that stands on site.html.j2, and add it as a page."""
        if not values.get("hidden"):
            self.pages.append(path)
        data = values.get("data", {})
        files = list(data.get("files", {}).values())
        if data:
            values["data"] = Markup(as_json({part: data[part] for part in ("files", "models")}))
        text = fill(
            template,
            title=title,
            about=about,
            path=path,
            address=self.home + path.removesuffix("index.html"),
            social=self.home + "assets/mark-512.png",
            home="index.html",
            widgets=files,
            style=self.sheet(values.get("kind"), data.get("styles", [])),
            **{"kind": "page", "small": SMALL, **values},
        )
        self.files.add(path, text)

    def sheet(self, kind, of_widgets):
        """All style sheets of a page as one file: each that it had to ask for would hold it up."""
        first = style("base", "embed" if kind == "embed" else "lesson")
        last = [style("front")] if kind == "front" else []
        text = "\n".join([first, *of_widgets, *last])
        return self.files.add(f"assets/style-{fingerprint(text)}.css", text)

    def links(self, here=""):
        return [
            {
                "address": f"{lesson.path.stem}.html",
                "word": self.word(lesson),
                "title": lesson.title,
                "here": lesson.path.stem == here,
            }
            for lesson in self.lessons
        ]

    def word(self, lesson):
        return f"{lesson.number} {LESSONS[lesson.number][0]}" if lesson.number in LESSONS else lesson.number

    def ways(self, lesson, cell=None):
        """Where a lesson can be done with Python: [(words, address, how)]."""
        name = lesson.path.stem
        ways = []
        if self.lite:
            place = f"#{cell}" if cell else ""
            ways.append(("Do it in this browser", f"lite/lab/index.html?path={name}.ipynb{place}", "open"))
        ways.append(("Download this lesson", f"notebooks/{name}.ipynb", "download"))
        if not cell:
            ways.append(("Open it on Binder", BINDER.format(name=self.name, lesson=name), "open"))
            ways.append(("Open it in Colab", COLAB.format(name=self.name, lesson=name), "open"))
        ways.append(("Run it yourself", "run.html", "open"))
        return ways

    # ------------------------------------------------------------ the pages

    def lesson(self, lesson, place):
        self.files.add(f"notebooks/{lesson.path.name}", lesson.path.read_bytes())
        renderer = Renderer(self.files.picture, self.files.sounds, lambda block: self.ways(lesson, block.cell["id"]))
        body, contents, data = body_of(lesson, renderer)
        links = self.links(lesson.path.stem)
        self.page(
            f"{lesson.path.stem}.html",
            "site_lesson.html.j2",
            lesson.title,
            lesson.about,
            what="lesson",
            body=body,
            contents=contents,
            data=self.files.widgets(data),
            minutes=lesson.minutes,
            map=links,
            before=links[place - 1] if place else None,
            after=links[place + 1] if place + 1 < len(links) else None,
            ways=self.ways(lesson),
        )

    def document(self, path):
        text = path.read_text(encoding="utf-8")
        title = HEADING.search(text)[2]
        first = next(part for part in text.split("\n\n") if not part.startswith("#"))
        self.words(f"{path.stem}.html", title, " ".join(plain_text(first).split())[:300], to_html(text))

    def run_it(self):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        start = re.search(r"^## Start\n(.*?)^## ", text, re.M | re.S)[1]
        about = "How to run the course on your own computer, with Python and nothing else."
        self.words("run.html", "Run it yourself", about, f"<h1>Run it yourself</h1>\n{to_html(start)}")

    def words(self, path, title, about, html):
        """A page of nothing but words."""
        body = Markup(f'<div class="words">\n{html}</div>')
        values = {"body": body, "data": {}, "map": self.links(), "ways": [("All lessons", "index.html", "open")]}
        self.page(path, "site_lesson.html.j2", title, about, kind="page document", **values)

    def still(self, widget):
        """The picture that stands for a widget where no script runs."""
        return Markup(stand_in(widget._repr_mimebundle_()[0], self.files.picture))

    def front(self):
        glass = front_glass()
        lessons = [{**link, "minutes": lesson.minutes} for link, lesson in zip(self.links(), self.lessons, strict=True)]
        self.page(
            "index.html",
            "site_front.html.j2",
            "xo: a neural network that you can hold in your head",
            "Draw an X or an O, and follow every number of a small neural network from your pixels to its answer. "
            "An interactive course on convolutional neural networks; nothing to install.",
            kind="front",
            data=self.files.widgets(pack_widget({"front": glass})),
            still=self.still(glass),
            doors=DOORS,
            lessons=lessons,
        )

    def play_and_embed(self):
        """The page to play on, and the one for a frame in another page."""
        known = networks()
        data = self.files.widgets(pack_widget({name: glass for name, (_, glass) in known.items()}))
        shown = [(name, words, self.still(glass)) for name, (words, glass) in known.items()]
        self.page(
            "play.html",
            "site_play.html.j2",
            "Play with a network",
            "The whole network on one page: draw, change any number, switch layers off, share what you found.",
            kind="page play",
            data=data,
            networks=shown,
            map=self.links(),
        )
        values = {"kind": "embed", "data": data, "hidden": True, "networks": shown}
        about = "A small neural network to draw on, for a page of yours."
        self.page("embed.html", "site_embed.html.j2", "xo: a network to draw on", about, **values)

    def not_found(self):
        text = fill(
            "not_found.html.j2",
            title="Not here · xo",
            about="There is no page at this address.",
            kind="page",
            styles=as_style(style("base", "lesson")),
            theme=as_script(script("theme")),
            home=self.home,
        )
        self.files.add("404.html", text)

    # ------------------------------------------------------------ findable, and offline

    def findable(self):
        addresses = [self.home + page.removesuffix("index.html") for page in self.pages]
        entries = "\n".join(f"  <url><loc>{one}</loc></url>" for one in sorted(addresses))
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        head = '<?xml version="1.0" encoding="UTF-8"?>'
        self.files.add("sitemap.xml", f'{head}\n<urlset xmlns="{space}">\n{entries}\n</urlset>\n')
        self.files.add("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {self.home}sitemap.xml\n")
        self.files.add(".nojekyll", "")

    def offline(self):
        """The manifest, and the worker that keeps the site for days without a network."""
        icons = [
            {"src": f"assets/mark-{side}.png", "sizes": f"{side}x{side}", "type": "image/png"} for side in (192, 512)
        ]
        about = {
            "name": "xo: a neural network that you can hold in your head",
            "short_name": "xo",
            "start_url": "index.html",
            "scope": "./",
            "display": "standalone",
            "background_color": "#fdfcfa",
            "theme_color": "#53337d",
            "lang": "en",
            "icons": icons,
        }
        self.files.add("manifest.webmanifest", json.dumps(about, indent=1) + "\n")
        paths = sorted(path for path in self.files.content if path not in ("404.html", "robots.txt", ".nojekyll"))
        version = fingerprint(b"".join(path.encode() + self.files.content[path] for path in paths))
        worker = script("worker").replace('"VERSION"', f'"{version}"').replace('["FILES"]', json.dumps(paths))
        self.files.add("service-worker.js", worker)


def front_glass():
    """The network of lesson 0, with a drawing that is not quite an X."""
    return GlassNetwork(load_trained(9), image=ROTATED_X)


def networks():
    """The networks that a link can name: name -> (words, its glass)."""
    return {
        "hand": ("made by hand: 3 features", GlassNetwork(hand_made_network(), image=X)),
        "trained": ("trained on 9 by 9 pixels", GlassNetwork(load_trained(9), image=X)),
    }


def mark(side):
    """The sign of the course as a PNG: the X of the essay, white on violet."""
    cell = side // 10
    canvas = np.full((side, side, 3), (0x53, 0x33, 0x7D), np.uint8)
    large = np.kron(X > 0, np.ones((cell, cell), bool))
    start = (side - len(large)) // 2
    canvas[start : start + len(large), start : start + len(large)][large] = 255
    file = io.BytesIO()
    Image.fromarray(canvas).save(file, "PNG", optimize=True)
    return file.getvalue()


def add_python(into, pyodide):
    """Python in the browser, as lite/; where that cannot be, the rest of the site does without."""
    print("lite …", flush=True)
    try:
        build(into, pyodide)
    except Missing as reason:
        there = "the one that is there stays as it was" if (into / "lite").is_dir() else "the site does without"
        print(f"No Python in the browser was built, and {there}: {reason}.", flush=True)


def main(arguments):
    """Build the site."""
    parser = options("site", __doc__)
    parser.add_argument("--into", default="site", help="the folder to write to (site)")
    parser.add_argument("--pyodide", help="a folder with a Pyodide distribution, to put Python into the site as well")
    options_given = parser.parse_args(arguments)
    into = make_folder(options_given.into)
    lessons = []
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        print(f"{path.stem} …", flush=True)
        lessons.append(run(path))
    add_python(into, options_given.pyodide)
    files = Site(lessons, lite=(into / "lite").is_dir()).build()
    files.write(into)
    size = sum(map(len, files.content.values()))
    print(
        f"{into / 'index.html'}: {len(files.content)} files, {size / 1e6:.1f} MB. Open it, or put {into} on any server."
    )
