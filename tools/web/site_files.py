"""The files of a site: written all at once, named by what is in them, and the same from build to build."""

import base64
import os
import pathlib
import re
import shutil
import tempfile

from tools.web.lesson import fingerprint
from tools.web.widgets import as_classic, as_json, common_part, size_of, without_common_part

HEAVY = 50_000  # signs
KEPT = ("lite",)  # folders that other commands build into a site
# To Chromium: compile all of this script beside the page while it arrives, not each function where it is first called.
WHOLE = "//# allFunctionsCalledOnLoad\n"


class Files:
    """What a site consists of: path -> bytes. Equal content is stored once."""

    def __init__(self):
        self.content = {}

    def add(self, path, content):
        """Add a file. returns: its path, to be used as an address"""
        content = content.encode("utf-8") if isinstance(content, str) else content
        if self.content.setdefault(path, content) != content:
            raise ValueError(f"expected one content for {path}, got two")
        return path

    def picture(self, content):
        """The address of a PNG and its size as attributes: what a Renderer asks for."""
        return self.add(f"assets/pictures/{fingerprint(content)}.png", content), size_of(content)

    def sounds(self, text):
        """A piece of HTML whose data: addresses are files of their own, and sounds are fetched when they are played."""

        def out(found):
            content = base64.b64decode(found[3])
            ending = found[2].split("/")[-1].split("+")[0].removeprefix("x-")
            return found[1] + self.add(f"assets/sounds/{fingerprint(content)}.{ending}", content)

        return re.sub(r'(src=")data:([\w/+-]+);base64,([^"]+)', out, text).replace("<audio ", '<audio preload="none" ')

    def widgets(self, data):
        """Put a page's modules into files.

        data: what `pack` gives. returns: what its script reads, and the texts of the styles
        """
        files = {}
        for key in dict.fromkeys(model["module"] for model in data["models"].values()):  # as they stand on the page
            module = without_common_part(data["texts"][key])
            files[key] = {"script": self.add(f"assets/widgets/{key}.js", WHOLE + as_classic(key, module))}
            if module != data["texts"][key]:
                common = common_part()[0]
                name = fingerprint(common)
                files[key]["common"] = self.add(f"assets/widgets/{name}.js", WHOLE + as_classic(name, common))
        styles = [data["texts"][key] for key in sorted({model["style"] for model in data["models"].values()})]
        return {"files": files, "models": self._heavy_apart(data["models"]), "styles": styles}

    def _heavy_apart(self, models):
        """Much data of a widget becomes a script of its own, fetched when it wakes: what stands above lives sooner."""
        likes = [(name, one["like"][0]) for name, model in models.items() for one in model["buffers"] if "like" in one]
        lent = {lender for name, lender in likes if lender != name}  # others read it from the page
        made = {}
        for name, model in models.items():
            text = as_json(model["buffers"])
            made[name] = model
            if len(text) > HEAVY and name not in lent:
                key = fingerprint(text)
                script = f'(globalThis.xoWidgets ??= {{}})["{key}"] = () => ({text});\n'
                made[name] = {**model, "buffers": [], "bytes": [key, self.add(f"assets/widgets/{key}.js", script)]}
        return made

    def write(self, folder):
        """Replace what is in a folder: built beside it first, so that no half-made site is ever there."""
        folder = pathlib.Path(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".site-") as beside:
            new, old = pathlib.Path(beside, "new"), pathlib.Path(beside, "old")
            for path, content in sorted(self.content.items()):
                target = new / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            for name in KEPT:
                if (folder / name).is_dir():
                    shutil.move(folder / name, new / name)
            if folder.exists():
                os.replace(folder, old)
            os.replace(new, folder)
