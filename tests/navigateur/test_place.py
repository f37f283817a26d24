"""What a map shows fills its frame on every page, and nothing that stands on it covers the land."""

from __future__ import annotations

import pytest

from tests.navigateur.atelier import visiter
from tests.navigateur.test_seance import a_l_ecran, lien

TAILLES = {390: 844, 1280: 800, 1920: 1080}
PAGES = {
    "Carte": ("/", ()),
    "Projets": ("/projets", ()),
    "Territoire": ("/territoire?ti=ti-2806", ("ti-2806",)),
    "Région": ("/region?code=28", ("28",)),
    "France": ("/france", ()),
    "France, ce qui a changé": ("/france?changements=2023", ()),
    "Séance": (lien("france"), ()),
}
"""Address of each map -> outlines that it is about; none for the mainland and Corsica."""

PART = 0.9
"""Share of the usable frame that the larger side of a place takes at least."""

BORD = 8
"""Pixels that every frame keeps free on each side; a séance keeps as many for its marks."""

VIDE = 24
"""Pixels that may be left empty under a map."""

MESURER = """(ids) => {
  const carte = window.map, boite = carte.getContainer().getBoundingClientRect();
  const lieux = [];
  const lire = (l) => Array.isArray(l) ? l.forEach(lire) : lieux.push(carte.latLngToContainerPoint(l));
  for (const c of Object.values(carte._layers)) {
    const code = c.feature && c.getLatLngs && c.options.fill !== false ? String(c.feature.id) : null;
    const sol = code && !code.startsWith("ti-") && c.getBounds().getSouth() > 41;
    if (code && (ids.length ? ids.includes(code) : sol)) lire(c.getLatLngs());
  }
  const xs = lieux.map(p => p.x), ys = lieux.map(p => p.y);
  const [g, d] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const [h, b] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  const vues = (nom) => [...document.querySelectorAll(nom)].filter(e => e.checkVisibility(
    {visibilityProperty: true})).map(e => e.getBoundingClientRect());
  const sous = (m, x, y) => x > m.left && x < m.right && y > m.top && y < m.bottom;
  const couverts = vues(".atlas-medaillons button").map(
    m => lieux.filter(p => sous(m, p.x + boite.x, p.y + boite.y)).length);
  return {largeur: (d - g) / (boite.width - 2 * BORD), hauteur: (b - h) / (boite.height - 2 * BORD),
    dedans: g >= 0 && h >= 0 && d <= boite.width && b <= boite.height,
    couverts, noms: [...document.querySelectorAll(".atlas-medaillons span")].map(e => e.textContent),
    legendes: vues(".atlas-legende").filter(l => l.left < boite.right && boite.left < l.right
      && l.top < boite.bottom && boite.top < l.bottom).length};
}""".replace("BORD", str(BORD))

SOUS_LA_CARTE = """() => {
  const carte = document.querySelector("iframe.stCustomComponentV1");
  const pile = carte.closest('[data-testid="stVerticalBlock"]');
  const rangee = carte.closest('[data-testid="stColumn"]') || pile;
  const bas = Math.max(...[...pile.children].map(e => e.getBoundingClientRect().bottom));
  const bout = (e) => e.getBoundingClientRect().bottom;
  const [dehors, dedans] = [bout(carte.closest(".stElementContainer")), bout(carte)];
  return Math.max(rangee.getBoundingClientRect().bottom - bas, dehors - dedans);
}"""


@pytest.fixture(scope="module", params=TAILLES, ids=str)
def mesures(request, navigateur, serveur):
    """What each map was on one screen: page -> measures."""
    ecran = {"width": request.param, "height": TAILLES[request.param]}
    lues = {}
    with visiter(navigateur, serveur, viewport=ecran) as visite:
        for page, (chemin, ids) in PAGES.items():
            visite.aller(chemin)
            if page == "Séance":
                a_l_ecran(visite.page, 1)
            cadre = visite.cadre()
            cadre.wait_for_selector("body[data-version]")
            visite.au_calme()
            cadre.wait_for_function("window.map.atlasCadre")
            lues[page] = cadre.evaluate(MESURER, list(ids))
            lues[page]["vide"] = 0 if page == "Séance" else visite.page.evaluate(SOUS_LA_CARTE)
    return lues


def test_le_lieu_remplit_son_cadre_sur_chaque_page(mesures):
    parts = {page: round(max(m["largeur"], m["hauteur"]), 3) for page, m in mesures.items()}
    assert {page: part for page, part in parts.items() if part < PART} == {}


def test_le_lieu_est_entier_dans_son_cadre(mesures):
    assert [page for page, m in mesures.items() if not m["dedans"]] == []


def test_la_legende_n_est_jamais_sur_la_carte(mesures):
    assert [page for page, m in mesures.items() if m["legendes"]] == []


def test_les_medaillons_ne_couvrent_pas_la_terre(mesures):
    assert {page: m["couverts"] for page, m in mesures.items() if any(m["couverts"])} == {}


def test_les_medaillons_portent_des_noms(mesures):
    noms = ["Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte"]
    assert [page for page, m in mesures.items() if m["noms"] != noms] == []


def test_rien_n_est_laisse_vide_sous_une_carte(mesures):
    assert {page: round(m["vide"]) for page, m in mesures.items() if m["vide"] > VIDE} == {}
