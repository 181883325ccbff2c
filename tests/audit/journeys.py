"""The journeys: what a reader does, from the search page to the end. Decision 0027 says why these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tests.audit.steps import (
    Run,
    add_entry,
    add_item_with_file,
    be_careless,
    change_the_language,
    close_tab_and_reopen_it,
    come_by_search,
    come_without_script,
    cover_and_leave,
    delete_everything,
    fill_plan,
    follow_a_link_outward,
    go_back_and_forward,
    keep,
    keep_the_guide,
    leave,
    leave_by_keys,
    leave_where_nothing_comes,
    let_the_everyday_page_hang,
    let_the_everyday_pages_refuse,
    lock,
    look_at_another_tab,
    open_file,
    open_log,
    open_plan,
    press_back,
    print_and_think_better,
    read_five_topics,
    remove_the_guide,
    save_files,
    search_for_words,
    switch_on_hiding,
    switch_on_the_cover,
    unlock,
    wait_for_the_history,
    wait_for_the_session,
    write_without_script,
)
from tests.audit.window import Choice

Step = Callable[[Run], None]
BOTH = ("chromium", "firefox")


@dataclass(frozen=True, kw_only=True)
class Journey:
    steps: tuple[Step, ...]
    host: Literal["strict", "plain", "file"] = "strict"
    end: Literal["closed", "killed"] = "closed"
    choice: Choice = Choice()  # noqa: RUF009 - it cannot be changed
    browsers: tuple[str, ...] = BOTH
    offline: bool = False
    """Whether the machine has no network at all."""


PRIVATE, NO_SCRIPT = Choice(private=True), Choice(scripts=False)
PLAN = (come_by_search, open_plan, fill_plan)
KEPT = (*PLAN, keep, lock, unlock)
READ = (come_by_search, read_five_topics)
OUT = (leave, press_back)
PLAN_OF_FILE = (open_file, open_plan, fill_plan)

CONTROL = "control"
"""A page that takes no care, before all journeys of a browser: the same search must find what it leaves."""
CARELESS = Journey(steps=(be_careless, wait_for_the_session))

JOURNEYS: dict[str, Journey] = {
    "read-leave": Journey(steps=(*READ, *OUT)),
    "read-leave-keys": Journey(steps=(*READ, leave_by_keys, press_back)),
    "read-leave-plain": Journey(steps=(*READ, *OUT), host="plain"),
    "read-back": Journey(steps=(*READ, go_back_and_forward)),
    "read-close": Journey(steps=READ),
    "language": Journey(steps=(*READ, change_the_language, read_five_topics, *OUT)),
    "search-leave": Journey(steps=(come_by_search, search_for_words, *OUT)),
    "search-close": Journey(steps=(come_by_search, search_for_words, wait_for_the_session)),
    "plan-leave": Journey(steps=(*PLAN, wait_for_the_session, *OUT)),
    "plan-close": Journey(steps=(*PLAN, wait_for_the_session)),
    "plan-kill": Journey(steps=(*PLAN, wait_for_the_history), end="killed"),
    "plan-leave-kill": Journey(steps=(*PLAN, leave, wait_for_the_history), end="killed"),
    "plan-reopen": Journey(steps=(*PLAN, close_tab_and_reopen_it)),
    "plan-leave-plain": Journey(steps=(*PLAN, *OUT), host="plain"),
    "log-leave": Journey(steps=(come_by_search, open_log, add_entry, *OUT)),
    "log-kept-leave": Journey(
        steps=(come_by_search, open_log, add_entry, keep, add_item_with_file, lock, unlock, *OUT)
    ),
    "link-back": Journey(steps=(*PLAN, read_five_topics, follow_a_link_outward, press_back)),
    "keep-leave": Journey(steps=(*KEPT, *OUT)),
    "keep-leave-kill": Journey(steps=(*KEPT, leave, wait_for_the_history), end="killed"),
    "keep-wipe": Journey(steps=(*PLAN, keep, delete_everything, *OUT)),
    "keep-wipe-plain": Journey(steps=(*PLAN, keep, delete_everything, *OUT), host="plain"),
    "save-files": Journey(steps=(*PLAN, save_files, *OUT)),
    "print-leave": Journey(steps=(*PLAN, print_and_think_better, *OUT)),
    "copy-leave": Journey(steps=(come_by_search, keep_the_guide, *OUT)),
    "copy-removed": Journey(steps=(come_by_search, keep_the_guide, remove_the_guide, *OUT)),
    "copy-removed-plain": Journey(
        steps=(come_by_search, keep_the_guide, remove_the_guide, *OUT), host="plain"
    ),
    "hide-close": Journey(
        steps=(
            come_by_search,
            switch_on_hiding,
            open_plan,
            fill_plan,
            look_at_another_tab,
            wait_for_the_session,
        )
    ),
    "cover-leave": Journey(
        steps=(come_by_search, switch_on_the_cover, open_plan, fill_plan, cover_and_leave, press_back)
    ),
    "file-leave": Journey(steps=(*PLAN_OF_FILE, *OUT), host="file"),
    "file-close": Journey(steps=(*PLAN_OF_FILE, wait_for_the_session), host="file"),
    "file-kill": Journey(steps=(*PLAN_OF_FILE, wait_for_the_history), host="file", end="killed"),
    "file-kept-leave": Journey(steps=(*PLAN_OF_FILE, keep, lock, unlock, *OUT), host="file"),
    "no-script-leave": Journey(
        steps=(come_without_script, write_without_script, *OUT), choice=NO_SCRIPT, browsers=("chromium",)
    ),
    "private-leave": Journey(steps=(*PLAN, *OUT), choice=PRIVATE),
    "private-kill": Journey(steps=(*KEPT, wait_for_the_session), choice=PRIVATE, end="killed"),
    "exit-hangs": Journey(steps=(let_the_everyday_page_hang, *READ, *OUT)),
    "exit-refused": Journey(
        steps=(let_the_everyday_pages_refuse, *READ, leave_where_nothing_comes, press_back)
    ),
    "exit-offline": Journey(steps=(*READ, leave_where_nothing_comes, press_back), offline=True),
}
