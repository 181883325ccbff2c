"""What the audit reads from Firefox's files, and what it sets there, without a Firefox."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from tests.audit.display import Display
from tests.audit.firefox import Firefox
from tests.audit.window import Choice, Row

ABOUT_WHAT_STAYS = re.compile(
    r"browser\.(cache|download|formfill|history|privatebrowsing|sessionhistory|sessionstore|urlbar)\."
    r"|network\.(dns|http|prefetch-next|proxy)|places\.|privacy\.|signon\."
)


def test_rows_are_read_also_where_they_wait_beside_the_database_and_nothing_is_changed(tmp_path: Path):
    database = sqlite3.connect(tmp_path / "places.sqlite")
    database.executescript(
        """PRAGMA journal_mode = WAL;
        CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT, title TEXT, hidden INTEGER);
        CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, place_id INTEGER);
        INSERT INTO moz_places VALUES
          (1, 'http://guide.localhost/', 'Notes', 1), (2, 'http://guide.localhost/x', NULL, 0),
          (3, 'http://other.localhost/', 'Other', 0), (4, 'http://guide.localhost/bookmark', 'Kept', 0);
        INSERT INTO moz_historyvisits VALUES (1, 1), (2, 1), (3, 2), (4, 3);"""
    )
    before = {path: path.read_bytes() for path in tmp_path.glob("*[el]")}
    assert len(before) == 2
    firefox = Firefox(object.__new__(Display), tmp_path)
    titles = ["Notes", ""]
    assert [row.title for row in Firefox.rows(tmp_path, "guide.localhost")] == titles
    assert Firefox.rows(tmp_path, "other") == [Row("Other", "http://other.localhost/")]
    assert firefox.listed("guide.localhost")
    database.execute("DELETE FROM moz_historyvisits WHERE place_id = 2")
    database.commit()
    assert not firefox.listed("guide.localhost")  # lists leave out what is hidden
    database.close()
    assert Firefox.rows(tmp_path / "none", "guide") == []


def test_no_setting_is_about_what_stays_but_that_tabs_of_last_time_come_back(tmp_path: Path):
    def settings(choice: Choice) -> dict[str, str]:
        Firefox(object.__new__(Display), tmp_path, choice).prepare()
        text = (tmp_path / "user.js").read_text("utf-8")
        return dict(re.findall(r'user_pref\("(.+?)", (.+)\);', text))

    common, restoring = settings(Choice()), settings(Choice(restores=True))
    assert [name for name in common if ABOUT_WHAT_STAYS.match(name)] == []
    assert common["remote.prefs.recommended"] == "false"
    assert {name for name in restoring if restoring[name] != common[name]} == {"browser.startup.page"}
    assert settings(Choice(scripts=False))["javascript.enabled"] == "false"
