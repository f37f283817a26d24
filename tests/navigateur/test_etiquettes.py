"""Names of groupements leave the projects to be seen, and each disc of a projected map says its number."""

from __future__ import annotations

import pytest

from tests.navigateur.atelier import visiter
from tests.navigateur.test_seance import a_l_ecran, lien

RECOUVRES = """() => {
  const carte = window.map, coin = carte.getContainer().getBoundingClientRect();
  const noms = [...document.querySelectorAll(".atlas-groupement span")].filter(
    e => getComputedStyle(e).visibility !== "hidden").map(e => [e.textContent, e.getBoundingClientRect()]);
  const marques = Object.values(carte._layers).filter(c => c.getRadius && c._point).map(
    c => [carte.layerPointToContainerPoint(c._point), c.getRadius()]);
  const couvre = (b, [p, r]) => {
    const x = p.x + coin.x, y = p.y + coin.y;
    return Math.hypot(Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)) < r;
  };
  const couverts = noms.filter(([, b]) => marques.some(m => couvre(b, m))).map(([nom]) => nom);
  return {noms: noms.length, marques: marques.length, couverts};
}"""
NOMBRES = """async () => {
  const carte = window.map, ecrire = CanvasRenderingContext2D.prototype.fillText, lus = [];
  CanvasRenderingContext2D.prototype.fillText = function (texte, ...reste) {
    lus.push(texte);
    return ecrire.call(this, texte, ...reste);
  };
  const discs = Object.values(carte._layers).filter(c => c.options && c.options.nombre);
  for (const c of discs) c.redraw();
  await new Promise(pret => requestAnimationFrame(() => requestAnimationFrame(pret)));
  CanvasRenderingContext2D.prototype.fillText = ecrire;
  const uns = (nombres) => [...new Set(nombres.map(String))].sort();
  return {lus: uns(lus), voulus: uns(discs.map(c => c.options.nombre))};
}"""
SEUL = "ti-5304"
"""A territory of one groupement, which is not named on its map."""

TERRITOIRES = ("ti-5302", "ti-8401", "ti-2806", SEUL)


def projeter(visite, *vues):
    visite.aller(lien(*vues))
    a_l_ecran(visite.page, 1)
    visite.cadre().wait_for_selector("body[data-precharge]")
    return visite.cadre()


@pytest.fixture(scope="module")
def salle(navigateur, serveur):
    """One séance of all of them."""
    with visiter(navigateur, serveur, viewport={"width": 1280, "height": 720}) as visite:
        cadre = projeter(visite, *TERRITOIRES)
        lus = {}
        for n, ti in enumerate(TERRITOIRES, start=1):
            a_l_ecran(visite.page, n)
            if ti != SEUL:
                cadre.wait_for_selector(".atlas-groupement span", state="attached")
            lus[ti] = cadre.evaluate(RECOUVRES)
            visite.page.keyboard.press("PageDown")
        return lus


@pytest.mark.parametrize("ti", TERRITOIRES)
def test_aucun_nom_ne_couvre_un_projet_en_seance(salle, ti):
    assert salle[ti]["marques"] > 0
    assert salle[ti]["couverts"] == []


def test_fougeres_vitre_a_ses_groupements_nommes(salle):
    assert salle["ti-5302"]["noms"] >= 3


def test_chaque_disque_d_une_seance_porte_son_nombre(visite):
    nombres = projeter(visite, "ti-5302").evaluate(NOMBRES)
    assert nombres["voulus"]
    assert nombres["lus"] == nombres["voulus"]


def test_un_nom_de_la_fiche_ne_couvre_pas_un_projet(visite):
    cadre = visite.carte("/territoire?ti=ti-8401")
    cadre.wait_for_selector(".atlas-groupement span", state="attached")
    assert cadre.evaluate(RECOUVRES)["couverts"] == []
