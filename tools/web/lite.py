"""The site's lite/: JupyterLab with Python, all in the browser, and the lessons in it (JupyterLite with Pyodide).

What builds it lives in an environment of its own inside .venv, because its extension would trouble a JupyterLab with a
server. Pyodide's lock file says which package comes from which file: ours are added to it, so that `import xo` in a
cell loads the course as `import numpy` loads NumPy. It names only what the course needs; nothing is asked of PyPI.
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from importlib.metadata import distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.jupyter_settings import SETTINGS, write
from tools.lessons import NOTEBOOKS, ROOT
from tools.my_lessons import fresh_copies
from tools.refusals import why_not
from tools.web.lesson import fingerprint
from tools.web.render import script
from tools.wheels import digest

LISTS = ("requirements-site.txt",)
RECORDED = ROOT / "tools/web/pyodide-lock.json"
RELEASE = "https://cdn.jsdelivr.net/pyodide/v{version}/full/"
CORE = ("pyodide.mjs", "pyodide.js", "pyodide.asm.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
PURE = ("anywidget", "comm", "ipywidgets", "jupyterlab_widgets", "psygnal", "typing_extensions")
EXTENSIONS = ("anywidget", "jupyterlab_widgets")  # what of it also has a part in the front end
KERNEL = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython")  # loaded at once
OLDER = ("ssl", "sqlite3")  # what a kernel for Pyodide before 314 asks for by name
COURSE = "xo-course"
SCRIPTS = ("lite_exercise", "lite_early_runs", "lite_narrow")  # in JupyterLab's page
PLUGIN = "@jupyterlite/pyodide-kernel-extension:kernel"
EPOCH = "1577836800"  # the date of everything that is built, so that a second build changes no byte


class Missing(Exception):
    """Why there is no Python in the browser, as a sentence."""


def build(into, pyodide=None, **other):
    """Build lite/ in the folder of a site, in place of the one that is there.

    pyodide: a folder with a Pyodide distribution, to be shipped with the site; none: the browser fetches the release
    other: other parts for a Builder
    raises: Missing with a sentence, and what is there stays
    """
    into = into.resolve()  # what builds it runs elsewhere
    with tempfile.TemporaryDirectory(prefix=".lite-", dir=into) as folder:
        made = Builder(pathlib.Path(folder), pyodide and pathlib.Path(pyodide), **other).build()
        target = into / "lite"
        if target.exists():
            shutil.rmtree(target)
        shutil.move(made, target)
    return target


class Builder:
    """Builds it in a scratch folder.

    home: where the environment is kept; lists: what is installed into it; wheel: makes the course's own wheel;
    lock: Pyodide's lock file where no distribution is given
    """

    def __init__(self, scratch, pyodide=None, home=None, lists=LISTS, wheel=None, lock=RECORDED):
        self.scratch, self.pyodide, self.lists, self.lock = scratch, pyodide, lists, lock
        self.home = home or pathlib.Path(sys.prefix, "lite")
        self.wheel = wheel or Builder.own_wheel
        self.source, self.made = scratch / "source", scratch / "made"

    def build(self):
        """Everything. returns: the folder"""
        known = self.known()
        self.install()
        self.pypi = self.source / "pypi"
        self.pypi.mkdir(parents=True)
        self.fetch_wheels()
        self.wheel(self, self.pypi)
        for name, text in fresh_copies(NOTEBOOKS).items():
            path = self.source / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
        self.settings(known)
        self.run_jupyterlite()
        self.add_python(known)
        self.add_script()
        return self.made

    # ------------------------------------------------------------ what it is built with

    def python(self):
        return self.home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def install(self):
        """Bring the environment to what the lists say; nothing to do where they are as they were."""
        names = [*self.lists, "constraints.txt"]
        wanted = fingerprint(b"\0".join((ROOT / name).read_bytes() for name in names))
        stamp = self.home / "xo-installed"
        if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted and self.python().exists():
            return
        print("Setting up what Python in the browser is built with: this needs the network once.", flush=True)
        venv.create(self.home, clear=True, with_pip=True)
        lists = [f"--requirement={name}" for name in self.lists]
        self.pip("install", "--constraint=constraints.txt", *lists)
        stamp.write_text(wanted, encoding="utf-8")

    def pip(self, *arguments):
        quiet = ["--quiet", "--disable-pip-version-check", "--retries=2"]
        self.call([self.python(), "-m", "pip", arguments[0], *quiet, *arguments[1:]], "its packages are not installed")

    def call(self, command, otherwise, folder=ROOT):
        """Run a command in a folder. raises: Missing that says why it did not work"""
        own = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
        own |= {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONDONTWRITEBYTECODE": "1"}
        own.pop("PYTHONPATH", None)
        kept = {"capture_output": True, "text": True, "errors": "replace", "env": own, "cwd": folder}
        done = subprocess.run(list(map(str, command)), **kept)
        if done.returncode:
            told = done.stdout + done.stderr
            lines = told.strip().splitlines() or ["no reason given"]
            last = ([line for line in lines if "Error:" in line] or lines)[-1].strip()
            raise Missing(f"{otherwise}: {why_not(told) if 'pip' in command else last}")

    # ------------------------------------------------------------ packages

    def fetch_wheels(self):
        """The widgets' packages, in the versions of the course."""
        text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
        exact = [re.search(rf"^{name}==\S+", text, re.M)[0] for name in PURE]
        anywhere = ["--platform=any", "--implementation=py", "--abi=none", "--python-version=3.14"]
        self.pip("download", "--no-deps", "--only-binary=:all:", *anywhere, f"--dest={self.pypi}", *exact)

    def own_wheel(self, folder):
        self.call([self.python(), "-m", "flit_core.wheel", f"--outdir={folder}"], "the course cannot be packed")

    def known(self):
        """The lines of Pyodide's lock file for what the course and its kernel need. raises: Missing"""
        if not self.pyodide:
            return json.loads(self.lock.read_text(encoding="utf-8"))
        try:
            lock = json.loads((self.pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            raise Missing(f"{self.pyodide} is no Pyodide distribution: it has no pyodide-lock.json to read") from None
        if self.lock:
            wanted, got = (one["info"]["abi_version"] for one in (json.loads(self.lock.read_text()), lock))
            if wanted != got:
                raise Missing(f"the kernel wants Pyodide with the ABI {wanted}, and {self.pyodide} has {got}")
        return lock

    def locked(self, known, base):
        """The lock file of the site. base: where Pyodide's own files lie"""
        packages = {canonicalize_name(name): dict(about) for name, about in known["packages"].items()}
        for about in packages.values():
            about["file_name"] = base + about["file_name"]
        ours = [*self.made.glob("pypi/*.whl"), *self.made.glob("extensions/@jupyterlite/*/static/pypi/*.whl")]
        for wheel in sorted(ours):  # of two versions of one package, the newer comes last
            name, about = entry(wheel)
            packages[name] = {**about, "file_name": f"../../{wheel.relative_to(self.made).as_posix()}"}
        names = closure(packages, [COURSE, *KERNEL, *(name for name in OLDER if name in packages)])
        misfits(packages, names, ours)
        return {"info": known["info"], "packages": {name: packages[name] for name in sorted(names)}}

    # ------------------------------------------------------------ the site

    def settings(self, known):
        """What JupyterLite reads: the names of its storage change with the lessons, or old copies would hide new ones.

        raises: OSError
        """
        texts = sorted((self.source / "files").rglob("*.*"))
        today = fingerprint(b"".join(path.read_bytes() for path in texts))
        where = "static/xo" if not self.pyodide else "static/pyodide"
        url = "./static/pyodide/" if self.pyodide else RELEASE.format(version=known["release"])
        old = self.pyodide and not (self.pyodide / "pyodide.asm.mjs").exists()  # its kernel loads no module
        kernel = {
            "disablePyPIFallback": True,
            "pyodideUrl": url + ("pyodide.js" if old else "pyodide.mjs"),
            "loadPyodideOptions": {"lockFileURL": f"./{where}/pyodide-lock.json", "packages": [*KERNEL, COURSE]},
        }
        config = {
            "appName": "xo",
            "exposeAppInBrowser": True,
            "contentsStorageName": f"xo lessons {today}",
            "workspacesStorageName": f"xo places {today}",
            "settingsStorageName": "xo settings",
            "litePluginSettings": {PLUGIN: kernel},
        }
        write(self.source / "jupyter-lite.json", {"jupyter-lite-schema-version": 0, "jupyter-config-data": config})
        write(self.source / "overrides.json", SETTINGS["share/jupyter/lab/settings/overrides.json"])

    def run_jupyterlite(self):
        extensions = [wheel for name in EXTENSIONS for wheel in self.pypi.glob(f"{name}-*.whl")]
        command = [self.python(), "-m", "jupyterlite_core", "build", "--apps=lab", "--no-sourcemaps"]
        command += [f"--lite-dir={self.source}", f"--output-dir={self.made}", f"--contents={self.source / 'files'}"]
        command += [f"--LiteBuildConfig.federated_extensions={wheel}" for wheel in extensions]
        command += [f"--source-date-epoch={EPOCH}", f"--LiteBuildConfig.cache_dir={self.scratch / 'cache'}"]
        self.call(command, "JupyterLite cannot be built", folder=self.scratch)  # it leaves notes where it runs

    def add_python(self, known):
        """The lock file, and Python itself where it was given."""
        folder = self.made / ("static/pyodide" if self.pyodide else "static/xo")
        lock = self.locked(known, "" if self.pyodide else RELEASE.format(version=known["release"]))
        write(folder / "pyodide-lock.json", lock)
        if self.pyodide:
            for name in CORE:
                with contextlib.suppress(FileNotFoundError):  # each release has its own
                    shutil.copyfile(self.pyodide / name, folder / name)
            for about in lock["packages"].values():
                if not about["file_name"].startswith("../"):
                    copy_whole(self.pyodide, about, folder)

    def add_script(self):
        """What leads to the exercise that a link names, keeps cells that are run too early, makes room on a phone."""
        page = self.made / "lab/index.html"
        text = page.read_text(encoding="utf-8")
        for name in SCRIPTS:
            (self.made / f"lab/{name}.js").write_text(script(name), encoding="utf-8")
            text = text.replace("</body>", f'<script src="{name}.js"></script></body>')
        page.write_text(text, encoding="utf-8")


def packed_in(wheel):
    """The package in a wheel, as it tells about itself."""
    [package] = distributions(path=[str(wheel)])
    return package


def needs(package):
    """The packages that another one asks for, without its extras."""
    found = map(Requirement, package.requires or [])
    return [one for one in found if not one.marker or one.marker.evaluate({"extra": "", "sys_platform": "emscripten"})]


def entry(wheel):
    """The name of a wheel's package, and its lines for Pyodide's lock file."""
    package = packed_in(wheel)
    name, files = canonicalize_name(package.name), map(str, package.files)
    tops = {file.split("/")[0].removesuffix(".py") for file in files if re.match(r"[A-Za-z_]\w*(/.*)?(\.py)?$", file)}
    return name, {
        "name": name,
        "version": package.version,
        "file_name": wheel.name,
        "install_dir": "site",
        "package_type": "package",
        "sha256": digest(wheel),
        "imports": sorted(tops),
        "depends": [canonicalize_name(one.name) for one in needs(package)],
        "unvendored_tests": False,
    }


def closure(packages, names):
    """These packages and all that they need. raises: Missing that names one which is not there"""
    found, waiting = set(), [canonicalize_name(name) for name in names]
    while waiting:
        name = waiting.pop()
        if name not in found:
            if name not in packages:
                raise Missing(f"there is no package {name} for Python in the browser")
            found.add(name)
            waiting += map(canonicalize_name, packages[name]["depends"])
    return found


def misfits(packages, names, wheels):
    """Is each package new enough for those of ours that need it? raises: Missing"""
    for wheel in wheels:
        package = packed_in(wheel)
        if canonicalize_name(package.name) in names:
            for one in needs(package):
                version = packages[canonicalize_name(one.name)]["version"]
                if not one.specifier.contains(version, prereleases=True):
                    raise Missing(f"{package.name} needs {one}, and Pyodide has {one.name} {version}")


def copy_whole(source, about, folder):
    """Copy one of Pyodide's files. raises: Missing where it is not the one that the lock file means"""
    name = about["file_name"]
    if not (source / name).exists():
        raise Missing(f"{source} has no {name}, which the course needs")
    if digest(source / name) != about["sha256"]:
        raise Missing(f"{source / name} is damaged: it is not the file of pyodide-lock.json")
    shutil.copyfile(source / name, folder / name)
