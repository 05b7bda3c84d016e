"""The computers and Pythons that README.md promises, and which ready-made packages (wheels) each of them takes.

uv asks the index once for all of them; nothing is installed.
"""

import itertools
import os
import subprocess
import tomllib

PYTHONS = ("3.11.0", "3.11.4", "3.12.0", "3.13.0", "3.14.0")
WINDOWS = {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows"}
MAC = {"os_name": "posix", "sys_platform": "darwin", "platform_system": "Darwin"}
LINUX = {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux"}
COMPUTERS = {  # the words of README.md, and what packages ask about a computer
    "Windows (x64)": {**WINDOWS, "platform_machine": "AMD64"},
    "macOS 11 or newer (Intel)": {**MAC, "platform_machine": "x86_64"},
    "macOS 11 or newer (Apple silicon)": {**MAC, "platform_machine": "arm64"},
    "Linux (x64)": {**LINUX, "platform_machine": "x86_64"},
    "Linux (aarch64)": {**LINUX, "platform_machine": "aarch64"},
}


def resolve(arguments, folder, given="", **environment):
    """What uv finds in the index for any computer, as the text of a pylock file, and why it found nothing.

    arguments: lists of requirements in `folder`; "-" is the text `given`
    """
    from uv import find_uv_bin

    own = [f"--python-version={PYTHONS[0]}", "--format=pylock.toml"]
    own += ["--constraint=constraints.txt"] if arguments != ["-"] else []
    command = [find_uv_bin(), "pip", "compile", "--quiet", "--no-config", "--only-binary=:all:", "--universal"]
    mirror = {"UV_DEFAULT_INDEX": os.environ["PIP_INDEX_URL"]} if os.environ.get("PIP_INDEX_URL") else {}
    trust = {"SSL_CERT_FILE": os.environ["PIP_CERT"]} if os.environ.get("PIP_CERT") else {}
    surroundings = {**os.environ, **mirror, **trust, **environment}
    command += [*own, *arguments]
    done = subprocess.run(command, cwd=folder, env=surroundings, input=given, capture_output=True, text=True)
    return done.stdout, done.stderr.strip() if done.returncode else ""


def read(text):
    """A pylock file as an object that can be asked."""
    from packaging.pylock import Pylock

    return Pylock.from_dict(tomllib.loads(text))


def platforms(about, macos=(11, 0)):
    """The tags of wheels that such a computer takes; glibc 2.28 and whatever is older."""
    from packaging.tags import mac_platforms

    machine = about["platform_machine"]
    if about["sys_platform"] == "win32":
        return ["win_amd64"]
    if about["sys_platform"] == "darwin":
        return list(mac_platforms(macos, machine))
    ages = [f"_2_{age}" for age in range(28, 4, -1)] + ["2014", "2010", "1"]
    return [f"manylinux{age}_{machine}" for age in ages]


def chosen(lock, computer, python, macos=(11, 0)):
    """What such a computer with such a Python installs: [(package, wheel)]; raises where no wheel fits."""
    from packaging.tags import compatible_tags, cpython_tags

    about, short = COMPUTERS[computer], tuple(int(number) for number in python.split(".")[:2])
    names = {"python_full_version": python, "python_version": "{}.{}".format(*short)}
    names |= {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
    names |= {"implementation_version": python, "platform_release": "", "platform_version": ""}
    takes = platforms(about, macos)
    tags = [*cpython_tags(short, platforms=takes), *compatible_tags(short, f"cp{short[0]}{short[1]}", takes)]
    return list(lock.select(environment={**names, **about}, tags=tags))


def wheels_for(lock, computers, pythons):
    """Every wheel that one of these computers needs, once: {file name: wheel}."""
    from packaging.pylock import PackageWheel

    found = {}
    for computer, python in itertools.product(computers, pythons):
        for _, file in chosen(lock, computer, python):
            if isinstance(file, PackageWheel):  # the course itself is a folder
                found[file.filename] = file
    return found
