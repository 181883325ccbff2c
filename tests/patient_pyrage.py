"""Decrypt with `pyrage`, on a machine that may be busy."""

from __future__ import annotations

import time

import pyrage  # type: ignore[import-untyped]
import pytest

LOOKS = 60
TOO_BUSY = "Excessive work"
"""pyrage tries how fast the machine is at this moment, and refuses a file that would take it long."""


def decrypt(data: bytes, passphrase: str) -> bytes:
    for _ in range(LOOKS):
        try:
            return bytes(pyrage.passphrase.decrypt(data, passphrase))
        except pyrage.DecryptError as error:
            if TOO_BUSY not in str(error):
                raise
            time.sleep(1)
    pytest.fail("the machine was too busy for pyrage all the time")
