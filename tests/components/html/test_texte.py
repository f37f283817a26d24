"""Names are hostile until escaped."""

from __future__ import annotations

import pickle
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.html.texte import (
    JOINT,
    RIEN,
    Html,
    balise,
    echapper,
    enumerer,
    gabarit,
    joindre,
    markdown,
    sans_sens,
    style,
)
from tests.hostiles import HOSTILES

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
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.texte += data


@given(TEXTES)
def test_un_texte_echappe_se_relit_le_meme_sans_element(texte):
    lu = Lecteur(f"<p>{echapper(texte)}</p>")
    assert lu.elements == [("p", {})]
    assert lu.texte == sans_sens(texte)


@given(TEXTES)
def test_un_attribut_echappe_se_relit_a_la_meme_valeur_sans_autre_attribut(texte):
    lu = Lecteur(balise("p", "x", classe="c", aria_label=texte))
    assert lu.elements == [("p", {"class": "c", "aria-label": sans_sens(texte)})]


@pytest.mark.parametrize("menace", MENACES)
def test_un_nom_hostile_ne_cree_aucun_element(menace):
    assert Lecteur(balise("b", echapper(menace))).elements == [("b", {})]


MELANGES = {
    "balise": lambda texte: balise("b", texte),
    "après": lambda texte: balise("b") + texte,
    "avant": lambda texte: texte + balise("b"),
    "ajouté": lambda texte: joindre([balise("b"), texte]),
    "entre": lambda texte: joindre(["un", "deux", balise("b")], texte),
    "énuméré": lambda texte: enumerer([balise("b"), texte, texte]),
    "gabarit": lambda texte: gabarit("<b>{mot}</b>", mot=texte),
    "pour cent": lambda texte: gabarit("<b>%s</b>") % texte,
    "jointure": lambda texte: balise("b").join(["un", texte]),
    "cellule": lambda texte: echapper(texte) + balise("b"),
}
"""Ways in which a plain text meets HTML; each makes one element, `b`."""


@pytest.mark.parametrize("melange", MELANGES)
@pytest.mark.parametrize("ruse", HOSTILES)
def test_un_texte_hostile_qui_rencontre_du_html_reste_inerte(ruse, melange):
    fait = MELANGES[melange](HOSTILES[ruse])
    assert isinstance(fait, Html)
    lu = Lecteur(fait)
    assert lu.elements == [("b", {})]
    assert sans_sens(HOSTILES[ruse]) in lu.texte
    assert sans_sens(fait) == fait


@pytest.mark.parametrize("ruse", HOSTILES)
def test_un_attribut_hostile_n_ajoute_ni_attribut_ni_element(ruse):
    lu = Lecteur(balise("p", title=HOSTILES[ruse]))
    assert lu.elements == [("p", {"title": sans_sens(HOSTILES[ruse])})]


def test_du_html_dans_un_attribut_n_y_est_qu_un_texte():
    lu = Lecteur(balise("p", title=balise("b", 'un "mot"')))
    assert lu.elements == [("p", {"title": "<b>un &quot;mot&quot;</b>"})]


def test_du_html_dans_du_html_n_est_pas_echappe_deux_fois():
    assert balise("p", balise("b", "R&D")) == "<p><b>R&amp;D</b></p>"
    assert joindre([balise("b", "R&D"), " & ", balise("br")]) == "<b>R&amp;D</b> &amp; <br>"
    assert echapper(echapper("R&D")) == "R&amp;D"


def test_une_enumeration_de_html_se_lit_comme_une_phrase():
    liens = [balise("b", nom) for nom in ("un", "deux", "trois")]
    assert enumerer(liens) == "<b>un</b>, <b>deux</b> et <b>trois</b>"
    assert enumerer([]) == RIEN


def test_les_accolades_d_un_nom_ne_sont_pas_un_gabarit():
    assert enumerer(["{0.__class__}", "{}"]) == "{0.__class__} et {}"
    assert gabarit("<b>{mot}</b>", mot="{mot}") == "<b>{mot}</b>"


def test_un_element_vide_ne_se_ferme_pas():
    assert (
        balise("link", rel="stylesheet", href="a.css?v=1&w")
        == '<link rel="stylesheet" href="a.css?v=1&amp;w">'
    )


def test_une_feuille_de_style_n_est_pas_echappee_et_ne_ferme_pas_son_element():
    assert style('a > b { c: "d" }') == '<style>a > b { c: "d" }</style>'
    with pytest.raises(ValueError, match="feuille de style"):
        style("</style><script>")


def test_le_html_garde_en_memoire_reste_du_html():
    garde = pickle.loads(pickle.dumps(balise("b", "R&D")))
    assert isinstance(garde, Html)
    assert balise("p", garde) == "<p><b>R&amp;D</b></p>"


def test_tout_ce_qui_n_est_pas_un_texte_s_ecrit_comme_un_texte():
    assert echapper(12) == "12"


def test_un_element_joint_ses_morceaux_dans_l_ordre():
    assert balise("ul", balise("li", "a"), balise("li", "b")) == "<ul><li>a</li><li>b</li></ul>"


def test_un_tiret_bas_dans_un_attribut_devient_un_trait_d_union():
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
def test_aucun_signe_de_markdown_ne_reste_nu(texte):
    ecrit = markdown(texte)
    nus = [signe for rang, signe in enumerate(ecrit) if signe in "*_`[]<>$:|~&" and ecrit[rang - 1] != "\\"]
    assert nus == []


def test_un_nom_simple_est_laisse_tel_quel():
    assert markdown("Nord Cotentin") == "Nord Cotentin"


def test_un_saut_de_ligne_ne_peut_commencer_ni_titre_ni_liste():
    assert "\n" not in markdown("Nord\n# Titre\n- puce")


@pytest.mark.parametrize("marque", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
@pytest.mark.parametrize("ecrire", [echapper, markdown])
def test_une_marque_de_direction_ne_retourne_rien(ecrire, marque):
    assert ecrire(f"a{marque}b") == "ab"


@pytest.mark.parametrize(
    "adresse", ["http://pirate", "HTTPS://pirate", "www.pirate", "WWW.pirate", "a@pirate"]
)
def test_une_adresse_nue_est_coupee_la_ou_streamlit_en_ferait_un_lien(adresse):
    coupe = markdown(adresse).replace("\\", "")
    assert JOINT in coupe
    assert coupe.replace(JOINT, "") == adresse
