"""The figures of a view are those of the other pages; each view says its source."""

import pytest

from data.sources.registre import charger_registre
from francais import ESPACE_FINE, NON_RENSEIGNE, nombre
from geo.etape.nationale import chiffres_nationaux
from geo.etape.regions import chiffres_de_region
from geo.filtre.chiffres import chiffres
from geo.filtre.filtre import Filtre
from geo.filtre.selection import filtrer
from geo.indicateurs import ecriture
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import mesure
from geo.indicateurs.objets import LA_FRANCE, Objet
from geo.seance.contenu import contenu
from geo.seance.seance import FORMES, Vue
from geo.territoires.regions import projets_de
from tests.geo.monde_filtre import monde

ANNEE = 2021
MILIEU = Objet(sorte="ti", code="ti-2806")
METROPOLE, OUTRE_MER, CORSE = (Objet(sorte="region", code=code) for code in ("53", "OM", "94"))
AGRO = Filtre(filieres=("Agroalimentaire",))
TOUTES = [
    *(
        Vue(objet=objet, forme=forme)
        for objet in (LA_FRANCE, METROPOLE, OUTRE_MER, CORSE, MILIEU)
        for forme in FORMES
    ),
    *(Vue(filtre=AGRO, forme=forme) for forme in FORMES),
]


def diapo(vue):
    return contenu(vue, monde().atlas, monde().preparee, monde().vocab)


def valeurs(vue):
    return [figure.valeur for figure in diapo(vue).figures]


@pytest.mark.parametrize("vue", TOUTES, ids=lambda vue: vue.mot)
def test_chaque_vue_a_un_titre_trois_chiffres_au_plus_et_des_sources_connues(vue):
    dite = diapo(vue)
    assert dite.titre
    assert dite.sous_titre
    assert 1 <= len(dite.figures) <= 3
    assert dite.sources
    assert set(dite.sources) <= set(charger_registre())
    assert (dite.graphique is None) == vue.carte


def test_la_france_montre_les_chiffres_publies():
    publies = {c.indicateur: c.valeur for c in chiffres_nationaux(monde().atlas)}
    lus = {figure.libelle.replace("’", "'"): figure for figure in diapo(Vue(objet=LA_FRANCE)).figures}
    assert len(lus) == 3
    for nom, figure in lus.items():
        assert figure.sorte == "publié"
        decimales = 0 if publies[nom] == int(publies[nom]) else 1
        assert figure.valeur.startswith(nombre(publies[nom], decimales))


@pytest.mark.parametrize("objet", [METROPOLE, OUTRE_MER, CORSE], ids=lambda o: o.mot)
def test_une_region_montre_ce_qui_en_est_publie_ou_sinon_ce_qui_est_compte(objet):
    atlas = monde().atlas
    lus = {figure.libelle: figure.valeur for figure in diapo(Vue(objet=objet)).figures}
    publies = [c for c in chiffres_de_region(atlas, objet.code) if c.statut != "absent"]
    attendus = {c.publie.libelle: nombre(c.valeur, c.publie.decimales) for c in publies}
    attendus |= {
        INDICATEURS[cle].libelle: nombre(mesure(atlas, objet=objet, millesime=ANNEE, cle=cle).valeur)
        for cle in ("projets", "emplois_annonces", "population")
        if not publies
    }
    assert lus
    for libelle, valeur in lus.items():
        assert valeur.startswith(attendus[libelle])


def test_un_territoire_montre_ses_mesures_et_celles_de_la_france():
    atlas = monde().atlas
    dite = diapo(Vue(objet=MILIEU))
    for cle, figure in zip(("projets", "part_industrie", "chomage"), dite.figures, strict=True):
        indicateur = INDICATEURS[cle]
        ici = mesure(atlas, objet=MILIEU, millesime=ANNEE, cle=cle)
        assert figure.valeur.startswith(nombre(ici.valeur, indicateur.decimales))
        assert f"sur {ici.classes}" in figure.precision
        if indicateur.sorte == "ratio":
            france = mesure(atlas, objet=LA_FRANCE, millesime=ANNEE, cle=cle)
            nom = ecriture.lieu("France", france)
            assert f"{nom}\u00a0: {nombre(france.valeur, indicateur.decimales)}" in figure.precision


def test_une_selection_montre_les_chiffres_de_la_page_des_projets():
    m = monde()
    lus = chiffres(m.preparee, filtrer(m.preparee, AGRO), ANNEE)
    assert valeurs(Vue(filtre=AGRO)) == [
        nombre(lus.projets),
        f"au moins {nombre(lus.emplois)}",
        nombre(lus.part_ti, 0, "%"),
    ]


@pytest.mark.parametrize("forme", [forme for forme in FORMES if forme != "carte"])
def test_la_somme_des_barres_d_une_region_est_celle_de_ses_projets(forme):
    projets = projets_de(monde().atlas, "53")
    dite = diapo(Vue(objet=METROPOLE, forme=forme))
    attendu = projets["date"].notna().sum() if forme == "mois" else len(projets)
    assert sum(barre.valeur for barre in dite.graphique.barres) == attendu
    assert dite.figures[0].valeur == nombre(len(projets))


def test_ce_qui_rassemble_le_reste_est_dernier_et_jamais_le_premier_chiffre():
    dite = diapo(Vue(objet=METROPOLE, forme="natures"))
    restes = [barre.reste for barre in dite.graphique.barres]
    assert restes == sorted(restes)
    assert dite.figures[1].libelle == dite.graphique.barres[0].nom
    assert not dite.graphique.barres[0].reste


def test_les_projets_sans_nature_ont_une_barre_sans_part_et_sont_dits():
    guadeloupe = Objet(sorte="region", code="01")
    dite = diapo(Vue(objet=guadeloupe, forme="natures"))
    muette = dite.graphique.barres[-1]
    assert (muette.nom, muette.valeur, muette.precision) == ("Non renseignée", 9, "")
    assert dite.figures[1].valeur == "67\u202f%"  # two of the three that say it
    assert f"9{ESPACE_FINE}projets sur 12 : nature non renseignée, hors des parts." in dite.note


def test_nul_ne_parle_de_decision():
    assert diapo(Vue(objet=METROPOLE, forme="mois")).sous_titre == "Projets par mois de mise à jour"


def test_les_mois_sans_projet_sont_a_leur_place():
    barres = diapo(Vue(objet=METROPOLE, forme="mois")).graphique.barres
    assert any(barre.valeur == 0 for barre in barres)


def test_les_criteres_d_une_selection_sont_son_titre_ou_sinon_se_tiennent_dessous():
    courte = diapo(Vue(filtre=Filtre(filieres=("Agroalimentaire",), regions=("28", "53"))))
    assert courte.titre == "Agroalimentaire · Bretagne · Normandie"
    assert courte.sous_titre == "Sélection de projets"
    longue = diapo(Vue(filtre=Filtre(regions=tuple(sorted(monde().atlas.nom_region)))))
    assert longue.titre == "Sélection de projets"
    assert "Bretagne · " in longue.sous_titre


def test_une_selection_vide_le_dit_et_ne_divise_par_rien():
    rien = Filtre(texte="xylophoniste")
    assert valeurs(Vue(filtre=rien)) == ["0"]
    for forme in ("filieres", "mois"):
        dite = diapo(Vue(filtre=rien, forme=forme))
        assert dite.graphique.barres == ()
        assert [figure.valeur for figure in dite.figures] == ["0"]


def test_un_territoire_d_un_seul_groupement_le_nomme_et_un_autre_les_compte():
    kourou = diapo(Vue(objet=Objet(sorte="ti", code="ti-0302")))
    assert kourou.sous_titre == "Guyane · CC des Savanes · millésime 2021"
    assert f"2{ESPACE_FINE}groupements" in diapo(Vue(objet=MILIEU)).sous_titre


def test_une_region_sans_territoires_le_dit_d_un_mot():
    mayotte = diapo(Vue(objet=Objet(sorte="region", code="06")))
    assert mayotte.sous_titre == "Aucun Territoire d’industrie · millésime 2021"


def test_les_territoires_de_chaque_annee_ont_leur_vue():
    atlas = monde().atlas
    for annee in (2020, 2021, 2023):
        muets = {"ti-0301", "ti-0601"}  # no unemployment rate is published for Guyane and Mayotte
        for ti in {
            *atlas.territoires_de(annee)["id_ti"][::12],
            *muets & set(atlas.territoires_de(annee)["id_ti"]),
        }:
            dite = diapo(Vue(objet=Objet(sorte="ti", code=str(ti)), millesime=annee))
            assert 2 <= len(dite.figures) <= 3, (annee, ti)
            assert all(figure.valeur != NON_RENSEIGNE for figure in dite.figures), (annee, ti)
