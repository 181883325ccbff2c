"""The command `quiet-guide`: it ends with 0 if all is well, 1 for problems, 2 where it was called wrongly."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from quiet_guide import new
from quiet_guide.build import DIST, SITE, build_site, make_dist
from quiet_guide.places import SETTINGS, UsersError, use_folder, use_guide
from quiet_guide.progress import say

WELL, PROBLEMS, MISUSED = 0, 1, 2
FAULT = "traceback.txt"
OURS = "This is a fault of quiet-guide, not of your files."


def main(arguments: Sequence[str] | None = None) -> int:
    guide = use_guide()
    options = parser_of(version_of()).parse_args(arguments)
    options.guide = guide
    try:
        code: int = options.run(options)
        return code
    except UsersError as error:
        return stop(str(error))
    except KeyboardInterrupt:
        return stop("Stopped.")
    except Exception as error:
        return stop(words_of(error))


def stop(words: str) -> int:
    sys.stdout.flush()
    print(words, file=sys.stderr)
    return PROBLEMS


def words_of(error: Exception) -> str:
    """Say what went wrong: what the build says of the user's files, or where a fault of ours is described."""
    from mkdocs.exceptions import MkDocsException

    from checklist.errors import ChecklistError
    from hooks.site.pages import OutputError

    if isinstance(error, (MkDocsException, OutputError, ChecklistError)):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'A file'}: {error.strerror}."
    path = Path.cwd() / FAULT
    told = "".join(traceback.format_exception(error))
    try:
        path.write_text(told, "utf-8")
    except OSError:
        return f"{OURS} Please send this to those who make it:\n{told}"
    return f"{OURS} Please send {path} to those who make it."


def version_of() -> str:
    from hooks.version import VERSION

    return VERSION


def parser_of(version: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quiet-guide", description="Make an organisation's own copy of the Quiet Guide."
    )
    parser.add_argument("--version", action="version", version=version)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        made.set_defaults(run=run)
        return made

    made = command("new", run_new, "Make a folder for a copy of your own: it asks six questions.")
    made.add_argument("folder", type=Path, metavar="FOLDER", help="a new or an empty folder")
    made.add_argument("--defaults", action="store_true", help="ask nothing")
    made.add_argument("--host", choices=new.HOSTS, help="also write what this host needs")

    made = command(
        "check", run_check, "Report every problem of your files, of a site, or of a published one."
    )
    at_folder(made)
    place = made.add_mutually_exclusive_group()
    place.add_argument("--site", type=Path, metavar="FOLDER", help="check a built site, whoever built it")
    place.add_argument("--host", metavar="URL", help="check a published guide")

    made = command("serve", run_serve, "Show your copy on this machine, and build it again on change.")
    at_folder(made)
    made.add_argument("--port", type=int, default=8000, help="of http://127.0.0.1 (default: 8000)")
    made.add_argument("--language", default="en", metavar="CODE", help="one of your copy's (default: en)")

    made = command("build", run_build, "Write the site, and what its host needs.")
    at_folder(made)
    made.add_argument("--out", type=Path, metavar="OUT", help=f"where to (default: FOLDER/{SITE})")

    made = command("dist", run_dist, "Build the site, and make the guide in one file and an archive of it.")
    at_folder(made)
    made.add_argument("--out", type=Path, metavar="OUT", help=f"where to (default: FOLDER/{DIST})")

    made = command(
        "change", run_change, "Copy a text of the guide into your folder, so that you can change it."
    )
    made.add_argument("name", metavar="ITEM", help="the name of a step, or the path of a page")
    made.add_argument("--same", action="store_true", help="yours says the same as the guide's new text")
    at_folder(made)

    at_folder(command("behind", run_behind, "List your texts whose text in the guide has changed since."))

    made = command("upgrade", run_upgrade, "Report what a new version of the guide means for your copy.")
    made.add_argument(
        "--write", action="store_true", help="put into your texts what changed where you changed nothing"
    )
    made.add_argument("--done", action="store_true", help="take note that you have read the report")
    at_folder(made)
    return parser


def at_folder(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=Path(),
        metavar="FOLDER",
        help="of your copy (default: this one)",
    )


def run_new(options: argparse.Namespace) -> int:
    new.make_folder(options.folder, options.guide, version_of(), asks=not options.defaults, host=options.host)
    return WELL


def run_check(options: argparse.Namespace) -> int:
    if options.host is not None:
        from hooks.hosting.check_host import main as check_host

        return check_host([options.host])
    if options.site:
        return check_site(options.site)
    use_folder(options.folder)
    return check_folder(options.guide)


def check_site(folder: Path) -> int:
    from hooks.site_check import problems_of_site

    problems = problems_of_site(folder)
    for problem in problems:
        say(problem)
    if not problems:
        say(f"{folder}: no problems.")
    return PROBLEMS if problems else WELL


def check_folder(guide: Path) -> int:
    from mkdocs.config import load_config

    from hooks.content.load import content_of
    from hooks.languages.folders import building_in, offered
    from hooks.layers.behind import in_words, list_behind

    content = content_of(load_config(str(guide / "mkdocs.yml"), hooks=[]))
    say(f"{len(content.items)} steps on {len(content.pages)} pages: no problems.")
    for one in list_behind(content):
        say(in_words(one))
    for code in offered(guide):
        with building_in(code):
            content = content_of(load_config(str(guide / "mkdocs.yml"), hooks=[]))
        say(f"In {code}: no problems.")
        for one in list_behind(content):
            say(in_words(one))
    return WELL


def run_serve(options: argparse.Namespace) -> int:
    own = use_folder(options.folder)
    from quiet_guide.serve import serve

    serve(options.guide, own, options.port, options.language)
    return WELL


def run_build(options: argparse.Namespace) -> int:
    own = use_folder(options.folder)
    build_site(options.guide, (options.out or own / SITE).resolve())
    return WELL


def run_dist(options: argparse.Namespace) -> int:
    own = use_folder(options.folder)
    build_site(options.guide, own / SITE)
    make_dist(options.guide, own / SITE, (options.out or own / DIST).resolve())
    return WELL


def use_texts(folder: Path) -> Path:
    """Lay the folder over the guide where all of it can be read. Raises UsersError with every problem."""
    own = use_folder(folder)
    from hooks.layers.copy_of_guide import problems_of_reading

    if problems := problems_of_reading(own):
        raise UsersError("\n".join(problems))
    return own


def run_change(options: argparse.Namespace) -> int:
    own = use_texts(options.folder)
    from hooks.layers.change import about_change, change, keep_as_it_is

    if options.same:
        say(f"Written: {keep_as_it_is(options.guide, own, options.name)}")
    else:
        say(about_change(own, change(options.guide, own, options.name)))
    return WELL


def run_behind(options: argparse.Namespace) -> int:
    own = use_texts(options.folder)
    from hooks.layers.behind_table import behind_table

    say(behind_table(options.guide, own))
    return WELL


def run_upgrade(options: argparse.Namespace) -> int:
    own = use_texts(options.folder)
    from hooks.layers.upgrade import finish, report, write_merges

    if options.write:
        merged = write_merges(options.guide, own)
        for name in merged:
            say(f"Written: {own / name}")
        if not merged and not options.done:
            say("Nothing to write: no text of yours is behind where you changed nothing.")
    if options.done:
        finish(options.guide, own, version_of())
        say(f"Written: {own / SETTINGS}. Texts that are behind stay behind: quiet-guide behind lists them.")
    if not options.write and not options.done:
        say(report(options.guide, own, version_of()))
    return WELL
