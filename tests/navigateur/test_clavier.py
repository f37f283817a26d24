"""The keyboard alone: the focus is seen, never held, and each page does by keys what it does by hand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.navigateur.acces import PAGES, lire

FOYER = """() => {
  let e = document.activeElement;
  while (e.contentDocument && e.contentDocument.activeElement) e = e.contentDocument.activeElement;
  const entoure = (x) => {
    const { outlineStyle: style, outlineWidth: largeur } = x.ownerDocument.defaultView.getComputedStyle(x);
    return style === 'auto' || (style !== 'none' && parseFloat(largeur) >= 2);
  };
  return {
    nom: (e.getAttribute('aria-label') || e.textContent).trim().slice(0, 60),
    role: e.getAttribute('role') || e.tagName.toLowerCase(),
    place: e.tagName + '.' + e.className,
    fin: e.closest('footer.atlas-pied') !== null,
    notre: e.closest('[class*="atlas-"]') !== null || e.ownerDocument !== document,
    vu: [e, e.closest('label')].filter(Boolean).some(entoure),
  };
}"""
ARRETS = 250
"""More presses of Tab than any page has places to stop at."""


def foyer(page):
    """Where the keys are."""
    return page.evaluate(FOYER)


def parcourir(page):
    """Every place where Tab stops, from the top of the page to its last link."""
    for _ in range(ARRETS):
        page.keyboard.press("Tab")
        arret = foyer(page)
        yield arret
        if arret["fin"]:
            return


def tabuler(page, role, nom):
    """Press Tab until the focus is on something that has a role and a name."""
    vus = []
    for _ in range(ARRETS):
        page.keyboard.press("Tab")
        ici = foyer(page)
        vus.append((ici["role"], ici["nom"]))
        if ici["role"] == role and re.search(nom, ici["nom"]):
            return
    raise AssertionError((role, nom, vus))


def taper(page, *touches):
    for touche in touches:
        page.keyboard.press(touche)


@pytest.mark.parametrize("nom", PAGES)
def test_tab_parcourt_la_page_et_montre_toujours_ou_il_est(visite, nom):
    arrets = list(parcourir(lire(visite, PAGES[nom])))
    assert arrets[-1]["fin"], arrets[-3:]
    avec_carte = visite.page.locator("iframe.stCustomComponentV1").count() > 0
    assert ("application" in {arret["role"] for arret in arrets}) is avec_carte
    notres = [arret for arret in arrets if arret["notre"]]
    assert len(notres) > 1
    assert [arret for arret in notres if not arret["vu"]] == []


def test_le_lien_d_evitement_vient_en_premier_et_mene_au_contenu(visite):
    page = lire(visite, "/methode")
    page.keyboard.press("Tab")
    assert foyer(page)["nom"] == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-testid=\"stMain\"]') !== null")


def test_les_projets_se_filtrent_s_ouvrent_et_se_ferment_et_le_focus_revient(visite):
    page = lire(visite, "/projets")
    table = page.locator(".atlas-projets")
    tous = str(table.get_attribute("data-lignes"))
    tabuler(page, "button", "^Filière")
    page.keyboard.press("Enter")
    page.get_by_role("searchbox", name="Chercher dans la liste Filière").wait_for()
    page.keyboard.type("agro")
    taper(page, "ArrowDown", "Space")
    page.wait_for_url(re.compile("filiere=Agroalimentaire"))
    expect(table).not_to_have_attribute("data-lignes", tous)
    page.keyboard.press("Escape")
    assert foyer(page)["nom"].startswith("Filière")
    tabuler(page, "grid", "")
    taper(page, "ArrowDown", "Enter")
    fenetre = page.get_by_role("dialog")
    fenetre.get_by_role("heading", name="D’où vient cette ligne").wait_for()
    assert page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
    page.keyboard.press("Escape")
    fenetre.wait_for(state="detached")
    expect(page.get_by_role("grid")).to_be_focused()
    expect(table.locator("[aria-selected=true]")).to_have_attribute("data-place", "1")


def test_un_objet_est_retire_d_une_comparaison_et_un_autre_ajoute(visite):
    page = lire(visite, "/comparer?objets=region-28,france")
    tabuler(page, "span", "^Normandie")
    page.keyboard.press("Delete")
    page.wait_for_url(lambda adresse: "region-28" not in adresse)
    tabuler(page, "combobox", "^Comparer")
    page.keyboard.type("finist")
    page.get_by_role("option", name=re.compile("^Finistère")).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("ti-5313"))
    expect(page.locator(".atlas-comparer thead")).to_contain_text("Finistère")


def test_ce_qu_une_liste_de_streamlit_dit_est_en_francais(visite):
    page = lire(visite, "/comparer?objets=region-28,france")
    page.get_by_role("combobox", name=re.compile("^Comparer")).press_sequentially("br")
    expect(page.locator("[data-live-announcer]")).to_contain_text(re.compile("choix possibles"))
    expect(page.locator("[data-live-announcer]")).not_to_contain_text("available")
    champ = page.locator(".stMultiSelect")
    noms = champ.locator("[aria-label]").evaluate_all("e => e.map(x => x.ariaLabel)")
    assert {"Ce qui est choisi", "Retirer France", "Tout retirer"} <= set(noms)
    assert not [nom for nom in noms if re.search("Remove|Clear|Selected|Open", nom)]


def test_une_autre_region_est_choisie(visite):
    page = lire(visite, "/region?code=28")
    tabuler(page, "combobox", "^Région$")
    page.keyboard.type("cors")
    page.get_by_role("option", name="Corse").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("code=94"))
    page.get_by_role("heading", level=1, name="Corse").wait_for()


def test_une_seance_se_prepare_se_joue_et_se_quitte(visite):
    page = lire(visite, "/seance")
    tabuler(page, "button", "^Carte")
    page.keyboard.press("Space")
    page.wait_for_url(re.compile("vue=france"))
    taper(page, "ArrowRight", "Space")
    page.wait_for_url(re.compile("vue=france&vue=france.filieres"))
    tabuler(page, "button", "Lancer$")
    page.keyboard.press("Enter")
    page.locator('.atlas-seance[data-montree="1"]').wait_for()
    page.keyboard.press("ArrowRight")
    page.locator('.atlas-seance[data-montree="2"]').wait_for()
    tabuler(page, "button", "Quitter")
    assert foyer(page)["vu"]
    page.keyboard.press("Enter")
    page.locator(".atlas-preparation .vues li").first.wait_for()


def test_un_clic_sur_la_carte_ne_trace_aucun_anneau_autour_d_elle(visite):
    cadre = visite.carte()
    visite.cliquer(46.6, 2.4)
    assert cadre.evaluate("document.activeElement.matches('.leaflet-container')")
    assert not cadre.evaluate("document.activeElement.matches(':focus-visible')")
