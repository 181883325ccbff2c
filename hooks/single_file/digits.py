"""Bytes as text: pairs of digits to the base 94, a forty-fifth less than to the base 85.

A digit is a printable sign from the space on, with `~` for `<`, which could end a script. A pair holds
94 × 94 values, which is more than 13 bits: where the next 14 bits fit into it they are taken, as basE91
does. The lowest bits come first. One digit alone, at the end, is the rest of the last byte.
"""

from __future__ import annotations

BASE = 94
MORE = BASE * BASE - 8192
"""Below this, 13 bits leave room for one more."""
DIGITS = [chr(code) if code != ord("<") else "~" for code in range(32, 32 + BASE)]
PAIRS = [DIGITS[value % BASE] + DIGITS[value // BASE] for value in range(BASE * BASE)]
VALUES = {pair: value for value, pair in enumerate(PAIRS)}


def text_of(data: bytes) -> str:
    pairs = []
    waiting, bits = 0, 0
    for byte in data:
        waiting |= byte << bits
        bits += 8
        if bits > 13:
            taken = 14 if waiting & 8191 < MORE else 13
            pairs.append(PAIRS[waiting & ((1 << taken) - 1)])
            waiting >>= taken
            bits -= taken
    if bits:
        pairs.append(PAIRS[waiting] if bits > 7 or waiting >= BASE else DIGITS[waiting])
    return "".join(pairs)


def bytes_of(text: str) -> bytes:
    """Read what `text_of` wrote. Raises KeyError where it is none."""
    data = bytearray()
    waiting, bits = 0, 0
    for at in range(0, len(text) - 1, 2):
        value = VALUES[text[at : at + 2]]
        waiting |= value << bits
        bits += 14 if value & 8191 < MORE else 13
        while bits > 7:
            data.append(waiting & 255)
            waiting >>= 8
            bits -= 8
    if len(text) % 2:
        data.append(waiting | DIGITS.index(text[-1]) << bits)
    return bytes(data)
