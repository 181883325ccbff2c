"""What some hosts need beside the site, to be put into a new folder."""

PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""What Debian and Ubuntu call it."""
PAGES = """\
# Build the guide and publish it at each push, and when you start it by hand.
name: Publish
on:
  push:
    branches: [main, master]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  publish:
    runs-on: ubuntu-24.04
    environment:
      name: github-pages
      url: ${{{{ steps.deployment.outputs.page_url }}}}
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      # The sheets' PDFs need Pango.
      - run: sudo apt-get update && sudo apt-get install --yes --no-install-recommends {pango}
      # Put the wheel beside organisation.yml. To upgrade, put the newer one there, raise the version here,
      # and read what `quiet-guide upgrade` reports.
      - run: pip install ./quiet_guide-{version}-py3-none-any.whl
      - run: quiet-guide build --out site
      - run: quiet-guide check --site site
      - uses: actions/upload-pages-artifact@v3
        with:
          path: site
      - id: deployment
        uses: actions/deploy-pages@v4
"""
NETLIFY = '''\
# Netlify builds the guide at each push, and sends the headers that site-hosting/_headers lists.
# Put the wheel beside organisation.yml. To upgrade, put the newer one there, and raise the version here.
[build]
command = """
pip install ./quiet_guide-{version}-py3-none-any.whl
quiet-guide build --out site
cp site-hosting/_headers site/
"""
publish = "site"

[build.environment]
PYTHON_VERSION = "3.13"
'''
SERVER = """\
#!/bin/sh -eu
# Build the guide and publish it with {server}. Fill in where its folder is; site-hosting/{file} is its
# configuration, with a few lines to fill in.
folder=/srv/guide
quiet-guide build --out site
rm -rf "$folder/new" && mkdir -p "$folder" && cp -r site "$folder/new"
rm -rf "$folder/old" && if [ -d "$folder/site" ]; then mv "$folder/site" "$folder/old"; fi
mv "$folder/new" "$folder/site"
"""
FILES = {
    "pages": {".github/workflows/publish.yml": PAGES.replace("{pango}", PANGO)},
    "netlify": {"netlify.toml": NETLIFY},
    "nginx": {"publish.sh": SERVER.replace("{server}", "nginx").replace("{file}", "nginx.conf")},
    "caddy": {"publish.sh": SERVER.replace("{server}", "Caddy").replace("{file}", "Caddyfile")},
}
"""The files of each host, by its name, with `{version}` where the version of the guide stands."""
