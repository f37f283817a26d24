"""The page « Projets »: one selection, the same count everywhere, in the address and back from it."""

from __future__ import annotations

import csv
import re

import pytest

from tests.data.liste.test_controles import FAUTES, ligne
from tests.navigateur.mes_projets import BONNE, ajouter, apporter, ouvrir_la_fenetre

LIEN = "/projets?filiere=Agroalimentaire&stade=laureat&region=53"
LIMITE_OCTETS = 20_000
TELEPHONE = {"width": 390, "height": 844}


def ouvrir(visite, chemin="/projets"):
    """Open the page and wait for its map, its table and its charts."""
    cadre = visite.carte(chemin)
    cadre.wait_for_function("document.body.dataset.couches.split(',').includes('projets')")
    visite.page.locator(".atlas-projets[data-lignes]").wait_for()
    visite.page.locator(".js-plotly-plot").nth(1).wait_for()
    visite.au_calme()
    return cadre


def nombre(texte):
    return int(re.sub(r"[^\d]", "", texte))


def comptes(visite):
    """Number of projects in the figures, the table, the map and the chart of filières."""
    chiffre = visite.page.locator(".atlas-figures dd").first.inner_text()
    lignes = visite.page.locator(".atlas-projets").get_attribute("data-lignes")
    carte = visite.cadre().evaluate("document.body.dataset.visibles")
    totaux = visite.page.locator(".js-plotly-plot").first.locator(".annotation-text").all_text_contents()
    return nombre(chiffre), int(lignes), int(carte), sum(map(nombre, totaux))


def attendre(visite, lignes):
    visite.page.locator(f'.atlas-projets[data-lignes="{lignes}"]').wait_for()
    visite.cadre().wait_for_function(f"document.body.dataset.visibles === '{lignes}'")
    visite.au_calme()


@pytest.fixture(scope="module")
def bretons(atlas):
    """Number of laureates of Brittany in food, counted on the table of the atlas."""
    p = atlas.projets
    return int(((p["code_region"] == "53") & (p["filiere"] == "Agroalimentaire")).sum())


def test_un_lien_montre_le_meme_compte_en_chiffres_table_carte_et_graphique(visite, bretons):
    ouvrir(visite, LIEN)
    attendre(visite, bretons)
    assert comptes(visite) == (bretons,) * 4


def test_les_filtres_choisis_a_la_main_donnent_ce_que_donne_leur_lien(visite, bretons):
    ouvrir(visite)
    for bouton, choix in (
        ("Filière", "Agroalimentaire"),
        ("Stade", "Lauréat"),
        ("Région", "Bretagne"),
    ):
        visite.page.locator(".atlas-filtres").get_by_role("button", name=re.compile(f"^{bouton}")).click()
        visite.page.locator(".atlas-filtres").get_by_role("checkbox", name=re.compile(f"^{choix}")).check()
        visite.page.wait_for_url(re.compile(bouton.replace("é", "[ée]").replace("è", "[èe]").lower()))
        visite.page.keyboard.press("Escape")
    attendre(visite, bretons)
    assert comptes(visite) == (bretons,) * 4
    for mot in ("filiere=Agroalimentaire", "stade=laureat", "region=53"):
        assert mot in visite.page.url


def test_un_filtre_coute_moins_de_20_kilooctets_et_laisse_le_cadre(visite, bretons):
    cadre = ouvrir(visite, "/projets?filiere=Agroalimentaire")
    cadre.evaluate("window.temoin = true")
    avant = visite.poids()
    visite.page.locator(".atlas-filtres").get_by_role("button", name=re.compile("^Région")).click()
    visite.page.locator(".atlas-filtres").get_by_role("checkbox", name=re.compile("^Bretagne")).check()
    attendre(visite, bretons)
    assert 0 < visite.poids() - avant < LIMITE_OCTETS
    assert cadre.evaluate("window.temoin")


def test_une_puce_retire_son_filtre(visite, atlas):
    ouvrir(visite, "/projets?filiere=Agroalimentaire&region=53")
    visite.page.get_by_role("button", name=re.compile("Retirer le filtre.*Agroalimentaire")).click()
    attendre(visite, int((atlas.projets["code_region"] == "53").sum()))
    assert "filiere" not in visite.page.url


def test_un_appui_sur_une_barre_filtre_par_ses_filieres(visite, atlas):
    ouvrir(visite, "/projets?region=53")
    barre = visite.page.locator(".js-plotly-plot").first.locator(".point path").nth(2)
    boite = barre.bounding_box()
    visite.page.mouse.move(boite["x"] + boite["width"] / 2, boite["y"] + boite["height"] / 2)
    visite.page.mouse.click(boite["x"] + boite["width"] / 2, boite["y"] + boite["height"] / 2)
    p = atlas.projets
    attendre(visite, int(((p["code_region"] == "53") & (p["filiere"] == "Agroalimentaire")).sum()))
    assert "filiere=Agroalimentaire" in visite.page.url


def test_une_pression_sur_une_ligne_ouvre_le_projet_et_son_lien_l_ouvre_aussi(visite, atlas):
    ouvrir(visite, "/projets?q=k-ryole")
    visite.page.locator(".atlas-projets").get_by_text("K-RYOLE").first.click()
    fenetre = visite.page.get_by_role("dialog")
    fenetre.get_by_text("En service").wait_for()
    assert "Point d’étape à 3 ans, 24 septembre 2021" in fenetre.inner_text()
    assert "projet=p-" in visite.page.url


def test_une_valeur_inconnue_d_un_lien_est_dite_et_le_reste_s_applique(visite, bretons):
    ouvrir(visite, f"{LIEN}&nature=magie")
    attendre(visite, bretons)
    visite.page.get_by_text("magie").wait_for()


def test_les_marques_distinguees_par_stade_reviennent_du_lien(visite):
    cadre = ouvrir(visite, "/projets?symbole=stade")
    assert (
        "En travaux" in cadre.locator(".atlas-legende").inner_text()
        or cadre.locator(".atlas-legende summary").is_visible()
    )
    assert visite.scripts_en_echec == []


def test_sur_un_telephone_rien_n_est_plus_large_que_l_ecran(visite):
    visite.page.set_viewport_size(TELEPHONE)
    ouvrir(visite, LIEN)
    assert visite.page.locator('[data-testid="stMain"]').evaluate("e => e.scrollWidth - e.clientWidth") <= 0


def test_la_page_ne_demande_rien_au_dehors(visite):
    ouvrir(visite)
    assert visite.dehors == []


def emporter(visite, bouton):
    """Press a format and give the file that comes."""
    visite.page.get_by_role("button", name="Télécharger…").click()
    fenetre = visite.page.get_by_role("dialog")
    with visite.page.expect_download() as attente:
        fenetre.get_by_role("button", name=bouton).click()
    return attente.value.path()


def test_le_fichier_telecharge_a_les_projets_de_la_selection_et_ses_filtres(visite, bretons):
    ouvrir(visite, LIEN)
    attendre(visite, bretons)
    chemin = emporter(visite, re.compile("CSV"))
    texte = chemin.read_text(encoding="utf-8-sig")
    lignes = list(csv.reader(texte.splitlines(), delimiter=";"))
    fin = lignes.index([])
    assert fin - 1 == bretons
    dits = [ligne[1] for ligne in lignes[fin + 2 :]]
    assert {"Agroalimentaire", "Bretagne", "Stade : Lauréat"} <= set(dits)
    assert any("region=53" in dit for dit in dits)


HOSTILE = """Entreprise;Commune;Département;Objet
<img src=x onerror=window.parent.pirate=1>;Brest;29;=HYPERLINK(A1)
${window.pirate=1}`;Brest;29;</script><script>window.pirate=1</script>
"""


def test_une_bonne_liste_se_tient_a_cote_des_projets_publies_dans_chaque_vue(visite):
    ouvrir(visite)
    avant = comptes(visite)
    fenetre = apporter(visite, BONNE)
    fenetre.get_by_text("2\u202flignes bonnes").wait_for()
    ajouter(visite, fenetre)
    attendu = tuple(compte + 2 for compte in avant)
    visite.page.locator(f'.atlas-projets[data-lignes="{attendu[1]}"]').wait_for()
    visite.cadre().wait_for_function(f"document.body.dataset.visibles === '{attendu[2]}'")
    assert comptes(visite) == attendu


def test_une_liste_est_encore_sur_la_carte_apres_une_autre_page(visite):
    ouvrir(visite)
    attendus = str(comptes(visite)[2] + 2)
    ajouter(visite, apporter(visite, BONNE))
    visite.cadre().wait_for_function(f"document.body.dataset.visibles === '{attendus}'")
    menu = visite.page.get_by_role("navigation", name="Pages de l’atlas")
    menu.get_by_role("link", name="Méthode").click()
    visite.page.get_by_role("heading", level=1, name="Méthode").wait_for()
    visite.page.locator("iframe.stCustomComponentV1").wait_for(state="detached")
    visite.au_calme()
    menu.get_by_role("link", name="Projets").click()
    visite.cadre().wait_for_function(f"document.body.dataset.visibles === '{attendus}'")


def test_les_lignes_d_une_liste_sont_marquees_et_partent_avec_elle(visite):
    ouvrir(visite, "/projets?q=cotentin")
    avant = comptes(visite)[1]
    ajouter(visite, apporter(visite, BONNE))
    visite.page.locator(".atlas-projets").get_by_text("Mes projets").first.wait_for()
    ouvrir_la_fenetre(visite).get_by_role("button", name="Retirer de la page").click()
    visite.page.locator(f'.atlas-projets[data-lignes="{avant}"]').wait_for()


def test_chacune_des_vingt_sortes_de_fautes_est_dite_par_sa_ligne_sa_colonne_et_sa_raison(visite):
    ouvrir(visite)
    entete, bonne = ligne()
    fautives = [ligne(**changements)[1] for changements, _, _ in FAUTES.values()]
    assert len(fautives) >= 20
    fenetre = apporter(visite, "\n".join([entete, bonne, *fautives]))
    tableau = fenetre.get_by_role("region", name="Lignes rejetées")
    tableau.wait_for()
    dits = {}
    for corps in tableau.locator("tbody").all():
        numero = re.match(r"Ligne (\d+)", corps.inner_text())[1]
        rangees = corps.locator("tr:has(.atlas-corrections-motif:not(:empty))").all_inner_texts()
        dits[numero] = [" ".join(texte.split()) for texte in rangees]
    manques = [
        cas
        for numero, (cas, (_, colonne, raison)) in enumerate(FAUTES.items(), start=3)
        if not any(
            " ".join(raison.split()) in dit and (not colonne or colonne in dit) for dit in dits[str(numero)]
        )
    ]
    assert manques == []
    fenetre.get_by_text(re.compile(f"1\\sligne bonne, {len(fautives)}\\srejetées")).wait_for()
    with visite.page.expect_download() as attente:
        fenetre.get_by_role("button", name=re.compile("lignes rejetées")).click()
    assert "motif" in attente.value.path().read_text(encoding="utf-8-sig").splitlines()[0].lower()


GUETTER_LA_BARRE = """() => new MutationObserver(() => {
  window.barre ||= Boolean(document.querySelector('[role=dialog] [role=progressbar]'));
}).observe(document.body, { subtree: true, childList: true })"""

LONGUE = 21_000
"""Rows of a list whose files take more than a second to write."""


def test_un_long_fichier_se_prepare_avec_une_barre_puis_s_enregistre_entier(visite):
    ouvrir(visite)
    avant = comptes(visite)[1]
    lignes = "\n".join(f"Atelier {n};Brest;29;Naval" for n in range(LONGUE))
    ajouter(visite, apporter(visite, f"Entreprise;Commune;Département;Filière\n{lignes}"))
    visite.page.locator(f'.atlas-projets[data-lignes="{avant + LONGUE}"]').wait_for()
    visite.page.get_by_role("button", name="Télécharger…").click()
    fenetre = visite.page.get_by_role("dialog")
    visite.page.evaluate(GUETTER_LA_BARRE)
    fenetre.get_by_role("button", name=re.compile("^CSV.*préparer le fichier")).click()
    with visite.page.expect_download() as attente:
        fenetre.get_by_role("button", name=re.compile("^CSV.*enregistrer le fichier")).click()
    texte = attente.value.path().read_text(encoding="utf-8-sig")
    assert list(csv.reader(texte.splitlines(), delimiter=";")).index([]) - 1 == avant + LONGUE
    assert visite.page.evaluate("window.barre")


def test_une_liste_hostile_n_execute_rien(visite):
    ouvrir(visite)
    ajouter(visite, apporter(visite, HOSTILE))
    visite.page.locator(".atlas-filtres").get_by_placeholder(re.compile("^Entreprise, objet")).fill("onerror")
    visite.page.locator('.atlas-projets[data-lignes="1"]').wait_for()
    visite.page.locator(".atlas-projets").get_by_text("<img src=x").first.click()
    visite.page.get_by_role("dialog").get_by_text("HYPERLINK").wait_for()
    assert visite.page.evaluate("window.pirate") is None
    assert visite.cadre().evaluate("window.pirate") is None
    assert visite.dehors == []


@pytest.mark.parametrize(
    ("nom", "contenu"),
    [("vide.csv", ""), ("page.csv", "<html><body>non</body></html>")],
    ids=["vide", "HTML"],
)
def test_un_fichier_qui_n_est_pas_une_liste_est_refuse_en_francais(visite, nom, contenu):
    ouvrir(visite)
    fenetre = apporter(visite, contenu, nom)
    fenetre.get_by_role("alert").wait_for()
    assert fenetre.get_by_role("button", name=re.compile("^Ajouter")).count() == 0


def test_sans_aucun_projet_une_pression_retire_le_filtre_qui_aide(visite):
    visite.carte("/projets?region=53&q=zzzz")
    visite.page.get_by_role("heading", name="Aucun projet").wait_for()
    assert visite.page.get_by_text("non renseigné").count() == 0
    visite.page.get_by_role("button", name="Retirer « texte : zzzz »").click()
    visite.page.wait_for_url(lambda adresse: "zzzz" not in adresse)
    visite.page.locator(".atlas-figures").wait_for()
    assert "region=53" in visite.page.url


LIMITE_D_UNE_COCHE = 2_048
"""Bytes that a tick may cost: the few words of a run, nothing of the page."""


def cocher(visite, combien):
    """Tick the first rows, one by one."""
    cases = visite.page.locator(".atlas-projets-corps .atlas-projets-case")
    for rang in range(combien):
        dite = visite.page.url
        cases.nth(rang).click()
        visite.page.wait_for_url(lambda adresse, dite=dite: adresse != dite)
    visite.au_calme()


def cochees(visite):
    """Enterprises of the rows that are ticked on the screen."""
    return visite.page.locator(".atlas-projets-corps .atlas-cochee > :nth-child(2)").all_inner_texts()


def test_une_coche_coute_moins_de_deux_kilooctets_et_laisse_le_tableau(visite):
    ouvrir(visite)
    visite.page.locator(".atlas-projets-cadre").evaluate("e => { e.temoin = true; }")
    avant = visite.poids()
    cocher(visite, 1)
    assert 0 < visite.poids() - avant < LIMITE_D_UNE_COCHE
    assert visite.page.locator(".atlas-projets-cadre").evaluate("e => e.temoin")


def test_trois_projets_coches_reviennent_du_lien_partent_seuls_et_font_une_vue_de_seance(visite):
    ouvrir(visite, "/projets?region=53")
    cocher(visite, 3)
    avant = cochees(visite)
    ouvrir(visite, visite.page.url.removeprefix(visite.serveur))
    assert cochees(visite) == avant
    visite.page.get_by_role("button", name="Emporter ou présenter…").click()
    fenetre = visite.page.get_by_role("dialog")
    with visite.page.expect_download() as attente:
        fenetre.get_by_role("button", name=re.compile("CSV")).click()
    texte = attente.value.path().read_text(encoding="utf-8-sig")
    lignes = list(csv.reader(texte.splitlines(), delimiter=";"))
    assert [ligne[1] for ligne in lignes[1 : lignes.index([])]] == avant
    assert ["Filtre", "3\u202fprojets cochés"] in lignes
    fenetre.get_by_role("link", name="Ajouter à la séance").click()
    visite.page.wait_for_url(re.compile("/seance"))
    visite.page.get_by_text("3\u202fprojets cochés").first.wait_for()


def test_les_coches_seules_puis_parmi_les_autres_rendent_les_filtres(visite, bretons):
    ouvrir(visite, LIEN)
    cocher(visite, 2)
    visite.page.get_by_role("button", name="Ne montrer que les cochés").click()
    attendre(visite, 2)
    assert comptes(visite) == (2,) * 4
    visite.page.get_by_role("button", name="Montrer aussi les autres").click()
    attendre(visite, bretons)
    assert len(cochees(visite)) == 2
