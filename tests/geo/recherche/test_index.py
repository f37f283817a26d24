"""The search field, on a miniature world for the exact cases and on the real atlas for the rest."""

import dataclasses
import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.millesimes import MILLESIMES
from geo.recherche.ecritures import LONGUEUR_MAX, normaliser
from geo.recherche.index import Index
from geo.recherche.reponses import Reponse
from tests.geo.monde_recherche import MONDE

PETIT = Index.de(MONDE)


@pytest.fixture(scope="module")
def index(atlas):
    return Index.de(atlas)


def cles(reponses):
    return [(reponse.sorte, reponse.cle) for reponse in reponses]


def une(texte, **options):
    """The only answer, other names of communes apart."""
    (reponse,) = [r for r in PETIT.chercher(texte, **options) if r.sorte != "ancien_nom"]
    return reponse


def test_l_index_et_ses_reponses_sont_figes():
    with pytest.raises(dataclasses.FrozenInstanceError):
        PETIT.entrees = []
    with pytest.raises(dataclasses.FrozenInstanceError):
        une("Strasac").libelle = ""


def test_le_meilleur_d_abord_le_nom_le_debut_le_mot_le_fragment():
    assert [(r.libelle, r.score) for r in PETIT.chercher("montvert")] == [
        ("Montvert", 100),
        ("Montvert-lès-Eaux", 80),
        ("CU Montvert Métropole", 80),
        ("Grand-Montvert", 60),
        ("Fonderie Montvert", 60),
        ("Bémontverte", 40),
    ]


def test_a_egalite_le_plus_peuple_d_abord_et_le_departement_distingue_les_homonymes():
    assert [r.titre for r in PETIT.chercher("saint aubry")][:2] == [
        "Saint-Aubry (02) Aval · hors territoire d’industrie",
        "Saint-Aubry (01) Amont · territoire « Val-d'Or »",
    ]


def test_le_departement_apres_le_nom_choisit_l_homonyme():
    assert PETIT.chercher("st aubry 01")[0].cle == "01001"
    assert PETIT.chercher("Saint-Aubry (01) Amont")[0].cle == "01001"
    assert PETIT.chercher("st aubry 02")[0].cle == "02001"


def test_une_commune_donne_son_territoire_du_millesime_demande():
    assert une("Strasac") == Reponse(
        sorte="commune",
        cle="02007",
        libelle="Strasac",
        precision="(02) Aval · hors territoire d’industrie",
        millesime=2021,
        id_ti=None,
        score=100,
        commune="02007",
    )
    assert une("Strasac", millesime=2023).id_ti == "ti-9901"
    assert une("Strasac", millesime=2023).precision == "(02) Aval · territoire « Haute Plaine »"


def test_un_territoire_qui_garde_son_nom_n_est_donne_qu_une_fois():
    assert une("val d or").cle == une("val d or").id_ti == "ti-9901"
    assert une("val d or").precision == "ti-9901 · Grande Région"
    assert une("val d or", millesime=2023).cle == "ti-9902"


def test_un_territoire_d_un_autre_millesime_le_dit():
    vieux = une("vieux pays")
    assert (vieux.id_ti, vieux.millesime) == ("ti-9909", 2020)
    assert vieux.precision == "ti-9909 · Grande Région · millésime 2020"


def test_un_territoire_interregional_nomme_ses_regions():
    assert une("haute plaine").precision == "ti-9901 · Grande Région, Petite Région · millésime 2023"


@pytest.mark.parametrize(
    ("millesime", "noms"), [(2021, ["Val-d'Or", "Haute Plaine"]), (2023, ["Haute Plaine"])]
)
def test_un_id_de_territoire_donne_d_abord_celui_du_millesime(millesime, noms):
    trouves = [r for r in PETIT.chercher("ti-9901", millesime=millesime) if r.id_ti == "ti-9901"]
    assert [r.libelle for r in trouves][: len(noms)] == noms
    assert trouves[0].millesime == millesime


def test_les_territoires_absents_du_millesime_viennent_apres_les_siens():
    for millesime in MILLESIMES:
        donnes = [r.millesime == millesime for r in PETIT.chercher("ti-99", millesime=millesime)]
        assert donnes == sorted(donnes, reverse=True)
        assert donnes[0]
        assert not donnes[-1]


def test_une_intercommunalite_dit_si_elle_est_d_un_territoire():
    assert une("pays de saint aubry").precision == "(01) Amont · territoire « Val-d'Or »"
    assert une("CA de la Gourdière").precision == "(01) Amont · hors territoire d’industrie"
    assert (
        une("CU Montvert Métropole", millesime=2023).precision == "(02) Aval · en partie dans un territoire"
    )


def test_un_ept_est_trouve_comme_une_intercommunalite():
    assert (une("boucle ouest").sorte, une("boucle ouest").id_ti) == ("epci", "ti-9901")


@pytest.mark.parametrize(
    "ecrit", ["communauté de communes du pays de saint-aubry", "cc pays st aubry", "PAYS DE ST AUBRY"]
)
def test_la_sorte_d_une_intercommunalite_s_ecrit_de_plusieurs_facons(ecrit):
    assert cles(PETIT.chercher(ecrit)) == [("epci", "200000001")]


def test_un_departement_et_une_region_se_trouvent_par_leur_nom():
    assert une("Amont") == dataclasses.replace(une("01"), score=100)
    assert une("amont").precision == "(01) Grande Région"
    assert cles(PETIT.chercher("petite region")) == [("region", "99")]
    assert une("grande region").precision == "2\u202fdépartements"


def test_une_entreprise_se_trouve_sous_chacun_de_ses_noms():
    for nom in ("toles reunies", "toles reunies sas"):
        reponse = une(nom)
        assert (reponse.cle, reponse.libelle, reponse.id_ti) == ("732829320", "TOLES REUNIES", "ti-9901")


def test_une_entreprise_dit_son_siren_ses_projets_sans_doublon_et_son_seul_lieu():
    assert une("toles").precision == (
        "SIREN\u202f732\u202f829\u202f320 · 2\u202fprojets · Saint-Aubry (01) · territoire « Val-d'Or »"
    )
    assert une("fonderie").precision == "2\u202fprojets"
    assert une("atelier").precision == "1\u202fprojet"


def test_une_entreprise_sans_siren_valide_a_pour_cle_son_premier_projet():
    assert [une(nom).cle for nom in ("fonderie", "atelier")] == ["p-4", "p-6"]


@pytest.mark.parametrize("tape", ["732829320", "732 829 320", "73282932000074", "7328"])
def test_un_siren_entier_ou_ses_quatre_premiers_chiffres_trouvent_l_entreprise(tape):
    assert cles(PETIT.chercher(tape)) == [("entreprise", "732829320")]


def test_trois_chiffres_ne_sont_pas_un_siren():
    assert PETIT.chercher("732") == ()


@pytest.mark.parametrize(("siren", "cle"), [("200000002", "200000002"), ("210100033", "01003")])
def test_un_siren_trouve_une_intercommunalite_ou_une_commune(siren, cle):
    assert une(siren).cle == cle


def test_une_faute_dans_un_nom_garde_sa_place_quand_rien_ne_porte_le_nom_tape():
    reponses = PETIT.chercher("montver", limite=4)
    assert [r.score for r in reponses] == [80, 80, 80, 60]
    assert PETIT.chercher("strasak")[0].libelle == "Strasac"
    assert une("strasak").score == 30


def test_un_st_en_cours_de_frappe_peut_etre_strasac():
    assert "Strasac" in [r.libelle for r in PETIT.chercher("st")]
    assert "Saint-Aubry" in [r.libelle for r in PETIT.chercher("st")]


@pytest.mark.parametrize("limite", [0, -1])
def test_qui_ne_veut_rien_n_a_rien(limite):
    assert PETIT.chercher("montvert", limite=limite) == ()


@pytest.mark.parametrize("limite", [1, 2, 5])
def test_la_limite_garde_les_meilleures(limite):
    assert PETIT.chercher("montvert", limite=limite) == PETIT.chercher("montvert")[:limite]


HOSTILES = [
    "",
    " ",
    "!!! – ?",
    "🏭🏭",
    "bre\x00st",
    "\x1b[31m",
    "a" * (LONGUEUR_MAX + 1),
    "%" * 90,
    "東京",
    "\ud800",
    "..//",
]


@pytest.mark.parametrize("texte", HOSTILES)
def test_un_texte_hostile_ne_donne_rien_et_ne_casse_rien(index, texte):
    assert index.chercher(texte) == ()


@settings(max_examples=300)
@given(
    texte=st.text(max_size=LONGUEUR_MAX),
    limite=st.integers(0, 12),
    millesime=st.sampled_from(list(MILLESIMES)),
)
def test_tout_texte_a_des_reponses_bien_rangees(texte, limite, millesime):
    reponses = PETIT.chercher(texte, limite=limite, millesime=millesime)
    scores = [reponse.score for reponse in reponses]
    assert len(reponses) <= limite
    assert scores == sorted(scores, reverse=True)
    assert len({(r.sorte, r.cle, r.millesime) for r in reponses}) == len(reponses)


def test_brest_est_dans_le_finistere(index):
    brest = index.chercher("brest")[0]
    assert (brest.sorte, brest.cle, brest.id_ti) == ("commune", "29019", "ti-5313")
    assert brest.precision == "(29) Finistère · territoire « Finistère »"


def test_le_territoire_pays_de_brest_dit_qu_il_est_de_2020(index):
    pays = next(r for r in index.chercher("brest") if r.sorte == "territoire")
    assert (pays.libelle, pays.millesime) == ("Pays de Brest", 2020)
    assert "millésime 2020" in pays.precision


@pytest.mark.parametrize(
    "ecrit", ["st etienne", "SAINT ETIENNE", "St-Étienne", "saint etienne", "st. étienne"]
)
def test_saint_etienne_s_ecrit_de_toutes_les_facons(index, ecrit):
    assert index.chercher(ecrit) == index.chercher("Saint-Étienne")
    assert index.chercher(ecrit)[0].cle == "42218"


@pytest.mark.parametrize(
    ("tape", "premier"),
    [
        ("finistere", ("territoire", "ti-5313")),
        ("la rochelle", ("commune", "17300")),
        ("rochelle", ("commune", "17300")),
        ("lisle dabeau", ("commune", "38193")),
        ("aixenprovence", ("commune", "13001")),
        ("brset", ("commune", "29019")),
        ("saint denis 93", ("commune", "93066")),
        ("2A", ("departement", "2A")),
        ("hauts de france", ("region", "32")),
        ("242900314", ("epci", "242900314")),
        ("y", ("commune", "80829")),
    ],
)
def test_le_premier_est_celui_que_l_on_cherche(index, tape, premier):
    assert cles(index.chercher(tape))[0] == premier


def test_les_homonymes_de_saint_denis_disent_leur_departement(index):
    titres = [r.titre for r in index.chercher("saint-denis") if r.score == 100 and r.sorte == "commune"]
    assert [titre.partition(" · ")[0] for titre in titres] == [
        "Saint-Denis (974) La Réunion",
        "Saint-Denis (93) Seine-Saint-Denis",
        "Saint-Denis (11) Aude",
        "Saint-Denis (30) Gard",
    ]


def test_chaque_territoire_de_chaque_millesime_se_trouve_par_son_nom(index, atlas):
    for territoire in atlas.territoires.itertuples():
        reponses = index.chercher(territoire.lib_ti[:LONGUEUR_MAX], millesime=territoire.millesime)
        assert (reponses[0].id_ti, reponses[0].millesime) == (territoire.id_ti, territoire.millesime)


def test_les_communes_se_trouvent_par_leur_nom(index, atlas):
    for nom in sorted(set(atlas.communes["nom"]))[::10]:
        trouves = {
            normaliser(r.libelle) for r in index.chercher(nom) if r.sorte == "commune" and r.score == 100
        }
        assert normaliser(nom) in trouves, nom


def test_chaque_homonyme_se_trouve_avec_son_departement(index, atlas):
    communes = atlas.communes[atlas.communes["nom"].duplicated(keep=False)]
    for commune in communes.iloc[::3].itertuples():
        reponses = index.chercher(f"{commune.nom} ({commune.departement})")
        assert commune.code in [r.cle for r in reponses[:2]], commune.nom


def _fautes(index, nombre):
    """Names of communes with one letter dropped, replaced, added or swapped, that are nobody's name."""
    hasard = random.Random(20210924)
    communes = [e.libelle for e in index.entrees if e.sorte == "commune"]
    while nombre:
        nom = hasard.choice(communes)
        place, lettre = hasard.randrange(len(nom)), hasard.choice(string.ascii_lowercase)
        avant, apres = nom[:place], nom[place + 1 :]
        echange = avant + apres[:1] + nom[place] + apres[1:]
        tape = hasard.choice([avant + apres, avant + lettre + apres, avant + lettre + nom[place:], echange])
        normal = normaliser(tape)
        if sum(map(str.isalpha, normal)) >= 4 and [
            r for r in index.chercher(tape, limite=1) if r.score < 100
        ]:
            nombre -= 1
            yield nom, tape


def test_une_lettre_fautive_laisse_la_commune_parmi_les_premieres_reponses(index):
    perdues = [
        (nom, tape)
        for nom, tape in _fautes(index, 1000)
        if normaliser(nom) not in {normaliser(r.libelle) for r in index.chercher(tape)}
    ]
    assert len(perdues) <= 10, perdues


def test_une_lettre_fautive_ne_perd_aucune_commune(index):
    for nom, tape in _fautes(index, 500):
        trouves = {normaliser(r.libelle) for r in index.chercher(tape, limite=100)}
        assert normaliser(nom) in trouves, (nom, tape)


@pytest.mark.parametrize(
    ("texte", "sorte"),
    [("bretagne", "region"), ("mayenne", "departement"), ("paris", "commune"), ("finistere", "departement")],
)
def test_le_nom_meme_d_une_region_ou_d_un_departement_vient_avant_les_petites_communes(index, texte, sorte):
    lieux = [r.sorte for r in index.chercher(texte) if r.sorte in {"commune", "departement", "region"}]
    assert lieux[0] == sorte
