"""« Comparer » in memory: five objects of a link, why a figure is missing, what an empty page offers."""

from __future__ import annotations

from tests.pages.regards import adresse, avis, blocs, ouvrir, texte

CINQ = "ti-2806,region-53,epci-242900314,tous-les-ti,france"


def page(**parametres: str):
    """Follow a link to « Comparer »."""
    essai = ouvrir("comparer")
    essai.query_params.update(parametres)
    return essai.run()


def tableau(essai) -> str:
    return texte(next(b for b in blocs(essai) if "atlas-comparer" in b))


def test_cinq_objets_d_un_lien_sont_dans_leur_ordre():
    essai = page(objets=CINQ)
    assert not essai.exception
    assert not essai.error
    assert avis(essai) == []
    assert adresse(essai) == {"objets": CINQ}
    noms = ["Nord Cotentin", "Bretagne", "Brest Métropole", "Tous les territoires", "France"]
    places = [tableau(essai).index(nom) for nom in noms]
    assert places == sorted(places)


def test_un_mot_repete_dans_un_lien_ajoute_ses_objets():
    essai = ouvrir("comparer")
    essai.query_params["objets"] = ["ti-2806", "region-53,france"]
    assert adresse(essai.run()) == {"objets": "ti-2806,region-53,france"}


def test_un_rang_est_dit_et_la_france_n_en_a_pas():
    lu = tableau(page(objets="ti-2806,france", vue="rangs"))
    assert "sur 146" in lu
    assert "sans rang" in lu


def test_un_chiffre_non_publie_dit_pourquoi():
    lu = tableau(page(objets="region-06"))
    assert "non renseigné" in lu
    assert "le chômage de la Guyane et de Mayotte n’est pas publié".capitalize()[:12] in lu


def test_une_page_vide_offre_trois_comparaisons():
    essai = page()
    assert not essai.exception
    assert sum(b.count('href="comparer?objets=') for b in blocs(essai)) == 3


def test_un_sixieme_lieu_est_refuse_avec_le_remede_et_les_cinq_restent():
    cinq = ["region-53", "region-28", "region-24", "region-27", "france"]
    essai = ouvrir("comparer", objets=",".join(cinq))
    essai.multiselect[0].set_value([*cinq, "ti-2806"]).run()
    assert adresse(essai)["objets"] == ",".join(cinq)
    assert any("Nord Cotentin" in phrase and "Retirez un lieu" in phrase for phrase in avis(essai))
