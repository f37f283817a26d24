"""Every answer leads somewhere: to its territory, or to a choice that says why there is one."""

from __future__ import annotations

import pytest

from components.partage import annuaire
from components.recherche.destinations import Commune, Piste, Proposition, destination
from geo.recherche import Reponse


def reponse(sorte, cle, libelle="", *, id_ti=None, **precises):
    champs = {"precision": "", "millesime": 2021, "score": 100, "commune": cle if sorte == "commune" else ""}
    return Reponse(sorte=sorte, cle=cle, libelle=libelle, id_ti=id_ti, **champs | precises)


@pytest.fixture
def mener(atlas):
    """Where an answer made by hand leads."""
    return lambda *args, **nommes: destination(atlas, reponse(*args, **nommes))


def test_une_reponse_dans_un_seul_territoire_l_ouvre_dans_son_millesime(mener):
    assert mener("commune", "29019", "Brest", millesime=2020, id_ti="ti-5305") == Piste(
        id_ti="ti-5305", millesime=2020, libelle="Brest", commune="29019"
    )


def test_seule_une_commune_est_dite_sur_la_fiche_qu_elle_ouvre(mener):
    assert mener("epci", "200066660", "Saint-Flour Communauté", id_ti="ti-7601").commune == ""


def test_une_commune_hors_territoire_mene_a_sa_page(mener):
    assert mener("commune", "75056", "Paris", millesime=2023) == Commune(code="75056", millesime=2023)


@pytest.mark.parametrize("sorte", ["arrondissement", "ancienne", "ancien_nom", "recente"])
def test_un_autre_nom_mene_ou_mene_sa_commune(mener, sorte):
    assert mener(sorte, "75113:Paris 13e", commune="75056") == Commune(code="75056", millesime=2021)
    assert mener(sorte, "50383:Octeville", id_ti="ti-2806", commune="50129").commune == "50129"


def test_un_epci_hors_territoire_nomme_les_plus_proches(atlas, mener):
    rennes = atlas.communes.loc[atlas.communes["code"] == "35238", "siren_epci"].iloc[0]
    trouvee = mener("epci", rennes, "Rennes Métropole")
    assert trouvee.phrase == "Rennes Métropole n’est dans aucun territoire en 2021. Les plus proches :"
    assert len(trouvee.pistes) >= 3
    assert trouvee.pistes[0].precision.startswith("à ")


def test_un_epci_entre_plus_tard_est_dit_tel_apres_les_plus_proches(atlas, mener):
    gueret = atlas.communes.loc[atlas.communes["code"] == "23096", "siren_epci"].iloc[0]
    derniere = mener("epci", gueret, "CA du Grand Guéret").pistes[-1]
    assert (derniere.libelle, derniere.millesime) == ("Creuse Industrie", 2023)
    assert derniere.precision == "millésime 2023 : Guéret en fait partie"


def test_un_epci_sans_rien_a_portee_dit_jusqu_ou_l_on_a_cherche(atlas, mener):
    mayotte = atlas.communes.loc[atlas.communes["code"] == "97608", "siren_epci"].iloc[0]
    assert mener("epci", mayotte, "Mamoudzou").phrase.endswith("Aucun n’est à moins de 300\u202fkm.")


def test_un_epci_hors_territoire_est_aussi_pres_que_sa_commune_principale(atlas, mener):
    rennes = atlas.communes.loc[atlas.communes["code"] == "35238", "siren_epci"].iloc[0]
    assert mener("epci", rennes, "Rennes Métropole").pistes[0].libelle == "Fougères - Vitré"


def test_un_epci_couvert_en_partie_donne_ses_territoires_et_le_compte_des_communes(mener):
    trouvee = mener("epci", "200054781", "Métropole du Grand Paris")
    assert trouvee.phrase == "Métropole du Grand Paris : 39\u202fcommunes sur 131 dans un territoire en 2021."
    assert len(trouvee.pistes) == 3


@pytest.mark.parametrize("code", ["53", "11", "94", "01"])
def test_une_region_donne_tous_ses_territoires(atlas, mener, code):
    regions = atlas.territoires_de(2021).set_index("id_ti")["regions"]
    attendus = {id_ti for id_ti, codes in regions.items() if code in codes.split(",")}
    assert {p.id_ti for p in mener("region", code).pistes} == attendus
    assert attendus


def test_une_region_mene_a_sa_page_et_un_departement_a_aucune(mener):
    assert mener("region", "53").page == "region?code=53"
    assert mener("departement", "29").page == ""


def test_les_territoires_sont_donnes_par_nom(mener):
    noms = [p.libelle for p in mener("region", "84").pistes]
    assert noms == sorted(noms, key=str.casefold)


def test_un_departement_sans_territoire_donne_ceux_du_dernier_millesime(mener):
    trouvee = mener("departement", "976", "Mayotte")
    assert trouvee.phrase == "Mayotte : aucun territoire en 2021, 1\u202fterritoire en 2023."
    assert [p.millesime for p in trouvee.pistes] == [2023]


def test_un_departement_qui_n_en_a_jamais_eu_le_dit(mener):
    attendue = "Paris : aucun territoire en 2021, aucun territoire en 2023."
    assert mener("departement", "75", "Paris") == Proposition(phrase=attendue, zone="departement-75")


def test_une_entreprise_de_plusieurs_territoires_donne_chacun_d_eux(atlas, mener):
    projets = atlas.projets[atlas.projets["siren"] == "428677124"]
    dedans = projets["id_ti_2021"].dropna()
    trouvee = mener("entreprise", "428677124", "THALES")
    assert (
        trouvee.phrase
        == f"THALES : {len(dedans)}\u202fprojets sur {len(projets)} dans un territoire en 2021."
    )
    assert {p.id_ti for p in trouvee.pistes} == set(dedans)


def test_une_entreprise_hors_territoire_a_un_seul_lieu_nomme_ce_qui_est_pres(mener):
    trouvee = mener("entreprise", "383474814", "AIRBUS")
    assert trouvee.phrase == "AIRBUS : aucun projet dans un territoire en 2021. Les plus proches :"
    assert trouvee.pistes[0].precision.startswith("à 17\u202fkm ")


def test_une_entreprise_hors_territoire_a_plusieurs_lieux_le_dit(mener):
    trouvee = mener("entreprise", "542107651", "ENGIE")
    assert trouvee == Proposition(phrase="ENGIE : aucun projet dans un territoire en 2021.")


def test_une_entreprise_sans_siren_est_connue_par_le_nom_de_son_premier_projet(atlas, mener):
    sans = atlas.projets[~atlas.projets["siren_valide"] & atlas.projets["entreprise"].notna()]
    sien = sans.iloc[0]
    trouvee = mener("entreprise", sien["id_projet"], sien["entreprise"])
    assert isinstance(trouvee, Proposition)
    assert trouvee.phrase.startswith(sien["entreprise"])


@pytest.mark.parametrize(
    "texte", ["saint", "paris", "bretagne", "93", "thales", "engie", "communauté", "vallée", "mayotte"]
)
@pytest.mark.parametrize("millesime", [2020, 2021, 2022, 2023])
def test_quoi_que_l_on_trouve_mene_a_des_territoires_qui_existent(atlas, texte, millesime):
    for trouvee in annuaire.index().chercher(texte, millesime=millesime):
        suite = destination(atlas, trouvee)
        if isinstance(suite, Commune):
            assert suite.code in set(atlas.communes["code"])
            continue
        pistes = [suite] if isinstance(suite, Piste) else suite.pistes
        assert all(atlas.fiche(p.id_ti, p.millesime) is not None for p in pistes)


def test_une_region_cadre_la_carte(mener):
    assert mener("region", "84").zone == "region-84"
