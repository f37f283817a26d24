"""The link of a comparison restores it; what it gets wrong is told in French, and the rest applies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.adresses.comparer import VUES, AdresseComparer
from data import chargement
from geo.millesimes import MILLESIMES

ATLAS = chargement.atlas()
AUTRES = ["region-53", "region-OM", "epci-242900314", "tous-les-ti", "hors-ti", "france"]


@st.composite
def etats(draw):
    """Every state that the page can be in."""
    millesime = draw(st.sampled_from(sorted(MILLESIMES)))
    mots = [*AUTRES, *ATLAS.territoires_de(millesime)["id_ti"]]
    objets = draw(st.lists(st.sampled_from(mots), unique=True, max_size=5))
    return AdresseComparer(objets=tuple(objets), millesime=millesime, vue=draw(st.sampled_from(sorted(VUES))))


@given(etats())
def test_un_etat_ecrit_puis_relu_est_le_meme_sans_avis(etat):
    assert AdresseComparer.lire(etat.ecrire(), ATLAS) == (etat, [])


@given(st.dictionaries(st.sampled_from(["objets", "millesime", "vue", "x"]), st.text(max_size=12)))
def test_toute_adresse_donne_un_etat_que_sa_propre_adresse_retablit(parametres):
    etat, _ = AdresseComparer.lire(parametres, ATLAS)
    assert AdresseComparer.lire(etat.ecrire(), ATLAS) == (etat, [])


def test_un_sixieme_objet_est_signale_et_les_cinq_premiers_restent():
    etat, avis = AdresseComparer.lire({"objets": "ti-2806," + ",".join(AUTRES[:5])}, ATLAS)
    assert etat.objets == ("ti-2806", *AUTRES[:4])
    assert avis == ["Une comparaison tient en 5 colonnes : hors-ti n’y est pas."]


def test_un_objet_repete_et_un_inconnu_sont_signales_et_le_reste_s_applique():
    etat, avis = AdresseComparer.lire({"objets": "france,ti-0000,france,region-53"}, ATLAS)
    assert etat.objets == ("france", "region-53")
    assert len(avis) == 2
