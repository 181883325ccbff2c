import base64
import hashlib

from hooks.site.live_reload import allow_last_script

PAGE = b"<meta content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'\"><body>%b</body>"


def test_the_live_reload_script_is_allowed_by_its_hash():
    script = b"livereload(1, 2);"
    hashed = base64.b64encode(hashlib.sha256(script).digest())

    page = allow_last_script(PAGE % (b"<script>" + script + b"</script>"))

    assert b"script-src 'self' 'sha256-" + hashed + b"' 'wasm-unsafe-eval'" in page


def test_a_page_that_speaks_of_the_policy_keeps_its_text():
    page = allow_last_script(PAGE % b"It says script-src 'self'.<script>livereload(1, 2);</script>")

    assert b"<body>It says script-src 'self'.<script>" in page
