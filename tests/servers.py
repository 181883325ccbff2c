"""The real nginx and the real Caddy, each with the file that the build wrote for it, on loopback."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

NAMES = ("nginx", "caddy")
STARTS = 20  # seconds, on a busy machine
TEMPORARY = "".join(
    f"{what}_temp_path {what}; " for what in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True)
class RealServer:
    name: str
    address: str
    process: int
    scratch: Path
    """All that it may write to: its own file, and what it says."""

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path as it is; `Sec_Fetch_Site="same-origin"` sends that header."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=STARTS)
        try:
            connection.request("GET", path, headers={n.replace("_", "-"): v for n, v in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


@contextmanager
def real_server(
    name: str,
    hosting: Path,
    root: Path,
    scratch: Path,
    *,
    path: str = "",
    more: Mapping[str, str] | None = None,
) -> Iterator[RealServer]:
    """Start a server with only those lines filled in that its file says; `more` are further ones."""
    port = free_port()
    if name == "nginx":
        command = nginx(hosting, scratch, port, root, path, more or {})
    else:
        command = caddy(hosting, scratch, port, root, path)
    environment = os.environ | {name: str(scratch) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    with (scratch / "said").open("wb") as said:
        process = subprocess.Popen(command, cwd=scratch, env=environment, stdout=said, stderr=said)
    try:
        wait_for(port, process, scratch / "said")
        yield RealServer(name, f"http://127.0.0.1:{port}{path}/", process.pid, scratch)
    finally:
        process.terminate()
        process.wait(STARTS)


def nginx(
    hosting: Path, scratch: Path, port: int, root: Path, path: str, more: Mapping[str, str]
) -> list[str | Path]:
    lines = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "root /srv/guide/site;": f"root {root};",
        'set $guide_path "";': f'set $guide_path "{path}";',
        **more,
    }
    its_own = f"daemon off; pid {scratch}/nginx.pid;"
    if os.geteuid() == 0:
        its_own += " user root;"
    else:  # Debian's folders for what is uploaded are root's
        lines["http {"] = f"http {{ {TEMPORARY}"
    made = fill_in(hosting / "nginx.conf", scratch, lines)
    return [program("nginx"), "-p", scratch, "-e", "stderr", "-c", made, "-g", its_own]


def caddy(hosting: Path, scratch: Path, port: int, root: Path, path: str) -> list[str | Path]:
    lines = {
        "example.org {": f"http://127.0.0.1:{port} {{",
        "root * /srv/guide/site": f"root * {root}",
        'vars guide_path ""': f'vars guide_path "{path}"',
    }
    made = fill_in(hosting / "Caddyfile", scratch, lines)
    return [program("caddy"), "run", "--adapter", "caddyfile", "--config", made]


def fill_in(file: Path, scratch: Path, lines: Mapping[str, str]) -> Path:
    text = file.read_text("utf-8")
    for line, filled in lines.items():
        assert text.count(f"{line}\n") == 1, line
        text = text.replace(line, filled)
    made = scratch / file.name
    made.write_text(text, "utf-8")
    return made


def program(name: str) -> str:
    """Find it where ordinary users do not look."""
    found = shutil.which(name, path=os.pathsep.join([os.environ["PATH"], "/usr/sbin"]))
    assert found, f"{name} was not found; tools/install-servers says what to type"
    return found


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def wait_for(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    end = time.monotonic() + STARTS
    while time.monotonic() < end:
        assert process.poll() is None, said.read_text("utf-8")
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise AssertionError(said.read_text("utf-8"))
