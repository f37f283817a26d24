"""The inline scripts of a page are known by the sums that a browser computes."""

from __future__ import annotations

import base64
import hashlib

import pytest

from service.scripts import annoncer, annonces, empreintes


def somme(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_each_inline_script_has_its_sum_in_the_order_of_the_page():
    page = b"<script>un</script><p>texte</p><script type='module'>deux\n</script>"
    assert empreintes(page) == (somme("un"), somme("deux\n"))


def test_a_script_that_comes_from_an_address_has_none():
    assert empreintes(b'<script type="module" src="./a.js"></script>') == ()


@pytest.mark.parametrize("fin", ["\r\n", "\r"])
def test_ends_of_lines_are_read_as_a_browser_reads_them(fin):
    assert empreintes(f"<script>un{fin}deux</script>".encode()) == (somme("un\ndeux"),)


def test_the_sums_travel_with_the_request():
    scope: dict[str, object] = {}
    assert annonces(scope) == ()
    annoncer(scope, b"<script>un</script>")
    assert annonces(scope) == (somme("un"),)
