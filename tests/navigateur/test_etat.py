"""A choice redraws the living frame with a small message; a click, a link and the address say the same."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from components.html.texte import JOINT

SANS_PROJET = "ti-5311"
MER = (46.0, -4.5)
LIMITE_OCTETS = 20_000


def choisir_millesime(visite, annee):
    visite.page.get_by_role("radio", name=f"{annee}").click()
    visite.cadre().wait_for_function(f"document.body.dataset.couches.startsWith('ti_{annee}')")
    visite.au_calme()


def version(cadre):
    return cadre.evaluate("Number(document.body.dataset.version)")


def panneau(visite):
    return visite.page.locator(".atlas-panneau")


@pytest.fixture(scope="module")
def interieur(atlas):
    """A place inside a TI, away from every project: `interieur("ti-5311")` gives latitude and longitude."""
    import geopandas as gpd  # noqa: PLC0415  only these tests need outlines

    from data import chargement  # noqa: PLC0415  the same

    contours = gpd.GeoDataFrame(chargement.lire("contours"))
    ti = contours[contours["couche"] == "ti_2021"].set_index("id").geometry

    def interieur(id_ti):
        point = ti[id_ti].representative_point()
        return point.y, point.x

    return interieur


def test_un_autre_millesime_se_dessine_dans_le_meme_cadre(visite):
    cadre = visite.carte()
    element = visite.page.query_selector("iframe.stCustomComponentV1")
    cadre.evaluate("window.temoin = 'toujours là'")
    choisir_millesime(visite, 2023)
    assert cadre.evaluate("window.temoin") == "toujours là"
    assert element.evaluate(
        "e => e.isConnected && e === document.querySelector('iframe.stCustomComponentV1')"
    )


def test_un_autre_millesime_coute_moins_de_20_ko(visite):
    visite.carte()
    avant = visite.poids()
    choisir_millesime(visite, 2023)
    assert 0 < visite.poids() - avant < LIMITE_OCTETS


def test_un_autre_millesime_ne_va_chercher_aucune_couche(visite):
    visite.carte()
    avant = len(visite.demandes)
    choisir_millesime(visite, 2020)
    assert [d for d in visite.demandes[avant:] if "/static/" in d] == []


def test_un_autre_millesime_garde_la_vue_du_lecteur(visite):
    cadre = visite.carte()
    visite.placer(47.2, -1.5, 7.5)
    choisir_millesime(visite, 2022)
    assert cadre.evaluate("window.map.getZoom()") == 7.5


def test_chaque_nouveau_dessin_est_annonce(visite):
    cadre = visite.carte()
    avant = version(cadre)
    choisir_millesime(visite, 2023)
    assert version(cadre) > avant


DESSINES = """() => Object.values(window.map._layers).filter(couche => couche.getRadius)
  .reduce((somme, couche) => somme + (couche.options.nombre || 1), 0)"""
"""Projects on the map, alone or gathered in discs."""


def dessines(cadre):
    return cadre.evaluate(DESSINES)


def basculer_projets(visite, couches):
    visite.page.get_by_role("button", name="Projets", exact=True).click()
    visite.cadre().wait_for_function(f"document.body.dataset.couches === '{couches}'")


def test_eteindre_les_projets_n_en_laisse_aucun_sur_la_carte(visite):
    cadre = visite.carte()
    basculer_projets(visite, "ti_2021,regions")
    assert cadre.evaluate("document.body.dataset.visibles") == "0"
    assert dessines(cadre) == 0
    visite.page.wait_for_url("**/?couches=regions")


def test_rallumer_les_projets_les_montre_tous(visite, atlas):
    cadre = visite.carte()
    basculer_projets(visite, "ti_2021,regions")
    basculer_projets(visite, "ti_2021,regions,projets")
    places = atlas.projets["latitude"].notna().sum()
    assert int(cadre.evaluate("document.body.dataset.visibles")) == places
    visite.placer(15, -3, 3)  # overseas included
    assert dessines(cadre) == places


def test_un_clic_sur_un_territoire_dit_son_nom_et_passe_dans_l_adresse(visite, atlas, interieur):
    assert atlas.fiche(SANS_PROJET, 2021).projets.empty
    visite.carte()
    visite.cliquer(*interieur(SANS_PROJET))
    nom = atlas.fiche(SANS_PROJET, 2021).territoire["lib_ti"]
    panneau(visite).get_by_role("heading", name=nom).wait_for()
    visite.page.wait_for_url(f"**/?ti={SANS_PROJET}")


def test_un_clic_garde_le_cadre(visite, interieur):
    cadre = visite.carte()
    cadre.evaluate("window.temoin = 1")
    visite.cliquer(*interieur(SANS_PROJET))
    visite.page.wait_for_url(f"**/?ti={SANS_PROJET}")
    assert cadre.evaluate("window.temoin") == 1


def test_un_clic_sur_un_projet_choisit_le_territoire_qui_est_dessous(visite, atlas):
    visite.carte()
    projet = atlas.fiche("ti-2806", 2021).projets.dropna(subset="latitude").iloc[0]
    visite.placer(projet["latitude"], projet["longitude"], 9)
    visite.cliquer(projet["latitude"], projet["longitude"])
    panneau(visite).get_by_role("heading", name="Nord Cotentin").wait_for()


def test_un_clic_sur_la_mer_lache_le_territoire(visite):
    visite.carte("/?ti=ti-2806")
    visite.placer(46.5, -1, 6)
    visite.cliquer(*MER)
    panneau(visite).get_by_role("heading", name="France", exact=True).wait_for()
    visite.page.wait_for_url(lambda adresse: "ti=" not in adresse)


def test_un_lien_s_ouvre_sur_son_territoire(visite):
    visite.carte("/?ti=ti-2806&millesime=2021")
    assert panneau(visite).get_by_role("heading", name="Nord Cotentin").is_visible()


def test_un_lien_s_ouvre_pres_de_son_territoire(visite, interieur):
    cadre = visite.carte("/?ti=ti-2806")
    assert cadre.evaluate("lieu => window.map.getBounds().contains(lieu)", list(interieur("ti-2806")))
    assert cadre.evaluate("window.map.getZoom()") > 7


def test_un_territoire_inconnu_donne_un_avis_en_francais_et_la_carte(visite):
    cadre = visite.carte("/?ti=ti-9999")
    assert visite.page.get_by_text(
        "Le territoire « ti-9999 » n’existe pas dans le millésime 2021."
    ).is_visible()
    assert cadre.evaluate("document.body.dataset.couches") == "ti_2021,regions,projets"


@pytest.mark.parametrize(
    ("valeur", "ecrite"),
    [
        ("<img src=x onerror=pirate=1>", "<img src=x onerror=pirate=1>"),
        ("[ici](https://ailleurs.test)", f"[ici](https:{JOINT}//ailleurs.test)"),
    ],
)
def test_une_adresse_hostile_reste_du_texte(visite, valeur, ecrite):
    visite.carte(f"/?ti={quote(valeur, safe='')}")
    assert visite.page.get_by_text(ecrite).is_visible()
    assert visite.page.evaluate("window.pirate") is None


def test_le_bouton_retour_rend_la_vue_precedente(visite):
    visite.carte()
    choisir_millesime(visite, 2023)
    visite.page.wait_for_url("**/?millesime=2023")
    visite.page.go_back()
    visite.cadre().wait_for_function("document.body.dataset.couches.startsWith('ti_2021')")


def test_le_tableau_s_ouvre_et_une_ligne_choisit_son_territoire(visite):
    cadre = visite.carte()
    cadre.evaluate("window.temoin = 1")
    visite.deplier("Tableau des 146 territoires de 2021")
    tableau = visite.page.get_by_test_id("stDataFrame")
    tableau.wait_for()
    visite.au_calme()
    tableau.click(position={"x": 15, "y": 55})
    visite.page.wait_for_url("**/?ti=ti-*")
    visite.au_calme()
    assert not panneau(visite).get_by_role("heading", name="France", exact=True).is_visible()
    assert cadre.evaluate("window.temoin") == 1
