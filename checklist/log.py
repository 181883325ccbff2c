"""Answer what the page asks about a log: counts for its pictures, and facts."""

from __future__ import annotations

from typing import Any

from .log_counts import hours, timeline, total, weeks
from .log_facts import facts_of
from .log_followed import followed
from .log_rows import read_log_request


def counted(data: Any) -> dict[str, Any]:
    """Describe a log: `{total, weeks, hours, timeline, followed, facts}`, each as its function says."""
    request = read_log_request(data)
    return {
        "total": total(request),
        "weeks": weeks(request),
        "hours": hours(request),
        "timeline": timeline(request),
        "followed": followed(request),
        "facts": facts_of(request),
    }
