"""Give templates what all of them may ask for: sentences by gettext, days in words, countries in order."""

from __future__ import annotations

from jinja2 import Environment

from checklist.dates import long_day, short_day

I18N = "jinja2.ext.i18n"


def make_ready(env: Environment) -> Environment:
    """Prepare the environment before it reads its first template: the extension changes how it does that."""
    env.add_extension(I18N)
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    env.filters.update(long_day=long_day, short_day=short_day)
    return env
