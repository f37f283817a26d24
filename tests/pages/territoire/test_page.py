"""« Territoire » in memory: the sheet that an address opens, and the help when it opens none."""

from __future__ import annotations

from html import unescape

import pytest

from francais import nombre
from geo.indicateurs import ecriture
from geo.indicateurs.catalogue import INDICATEURS, de_la_fiche
from geo.indicateurs.mesures import territoire_reference
from geo.millesimes import MILLESIMES
from tests.pages.regards import adresse, avis, bloc, blocs, mots, ouvrir, texte

ORDRE = [indicateur.cle for indicateur in de_la_fiche()]
HOSTILE = "<img src=x onerror=alert(1)>"


def fiche(ti: str, **parametres: str):
    """Follow a link to a sheet from the page without a territory."""
    essai = ouvrir("territoire")
    essai.query_params.update({"ti": ti, **parametres})
    return essai.run()


@pytest.fixture(scope="module")
def nord():
    """The sheet of Nord Cotentin in 2021, to be read only."""
    return fiche("ti-2806")


def tete(essai) -> str:
    return unescape(texte(bloc(essai, "atlas-entete")))


def cartes(essai) -> list[str]:
    """The words of each card of a key figure."""
    return [unescape(texte(c)) for c in bloc(essai, "atlas-vignettes").split("<article")[1:]]


def partie(essai, titre: str) -> str:
    """The words of a part of the sheet."""
    return unescape(texte(next(b for b in blocs(essai) if f"<h2>{titre}</h2>" in b)))


def choisir_le_millesime(essai, annee: int):
    return essai.button_group(key="fiche-millesime").set_value(annee).run()


def test_un_lien_ouvre_sa_fiche(nord):
    assert not nord.exception
    assert not nord.error
    assert avis(nord) == []
    assert tete(nord).startswith("Nord Cotentin Nord Cotentin a un chômage plus bas que la France")
    assert "Normandie · millésime 2021 · 2\u202fintercommunalités" in tete(nord)


def test_chaque_indicateur_a_sa_carte_avec_sa_valeur_et_son_rang(nord, atlas):
    lues = cartes(nord)
    assert len(lues) == len(INDICATEURS)
    for lue, cle in zip(lues, ORDRE, strict=True):
        indicateur = INDICATEURS[cle]
        mesure = territoire_reference(atlas, millesime=2021, id_ti="ti-2806", cle=cle)
        assert indicateur.libelle in lue
        assert nombre(mesure.valeur, indicateur.decimales) in lue
        assert (ecriture.rang(indicateur, mesure) or "non classé") in lue


def test_chaque_carte_enonce_sa_formule_et_ses_annees(nord):
    for lue, cle in zip(cartes(nord), ORDRE, strict=True):
        indicateur = INDICATEURS[cle]
        entiere = f"{ecriture.note(indicateur)} {lue}"
        assert indicateur.formule in entiere
        assert all(str(annee) in entiere for annee in indicateur.annees)
        assert (indicateur.dates in lue) if indicateur.mele_des_annees else ("Années" in entiere)


def test_les_references_usuelles_sont_la_region_et_la_france(nord):
    assert all("Normandie" in lue and "France" in lue for lue in cartes(nord)[1:])


def test_un_territoire_interregional_est_a_cote_de_chacune_de_ses_regions():
    lues = cartes(fiche("ti-7505"))
    assert all("Nouvelle-Aquitaine" in lue and "Occitanie" in lue for lue in lues)


def test_la_part_d_une_region_n_est_pas_dite_d_un_territoire_qui_est_en_partie_ailleurs(nord):
    population = ORDRE.index("population")
    assert cartes(nord)[population].count("% ici") == 2
    assert cartes(fiche("ti-7505"))[population].count("% ici") == 1


def test_une_region_de_l_adresse_est_la_seule_reference():
    lues = cartes(fiche("ti-2806", reference="53"))
    assert all("Bretagne" in lue and "Normandie" not in lue for lue in lues)


def test_un_territoire_de_l_adresse_est_la_seule_reference():
    lues = cartes(fiche("ti-2806", reference="ti-5313"))
    assert all("Finistère" in lue and "Normandie" not in lue for lue in lues)


def test_choisir_une_reference_va_dans_l_adresse_et_les_cartes():
    essai = fiche("ti-2806")
    essai.selectbox(key="fiche-reference").select("france").run()
    assert adresse(essai) == {"ti": "ti-2806", "reference": "france"}
    assert not any("Normandie" in lue for lue in cartes(essai))


def test_ce_qui_n_est_pas_publie_outre_mer_n_est_pas_un_zero():
    chomage = cartes(fiche("ti-0301"))[ORDRE.index("chomage")]
    assert "non renseigné non classé calculé non publié ici" in chomage


def test_la_carte_montre_le_territoire_et_ses_groupements(nord, atlas):
    message = nord.get("component_instance")[0].proto.json_args
    sirens = atlas.fiche("ti-2806", 2021).groupements["siren"]
    assert '\\"choisi\\": \\"ti-2806\\"' in message
    assert all(siren in message for siren in sirens)


def test_un_clic_sur_un_autre_territoire_de_la_carte_ouvre_sa_fiche():
    essai = fiche("ti-2806")
    essai.session_state["fiche-ti"] = "ti-5313"
    essai.run()
    assert adresse(essai) == {"ti": "ti-5313"}
    assert tete(essai).startswith("Finistère ")


@pytest.mark.parametrize(
    ("sorte", "mot"),
    [("EPT", "Établissement public territorial"), ("commune", "Commune qui participe seule")],
)
def test_un_groupement_est_appele_ce_qu_il_est(atlas, sorte, mot):
    ligne = atlas.groupements[
        (atlas.groupements["type"] == sorte) & (atlas.groupements["millesime"] == 2021)
    ].iloc[0]
    lu = partie(fiche(ligne["id_ti"]), "Ce qui le compose")
    assert ligne["libelle"] in lu
    assert mot in lu


def test_un_groupement_parait_avec_sa_population_et_sa_part(nord, atlas):
    groupements = atlas.fiche("ti-2806", 2021).groupements
    lu = partie(nord, "Ce qui le compose")
    for _, ligne in groupements.iterrows():
        part = nombre(100 * ligne["population"] / groupements["population"].sum(), 1, "%")
        assert f"{nombre(ligne['population'])} {part}" in lu


def test_les_projets_sont_dits_par_filiere_nature_et_annee(nord, atlas):
    lu = partie(nord, "Projets France Relance")
    total = len(atlas.fiche("ti-2806", 2021).projets)
    assert f"{total}\u202flignes" in lu
    assert all(
        mot in lu
        for mot in ("Par filière", "Nucléaire", "Par nature de dépense", "Énergie", "Par année", "2021")
    )


def test_un_territoire_sans_projet_le_dit(atlas):
    compte = atlas.projets_par_territoire(2021)
    essai = fiche(min(compte[compte == 0].index))
    assert not essai.exception
    assert "Aucun projet" in partie(essai, "Projets France Relance")
    assert [repli.label for repli in essai.expander] == ["Sources de cette fiche"]


def test_la_liste_des_projets_est_fermee_et_ne_coute_rien_tant_qu_on_ne_la_demande_pas(nord, atlas):
    assert [repli.label for repli in nord.expander] == ["Liste des 19\u202fprojets", "Sources de cette fiche"]
    noms = set(atlas.fiche("ti-2806", 2021).projets["entreprise"].dropna())
    assert not any(nom in mots(nord) for nom in noms)


def test_un_voisin_est_un_lien_vers_sa_fiche():
    voisins = next(b for b in blocs(fiche("ti-5313")) if "<h2>Voisins</h2>" in b)
    assert 'href="territoire?ti=ti-' in voisins


def test_un_territoire_qui_n_en_touche_aucun_le_dit():
    assert "Aucun autre territoire ne le touche" in partie(fiche("ti-0101"), "Voisins")


def test_l_histoire_nomme_le_territoire_de_chaque_millesime():
    lu = partie(fiche("ti-5313"), "Histoire du périmètre")
    assert all(millesime.libelle in lu for millesime in MILLESIMES.values())
    assert all(nom in lu for nom in ("Pays de Brest", "Pays de Morlaix", "Pays de Quimper"))


def test_un_autre_millesime_suit_les_communes_et_non_l_identifiant():
    essai = choisir_le_millesime(fiche("ti-2806"), 2023)
    assert adresse(essai) == {"ti": "ti-2805", "millesime": "2023"}
    assert tete(essai).startswith("Cotentin ")


def test_un_millesime_ou_le_territoire_etait_trois_ouvre_le_plus_grand_et_les_nomme():
    essai = choisir_le_millesime(fiche("ti-5313"), 2020)
    assert tete(essai).startswith("Pays de Brest ")
    assert len(avis(essai)) == 1
    assert "Pays de Brest, Pays de Quimper et Pays de Morlaix" in avis(essai)[0]


def test_un_avis_est_dit_une_fois():
    essai = choisir_le_millesime(fiche("ti-5313"), 2020)
    essai.run()
    assert avis(essai) == []


def test_un_millesime_sans_equivalent_le_dit_et_offre_le_choix():
    essai = choisir_le_millesime(fiche("ti-3214", millesime="2022"), 2020)
    assert not essai.exception
    assert adresse(essai) == {"millesime": "2020"}
    assert "n’a pas d’équivalent en 2020" in avis(essai)[0]
    assert len(essai.selectbox[0].options) == 148


def test_une_reference_a_un_territoire_ne_suit_pas_dans_un_autre_millesime():
    essai = choisir_le_millesime(fiche("ti-2806", reference="ti-5313"), 2020)
    assert adresse(essai) == {"ti": "ti-2806", "millesime": "2020"}


def test_un_identifiant_retire_nomme_par_un_lien_le_millesime_qui_le_connait():
    essai = fiche("ti-5305")
    assert not essai.exception
    assert "Le territoire « ti-5305 » n’existe pas dans le millésime 2021" in tete(essai)
    assert "Pays de Brest · millésime 2020" in mots(essai)
    assert 'href="territoire?ti=ti-5305&amp;millesime=2020"' in bloc(essai, "atlas-territoire-absent")
    assert adresse(essai) == {"ti": "ti-5305"}


def test_un_identifiant_qui_n_a_jamais_existe_le_dit_et_offre_le_choix():
    essai = fiche("ti-9999")
    assert "Aucun autre millésime ne le connaît" in mots(essai)
    assert len(essai.selectbox[0].options) == 146


def test_un_identifiant_hostile_reste_du_texte():
    essai = fiche(HOSTILE)
    assert not essai.exception
    assert "<img" not in "".join(blocs(essai))
    assert HOSTILE in tete(essai)


def test_sans_identifiant_la_page_invite_a_choisir():
    essai = ouvrir("territoire")
    assert not essai.exception
    assert adresse(essai) == {}
    assert "Choisissez un territoire" in tete(essai)


def test_choisir_dans_la_liste_ouvre_la_fiche():
    essai = ouvrir("territoire")
    essai.selectbox(key="fiche-choix-2021").select("ti-2806").run()
    assert adresse(essai) == {"ti": "ti-2806"}
    assert tete(essai).startswith("Nord Cotentin ")


def test_les_sources_sont_citees_avec_licence_et_date_quand_on_les_demande():
    essai = fiche("ti-2806")
    essai.session_state["fiche-sources"] = True
    lu = unescape(texte(bloc(essai.run(), "atlas-sources")))
    assert "Plan de relance" in lu
    assert lu.count("Licence Ouverte 2.0") >= 8


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_une_fiche_s_ouvre_dans_chaque_millesime(atlas, millesime):
    premier = atlas.territoires_de(millesime)["id_ti"].iloc[0]
    essai = fiche(premier, millesime=str(millesime))
    assert not essai.exception
    assert not essai.error
    assert len(cartes(essai)) == len(INDICATEURS)


def test_une_fiche_dit_la_commune_par_laquelle_on_vient():
    lue = fiche("ti-7601", commune="15187")
    assert "Votre commune\u00a0: Saint-Flour , CC de Saint-Flour" in tete(lue)
    assert adresse(lue) == {"ti": "ti-7601", "commune": "15187"}


def test_une_commune_seule_dit_son_territoire():
    essai = ouvrir("territoire")
    essai.query_params.update({"commune": "15187", "millesime": "2023"})
    assert adresse(essai.run()) == {"ti": "ti-7603", "millesime": "2023", "commune": "15187"}


def test_une_commune_d_ailleurs_est_dite_et_laissee_de_cote():
    lue = fiche("ti-2806", commune="15187")
    assert avis(lue) == ["Commune : « 15187 » n’est pas dans ce territoire en 2021."]
    assert adresse(lue) == {"ti": "ti-2806"}


def test_un_autre_millesime_suit_la_commune_et_non_la_plus_grande_part():
    essai = choisir_le_millesime(fiche("ti-8411", millesime="2022", commune="01194"), 2023)
    assert adresse(essai) == {"ti": "ti-8403", "millesime": "2023", "commune": "01194"}


def test_une_commune_sortie_du_programme_est_dite_et_la_fiche_suit_les_autres():
    essai = choisir_le_millesime(fiche("ti-8408", commune="01002"), 2023)
    assert "L'Abergement-de-Varey n’est dans aucun territoire en 2023." in avis(essai)
    assert "commune" not in adresse(essai)
