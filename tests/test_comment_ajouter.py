"""What `docs/architecture.md` says of adding something is true: one declaration, and it stands everywhere."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from components.adresses.carte import AdresseCarte
from components.carte.carte import EtatCarte, message
from components.chiffres.vignettes import vignettes
from components.leaflet import lot
from data import dictionnaire
from data.couches import contenus
from data.couches.magasin import Couche as Fiche
from exports.diaporama.region.deck import planches_region
from exports.fiche.pdf import debordements, fiche_territoire
from exports.tables.comparaison import ecrire
from exports.tables.contexte import Contexte
from geo.couches import COUCHES, programme
from geo.fiche.contenu import contenu_region, contenu_territoire
from geo.indicateurs.catalogue import INDICATEURS, de_la_fiche
from geo.indicateurs.comparaison import comparer
from geo.indicateurs.objets import LA_FRANCE, Objet
from pages.comparer.table import tracer
from service.ouvertes.adresses import adresses
from service.ouvertes.description import openapi
from service.ouvertes.lecture import lire
from tests.citees import plat
from tests.data.monde_couches import tables
from tests.pages.regards import ouvrir, texte
from tests.service.ouvertes import matiere
from theme import COULEURS

LIBELLE = "Habitants recensés"
ANNEE = 2021


@pytest.fixture
def ajoute(monkeypatch):
    """One more indicator, declared in the catalogue and nowhere else."""
    nouveau = replace(
        INDICATEURS["population"], cle="recenses", libelle=LIBELLE, en_tete=None, abrege="Recensés"
    )
    monkeypatch.setitem(INDICATEURS, nouveau.cle, nouveau)
    return nouveau


def test_il_est_sur_la_fiche_a_l_ecran_apres_les_premiers_chiffres(atlas, ajoute):
    assert de_la_fiche()[-1] == ajoute
    contenu = contenu_territoire(atlas, id_ti="ti-2806", millesime=ANNEE)
    assert contenu.chiffres[-1].libelle == LIBELLE
    assert contenu.chiffres[-1].rang.endswith("sur 146")
    assert LIBELLE in texte(vignettes(contenu.chiffres))


def test_il_est_sur_la_fiche_a_emporter_sans_deborder(atlas, ajoute):
    octets = fiche_territoire(
        atlas, id_ti="ti-2806", millesime=ANNEE, adresse="https://a.b", jour="2026-11-21"
    )
    assert plat(ajoute.libelle) in plat(PdfReader(io.BytesIO(octets)).pages[0].extract_text())
    assert debordements(atlas, mot="ti-2806", millesime=ANNEE) == []


def test_il_est_dans_le_diaporama_et_ses_tables(atlas, ajoute):
    planches = planches_region(atlas, code="53", millesime=ANNEE, jour="2026-11-21", adresse="https://a.b")
    cartes_ = [bloc.libelle for planche in planches for bloc in planche.blocs if hasattr(bloc, "libelle")]
    tetes = [c.tete for p in planches for bloc in p.blocs if hasattr(bloc, "colonnes") for c in bloc.colonnes]
    assert contenu_region(atlas, code="53", millesime=ANNEE).chiffres[-1].libelle in cartes_
    assert ajoute.abrege in tetes


def test_il_est_dans_la_comparaison_et_son_fichier(atlas, ajoute):
    objets = [Objet(sorte="ti", code="ti-2806"), LA_FRANCE]
    lignes = comparer(atlas, objets=objets, millesime=ANNEE)
    assert ajoute.libelle in texte(tracer(atlas, objets, lignes, millesime=ANNEE, vue="valeurs"))
    dit = Contexte(titre="Comparaison", jour="2026-11-21", lien="x", filtres=(), sources=())
    assert ajoute.libelle in ecrire(lignes, ["Nord Cotentin", "France"], dit).decode()


def test_il_est_dans_les_donnees_ouvertes_et_leur_description(ajoute):
    adresse = next(adresse for adresse in adresses() if adresse.fichier == "indicateurs.csv")
    demande = lire(f"indicateur={ajoute.cle}".encode(), adresse.parametres(matiere()))
    lignes = csv.DictReader(
        io.StringIO(adresse.faire(matiere(), demande).octets.decode("utf-8-sig")), delimiter=";"
    )
    assert next(lignes)["libelle"] == ajoute.libelle
    assert f'"{ajoute.cle}"' in str(openapi(matiere())).replace("'", '"')


def test_il_est_au_dictionnaire(ajoute):
    assert ajoute.libelle in dictionnaire.ecrire()


@pytest.mark.parametrize(
    ("page", "cle", "parametres"),
    [
        ("carte", "couleur", {}),
        ("region", "region-tri", {"code": "53"}),
        ("comparer", "comparer-indicateur", {"objets": "france"}),
    ],
)
def test_il_est_au_choix_de_chaque_page(ajoute, page, cle, parametres):
    essai = ouvrir(page, **parametres)
    if page == "comparer":
        essai.query_params.update(parametres)
        essai.run()
    assert ajoute.libelle in essai.selectbox(key=cle).options


@pytest.fixture
def couche(monkeypatch):
    """One more layer of the kind of Action cœur de ville, declared in `geo.couches` and nowhere else."""
    nouvelle = programme(
        sigle="VDA",
        source="acv_2024",
        libelle="Villages d’avenir",
        legende="Village d’avenir",
        style=replace(COUCHES["acv"].style, forme="hexagone", couleur="ocre"),
    )
    monkeypatch.setitem(COUCHES, nouvelle.mot, nouvelle)
    return nouvelle


def test_la_couche_se_lit_dans_l_adresse_et_s_y_ecrit(atlas, couche):
    lue, avis = AdresseCarte.lire({"couches": "vda,projets"}, atlas)
    assert (lue.couches, avis) == (("projets", couche.mot), [])
    assert lue.ecrire() == {"couches": f"projets,{couche.mot}"}


def test_la_couche_est_au_choix_de_la_page_et_demandee_au_cadre(couche):
    essai = ouvrir("carte", couches="vda")
    choix = essai.button_group(key="couches")
    assert choix.options[-1] == couche.libelle
    assert choix.value == ["vda"]
    assert message(EtatCarte(millesime=ANNEE, couches=("vda",)), "Carte")["couches"] == ("vda",)


def test_la_couche_est_parmi_les_fichiers_a_faire_avec_ses_villes(couche):
    monde = tables()
    monde["villes"] = monde["villes"].replace({"programme": {"ACV": couche.programme}})
    assert dict(contenus.tous(monde))[couche.fichier]["nom"] == ["Laon"]


def test_la_couche_est_dite_au_cadre_avec_son_fichier_et_son_dessin(couche):
    fiches = {couche.fichier: Fiche(fichier="vda.abc.json", octets=1, gzip=1, ids=1)}
    config = lot.configuration(fiches)
    dite = next(d for d in config["declarees"] if d["mot"] == "vda")
    assert config["couches"][dite["fichier"]].endswith("/vda.abc.json")
    assert (dite["peinture"], dite["legende"], dite["bulle"]) == ("marques", couche.legende, couche.libelle)
    assert (dite["style"]["forme"], dite["style"]["fillColor"]) == ("hexagone", COULEURS["ocre"])
