"""Measure what a host answers with the files that the build wrote: index.html, compressed, 2,000 connections.

`python -m tests.bench.bench_hosts [SECONDS]`, after a build, with nginx, Caddy and wrk installed. nginx is
compared, in turn, with a bare nginx that serves one file of the same size.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.support import SITE
from tests.servers import RealServer, free_port, program, real_server, wait_for

HOSTING = SITE.with_name(f"{SITE.name}-hosting")
CONNECTIONS = 2000
TURNS = ("bare nginx", "nginx", "bare nginx", "nginx", "caddy")
BARE = """
worker_processes auto; worker_rlimit_nofile 16384; error_log stderr alert;
events {{ worker_connections 8192; }}
http {{ server {{ listen 127.0.0.1:{port}; root {root}; access_log off; sendfile on; tcp_nopush on; }} }}
"""


@contextmanager
def bare_nginx(scratch: Path) -> Iterator[RealServer]:
    """Serve one file, of the size of the compressed page, with nothing else to do."""
    (scratch / "index.html").write_bytes((SITE / "index.html.gz").read_bytes())
    port = free_port()
    (scratch / "nginx.conf").write_text(BARE.format(port=port, root=scratch), encoding="utf-8")
    its_own = f"daemon off; pid {scratch}/nginx.pid; user root;"
    command: list[str | Path] = [
        program("nginx"),
        "-p",
        scratch,
        "-e",
        "stderr",
        "-c",
        scratch / "nginx.conf",
        "-g",
        its_own,
    ]
    with (scratch / "said").open("wb") as said:
        process = subprocess.Popen(command, stderr=said)
    try:
        wait_for(port, process, scratch / "said")
        yield RealServer("bare nginx", f"http://127.0.0.1:{port}/", process.pid, scratch)
    finally:
        process.terminate()
        process.wait()


def measure(name: str, seconds: int) -> str:
    with tempfile.TemporaryDirectory() as made:
        scratch = Path(made)
        serving = bare_nginx(scratch) if name == "bare nginx" else real_server(name, HOSTING, SITE, scratch)
        with serving as server:
            before = memory(server.process)
            meanwhile, over = [before], threading.Event()
            watch = threading.Thread(target=watch_memory, args=(server.process, meanwhile, over))
            watch.start()
            load = ["-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "--timeout", "20s"]
            command = ["wrk", *load, "-H", "Accept-Encoding: gzip", f"{server.address}index.html"]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            over.set()
            watch.join()
            after = memory(server.process)
    rate = float(found(r"Requests/sec:\s+([\d.]+)", done.stdout))
    errors = found(r"Socket errors: (.*)", done.stdout) or "0"
    refused = found(r"Non-2xx or 3xx responses: (\d+)", done.stdout) or "0"
    half, most = found(r"50%\s+(\S+)", done.stdout), found(r"99%\s+(\S+)", done.stdout)
    return (
        f"{name}: {rate:,.0f} answers a second; half within {half}, 99 % within {most}; errors: {errors}, "
        f"other answers: {refused}; memory {before} kB, at most {max(meanwhile)}, then {after}"
    )


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    return match[1] if match else ""


def watch_memory(process: int, seen: list[int], over: threading.Event) -> None:
    while not over.wait(0.5):
        seen.append(memory(process))


def memory(process: int) -> int:
    """Return kB that the process and its children hold for themselves."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
    return private(process) + sum(private(int(child)) for child in children)


def private(process: int) -> int:
    text = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
    kilobytes: list[str] = re.findall(r"Private_\w+:\s+(\d+) kB", text)
    return sum(map(int, kilobytes))


if __name__ == "__main__":
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    for name in TURNS:
        print(measure(name, int(sys.argv[1]) if len(sys.argv) > 1 else 20), flush=True)
