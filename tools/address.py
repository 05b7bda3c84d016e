"""Bring README.md in line with the repository's address in pyproject.toml: python3 start.py address

Put your address into [project.urls] of pyproject.toml, the one place for it, first.
"""

import re
import tomllib

from tools import options
from tools.lessons import ROOT

OVERWRITES = "README.md"
BINDER = "https://mybinder.org/v2/gh/{name}/HEAD?urlpath=lab/tree/my_lessons/{lesson}.ipynb"
FIRST = BINDER.replace("{lesson}", "00_start_here")
LINK = re.compile(re.escape(FIRST).replace(r"\{name\}", r"[\w.-]+/[\w.-]+"))
CLONE = re.compile(r"(?<=git clone )\S+")


def address():
    """Where the repository lives, as pyproject.toml has it."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["project"]["urls"]["Repository"]


def pages_address():
    """Where GitHub Pages publishes the repository's site; what has to be absolute begins with it."""
    owner, name = address().rstrip("/").split("/")[-2:]
    return f"https://{owner.lower()}.github.io/{name}/"


def with_address(text, url):
    """A README in which the Binder link and the clone command name this address."""
    text = LINK.sub(FIRST.format(name=url.removeprefix("https://github.com/")), text)
    return CLONE.sub(url, text)


def main(arguments):
    """Rewrite README.md; say what it names now."""
    options("address", __doc__).parse_args(arguments)
    readme = ROOT / "README.md"
    readme.write_text(with_address(readme.read_text(encoding="utf-8"), address()), encoding="utf-8")
    print(f"README.md names {address()}")
    return 0
