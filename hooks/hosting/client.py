"""Ask a published guide for its files: one host, one connection, bounded answers, no redirects."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

import brotli

TIMEOUT = 10  # seconds without a byte
LONGEST = 180  # seconds for one answer
LONGEST_CHECK = 600  # seconds for all
LARGEST = 64 * 1024 * 1024  # bytes, also of what is unpacked
PIECE = 64 * 1024  # bytes
PORTS = {"http": 80, "https": 443}
BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
"""Some hosts change pages for browsers alone."""


class NoAnswerError(Exception):
    """Say in words why there is no answer."""


class TooSlowError(Exception):
    """Say in words that no more is asked."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    status: int
    fields: tuple[tuple[str, str], ...]
    """The headers, with their names in small letters, in the order in which they came."""
    body: bytes
    """As it came, perhaps compressed."""

    def all_of(self, name: str) -> list[str]:
        return [value.strip() for key, value in self.fields if key == name.lower()]

    def header(self, name: str) -> str:
        """Return a header's value; where it was sent more than once, all of them with commas."""
        return ", ".join(self.all_of(name))

    @property
    def is_redirect(self) -> bool:
        return self.status in (301, 302, 303, 307, 308)

    def decoded(self) -> bytes:
        """Return the file itself. Raises NoAnswerError."""
        try:
            return decode(self.body, self.header("Content-Encoding").lower())
        except (zlib.error, brotli.error) as error:
            raise NoAnswerError("what came cannot be unpacked") from error


def decode(body: bytes, coding: str) -> bytes:
    if coding in ("", "identity"):
        return body
    if coding in ("gzip", "x-gzip"):
        inflate = zlib.decompressobj(wbits=31)
        data = inflate.decompress(body, LARGEST)
        if not inflate.eof:
            raise NoAnswerError("what came cannot be unpacked")
        return data
    if coding == "br":
        unpacking, pieces, size = brotli.Decompressor(), [], 0
        for start in range(0, len(body), PIECE):
            pieces.append(unpacking.process(body[start : start + PIECE]))
            size += len(pieces[-1])
            if size > LARGEST:
                raise NoAnswerError(f"it has more than {LARGEST} bytes")
        if not unpacking.is_finished():
            raise NoAnswerError("what came cannot be unpacked")
        return b"".join(pieces)
    raise NoAnswerError(f"it came in the encoding {coding!r}, which was not asked for")


@dataclass
class Client:
    """A published guide, known by the address of its folder. Raises NoAnswerError for what is no address."""

    address: str
    ends: float = float("inf")
    """When to ask no more, as `time.monotonic` counts."""
    asked: int = 0
    _connection: http.client.HTTPConnection | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.address = folder_address(self.address)
        parts = urlsplit(self.address)
        self.scheme, self.host, self.path = parts.scheme, parts.hostname or "", parts.path
        self.port = parts.port or PORTS[parts.scheme]
        self.origin = f"{parts.scheme}://{parts.netloc}"

    def ask(self, path: str, **headers: str) -> Answer:
        """Ask for a file below the folder. In names of headers, `_` stands for `-`. Raises NoAnswerError.

        Raises TooSlowError when it is time to end.
        """
        if time.monotonic() > self.ends:
            raise TooSlowError(
                f"{self.host} is too slow: no more was asked after {LONGEST_CHECK // 60} minutes"
            )
        sent = {"Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "identity", "User-Agent": BROWSER}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.asked += 1
        try:
            try:
                return self._exchange(path, sent)
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                # A host may close a connection between two answers.
                self.close()
                return self._exchange(path, sent)
        except NoAnswerError:  # in the middle of an answer
            self.close()
            raise
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise NoAnswerError(self._reason(error)) from error

    def _exchange(self, path: str, headers: dict[str, str]) -> Answer:
        if not self._connection:
            kind = http.client.HTTPSConnection if self.scheme == "https" else http.client.HTTPConnection
            self._connection = kind(self.host, self.port, timeout=TIMEOUT)
        target = quote(f"{self.path}{path}", safe="/%:@!$&'()*+,;=~?")
        self._connection.request("GET", target, headers=headers)
        response = self._connection.getresponse()
        fields = tuple((name.lower(), value) for name, value in response.getheaders())
        return Answer(status=response.status, fields=fields, body=read(response))

    def _reason(self, error: Exception) -> str:
        if isinstance(error, socket.gaierror):
            if self.host.endswith(".onion"):
                return f"{self.host} can be reached through Tor alone; possible: torsocks make check-host …"
            return f"no host is known as {self.host}"
        if isinstance(error, ssl.SSLCertVerificationError):
            return (
                f"the certificate of {self.host} is not valid ({error.verify_message}): browsers warn "
                "readers, and keep nothing; possible: a certificate from an authority that browsers know, "
                "or, to check one of your own, SSL_CERT_FILE=certificate.pem make check-host …"
            )
        if isinstance(error, ssl.SSLError):
            return f"{self.host} does not speak https on port {self.port}"
        if isinstance(error, TimeoutError):
            return f"{self.host} did not answer within {TIMEOUT} seconds"
        if isinstance(error, http.client.HTTPException):
            return f"{self.host} answers on port {self.port} with something that is not http, or breaks off"
        return f"nothing answers at {self.host} on port {self.port}"

    def redirect_of(self, answer: Answer, path: str) -> str:
        """Return where a redirect leads, in full."""
        return usual(urljoin(f"{self.address}{path}", answer.header("Location")))

    def path_of(self, address: str) -> str | None:
        """Return the path below the folder, or None for an address that is elsewhere."""
        return address.removeprefix(self.address) if address.startswith(self.address) else None

    def close(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None


def read(response: http.client.HTTPResponse) -> bytes:
    end, pieces, size = time.monotonic() + LONGEST, [], 0
    while piece := response.read1(PIECE):  # returns what has come: `read` would wait for the whole piece
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise NoAnswerError(f"it has more than {LARGEST} bytes")
        if time.monotonic() > end:
            raise NoAnswerError(f"it is not complete after {LONGEST} seconds")
    if response.length:  # `read1` says nothing of a body that breaks off
        raise http.client.IncompleteRead(b"".join(pieces), response.length)
    response.read()  # lets the connection be used again
    return b"".join(pieces)


def folder_address(given: str) -> str:
    """Return the address of the guide's folder, ending in a slash. Raises NoAnswerError."""
    possible = "possible: https://example.org/ or http://127.0.0.1:8000/notes/"
    try:
        parts = urlsplit(given.strip())
        if parts.scheme not in PORTS or not parts.hostname or parts.port == 0:
            raise ValueError
    except ValueError as error:
        raise NoAnswerError(f"{given!r} is no address of a guide; {possible}") from error
    if parts.username or parts.password or parts.query or parts.fragment:
        raise NoAnswerError(f"{given!r} has more than a host and a folder; {possible}")
    folder, _, page = parts.path.rpartition("/")
    if page and page != "index.html":
        folder = parts.path
    return usual(f"{parts.scheme}://{parts.netloc}{folder}/")


def usual(address: str) -> str:
    """Return an address in one spelling: its host in small letters, and no port that is implied."""
    try:
        parts = urlsplit(address)
        host, port = parts.netloc.lower(), parts.port
    except ValueError:
        return address
    if port is not None and port == PORTS.get(parts.scheme):
        host = host.removesuffix(f":{port}")
    return parts._replace(netloc=host).geturl()
