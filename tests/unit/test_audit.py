"""The parts of the audit of traces that need no browser."""

from __future__ import annotations

import socket
import struct
from pathlib import Path
from threading import Thread

import pytest
import yaml

from tests.audit.__main__ import chosen
from tests.audit.journeys import CONTROL, JOURNEYS
from tests.audit.left import holding
from tests.audit.web_socket import WebSocket
from tests.audit.window import as_text
from tests.audit.worse import ORDERS, what_is_worse
from tests.audit.write import FIELDS, read_traces, write_traces

BEST = {"rows": ["Weather"], "listed": "no", "content": 0, "typed": 0, "files": 0, "back": "before"}
BEST |= {"reopened": "everyday", "named": 14, "suggested": "yes"}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("listed", "yes", "listed: yes; it was no"),
        ("content", 1, "content: 1; it was 0"),
        ("typed", 2, "typed: 2; it was 0"),
        ("files", 1, "files: 1; it was 0"),
        ("back", "guide", "back: guide; it was before"),
        ("reopened", "guide-typed", "reopened: guide-typed; it was everyday"),
        ("rows", ["Weather", "Notes"], "rows: Weather, Notes; it was Weather"),
    ],
)
def test_more_harm_in_one_field_is_worse_and_less_is_not(name, value, said):
    worse = BEST | {name: value}
    assert what_is_worse(BEST, worse) == [said]
    assert what_is_worse(worse, BEST) == []


def test_what_changes_with_each_version_of_a_browser_is_not_compared():
    assert what_is_worse(BEST, BEST | {"named": 90, "suggested": "no"}) == []


def test_a_first_result_and_a_new_field_are_not_worse():
    assert what_is_worse({}, BEST | {"listed": "yes", "content": 9}) == []


def test_every_value_that_a_record_can_have_has_its_place_in_the_order_of_harm():
    from hooks.content.records import Trace

    for name, order in ORDERS.items():
        said = Trace.__dataclass_fields__[name].metadata
        assert all(value in str(said) for value in order), name
    assert set(FIELDS) == set(Trace.__dataclass_fields__)


def test_records_are_written_sorted_and_read_again_as_they_were(tmp_path: Path):
    path = tmp_path / "traces.yml"
    records = [BEST | {"id": id, "version": "156.0", "rows": ['A "title"', "Zoë"]} for id in ("b", "a")]
    write_traces(path, records)

    read = yaml.safe_load(path.read_text("utf-8"))
    assert [record["id"] for record in read] == ["a", "b"]
    assert read[0]["rows"] == ['A "title"', "Zoë"]
    assert read[0]["version"] == "156.0"
    assert list(read[0]) == [name for name in FIELDS if name in records[0]]
    before = path.read_bytes()
    write_traces(path, read_traces(path).values())
    assert path.read_bytes() == before


def test_names_choose_a_journey_in_each_browser_or_in_one_and_the_control_comes_first():
    assert chosen(["read-leave-chromium"]) == [(CONTROL, "chromium"), ("read-leave", "chromium")]
    assert chosen(["plan-kill"])[0] == (CONTROL, "chromium")
    assert {name for name, _ in chosen(["plan-kill"])} == {CONTROL, "plan-kill"}
    assert chosen(["unknown"]) == []
    assert {name for name, _ in chosen([])} == {CONTROL, *JOURNEYS}


def test_each_file_counts_once_however_many_words_it_holds():
    found = {"one": {"a", "b"}, "two": {"b"}, "other": {"c"}}
    assert holding(found, ["one", "two", "none"]) == ["a", "b"]


def test_a_selector_with_quotes_and_backslashes_is_the_same_in_javascript():
    assert as_text('[a="b\\c"]') == '"[a=\\"b\\\\c\\"]"'


def test_a_message_in_pieces_between_two_pings_arrives_whole():
    def text(kind: int, data: bytes) -> bytes:
        return struct.pack(">BB", kind, len(data)) + data

    def answer() -> None:
        browser, _ = server.accept()
        with browser:
            browser.recv(4096)
            browser.sendall(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
            pieces = (text(0x01, b"one "), text(0x89, b"?"), text(0x80, b"two"))
            browser.sendall(b"".join(pieces))
            browser.recv(4096)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=answer, daemon=True)
        thread.start()
        client = WebSocket(f"ws://127.0.0.1:{server.getsockname()[1]}/devtools")
        assert client.receive() == "one two"
        client.close()
        thread.join(5)
