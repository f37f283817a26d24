"""« Mes projets »: kept by the reader's own browser if he wants it, saved, opened, corrected on the spot."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path

import pytest

from tests.navigateur.atelier import RACINE
from tests.navigateur.mes_projets import BONNE, ajouter, apporter, fermer, ouvrir_la_fenetre
from tests.navigateur.test_projets import comptes, nombre, ouvrir

FAUTIVE = f"{BONNE}Breizh Composites;Lorient;56;Naval;Étude;2023-04;;abc\n"
SECRET = "Zyrtuvak Métallerie"
GARDES = """async () => {
  const bases = await indexedDB.databases();
  const comptes = await Promise.all(bases.map(({ name }) => new Promise((pret) => {
    indexedDB.open(name).onsuccess = ({ target: { result: base } }) => {
      const noms = [...base.objectStoreNames];
      if (!noms.length) return pret(0);
      const demande = base.transaction(noms[0]).objectStore(noms[0]).count();
      demande.onsuccess = () => { base.close(); pret(demande.result); };
    };
  })));
  return comptes.reduce((somme, n) => somme + n, 0);
}"""
"""How many things the browser keeps for this site."""


def montants(visite):
    return visite.page.locator(".atlas-figures > div", has_text="montants de mes projets").inner_text()


def choisir(visite, nom):
    visite.page.get_by_role("radio", name=re.compile(f"^{nom}")).click()
    visite.page.wait_for_url("**lesquels=*")
    visite.au_calme()


def recharger(visite):
    visite.page.reload()
    cadre = visite.cadre()
    cadre.wait_for_function("document.body.dataset.version")
    visite.page.locator(".atlas-projets[data-lignes]").wait_for()
    visite.page.locator(".js-plotly-plot").nth(1).wait_for()
    visite.au_calme()


@pytest.fixture
def page_ouverte(visite):
    """The page, and its counts without a list."""
    ouvrir(visite)
    return comptes(visite)


def avec(avant, plus):
    return tuple(compte + plus for compte in avant)


def attendre(visite, avant, plus):
    """Wait until the table and the map show so many projects more."""
    _, lignes, places, _ = avec(avant, plus)
    visite.page.locator(f'.atlas-projets[data-lignes="{lignes}"]').wait_for()
    visite.cadre().wait_for_function(f"document.body.dataset.visibles === '{places}'")
    visite.au_calme()


def test_une_liste_gardee_revient_apres_un_rechargement_aux_memes_comptes(visite, page_ouverte):
    ajouter(visite, apporter(visite, BONNE), garder=True)
    attendre(visite, page_ouverte, 2)
    visite.page.wait_for_function(f"({GARDES})().then(n => n === 1)")
    recharger(visite)
    visite.page.get_by_text(re.compile(r"Votre liste du .* \(2.projets\) est revenue de ce navig")).wait_for()
    attendre(visite, page_ouverte, 2)
    assert comptes(visite) == avec(page_ouverte, 2)


def test_une_liste_qu_on_ne_demande_pas_de_garder_ne_laisse_rien(visite, page_ouverte):
    ajouter(visite, apporter(visite, BONNE))
    attendre(visite, page_ouverte, 2)
    assert visite.page.evaluate(GARDES) == 0
    recharger(visite)
    assert comptes(visite) == page_ouverte


def test_decocher_la_case_efface_la_liste_de_ce_navigateur(visite, page_ouverte):
    ajouter(visite, apporter(visite, BONNE), garder=True)
    attendre(visite, page_ouverte, 2)
    visite.page.wait_for_function(f"({GARDES})().then(n => n === 1)")
    fenetre = ouvrir_la_fenetre(visite)
    fenetre.get_by_text("Garder cette liste dans ce navigateur").click()
    visite.page.wait_for_function(f"({GARDES})().then(n => n === 0)")


def test_une_liste_enregistree_puis_ouverte_rend_les_memes_comptes_et_ses_lignes_rejetees(
    visite, page_ouverte
):
    ajouter(visite, apporter(visite, FAUTIVE))
    attendre(visite, page_ouverte, 2)
    fenetre = ouvrir_la_fenetre(visite)
    with visite.page.expect_download() as attente:
        fenetre.get_by_role("button", name=re.compile("^Enregistrer ma liste")).click()
    fichier = attente.value.path().read_bytes()
    fenetre.get_by_role("button", name="Retirer de la page").click()
    attendre(visite, page_ouverte, 0)
    fenetre = apporter(visite, fichier, attente.value.suggested_filename)
    fenetre.get_by_label("Montant (M€), ligne 4").wait_for()
    ajouter(visite, fenetre)
    attendre(visite, page_ouverte, 2)


@pytest.mark.usefixtures("page_ouverte")
def test_un_fichier_des_notres_abime_est_refuse_en_francais(visite):
    fenetre = apporter(visite, b'{"format":"atlas-mes-projets","version":1,"nom', "mes-projets.json")
    fenetre.get_by_role("alert").get_by_text("est abîmé").wait_for()


@pytest.mark.parametrize(("choix", "combien"), [("Les miens", 2), ("Publiés", None)])
def test_les_miens_et_les_publies_comptent_pareil_en_chiffres_table_carte_et_fichier(
    visite, page_ouverte, choix, combien
):
    ajouter(visite, apporter(visite, BONNE))
    attendre(visite, page_ouverte, 2)
    choisir(visite, choix)
    attendu = page_ouverte[1] if combien is None else combien
    visite.page.locator(f'.atlas-projets[data-lignes="{attendu}"]').wait_for()
    visite.page.get_by_role("button", name="Télécharger…").click()
    with visite.page.expect_download() as attente:
        visite.page.get_by_role("dialog").get_by_role("button", name=re.compile("^CSV")).click()
    texte = attente.value.path().read_text(encoding="utf-8-sig")
    lignes = list(csv.reader(texte.splitlines(), delimiter=";")).index([]) - 1
    montres = page_ouverte if combien is None else (combien,) * 4
    assert (*comptes(visite), lignes) == (*montres, attendu)


@pytest.mark.usefixtures("page_ouverte")
def test_les_montants_des_siens_sont_sommes_et_disent_combien_sont_connus(visite):
    ajouter(visite, apporter(visite, BONNE))
    assert re.sub(r"\s", " ", montants(visite)) == "1,5 M€ montants de mes projets dits par 1 projet sur 2"


@pytest.mark.usefixtures("page_ouverte")
def test_les_siens_sont_cernes_sur_la_carte_et_la_legende_le_dit(visite):
    ajouter(visite, apporter(visite, BONNE))
    choisir(visite, "Les miens")
    cadre = visite.cadre()
    cadre.get_by_text("Mes projets : cernés").wait_for()
    cernes = """() => Object.values(window.map._layers).filter(
      ({options}) => options && (options.cerne || options.miens)).length"""
    cadre.wait_for_function(f"({cernes})() === 2")


def test_une_adresse_qui_demande_les_siens_sans_liste_le_dit_et_montre_tout(visite):
    ouvrir(visite, "/projets?lesquels=miens")
    visite.page.get_by_text("aucune liste n’est ouverte ici").wait_for()
    assert comptes(visite)[1] > 1000


def test_une_valeur_inconnue_de_ce_choix_est_dite(visite):
    visite.aller("/projets?lesquels=autres")
    visite.page.get_by_text("tous sont montrés").wait_for()


def test_une_ligne_rejetee_corrigee_sur_place_rejoint_la_liste_sans_perdre_les_autres(visite, page_ouverte):
    ajouter(visite, apporter(visite, FAUTIVE))
    attendre(visite, page_ouverte, 2)
    fenetre = ouvrir_la_fenetre(visite)
    fenetre.get_by_label("Montant (M€), ligne 4").fill("850 k€")
    fenetre.get_by_role("button", name="Vérifier à nouveau la ligne 4").click()
    fenetre.get_by_text("La ligne 4 est acceptée.").wait_for()
    fermer(visite, fenetre)
    attendre(visite, page_ouverte, 3)
    assert nombre(montants(visite).split("M€")[0]) == 235


def test_une_correction_qui_ne_suffit_pas_garde_son_motif_sous_la_cellule(visite, page_ouverte):
    fenetre = apporter(visite, FAUTIVE)
    cellule = fenetre.get_by_label("Montant (M€), ligne 4")
    cellule.fill("beaucoup")
    cellule.press("Enter")
    fenetre.get_by_text("La ligne 4 est encore rejetée.").wait_for()
    motif = cellule.get_attribute("aria-describedby")
    assert "n’est pas un nombre" in fenetre.locator(f'[id="{motif}"]').inner_text()
    assert len(page_ouverte) == 4


def test_une_cellule_acceptee_se_corrige_aussi(visite, page_ouverte):
    ajouter(visite, apporter(visite, BONNE))
    attendre(visite, page_ouverte, 2)
    fenetre = ouvrir_la_fenetre(visite)
    fenetre.get_by_label(re.compile("^Corriger une autre ligne")).fill("armor")
    visite.page.keyboard.press("Enter")
    fenetre.get_by_label("Montant (M€), ligne 3").fill("2,5")
    fenetre.get_by_role("button", name="Vérifier à nouveau la ligne 3").click()
    fenetre.get_by_text("La ligne 3 est acceptée.").wait_for()
    fermer(visite, fenetre)
    assert nombre(montants(visite).split("M€")[0]) == 4


@pytest.mark.usefixtures("page_ouverte")
def test_le_serveur_n_ecrit_rien_d_une_liste_meme_gardee_et_corrigee(visite):
    depart = time.time()
    ajouter(visite, apporter(visite, FAUTIVE.replace("Atelier du Cotentin", SECRET)), garder=True)
    visite.page.wait_for_function(f"({GARDES})().then(n => n === 1)")
    recents = [
        fichier
        for dossier in RACINE.iterdir()
        if dossier.name not in {".git", ".venv", "node_modules"}
        for fichier in ([dossier] if dossier.is_file() else dossier.rglob("*"))
        if fichier.is_file() and Path(fichier).stat().st_mtime >= depart - 1
    ]
    assert not [f for f in recents if SECRET.encode() in f.read_bytes()]


@pytest.mark.usefixtures("page_ouverte")
def test_le_fichier_choisi_dit_son_poids_en_francais(visite):
    fenetre = apporter(visite, BONNE + "Forge d’Armor;Brest;29;Naval;Étude;2023-04;;\n" * 150)
    fenetre.locator('[data-testid="stFileChip"][aria-label*="ko"]').wait_for()
    depot = fenetre.locator('[data-testid="stFileUploader"]')
    assert not re.search(r"\d(B|KB|MB)\b|Add files|Remove|Upload", depot.inner_text())
    assert re.search(r"\d,\d\sko", depot.inner_text())


def test_un_nom_et_son_code_postal_placent_la_ligne_ensemble(visite, page_ouverte):
    liste = "Entreprise;Commune;Code postal\nForge A;Fougere;35300\nForge B;Roanne;35300\n"
    fenetre = apporter(visite, liste)
    fenetre.get_by_text("le code postal 35300 dit Fougères (35), le nom dit Roanne (42)").first.wait_for()
    ajouter(visite, fenetre)
    visite.page.get_by_text("Les miens").first.click()
    visite.page.locator(".atlas-projets-corps").get_by_text("Fougères", exact=True).first.wait_for()
