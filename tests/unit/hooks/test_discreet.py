"""What a built site shows of its topic is listed, place by place, and stops a build that allows none."""
# ruff: noqa: E501 (each planted fault is one line)

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib

import pytest
from pypdf import PdfWriter

from hooks.site.discreet import main, refuse_shown, shown_places
from hooks.site.pages import OutputError

PAGE = """<!doctype html><html><head><title>Notes</title><link rel="icon" href="assets/icon.svg">
<script src="assets/first.js" data-address="https://www.bbc.co.uk/weather" data-title="Weather"></script></head>
<body><a class="home" href="index.html">Quiet Guide</a><a href="a.pdf" download="notes.pdf">A4</a>
<input class="take-name" value="notes"><p>What stalking is, and who helps: the police.</p>
<a href="https://stalking.example/" data-external>Work</a></body></html>"""
SCRIPT = 'const a=`notes:${b}`,c="guide:evidence",d="police said",e="notes.age",f={police:1,at:"https://police.uk/"}'


@pytest.fixture
def site(tmp_path):
    """A site that shows nothing, though its page, its scripts' own words and its data are about the topic."""
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "a.js").write_text(SCRIPT, "utf-8")
    (tmp_path / "data.json").write_text('{"police": "stalking"}', "utf-8")
    (tmp_path / "icon.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', "utf-8"
    )
    (tmp_path / "licences.txt").write_text("for any incident", "utf-8")
    return tmp_path


def lines(folder):
    return [str(place) for place in shown_places(folder)]


def png(kind, chunk):
    checked = kind + chunk
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", len(chunk))
        + checked
        + struct.pack(">I", zlib.crc32(checked))
    )


def pdf(write):
    made, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(72, 72)
    write(writer)
    writer.write(made)
    return made.getvalue()


def zipped(name):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "")
    return made.getvalue()


def page(old, new):
    assert old in PAGE
    return PAGE.replace(old, new).encode()


def test_a_site_that_shows_nothing_is_told_so_and_built(site, capsys):
    refuse_shown(site)
    assert main(site, "strict") == 0
    assert capsys.readouterr().out == "Nothing shows what it is about.\n"


SITEMAP = b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.org/law-court</loc></url></urlset>"


@pytest.mark.parametrize(
    ("name", "content", "what", "word"),
    [
        ("police.html", PAGE.encode(), "file name", "police"),
        ("sheets/incident-log-a4.png", b"", "file name", "incident"),
        ("b.html", page("<title>Notes", "<title>Stalking"), "title", "Stalk"),
        ("b.html", page("<p>", "<svg><title>A victim</title></svg><p>"), "title", "victim"),
        ("b.html", page("<title>", '<meta name="description" content="Safety first"><title>'), "description", "Safety"),
        ("b.html", page("<title>", '<meta property="og:title" content="Abuse"><title>'), "description", "Abus"),
        ("b.html", page('rel="icon" href="assets/icon.svg"', 'rel="manifest" href="safety.json"'), "manifest", "safety"),
        ("b.html", page("https://www.bbc.co.uk/weather", "https://shelter.org/"), "name", "shelter"),
        ("b.html", page("<html>", '<html data-storage="harassment">'), "name", "harass"),
        ("b.html", page("<html>", '<html data-exports="evidence">'), "name", "evidence"),
        ("b.html", page("Quiet Guide", "Danger guide"), "short name", "Danger"),
        ("b.html", page('download="notes.pdf"', 'download="evidence.pdf"'), "download", "evidence"),
        ("b.html", page('value="notes"', 'value="my safety"'), "download", "safety"),
        ("b.html", page('href="a.pdf"', 'href="a.html#for-a-court"'), "address a.html#for-a-court", "court"),
        ("b.js", SCRIPT.replace("notes:$", "incidents:$").encode(), "storage name", "incident"),
        ("b.js", b'caches.open("evidence:1")', "storage name", "evidence"),
        ("b.js", SCRIPT.replace("notes.age", "evidence.age").encode(), "download", "evidence"),
        ("b.js", b"x=`${a}-police.zip`", "download", "police"),
        ("b.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><title>A refuge</title></svg>", "icon", "refuge"),
        ("b.png", png(b"tEXt", b"Title\0A shelter"), "icon", "shelter"),
        ("b.png", png(b"zTXt", b"Title\0\0" + zlib.compress(b"A shelter")), "icon", "shelter"),
        ("b.png", png(b"iTXt", b"Title\0\0\0en\0\0A shelter"), "icon", "shelter"),
        ("b.png", png(b"iTXt", b"Title\0\1\0en\0\0" + zlib.compress(b"A shelter")), "icon", "shelter"),
        ("b.pdf", pdf(lambda made: made.add_metadata({"/Title": "Police report"})), "PDF", "Police"),
        ("b.pdf", pdf(lambda made: made.add_outline_item(title="Danger", page_number=0)), "PDF", "Danger"),
        ("b.pdf", pdf(lambda made: made.add_attachment("evidence.txt", b"")), "PDF", "evidence"),
        ("b.zip", zipped("guide/police.html"), "file name", "police"),
        ("files.json", b'{"guide": {"files": [["custody.html", 1, "sha256-"]]}}', "list of files", "custody"),
        ("manifest.json", b'{"icons": [{"src": "a.png", "label": "Survivors"}]}', "manifest", "Survivor"),
        ("site.webmanifest", b'{"short_name": "Crime"}', "manifest", "Crime"),
        ("sitemap.xml", SITEMAP, "address https://a.org/law-court", "court"),
        ("sitemap.xml.gz", gzip.compress(SITEMAP), "address https://a.org/law-court", "court"),
        ("robots.txt", b"Sitemap: https://safety.org/sitemap.xml", "text", "safety"),
        ("CNAME", b"stalking.example.org", "text", "stalk"),
    ],
)  # fmt: skip
def test_each_place_that_shows_the_topic_is_told_and_refused(site, name, content, what, word, capsys):
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_bytes(content)

    assert lines(site) == [f"{name}: {what}: {word}"]
    with pytest.raises(OutputError) as refused:
        refuse_shown(site)
    assert refused.value.problems == [f"{name}: {what}: {word}"]
    assert (main(site, "listed"), main(site, "strict")) == (0, 1)
    assert "1 place shows what the guide is about.\n" in capsys.readouterr().out


def test_a_word_in_disguise_is_seen(site):
    (site / "b.html").write_bytes(page('href="a.pdf"', 'href="she%6Cter.html"'))
    assert lines(site) == ["b.html: address she%6Cter.html: shelter"]
