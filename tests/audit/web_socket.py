"""The client's half of a WebSocket, as far as a browser's debugging port needs it: text, in one piece."""

from __future__ import annotations

import base64
import os
import socket
import struct
from urllib.parse import urlsplit

TEXT, CLOSE, PING, PONG = 0x1, 0x8, 0x9, 0xA
LAST = 0x80
MASKED = 0x80


class WebSocket:
    def __init__(self, address: str, patience: float = 20) -> None:
        parts = urlsplit(address)
        self._socket = socket.create_connection((parts.hostname, parts.port), patience)
        self._read = self._socket.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall(
            f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        if b" 101 " not in self._read.readline():
            raise OSError("the browser refused the connection")
        while self._read.readline().strip():
            pass

    def send(self, text: str) -> None:
        self._send(TEXT, text.encode())

    def receive(self) -> str:
        """Return the next message."""
        message = b""
        while True:
            first, second = self._exactly(2)
            length = second & 0x7F
            if length == 126:
                (length,) = struct.unpack(">H", self._exactly(2))
            elif length == 127:
                (length,) = struct.unpack(">Q", self._exactly(8))
            data = self._exactly(length)
            kind = first & 0xF
            if kind == CLOSE:
                raise OSError("the browser closed the connection")
            if kind == PING:
                self._send(PONG, data)
            elif kind != PONG:
                message += data
                if first & LAST:
                    return message.decode()

    def close(self) -> None:
        self._socket.close()

    def _send(self, kind: int, data: bytes) -> None:
        mask = os.urandom(4)
        size = len(data)
        if size < 126:
            head = struct.pack(">BB", LAST | kind, MASKED | size)
        elif size < 1 << 16:
            head = struct.pack(">BBH", LAST | kind, MASKED | 126, size)
        else:
            head = struct.pack(">BBQ", LAST | kind, MASKED | 127, size)
        hidden = bytes(byte ^ mask[at % 4] for at, byte in enumerate(data))
        self._socket.sendall(head + mask + hidden)

    def _exactly(self, size: int) -> bytes:
        data = self._read.read(size)
        if len(data) < size:
            raise OSError("the browser closed the connection")
        return data
