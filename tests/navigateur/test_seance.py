"""A séance in a real room: the keyboard, both screens, no network, a reload, a file."""

from __future__ import annotations

import json
import re
from urllib.parse import urlencode

import pytest

from tests.navigateur.atelier import visiter
from tests.navigateur.test_reconnexion import GUET, REPRISE, Service

VUES = (
    "france",
    "region-84",
    "ti-2806",
    "region-53",
    "region-53.filieres",
    "region-53.mois",
    "region-11",
    "region-OM",
    "projets.filiere=Agroalimentaire",
    "projets.natures.region=53",
)
ECRANS = [{"width": 1280, "height": 720}, {"width": 1920, "height": 1080}]
SALLES = list(zip(ECRANS, ["clair", "sombre"], strict=True))
DELAI = 300
"""Milliseconds to go from a view to another."""

PETITES = """(fenetre) => {
  const petites = [];
  const lire = (racine) => {
    const marche = racine.ownerDocument.createTreeWalker(racine, NodeFilter.SHOW_TEXT);
    while (marche.nextNode()) {
      const noeud = marche.currentNode;
      const boite = noeud.parentElement;
      const vue = boite.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
      if (!noeud.textContent.trim() || !vue) continue;
      if (boite.closest("script, style, .atlas-lecteurs")) continue;
      const taille = parseFloat(boite.ownerDocument.defaultView.getComputedStyle(boite).fontSize);
      if (taille < 21.99) petites.push(`${taille} ${noeud.textContent}`);
    }
  };
  lire(document.querySelector(".atlas-seance"));
  const cadre = document.querySelector(".st-key-seance-carte iframe");
  if (document.querySelector(".atlas-seance").dataset.forme === "carte") lire(cadre.contentDocument.body);
  return petites;
}"""
DEBORDE = """() => {
  const trop = [];
  const vue = document.querySelector(".atlas-seance");
  const page = document.querySelector("[data-testid=stMain]");
  for (const e of [document.documentElement, document.body, page, vue]) {
    const barre = getComputedStyle(e).overflowY;
    if (e.scrollHeight > e.clientHeight && barre !== "hidden") trop.push(`${e.tagName} haut`);
    if (e.scrollWidth > e.clientWidth && barre !== "hidden") trop.push(`${e.tagName} large`);
  }
  if (vue.scrollHeight > vue.clientHeight || vue.scrollWidth > vue.clientWidth) trop.push("vue");
  const cadre = document.querySelector(".st-key-seance-carte iframe").getBoundingClientRect();
  const places = [".corps", ".gauche", ".figures", "footer", "header", ".sources", ".legende"];
  for (const e of places.map((nom) => vue.querySelector(nom)).filter((e) => e.checkVisibility())) {
    const { left, top, right, bottom } = e.getBoundingClientRect();
    if (left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5) trop.push(e.className);
    if (e.scrollHeight > e.clientHeight + 1 && e.clientHeight) trop.push(`dans ${e.className || e.tagName}`);
  }
  if (vue.dataset.forme === "carte" && cadre.height < 250) trop.push("carte");
  return trop;
}"""


def lien(*vues, **plus):
    return "/seance?" + urlencode({"vue": vues, "ecran": "oui", **plus}, doseq=True)


def a_l_ecran(page, n):
    """Wait until a view and its map are on the screen; gives how long it took, in milliseconds."""
    vue = page.locator(f'.atlas-seance[data-montree="{n}"]')
    vue.wait_for()
    return int(vue.get_attribute("data-duree"))


def jouer(visite, *vues, ecran=ECRANS[0], **plus):
    """Follow the link of a séance; gives its page once the first view is whole and the others are ready."""
    visite.page.set_viewport_size(ecran)
    visite.aller(lien(*vues, **plus))
    a_l_ecran(visite.page, int(plus.get("n", 1)))
    visite.cadre().wait_for_selector("body[data-precharge]")
    visite.au_calme()
    return visite.page


def derouler(page, combien):
    """From the first view to the last one by keyboard: how long each change took, in milliseconds."""
    for n in range(2, combien + 1):
        page.keyboard.press("ArrowRight")
        yield a_l_ecran(page, n)


@pytest.mark.parametrize(("ecran", "fond"), SALLES, ids=["1280", "1920"])
def test_une_seance_se_joue_au_clavier_reseau_coupe(visite, ecran, fond):
    page = jouer(visite, *VUES, ecran=ecran, fond=fond)
    visite.contexte.set_offline(True)
    for n, _ in enumerate(derouler(page, len(VUES)), start=2):
        assert page.locator(".atlas-seance .compte").inner_text() == f"{n} / {len(VUES)}"
    assert visite.scripts_en_echec == []


def test_les_cartes_d_outre_mer_sont_a_cote_du_pays_et_nulle_part_ailleurs(visite):
    page = jouer(visite, "region-84", "france")
    assert not visite.cadre().locator(".atlas-medaillons").is_visible()
    page.keyboard.press("ArrowRight")
    a_l_ecran(page, 2)
    assert visite.cadre().locator(".atlas-medaillons").is_visible()


@pytest.mark.parametrize(("ecran", "fond"), SALLES, ids=["1280", "1920"])
def test_chaque_vue_est_entiere_et_se_lit_du_fond_de_la_salle(visite, ecran, fond):
    page = jouer(visite, *VUES, ecran=ecran, fond=fond)
    for vue in VUES:
        a_l_ecran(page, VUES.index(vue) + 1)
        assert page.evaluate(PETITES) == [], vue
        assert page.evaluate(DEBORDE) == [], vue
        assert page.locator(".atlas-seance h1").inner_text().strip()
        assert 1 <= page.locator(".atlas-seance-figure").count() <= 3
        assert re.search("Sources?\u00a0:|Source :", page.locator(".atlas-seance .sources").inner_text())
        page.keyboard.press("PageDown")


def test_une_vue_vient_en_moins_de_trois_dixiemes_de_seconde(visite):
    """The best of at most five goes: other work of this machine is not what is measured."""
    page = jouer(visite, *VUES)
    meilleures = list(derouler(page, len(VUES)))
    for _ in range(4):
        if max(meilleures) <= DELAI:
            break
        page.keyboard.press("Home")
        a_l_ecran(page, 1)
        meilleures = list(map(min, meilleures, derouler(page, len(VUES))))
    assert max(meilleures) <= DELAI, meilleures


def test_chaque_touche_d_un_clavier_et_d_une_telecommande_tourne_la_page(visite):
    page = jouer(visite, "france", "region-53.filieres", "region-53.mois")
    visite.contexte.set_offline(True)
    suite = [
        ("ArrowRight", 2), ("ArrowLeft", 1), ("Space", 2), ("Shift+Space", 1), ("PageDown", 2), ("PageUp", 1),
        ("ArrowDown", 2), ("ArrowUp", 1), ("Enter", 2), ("Backspace", 1), ("End", 3), ("Home", 1),
    ]  # fmt: skip
    for touche, n in suite:
        page.keyboard.press(touche)
        a_l_ecran(page, n)
    page.keyboard.press("ArrowLeft")
    assert page.locator(".atlas-seance").get_attribute("data-vue") == "1"


def test_la_carte_sous_la_souris_ne_garde_pas_les_frappes(visite):
    page = jouer(visite, "france", "region-53")
    visite.cadre().locator(".leaflet-container").click(position={"x": 20, "y": 20})
    page.keyboard.press("PageDown")
    a_l_ecran(page, 2)


def test_un_rechargement_revient_a_la_meme_vue(visite):
    page = jouer(visite, "france", "region-53", "ti-2806")
    page.keyboard.press("End")
    a_l_ecran(page, 3)
    page.reload()
    a_l_ecran(page, 3)
    assert page.locator(".atlas-seance h1").inner_text() == "Nord Cotentin"


def test_echap_ramene_a_la_preparation_a_la_meme_vue(visite):
    page = jouer(visite, "france", "region-53")
    page.keyboard.press("ArrowRight")
    a_l_ecran(page, 2)
    page.keyboard.press("Escape")
    page.locator(".atlas-preparation .vues li").first.wait_for()
    assert "n=2" in page.url
    assert "ecran" not in page.url


def test_f_remplit_l_ecran_et_echap_le_quitte_d_abord(visite):
    page = jouer(visite, "france", "region-53")
    page.keyboard.press("f")
    page.locator(":fullscreen").first.wait_for(state="attached")
    page.keyboard.press("f")
    page.locator(":fullscreen").first.wait_for(state="detached")
    assert page.locator(".atlas-seance").is_visible()


def test_un_doigt_tourne_la_page(visite):
    page = jouer(visite, "france", "region-53.mois")
    geste = """(dx) => {
      const vue = document.querySelector(".atlas-seance h1");
      const doigt = (x) => new Touch({ identifier: 1, target: vue, clientX: x, clientY: 40 });
      const geste = (x) => ({ changedTouches: [doigt(x)], bubbles: true });
      const dire = (nom, x) => vue.dispatchEvent(new TouchEvent(nom, geste(x)));
      dire("touchstart", 400);
      dire("touchend", 400 + dx);
    }"""
    page.evaluate(geste, -120)
    a_l_ecran(page, 2)
    page.evaluate(geste, 120)
    a_l_ecran(page, 1)


def test_une_seance_de_seuls_graphiques_se_passe_de_carte(visite):
    visite.aller(lien("projets.mois", "projets.filieres"))
    a_l_ecran(visite.page, 1)
    visite.page.keyboard.press("ArrowRight")
    a_l_ecran(visite.page, 2)
    assert visite.page.locator("iframe.stCustomComponentV1").count() == 0


def test_un_fichier_enregistre_se_rouvre(visite, tmp_path):
    visite.aller("/seance?" + urlencode({"vue": ["region-53", "ti-2806.mois"], "nom": "Comité"}, doseq=True))
    page = visite.page
    with page.expect_download() as attente:
        page.get_by_role("button", name="Enregistrer").click()
    assert attente.value.suggested_filename == "seance-comité.json"
    fichier = tmp_path / "seance.json"
    attente.value.save_as(fichier)
    assert json.loads(fichier.read_text(encoding="utf-8"))["vues"] == ["region-53", "ti-2806.mois"]
    visite.aller("/seance")
    page.locator(".atlas-preparation").wait_for()
    page.locator('.atlas-preparation input[type="file"]').set_input_files(fichier)
    page.wait_for_url(re.compile("vue=region-53&vue=ti-2806.mois"))
    page.locator(".atlas-preparation .vues li").nth(1).wait_for()
    assert page.locator(".atlas-preparation .vues li").count() == 2
    page.get_by_role("heading", level=1, name="Comité").wait_for()


def test_l_ordre_change_au_clavier_et_au_bouton(visite):
    visite.aller("/seance?vue=france&vue=region-53&vue=ti-2806")
    page = visite.page
    page.locator(".atlas-preparation .vues li").nth(2).focus()
    page.keyboard.press("Alt+ArrowUp")
    page.wait_for_url(re.compile("vue=france&vue=ti-2806&vue=region-53"))
    page.get_by_role("button", name="Descendre « France »").click()
    page.wait_for_url(re.compile("vue=ti-2806&vue=france&vue=region-53"))
    page.get_by_role("button", name="Retirer « Bretagne »").click()
    page.wait_for_url(lambda adresse: "region-53" not in adresse)


def test_une_ligne_garde_le_focus_une_fois_que_le_serveur_a_repondu(visite):
    visite.aller("/seance?vue=france&vue=region-53&vue=ti-2806")
    page = visite.page
    page.locator(".atlas-preparation .vues li").nth(2).focus()
    for rang, suite in ((2, "france&vue=ti-2806&vue=region-53"), (1, "ti-2806&vue=france&vue=region-53")):
        page.keyboard.press("Alt+ArrowUp")
        page.wait_for_url(re.compile(f"vue={suite}"))
        visite.au_calme()
        nom = page.locator(".atlas-preparation .vues li:focus").get_attribute("aria-label")
        assert nom.startswith(f"{rang}. Nord Cotentin")


def test_quitter_sans_serveur_est_refuse_et_n_arrive_pas_quand_il_revient(visite):
    page = jouer(visite, "france", "region-53")
    visite.contexte.set_offline(True)
    page.keyboard.press("Escape")
    page.get_by_text("Le serveur ne répond pas : la séance reste ouverte.").wait_for()
    visite.contexte.set_offline(False)
    page.keyboard.press("PageDown")
    a_l_ecran(page, 2)
    visite.au_calme()
    assert "ecran=oui" in page.url
    page.keyboard.press("Escape")
    page.locator(".atlas-preparation .vues li").first.wait_for()
    assert visite.scripts_en_echec == []


def test_une_ile_remplit_sa_carte(visite):
    """The other pages stop at zoom 9, where Mayotte takes a fifth of the width."""
    page = jouer(visite, "region-06")
    assert visite.cadre().evaluate("window.map.getZoom()") > 9.5
    assert page.locator(".atlas-seance .legende").is_hidden()


def test_l_ordinateur_portable_revient_apres_la_chute_du_serveur(navigateur):
    service = Service()
    service.demarrer()
    try:
        with visiter(navigateur, service.adresse) as visite:
            page = jouer(visite, "france", "region-53", "region-84")
            service.arreter()
            page.keyboard.press("ArrowRight")
            a_l_ecran(page, 2)
            page.locator(".atlas-seance").evaluate("e => (e.dataset.memoire = 'oui')")
            page.evaluate(GUET)
            service.demarrer()
            page.wait_for_selector(REPRISE)
            a_l_ecran(page, 2)
            page.keyboard.press("ArrowRight")
            a_l_ecran(page, 3)
    finally:
        service.arreter()


def en_salle(visite, *vues, **plus):
    """A séance that plays, once it holds the territories of its régions; then the network is cut."""
    page = jouer(visite, *vues, **plus)
    page.locator(".atlas-seance[data-reserve]").wait_for()
    visite.contexte.set_offline(True)
    return page


def test_une_question_de_la_salle_se_tape_reseau_coupe_et_echap_y_revient(visite):
    page = en_salle(visite, "france", "region-53")
    page.keyboard.press("ArrowRight")
    a_l_ecran(page, 2)
    page.keyboard.press("t")
    page.keyboard.type("fougeres")
    page.keyboard.press("Enter")
    a_l_ecran(page, "ti-5302")
    assert "Fougères" in page.locator(".atlas-seance h1").inner_text()
    assert page.evaluate(PETITES) == []
    assert page.evaluate(DEBORDE) == []
    page.keyboard.press("Escape")
    a_l_ecran(page, 2)
    assert page.locator(".atlas-seance h1").inner_text() == "Bretagne"
    assert "n=2" in page.url


def test_un_territoire_presse_sur_la_carte_se_montre_reseau_coupe_et_echap_revient(visite):
    page = en_salle(visite, "region-53", "region-53.mois")
    visite.cliquer(48.35, -1.2)
    a_l_ecran(page, "ti-5302")
    page.keyboard.press("Escape")
    a_l_ecran(page, 1)
    assert page.locator(".atlas-seance h1").inner_text() == "Bretagne"


def test_un_territoire_qui_n_est_pas_garde_est_dit(visite):
    page = en_salle(visite, "region-53")
    page.keyboard.press("/")
    page.keyboard.type("nord coten")
    page.get_by_text("n’est pas dans cette séance (région gardée\u00a0: Bretagne)").wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".atlas-seance").get_attribute("data-montree") == "1"


def test_les_commandes_paraissent_quand_la_souris_passe_sur_la_carte(visite):
    page = jouer(visite, "region-53")
    boite = page.locator(".st-key-seance-carte iframe").bounding_box()
    page.mouse.move(boite["x"] + 200, boite["y"] + 200)
    page.mouse.move(boite["x"] + 260, boite["y"] + 240)
    page.locator(".atlas-seance.active").wait_for()
    page.get_by_role("button", name="Un territoire (T)").click()
    page.get_by_role("combobox", name="Montrer un territoire").wait_for()


def test_une_page_d_un_autre_millesime_ajoute_sans_rien_oter(visite):
    visite.aller("/seance?vue=france&vue=region-53&vue=ti-2806")
    page = visite.page
    page.locator(".atlas-preparation .vues li").nth(2).wait_for()
    visite.au_calme()
    visite.aller("/territoire?ti=ti-2806&millesime=2020")  # the page is loaded anew: only the tab remembers
    page.get_by_role("link", name="Ajouter à la séance").click()
    page.locator(".atlas-preparation .vues li").nth(3).wait_for()
    assert re.search("vue=france&vue=region-53&vue=ti-2806&vue=ti-2806_2020", page.url)


def test_une_seance_pleine_refuse_et_dit_le_remede(visite):
    visite.aller("/seance?" + urlencode({"vue": ["france"] * 60}, doseq=True))
    page = visite.page
    page.get_by_role("button", name="Vider").wait_for()
    page.locator(".st-key-seance-france-2021").get_by_text("Filières").click()
    page.get_by_text("enregistrez-la puis videz-la").wait_for()
    assert page.locator(".atlas-preparation .vues li").count() == 60


def test_une_seance_remplacee_par_un_lien_puis_videe_revient(visite):
    visite.aller("/seance?vue=france&vue=region-53&vue=ti-2806")
    page = visite.page
    page.locator(".atlas-preparation .vues li").nth(2).wait_for()
    visite.au_calme()
    visite.aller("/seance?vue=region-24")
    offre = page.locator(".atlas-annulation.atlas-offerte")
    offre.get_by_text("Séance de 3\u202fvues remplacée.").wait_for()
    offre.get_by_role("button", name="Annuler").click()
    page.locator(".atlas-preparation .vues li").nth(2).wait_for()
    page.get_by_role("button", name="Vider").click()
    offre.get_by_text("Séance de 3\u202fvues vidée.").wait_for()
    offre.get_by_role("button", name="Annuler").click()
    page.wait_for_url(re.compile("vue=france&vue=region-53&vue=ti-2806"))


def test_une_vue_retiree_et_un_ordre_change_reviennent(visite):
    visite.aller("/seance?vue=france&vue=region-53&vue=ti-2806")
    page = visite.page
    offre = page.locator(".atlas-annulation.atlas-offerte")
    page.get_by_role("button", name="Retirer « Bretagne »").click()
    offre.get_by_text("Vue « Bretagne » retirée.").wait_for()
    offre.get_by_role("button", name="Annuler").click()
    page.wait_for_url(re.compile("vue=france&vue=region-53&vue=ti-2806"))
    page.get_by_role("button", name="Descendre « France »").click()
    offre.get_by_text("Ordre des vues changé.").wait_for()
    offre.get_by_role("button", name="Annuler").click()
    page.wait_for_url(re.compile("vue=france&vue=region-53&vue=ti-2806"))


def test_le_menu_ramene_a_la_seance_en_preparation(visite):
    visite.aller("/seance?vue=france&vue=region-53")
    page = visite.page
    page.locator(".atlas-preparation .vues li").nth(1).wait_for()
    visite.au_calme()
    visite.aller("/methode")
    page.get_by_role("link", name="Séance", exact=True).click()
    page.locator(".atlas-preparation .vues li").nth(1).wait_for()
