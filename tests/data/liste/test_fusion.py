"""A list beside the published projects: updated, added, and what changed told."""

from __future__ import annotations

import pandas as pd
import pytest

from data.liste import controler, fusionner, lire, reconnaitre
from exports.tables.contexte import Contexte
from exports.tables.projets import exporter
from geo.projets.ensemble import ensemble as tous_les_projets


@pytest.fixture
def ensemble(atlas):
    """The published projects with the four columns that all of them have."""
    return atlas.projets.assign(
        source=pd.Series("france_relance", index=atlas.projets.index, dtype="str"),
        stade_source=pd.Series("plan_relance_industrie", index=atlas.projets.index, dtype="str"),
        stade_date=atlas.projets["date"],
        montant_meur=float("nan"),
    )


@pytest.fixture
def seul(ensemble):
    """A published project that is alone with its SIREN in its commune, and states no jobs."""
    propres = ensemble[ensemble["siren_valide"] & ensemble["emplois_prevus"].isna()]
    uniques = ~ensemble.duplicated(["siren", "code_commune"], keep=False)
    return propres[uniques.reindex(propres.index) & propres["code_commune"].notna()].iloc[0]


def test_un_siren_et_une_commune_publies_mettent_le_projet_a_jour(verifier, ensemble, seul):
    liste = verifier(
        "Entreprise;SIREN;insee;Stade;Date du stade;Montant;Emplois",
        f"Autre nom;{seul['siren']};{seul['code_commune']};En service;01/02/2023;3 M€;12",
    )
    fusion = fusionner(ensemble, liste)
    projet = fusion.table.set_index("id_projet").loc[seul["id_projet"]]
    assert len(fusion.table) == len(ensemble)
    assert (projet["stade"], projet["stade_source"], projet["source"]) == (
        "En service",
        "liste",
        "france_relance",
    )
    assert (projet["montant_meur"], projet["emplois_prevus"], projet["groupe_emplois"]) == (
        3.0,
        12,
        seul["id_projet"],
    )
    assert fusion.changements["champ"].tolist() == [
        "Stade",
        "Date du stade",
        "Montant (M€)",
        "Emplois annoncés",
    ]
    assert fusion.changements["avant"].iloc[[0, 2, 3]].tolist() == [
        "Lauréat",
        "non renseigné",
        "non renseigné",
    ]
    assert fusion.changements["apres"].tolist() == ["En service", "01/02/2023", "3", "12"]
    assert (fusion.mis_a_jour, fusion.nouveaux) == ((seul["id_projet"],), ())


def test_une_cellule_vide_ne_change_rien(verifier, ensemble, seul):
    liste = verifier("id;objet", f"{seul['id_projet']};")
    fusion = fusionner(ensemble, liste)
    assert fusion.changements.empty
    pd.testing.assert_frame_equal(fusion.table, ensemble)


def test_le_meme_siren_ailleurs_est_un_projet_nouveau_apres_les_publies(verifier, ensemble, seul):
    ailleurs = "42187" if seul["code_commune"] != "42187" else "01053"
    fusion = fusionner(ensemble, verifier("Entreprise;SIREN;insee", f"A;{seul['siren']};{ailleurs}"))
    assert fusion.nouveaux == ("l-000001",)
    assert fusion.table["id_projet"].tolist() == [*ensemble["id_projet"], "l-000001"]
    assert fusion.table.dtypes.to_dict() == ensemble.dtypes.to_dict()


def test_plusieurs_projets_publies_au_meme_lieu_ne_sont_pas_devines(verifier, ensemble):
    cles = ensemble[ensemble["siren_valide"] & ensemble["doublon_de"].isna()]
    double = cles[cles.duplicated(["siren", "code_commune"], keep=False) & cles["code_commune"].notna()].iloc[
        0
    ]
    liste = verifier("Entreprise;SIREN;insee", f"A;{double['siren']};{double['code_commune']}")
    fusion = fusionner(ensemble, liste)
    assert fusion.nouveaux == ("l-000001",)
    assert any("identifiant" in avis for avis in fusion.avis)


def test_deux_lignes_pour_un_projet_publie_ne_sont_pas_devinees(verifier, ensemble, seul):
    cle = f"{seul['siren']};{seul['code_commune']}"
    liste = verifier("Entreprise;SIREN;insee;objet", f"A;{cle};un", f"A;{cle};deux")
    assert fusionner(ensemble, liste).nouveaux == ("l-000001", "l-000002")


def test_notre_propre_fichier_rapporte_ne_change_rien_et_n_a_pas_de_rejet(atlas):
    ensemble = tous_les_projets(atlas)
    contexte = Contexte(titre="Tous", jour="2026-11-21", lien="", filtres=(), sources=())
    brut = lire(exporter(ensemble, "csv", contexte).octets, "projets.csv")
    liste = controler(brut, reconnaitre(brut.colonnes), atlas, publies=ensemble)
    fusion = fusionner(ensemble, liste)
    assert (liste.rejetees, len(fusion.changements), len(fusion.nouveaux)) == (0, 0, 0)
    assert len(fusion.mis_a_jour) == len(ensemble)


def test_un_siren_publie_faux_n_excuse_pas_un_autre_siren_faux(verifier, ensemble):
    faux = ensemble[~ensemble["siren_valide"] & ensemble["siren"].notna()].iloc[0]
    liste = verifier(
        "Identifiant;Entreprise;SIREN",
        f"{faux['id_projet']};{faux['entreprise']};123456789",
        publies=ensemble,
    )
    assert liste.rejets["motif"].str.contains("clé de contrôle").tolist() == [True]


def test_un_identifiant_met_a_jour_et_son_voisin_de_siren_est_nouveau(verifier, ensemble, seul):
    cle = f"A;{seul['siren']};{seul['code_commune']}"
    liste = verifier(
        "id;Entreprise;SIREN;insee;stade", f"{seul['id_projet']};{cle};Étude", f";{cle};Abandonné"
    )
    fusion = fusionner(ensemble, liste)
    assert fusion.mis_a_jour == (seul["id_projet"],)
    assert fusion.nouveaux == ("l-000002",)


def test_sans_mise_a_jour_tout_est_ajoute(verifier, ensemble, seul):
    liste = verifier("id;stade", f"{seul['id_projet']};Étude")
    fusion = fusionner(ensemble, liste, mettre_a_jour=False)
    assert (len(fusion.changements), fusion.nouveaux) == (0, ("l-000001",))


def test_la_table_publiee_n_est_pas_touchee(verifier, ensemble, seul):
    avant = ensemble.copy()
    fusionner(ensemble, verifier("id;stade", f"{seul['id_projet']};Étude"))
    pd.testing.assert_frame_equal(ensemble, avant)


@pytest.fixture
def miens(verifier, ensemble, seul):
    liste = verifier(
        "Entreprise;SIREN;insee;Montant",
        f"Autre nom;{seul['siren']};{seul['code_commune']};3 M€",
        "Atelier du Cotentin;;50129;1,5",
        "Atelier du Cotentin;;50129;1,5",
        "Forge d’Armor;;29019;",
    )
    return fusionner(ensemble, liste)


def test_les_siens_sont_les_projets_ajoutes_et_les_publies_mis_a_jour(miens, seul, ensemble):
    siens = miens.table["id_projet"][miens.miens.masque].tolist()
    assert siens == [seul["id_projet"], *miens.nouveaux]
    assert len(miens.miens) == 4 < len(ensemble)


def test_leurs_montants_sont_ceux_de_la_liste_et_une_ligne_repetee_compte_une_fois(miens):
    montant = miens.miens.montant(miens.miens.masque)
    assert (montant.total, montant.renseignes, montant.projets) == (4.5, 3, 4)
