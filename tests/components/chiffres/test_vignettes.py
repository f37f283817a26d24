"""A card says what is known, how much of it, and never a share of what is not."""

from __future__ import annotations

import math
from html import unescape

import pytest

from components.chiffres.vignettes import vignettes
from francais import ordinal
from geo.fiche.chiffres import Reference, dire
from geo.indicateurs.catalogue import INDICATEURS, de_la_fiche
from geo.indicateurs.mesures import Mesure
from geo.indicateurs.objets import LA_FRANCE, Objet
from tests.pages.regards import texte

FRANCE = Reference(objet=LA_FRANCE, libelle="France", contient=True)


def mesure(valeur: float, connus: float = 10, total: float = 10, **reste: int) -> Mesure:
    couverture = connus / total if total else math.nan
    return Mesure(valeur=valeur, couverture=couverture, connus=connus, total=total, **reste)


def carte(cle: str, une: Mesure, autre: Mesure, lieu: Reference) -> str:
    """One card."""
    return vignettes([dire(INDICATEURS[cle], une, [(lieu, autre)])])


def lire(cle: str, une: Mesure, autre: Mesure, lieu: Reference = FRANCE) -> str:
    """The words of one card, without its name and what its « i » tells."""
    return unescape(texte(carte(cle, une, autre, lieu).split("</details>")[1])).strip()


def explication(cle: str, une: Mesure, autre: Mesure, lieu: Reference = FRANCE) -> str:
    """The name of one card and what its « i » tells."""
    return unescape(texte(carte(cle, une, autre, lieu).split("</details>")[0]))


@pytest.mark.parametrize(("rang", "ecrit"), [(1, "1er"), (2, "2e"), (146, "146e")])
def test_un_rang_s_ecrit_comme_il_se_lit(rang, ecrit):
    assert ordinal(rang) == ecrit


def test_un_chiffre_inconnu_n_est_pas_un_zero_et_n_a_pas_de_rang():
    lu = lire("population", mesure(math.nan, 0), mesure(5))
    assert lu.startswith("non renseigné non classé somme non publié ici France 5")


def test_un_zero_est_un_zero():
    assert lire("projets", mesure(0, rang=146, classes=146), mesure(5)).startswith(
        "0 projet 146e plus haut sur 146"
    )


def test_un_chiffre_connu_en_partie_dit_combien_sans_jamais_arrondir_au_dessus():
    assert "connu pour 99\u202f% des habitants" in lire("chomage", mesure(7, 999, 1000), mesure(8))


def test_les_emplois_disent_combien_de_projets_les_enoncent():
    lu = lire("emplois_annonces", mesure(53, 3, 19), mesure(22_563, 400, 3_071))
    assert lu.startswith("au moins 53 emplois non classé somme dits par 3\u202fprojets sur 19")
    assert "dits par 400\u202fprojets sur 3\u202f071" in lu


def test_la_part_d_un_montant_est_a_cote_de_sa_reference():
    assert "France 40 dont 12,5\u202f% ici" in lire("population", mesure(5), mesure(40))


@pytest.mark.parametrize(
    ("cle", "une", "autre", "contient"),
    [
        ("population", mesure(5), mesure(40), False),
        ("population", mesure(5), mesure(40, 9), True),
        ("population", mesure(5), mesure(0), True),
        ("population", mesure(math.nan, 0), mesure(40), True),
        ("emplois_annonces", mesure(5), mesure(40), True),
        ("chomage", mesure(5), mesure(40), True),
    ],
    ids=["pas dedans", "référence partielle", "référence nulle", "inconnu", "emplois", "ratio"],
)
def test_aucune_part_n_est_dite_la_ou_elle_ne_voudrait_rien_dire(cle, une, autre, contient):
    lieu = Reference(objet=Objet(sorte="region", code="28"), libelle="Normandie", contient=contient)
    assert "% ici" not in lire(cle, une, autre, lieu)


@pytest.mark.parametrize(("cle", "mot"), [("chomage", "calculé"), ("population", "somme")])
def test_ce_qui_est_calcule_et_ce_qui_est_additionne_se_distinguent(cle, mot):
    assert f"non classé {mot} " in lire(cle, mesure(5), mesure(8))


def test_un_nom_hostile_de_reference_reste_du_texte():
    lieu = Reference(objet=Objet(sorte="ti", code="ti-0000"), libelle="<img src=x>", contient=False)
    assert "<img" not in carte("population", mesure(5), mesure(8), lieu)


def test_la_france_dit_combien_de_projets_ne_sont_dans_aucune_region():
    hors = Reference(objet=LA_FRANCE, libelle="France", contient=True, sans=9)
    cas = ("projets", mesure(19), mesure(3071), hors)
    assert "France 3\u202f071 dont 0,6\u202f% ici et 9 hors des régions" in lire(*cas)
    assert "Avec 9 de Nouvelle-Calédonie et de Polynésie : 3\u202f080." in explication(*cas)


@pytest.mark.parametrize(("connus", "visible"), [(999, False), (900, True)])
def test_le_peu_qui_manque_a_une_reference_n_est_dit_que_sous_le_i(connus, visible):
    cas = ("chomage", mesure(7), mesure(8, connus, 1000))
    assert ("connu pour" in lire(*cas)) is visible
    assert ("France\u00a0: connu pour 99\u202f% des habitants" in explication(*cas)) is not visible


def test_les_cinq_chiffres_que_l_on_cherche_viennent_en_premier():
    ordre = tuple(indicateur.cle for indicateur in de_la_fiche())
    assert set(ordre) == set(INDICATEURS)
    assert ordre[:5] == ("projets", "emplois_annonces", "part_industrie", "chomage", "population")


def test_les_projets_d_aucune_region_sont_en_nouvelle_caledonie_et_en_polynesie(atlas):
    ailleurs = atlas.projets[atlas.projets["code_region"].isna()]
    assert set(ailleurs["code_postal"].str[:3]) == {"987", "988"}
