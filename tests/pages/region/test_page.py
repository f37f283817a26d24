"""« Région » in memory: published figures and their status, shares beside the reference, territories."""

from __future__ import annotations

import math
import re
from html import unescape

import pytest

from components.carte.zones import zone
from francais import nombre, ordinal
from geo.etape.regions import chiffres_de_region
from geo.indicateurs.mesures import mesure
from geo.indicateurs.objets import Objet
from geo.territoires.regions import noms, projets_de, territoires_de
from pages.region.calculs import points, profils
from pages.region.profil import parts
from tests.pages.regards import adresse, avis, bloc, blocs, mots, ouvrir, texte


def page(**parametres: str):
    """Follow a link to « Région »."""
    essai = ouvrir("region")
    essai.query_params.update(parametres)
    return essai.run()


@pytest.fixture(scope="module")
def bretagne():
    """One mainland région, to be read only."""
    return page(code="53")


def vignettes(essai) -> list[str]:
    html = next(b for b in blocs(essai) if "atlas-region-chiffres" in b)
    return [unescape(texte(c)) for c in html.split("<article")[1:]]


@pytest.mark.parametrize("code", ["53", "84", "94", "06", "32", "OM"])
def test_chaque_sorte_de_region_s_ouvre_sans_erreur_ni_avis(code):
    essai = page(code=code)
    assert not essai.exception
    assert not essai.error
    assert avis(essai) == []
    assert adresse(essai) == {"code": code}


def test_les_six_chiffres_publies_ont_leur_date_et_leur_rang(bretagne, atlas):
    lues = vignettes(bretagne)
    assert len(lues) == 6
    for lue, chiffre in zip(lues, chiffres_de_region(atlas, "53"), strict=True):
        assert nombre(chiffre.valeur, chiffre.publie.decimales) in lue
        assert "publié · 24/09/2021" in lue
        assert f"{ordinal(chiffre.rang)} plus haut sur {chiffre.classes}" in lue


def test_ce_que_l_on_compte_est_sous_ce_qui_est_publie(bretagne, atlas):
    for lue, chiffre in zip(vignettes(bretagne), chiffres_de_region(atlas, "53"), strict=True):
        if math.isnan(chiffre.calcul.valeur):
            assert chiffre.calcul.ecart in lue
        else:
            assert f"calculé {nombre(chiffre.calcul.valeur)} {chiffre.calcul.quoi}" in lue


def test_un_chiffre_deduit_le_dit_et_un_manquant_n_est_jamais_zero():
    lues = vignettes(page(code="84"))
    assert "non publié" in lues[0]
    assert "–" in lues[0]
    assert all("déduit · 24/09/2021" in lue for lue in lues[2:])
    assert not any("publié · 24/09/2021" in lue for lue in lues)


def test_les_chiffres_publies_deduits_et_manquants_ont_leur_propre_cadre():
    classes = re.findall(
        r'<article class="(\w+)"', next(b for b in blocs(page(code="84")) if "chiffres" in b)
    )
    assert classes == ["absent", "absent", "deduit", "deduit", "deduit", "deduit"]


def test_une_region_d_outre_mer_renvoie_aux_chiffres_de_l_outre_mer():
    essai = page(code="04")
    assert "publie les cinq régions d’outre-mer ensemble" in mots(essai)
    assert any('href="region?code=OM"' in b for b in blocs(essai))
    assert all("non publié" in lue for lue in vignettes(essai))


def test_l_outre_mer_enumere_ses_cinq_regions_avec_un_lien_vers_chacune():
    html = next(b for b in blocs(page(code="OM")) if "Région par région" in b)
    assert [c for c in ("01", "02", "03", "04", "06") if f'href="region?code={c}"' in html] == [
        "01",
        "02",
        "03",
        "04",
        "06",
    ]


def test_sans_region_chacune_peut_etre_choisie_et_l_adresse_reste(atlas):
    essai = page()
    html = bloc(essai, "atlas-region-liste")
    assert re.findall(r'href="region\?code=(\w+)"', html) == list(noms(atlas))
    assert adresse(essai) == {}


def test_une_region_inconnue_est_dite_et_aidee(atlas):
    essai = page(code="99")
    assert avis(essai) == ["La région « 99 » n’existe pas : choisissez-en une ci-dessous."]
    assert "atlas-region-liste" in "".join(blocs(essai))


@pytest.mark.parametrize(
    ("repli", "dit"),
    [
        ("region-indicateurs", "Taux de chômage"),
        ("region-filieres", "Agroalimentaire"),
        ("region-communes", "Lannion"),
    ],
)
def test_une_partie_du_detail_se_lit_une_fois_ouverte(bretagne, repli, dit):
    essai = ouvrir("region")
    essai.query_params.update({"code": "53"})
    essai.session_state[repli] = True
    tables = [b for b in blocs(essai.run()) if "<table" in b and dit in b]
    fermes = [b for b in blocs(bretagne) if "<table" in b and dit in b]
    assert len(tables) == len(fermes) + 1


def test_un_territoire_interregional_dit_sa_part_dans_la_region():
    assert re.search(r"⇄ aussi Normandie, \d+.projets? ici", mots(page(code="32")))


def test_une_autre_reference_est_nommee_a_cote_des_chiffres():
    essai = page(code="53", reference="52")
    assert "Pays de la Loire" in vignettes(essai)[0]
    assert "Pays de la Loire" in bloc(essai, "atlas-region-note")


def test_choisir_une_reference_l_ecrit_dans_l_adresse():
    essai = page(code="53")
    essai.selectbox(key="region-reference").set_value("84").run()
    assert adresse(essai) == {"code": "53", "reference": "84"}


def test_choisir_la_region_de_reference_compare_de_nouveau_a_la_france():
    essai = page(code="53", reference="84")
    essai.selectbox(key="region-code").set_value("84").run()
    assert adresse(essai) == {"code": "84"}


def test_un_autre_indicateur_classe_les_territoires():
    essai = page(code="53", tri="population")
    html = bloc(essai, "atlas-classes")
    assert '<th scope="col">Habitants</th>' in html


def test_chaque_territoire_de_la_region_est_classe_avec_un_lien(bretagne, atlas):
    html = bloc(bretagne, "atlas-classes")
    attendus = set(territoires_de(atlas, "53", 2021)["id_ti"])
    assert set(re.findall(r"ti-\d{4}", html)) == attendus


def test_un_territoire_classe_sans_chiffre_dit_pourquoi():
    note = next(b for b in blocs(page(code="93", tri="part_industrie")) if "atlas-classes" in b)
    assert "Non renseigné. Aix-Marseille-Provence, Carros et Toulon-Provence-Méditerranée" in texte(note)


def test_un_territoire_interregional_est_marque_de_son_autre_region():
    assert "⇄ aussi Normandie" in mots(page(code="32"))


def test_les_projets_mis_en_avant_disent_leur_stade_et_menent_au_laureat():
    html = bloc(page(code="27"), "atlas-avant")
    lus = unescape(texte(html))
    assert "Stade\u00a0: En travaux (en construction)" in lus
    assert 'href="projets?projet=p-' in html


def test_une_region_sans_projet_mis_en_avant_le_dit():
    assert "n’en présente aucun ici" in mots(page(code="94"))


@pytest.mark.parametrize("code", ["53", "32", "06", "OM"])
def test_les_projets_dedans_dehors_et_non_places_sont_tous_ceux_de_la_region(atlas, code):
    _, _, dans, hors, sans = points(atlas, code, 2021)
    siens = projets_de(atlas, code)
    assert dans == siens["id_ti_2021"].notna().sum()
    assert dans + hors + sans == len(siens)


def test_la_carte_de_l_outre_mer_cadre_une_region_qui_existe(atlas):
    assert zone(atlas, "OM").removeprefix("region-") in atlas.nom_region
    assert zone(atlas, "53") == "region-53"


def test_les_profils_de_la_france_face_a_elle_meme_ne_se_demandent_pas_mais_font_cent(atlas):
    for table in (profils(atlas, "53", "").familles, profils(atlas, "53", "").types):
        assert table["part"].sum() == pytest.approx(100)


def test_les_indicateurs_de_l_outre_mer_sont_ceux_de_ses_cinq_regions(atlas):
    codes = ("OM", "01", "02", "03", "04", "06")
    ensemble, *siennes = (
        mesure(atlas, objet=Objet(sorte="region", code=code), millesime=2021, cle="population").valeur
        for code in codes
    )
    assert ensemble == pytest.approx(sum(siennes))


def test_un_nom_hostile_reste_du_texte_dans_un_tableau_de_parts(atlas):
    table = profils(atlas, "53", "").filieres.head(1).assign(valeur="<script>x</script>")
    assert "<script>" not in parts("t", table, entete="e", reference="<b>")
