"""Names are hostile until escaped."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.html.texte import JOINT, balise, echapper, markdown, sans_sens

TEXTES = st.text(st.characters(exclude_categories=["Cs", "Cc"]))
MENACES = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "&lt;b&gt;",
)


class Lecteur(HTMLParser):
    """What a browser would find in a piece of HTML: elements with their attributes, and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texte = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.texte += data


@given(TEXTES)
def test_an_escaped_text_is_read_back_as_the_same_text_and_no_element(texte):
    lu = Lecteur(f"<p>{echapper(texte)}</p>")
    assert lu.elements == [("p", {})]
    assert lu.texte == sans_sens(texte)


@given(TEXTES)
def test_an_escaped_attribute_is_read_back_as_the_same_value_and_no_other_attribute(texte):
    lu = Lecteur(balise("p", "x", classe="c", aria_label=texte))
    assert lu.elements == [("p", {"class": "c", "aria-label": sans_sens(texte)})]


@pytest.mark.parametrize("menace", MENACES)
def test_a_hostile_name_makes_no_element(menace):
    assert Lecteur(balise("b", echapper(menace))).elements == [("b", {})]


def test_whatever_is_not_a_text_is_written_as_one():
    assert echapper(12) == "12"


def test_an_element_joins_its_pieces_in_order():
    assert balise("ul", "<li>a</li>", "<li>b</li>") == "<ul><li>a</li><li>b</li></ul>"


def test_an_underscore_in_an_attribute_becomes_a_hyphen():
    assert balise("p", aria_live="polite") == '<p aria-live="polite"></p>'


@pytest.mark.parametrize(
    "texte",
    [
        "*gras*",
        "_italique_",
        "`code`",
        "[lien](ailleurs)",
        "![image](ailleurs)",
        "<b>",
        "$formule$",
        ":material/home:",
        "a | b",
        "~~barré~~",
        "&amp;",
        "\\*",
    ],
)
def test_no_sign_of_markdown_stays_bare(texte):
    ecrit = markdown(texte)
    nus = [signe for rang, signe in enumerate(ecrit) if signe in "*_`[]<>$:|~&" and ecrit[rang - 1] != "\\"]
    assert nus == []


def test_a_plain_name_is_left_as_it_is():
    assert markdown("Nord Cotentin") == "Nord Cotentin"


def test_a_line_break_cannot_start_a_title_or_a_list():
    assert "\n" not in markdown("Nord\n# Titre\n- puce")


@pytest.mark.parametrize("marque", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
@pytest.mark.parametrize("ecrire", [echapper, markdown])
def test_a_mark_of_direction_turns_nothing(ecrire, marque):
    assert ecrire(f"a{marque}b") == "ab"


@pytest.mark.parametrize(
    "adresse", ["http://pirate", "HTTPS://pirate", "www.pirate", "WWW.pirate", "a@pirate"]
)
def test_a_bare_address_is_cut_where_streamlit_would_make_a_link_of_it(adresse):
    coupe = markdown(adresse).replace("\\", "")
    assert JOINT in coupe
    assert coupe.replace(JOINT, "") == adresse
