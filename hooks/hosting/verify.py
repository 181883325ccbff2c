"""Compare a published guide, or a copy of it in a folder, with a build: `make verify SITE=https://example.org/`."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hooks.hosting.check_host import one_line
from hooks.hosting.client import Client, NoAnswerError
from hooks.hosting.judge_files import advice_on
from hooks.hosting.seen import LOST, MOST_REDIRECTS
from hooks.site.offline import MANIFEST

INDEX = "index.html"
PACKED = (".gz", ".br")
FOR_HOSTS = ("_headers", ".nojekyll", "CNAME")
"""What a host reads and does not serve; people copy them into the folder that they publish."""


@dataclass
class Comparison:
    same: int = 0
    missing: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Files for which no answer came, each with the reason."""
    added: list[str] = field(default_factory=list)
    """Files that the build does not have; a host does not tell them."""

    @property
    def is_same(self) -> bool:
        return not (self.missing or self.differing or self.unknown or self.added)


Look = Callable[[str], bytes | None]
"""Returns a file, or None if it is missing. Raises NoAnswerError."""


def compare(expected: Mapping[str, str], look: Look) -> Comparison:
    """Compare files with their hashes."""
    found = Comparison()
    for name, digest in expected.items():
        try:
            data = look(name)
        except NoAnswerError as error:
            found.unknown.append(f"{name}: {error}")
            continue
        if data is None:
            found.missing.append(name)
        elif hashlib.sha256(data).hexdigest() != digest:
            found.differing.append(name)
        else:
            found.same += 1
    return found


def hashes_of(folder: Path, *, with_packed: bool) -> dict[str, str]:
    """List the files of a build by their SHA-256. Packed files have no address of their own on most hosts."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    names = [name for name in names if name not in FOR_HOSTS]
    known = set(names)
    if not with_packed:
        names = [name for name in names if not (name.endswith(PACKED) and name[:-3] in known)]
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}


def from_folder(folder: Path) -> Look:
    def look(name: str) -> bytes | None:
        path = folder / name
        return path.read_bytes() if path.is_file() else None

    return look


def from_host(client: Client) -> Look:
    """Fetch files as browsers do: compressed where the host does that, and from where a redirect leads."""

    def look(name: str) -> bytes | None:
        at = name
        for _ in range(MOST_REDIRECTS):
            answer = client.ask(at, Accept_Encoding="br, gzip")
            if not answer.is_redirect:
                if answer.status == 200 or (name == LOST and answer.status == 404):
                    return answer.decoded()
                if answer.status in (404, 410):
                    return None
                raise NoAnswerError(f"status {answer.status}; {advice_on(answer.status)}")
            leads_to = client.redirect_of(answer, at)
            inside = client.path_of(leads_to)
            if inside is None:
                raise NoAnswerError(f"a redirect leads out of the guide's folder: {leads_to}")
            at = inside
        raise NoAnswerError("it leads from one redirect to the next")

    return look


def verify(site: str, build: Path) -> Comparison:
    """Compare what `site` names, an address or a folder, with a build. Raises NoAnswerError."""
    if not (build / INDEX).is_file():
        raise NoAnswerError(f"{build}/ holds no build to compare with; possible: make build")
    if not site:
        raise NoAnswerError("nothing to compare is named; possible: SITE=https://example.org/, or a folder")
    if "://" in site:
        client = Client(site)
        try:
            look = from_host(client)
            if look(INDEX) is None:  # another site is one problem, not one for each file
                raise NoAnswerError(f"{client.address} is no guide; possible: the folder that holds {INDEX}")
            return compare(hashes_of(build, with_packed=False), look)
        finally:
            client.close()
    folder = Path(site)
    if not folder.is_dir():
        raise NoAnswerError(f"{site} is neither an address nor a folder")
    expected = hashes_of(build, with_packed=True)
    found = compare(expected, from_folder(folder))
    found.added = sorted(set(hashes_of(folder, with_packed=True)) - set(expected))
    return found


def main(arguments: list[str]) -> int:
    site, build = (arguments[0].strip(), Path(arguments[1]))
    try:
        found = verify(site, build)
    except NoAnswerError as error:
        print(one_line(f"Not compared: {error}"))
        return 1
    for title, names in (
        ("Missing", found.missing),
        ("Differs from the build", found.differing),
        ("Not in the build", found.added),
        ("Not compared", found.unknown),
    ):
        for name in names:
            print(one_line(f"{title}: {name}"))
    if MANIFEST in found.differing:
        print(
            "It is another version of the guide than the build: build the commit that was published, or "
            "publish all of site/ again."
        )
    print(f"{found.same} files are the same as in {build}/, byte for byte, once they are unpacked.")
    if "://" in site:
        print(
            "It cannot be known from here which further files the host has, what it sends to others, "
            "and what its own .gz and .br files hold for readers who ask for them by name."
        )
    return 0 if found.is_same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
