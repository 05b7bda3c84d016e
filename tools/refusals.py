"""Why pip could not install the course, read from its own words, as a sentence that says what to do."""

import platform
import re
import struct
import sys

from tools.wheels import damaged

OLDEST, NEWEST = (3, 11), (3, 14)  # the Pythons that the course knows
BITS = 8 * struct.calcsize("P")  # of this Python
REASONS = (  # what pip writes, in the order in which it is looked for, and what it means
    (r"no space left|errno 28|winerror 112", "the disk is full. Free one gigabyte"),
    (
        r"407 proxy authentication",
        "the proxy here asks for a name and a password. Give them in the variable HTTPS_PROXY",
    ),
    (
        r"40[13] client error|connection failed: 40[13]|client error \(40[13]",
        "a proxy or a filter here refuses them (403). Use another network once, or ask for a way through it",
    ),
    (
        r"certificate.verify.failed|sslerror\(|sslcertverificationerror",
        "a proxy here looks into safe connections, or the clock is wrong. Use another network once, or ask for a way "
        "through it",
    ),
    (
        r"failed to establish|name resolution|getaddrinfo|timed out|connection broken|retrying \(|failed to fetch",
        "they could not be fetched. Check that you can connect to the internet",
    ),
    (r"no matching distribution|failed building wheel|metadata-generation-failed", None),  # see `misfit`
    (
        r"permission denied|access is denied|winerror (?:5|32)\b|errno 13",
        "something in .venv is in use or not your own. Close the other windows of the course",
    ),
    (r"long path support|file name too long", "the course lies too deep in folders. Move it to a shorter place"),
)


def why_not(told, source=None):
    """What stopped pip and what to do about it, as the middle of a sentence.

    told: all that pip wrote, its log included; source: the folder of wheels that it was to install from, if any
    """
    found = [words for pattern, words in REASONS if re.search(pattern, told.lower())]
    if found and found[0]:
        return found[0]
    bad = damaged(source) if source else []
    if bad:
        more = f" and {len(bad) - 1} more" if bad[1:] else ""
        return f"{bad[0]}{more} in {source} cannot be read or is damaged. Copy that folder anew from where it came"
    return misfit(told, source=source) if found else "pip failed. Look at the end of its words"


def misfit(told, version=sys.version_info[:2], bits=BITS, source=None):
    """The same where a package is not ready-made for this Python or this computer."""
    known = "{}.{} to {}.{}".format(*OLDEST, *NEWEST)
    if bits < 64 or not OLDEST <= version <= NEWEST:
        this = "{}.{}, {} bit".format(*version, bits)
        return f"not all of them are ready-made for this Python ({this}). Use one of 64 bit from {known}"
    names = re.findall(r"no matching distribution found for (\S+)", told, re.IGNORECASE)
    computer = f"{platform.system()}, {platform.machine()}"
    name = names[-1] if names else "ready-made package"
    if source:
        this = "Python {}.{} on this computer ({})".format(*version, computer)
        return f"{source} has no {name} for {this}. Gather it for these, too, or rename that folder and use the network"
    return f"the index that pip asks has no {name} for this computer ({computer})"
