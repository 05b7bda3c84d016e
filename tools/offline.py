"""Gather the course for a class without a network: python3 start.py offline FOLDER

Put FOLDER on a memory stick or a share. It holds the course, its website, a page that says what to do
(READ_ME_FIRST.html), and all packages for Python 3.11 to 3.14 on Windows (x64), macOS 11 or newer (Intel and Apple
silicon) and Linux (x64 and aarch64): 0.9 GB. Less for some of them: --computer windows silicon --python 3.12 3.13
A second run adds only what is new.
Who runs `python3 start.py` in FOLDER has the course in a minute or two, without a network; so has who runs start.py
of a copy of the course that has FOLDER beside it or in it.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import tomllib

from tools import computers, options
from tools.lessons import ROOT, make_folder
from tools.refusals import why_not
from tools.wheels import LIST, digest, listed

NEEDS = ["requirements-offline.txt"]
FOR = "teachers"
MADE = ("wheels", "course", "site", "start.py", "READ_ME_FIRST.html")
# Of the course's folder, what it came with: the rest is somebody's own.
PARTS = ("start.py", "tools", "xo", "notebooks", "docs", "tests", "claims", "benchmarks", "binder", "biome.json")
PARTS += ("pyproject.toml", "constraints.txt", "README.md", "CONTRIBUTING.md", "CITATION.cff", "LICENSE")
PARTS += ("LICENSE-lessons", "requirements.txt")
PARTS += tuple(f"requirements-{name}.txt" for name in ("mutate", "offline", "site", "test", "torch"))
OWN = shutil.ignore_patterns("__pycache__", "*.pyc", ".ipynb_checkpoints", "*.egg-info", "node_modules", "my-*.json*")
AT_ONCE, PATIENCE_S, PIECE = 6, 60, 1 << 16


def wanted_wheels(which, pythons):
    """Every wheel that these computers with these Pythons need: {file name: wheel}."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    answer, why = computers.resolve(["requirements.txt", "-"], ROOT, "\n".join(build))
    if why:
        raise SystemExit(f"The list of packages is not known: {reason(why)}, then run the same command again.")
    return dict(sorted(computers.wheels_for(computers.read(answer), which, pythons).items()))


def reason(told):
    """Why the index did not answer, as the middle of a sentence."""
    words = why_not(told)
    return words if not words.startswith("pip failed") else f"uv says {told.splitlines()[-1].strip()!r}. Mend that"


def fetch(session, name, wheel, folder):
    """Bring one wheel into the folder, whole or not at all."""
    part = folder / f"{name}.part"
    with part.open("wb") as file:
        if wheel.path:  # an index on this computer
            file.write(pathlib.Path(wheel.path).read_bytes())
        else:
            with session.get(wheel.url, stream=True, timeout=PATIENCE_S) as answer:
                answer.raise_for_status()
                for piece in answer.iter_content(PIECE):
                    file.write(piece)
    if digest(part) != wheel.hashes["sha256"]:
        part.unlink()
        raise OSError("connection broken: the file is not the one that the index promised")
    part.replace(folder / name)


def fetch_all(wheels, folder):
    """Bring what is missing or damaged; returns: how many were brought."""
    import requests

    session = requests.Session()
    session.verify = os.environ.get("PIP_CERT") or True
    missing = [name for name, wheel in wheels.items() if digest(folder / name) != wheel.hashes["sha256"]]
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        jobs = {pool.submit(fetch, session, name, wheels[name], folder): name for name in missing}
        for done, job in enumerate(concurrent.futures.as_completed(jobs), start=1):
            try:
                job.result()
            except OSError as error:  # all that requests raises is one, too
                pool.shutdown(cancel_futures=True)
                raise SystemExit(
                    f"\n{jobs[job]} is not fetched: {reason(str(error))}, then run the same command again. It "
                    "carries on from here."
                ) from None
            print(f"\r{done} of {len(missing)} packages fetched", end="", flush=True)
    print(end="\n" if missing else "")
    return len(missing)


def gather_wheels(folder, which, pythons):
    """wheels/ of the folder as it should be; says what was new; returns: what it is for."""
    folder.mkdir(exist_ok=True)
    print("Asking the index which packages are needed …", flush=True)
    wheels = wanted_wheels(which, pythons)
    old = sorted(set(listed(folder)) - set(wheels))
    sums = {name: wheel.hashes["sha256"] for name, wheel in wheels.items()}
    about = {"computers": which, "pythons": sorted({python.rpartition(".")[0] for python in pythons}), "wheels": sums}
    (folder / LIST).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    for name in old:
        (folder / name).unlink(missing_ok=True)
    new = fetch_all(wheels, folder)
    print(f"{len(wheels)} packages: {new} new, {len(old)} no longer needed.")
    return about


def copy_course(folder):
    """The course's own files, without what a person made in it; returns: a sum that changes when one of them does."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=OWN)
        elif (ROOT / name).exists():
            shutil.copy2(ROOT / name, folder / name)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = [path.relative_to(folder).as_posix() for path in files]
    return hashlib.sha256("".join(f"{name} {digest(folder / name)}\n" for name in names).encode()).hexdigest()


def build_site(folder, version):
    """The website, unless it was built from this very course."""
    from tools import site

    mark = folder / ".course"
    if mark.exists() and mark.read_text(encoding="utf-8") == version:
        return
    shutil.rmtree(folder, ignore_errors=True)
    site.main(["--into", str(folder)])
    mark.write_text(version, encoding="utf-8")


def tell(folder, about):
    """The two files at the top: the page that says what to do, and start.py."""
    from tools.web.render import as_style, fill, style

    text = fill(
        "offline.html.j2",
        title="How to start · xo",
        about="The course from this folder, without a network.",
        kind="page",
        styles=as_style(style("base", "lesson")),
        computers=about["computers"],
        pythons=about["pythons"],
    )
    (folder / "READ_ME_FIRST.html").write_text(text, encoding="utf-8")
    shutil.copyfile(pathlib.Path(__file__).with_name("offline_folder") / "start.py", folder / "start.py")


def select(parser, given, known, what):
    """Those of the known names that are meant: all of them where none was given."""
    for word in given or ():
        if not any(word.lower() in name.lower() for name in known):
            parser.error(f"no {what} is called {word!r}: say one of {', '.join(known)}, or a part of it")
    return [name for name in known if not given or any(word.lower() in name.lower() for word in given)]


def main(arguments):
    """Gather."""
    parser = options("offline", __doc__)
    parser.add_argument("folder", help="the folder to gather into")
    parser.add_argument("--computer", nargs="+", help="windows, macos, linux or a part of a full name (all)")
    parser.add_argument("--python", nargs="+", help="such as 3.12 3.13 (all)")
    given = parser.parse_args(arguments)
    which = select(parser, given.computer, list(computers.COMPUTERS), "computer")
    pythons = select(parser, given.python, list(computers.PYTHONS), "Python")
    folder = make_folder(given.folder).resolve()
    if folder == ROOT or any(folder.is_relative_to(ROOT / part) for part in PARTS):
        raise SystemExit(f"{folder} belongs to the course itself: name another folder.")
    taken = [name for name in MADE if (folder / name).exists()]
    if taken and not (folder / "wheels" / LIST).exists():
        raise SystemExit(f"{folder} holds other things ({', '.join(taken)}): name a new folder.")
    about = gather_wheels(folder / "wheels", which, pythons)
    version = copy_course(folder / "course")
    build_site(folder / "site", version)
    tell(folder, about)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{folder}: {size / 1e9:.2f} GB. Put it on a stick or a share; READ_ME_FIRST.html in it says what to do.")
