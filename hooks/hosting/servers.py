"""Write the table of headers as nginx, Caddy, Netlify and Cloudflare read it.

Lines to fill in come first in each file. All else can be used as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import indent

from hooks.hosting.headers import ALL, FRESH, HASHED, TYPES, WIPE, Header

NOTE = """\
Written by `make build` from the guide's one table of headers, hooks/hosting/headers.py.
contributing/hosting.md says what each part is for.
"""

NGINX = """\
{note}#
# A whole nginx, 1.19.5 or newer, in place of /etc/nginx/nginx.conf; it starts with root's rights.
# For an nginx that serves other sites too, copy what is inside `http {{ … }}` to a file in its conf.d folder.

worker_processes auto;
worker_rlimit_nofile 16384;
error_log stderr alert;  # what stops the server; the levels below it name readers' addresses

# Fill in for Brotli, here and below, where its module is there (Debian: libnginx-mod-http-brotli-static):
# load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;

events {{
    worker_connections 8192;
}}

http {{
    # Fill in for https, with the guide's name: who comes by http is sent there, and nothing is written down.
    # server {{ listen 80; server_name example.org; access_log off; return 301 https://$host$request_uri; }}

    server {{
        # Fill in: the port, the guide's name, the folder, and the guide's path, if any.
        # With the path "/notes", the guide lies in notes/ of that folder: /srv/guide/site/notes/index.html.
        listen 80;
        server_name _;
        root /srv/guide/site;
        set $guide_path "";

        # Fill in for https, instead of `listen 80`:
        # listen 443 ssl http2;
        # ssl_certificate /etc/guide/certificate.pem;
        # ssl_certificate_key /etc/guide/key.pem;

        # Fill in for Brotli:
        # brotli_static on;

        access_log off;
        error_log stderr alert;
        log_not_found off;
        server_tokens off;

        # Sent as they lie. Nothing is compressed for one request.
        gzip off;
        gzip_static on;
        gzip_vary on;
        gzip_http_version 1.0;  # as another server in front of this one asks
        gzip_proxied any;
        sendfile on;
        tcp_nopush on;

        index index.html;
        absolute_redirect off;
        client_max_body_size 1k;
        error_page 404 $guide_path/${{guide_language}}404.html;
        error_page 403 =404 $guide_path/${{guide_language}}404.html;

        # A location that sends a header of its own drops all of these, so none does.
{headers}

        location ~ /{wipe}$ {{
            default_type text/plain;
            if ($uri != $guide_path/{wipe}) {{
                return 404;
            }}
            return 200 "";
        }}

        default_type application/octet-stream;
        types {{
{types}
        }}
    }}

{maps}
}}
"""

CADDY = """\
{note}#
# Caddy 2.6 or newer. It fetches a certificate by itself if the name is a public one.
{{
	admin off
	log default {{
		level ERROR
		exclude http
	}}
	servers {{
		# No HTTP/3: it is offered by a header that browsers write down with the guide's name.
		protocols h1 h2
	}}
}}

# Fill in: the guide's name (http://:8080 for a port without https), the folder, and the guide's path, if any.
# With the path "/notes", the guide lies in notes/ of that folder: /srv/guide/site/notes/index.html.
example.org {{
	# Fill in for a certificate of your own:
	# tls /etc/guide/certificate.pem /etc/guide/key.pem

	root * /srv/guide/site
	vars guide_path ""

	header -Server
{headers}

{types}

	respond @wipe "" 200

	# Sent as they lie. Nothing is compressed for one request.
	file_server {{
		precompressed br gzip
	}}

	handle_errors {{
		map {{path}} {{guide_language}} {{
{languages}
		}}
		rewrite * {{http.vars.guide_path}}/{{guide_language}}404.html
		header -Server
		header Content-Type "{html}"
		header Cache-Control no-store
		file_server {{
			precompressed br gzip
		}}
	}}
}}
"""


def nginx_conf(headers: Iterable[Header], languages: Sequence[str] = ()) -> str:
    """Write the settings of nginx; `languages` are the folders of other languages than English."""
    lines, maps = [], [nginx_languages(languages)]
    rows: dict[str, list[Header]] = {}
    for header in headers:
        rows.setdefault(header.name, []).append(header)
    for name, same in rows.items():
        if [header.files for header in same] == [ALL]:
            lines.append(f"add_header {name} {nginx_quoted(same[0].value)} always;")
        else:
            variable = f"$guide_{name.lower().replace('-', '_')}"
            lines.append(f"add_header {name} {variable} always;")
            maps.append(nginx_map(variable, same))
    return NGINX.format(
        note=commented(NOTE),
        headers=indent("\n".join(lines), " " * 8),
        types=indent("\n".join(f'"{kind}" {ending};' for ending, kind in TYPES.items()), " " * 12),
        maps=indent("\n\n".join(maps), " " * 4),
        wipe=WIPE,
    )


def nginx_languages(codes: Sequence[str]) -> str:
    """Choose by the path the folder whose page for missing addresses is sent."""
    lines = ['default "";', *(f'"~^(/[^/]+)*/{code}(/|$)" "{code}/";' for code in codes)]
    inside = indent("\n".join(lines), "    ")
    return f"map $uri $guide_language {{\n{inside}\n}}"


def nginx_map(variable: str, rows: Iterable[Header]) -> str:
    """Choose a header's value by the path; where the value is empty, nginx sends no header."""
    source, lines = "$uri", ['default "";']
    for row in rows:
        value = nginx_quoted(row.value)
        pattern = f"/{row.files}$"
        if row.only_if:
            source = f'"$uri $http_{row.only_if.name.lower().replace("-", "_")}"'
            pattern = f"/{row.files} {row.only_if.value}$"
        if row.files == FRESH:
            lines[0] = f"default {value};"
        else:
            lines.append(f'"~{pattern}" {value};')
    return f"map {source} {variable} {{\n{indent(chr(10).join(lines), ' ' * 4)}\n}}"


def nginx_quoted(value: str) -> str:
    return f"'{value}'" if '"' in value else f'"{value}"'


def caddyfile(headers: Iterable[Header], languages: Sequence[str] = ()) -> str:
    """Write the settings of Caddy; `languages` are the folders of other languages than English."""
    matchers = {
        FRESH: f"@fresh not path_regexp /{HASHED}$",
        HASHED: f"@hashed path_regexp /{HASHED}$",
        WIPE: f"@wipe path {{http.vars.guide_path}}/{WIPE}",
    }
    lines = []
    for row in headers:
        on, matcher = "", matchers.get(row.files)
        if matcher:
            on = f"{matcher.partition(' ')[0]} "
            lines.append(matcher)
        if matcher and row.only_if:
            on = f"{on.strip()}_only_if "
            rest = matcher.partition(" ")[2]
            lines.append(f"{on}{{\n\t{rest}\n\theader {row.only_if.name} {row.only_if.value}\n}}")
        lines.append(f"header {on}{row.name} `{row.value}`")
    return CADDY.format(
        note=commented(NOTE),
        headers=indent("\n".join(dict.fromkeys(lines)), "\t"),
        types=caddy_types(),
        languages=indent(
            "\n".join([*(f'~^(/[^/]+)*/{code}(/|$) "{code}/"' for code in languages), 'default ""']), "\t\t\t"
        ),
        html=TYPES["html"],
    )


def caddy_types() -> str:
    lines = []
    for ending, kind in TYPES.items():
        lines += [f"@{ending} path *.{ending}", f'header @{ending} Content-Type "{kind}"']
    return indent("\n".join(lines), "\t")


def commented(text: str) -> str:
    return indent(text, "# ")


def headers_file(headers: Iterable[Header]) -> str:
    """Write what Netlify and Cloudflare Pages read: a fixed list, which cannot look at a request.

    Both join the values where two rules name one header, so Python's files are fetched each time too.
    """
    lines = [f"  {row.name}: {row.value}" for row in headers if row.files in (ALL, FRESH)]
    return f"{commented(NOTE)}\n/*\n" + "\n".join(lines) + "\n"
