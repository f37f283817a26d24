"""A séance and its address: what is written comes back, what is wrong is said, nothing breaks."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.filtre.filtre import Filtre
from geo.indicateurs.objets import LA_FRANCE, Objet
from geo.seance.fichier import OCTETS_MAX, SORTE, VERSION, ecrire_fichier, lire_fichier, nom_du_fichier
from geo.seance.seance import FORMES, LONGUEUR_MAX, NOM_MAX, VUES_MAX, Seance, Vue, lire_vue, requete_du_lien
from tests.geo.monde_filtre import filtres, monde

MOTS = ["nom", "vue", "n", "fond", "ecran", "millesime", "inconnu"]
BASES = ["france", "region-53", "region-OM", "ti-2806", "ti-0000", "epci-200", "projets", "france.filieres.x"]
ANNEE = 2021


def objets():
    """France, any région, any territory of 2021."""
    atlas = monde().atlas
    regions = st.sampled_from(sorted(atlas.nom_region)).map(lambda c: Objet(sorte="region", code=c))
    territoires = st.sampled_from(sorted(atlas.territoires_de(ANNEE)["id_ti"]))
    return st.just(LA_FRANCE) | regions | territoires.map(lambda c: Objet(sorte="ti", code=c))


def vues():
    formes = st.sampled_from(list(FORMES))
    montrees = st.builds(lambda objet, forme: Vue(objet=objet, forme=forme), objets(), formes)
    courts = filtres().filter(lambda f: len(Vue(filtre=f).mot) < LONGUEUR_MAX - 20)
    return montrees | st.builds(lambda filtre, forme: Vue(filtre=filtre, forme=forme), courts, formes)


def seances():
    return st.builds(
        lambda nom, vues, n, fond, ecran: Seance(nom=nom, vues=tuple(vues), n=n, fond=fond, ecran=ecran),
        st.text(max_size=NOM_MAX),
        st.lists(vues(), max_size=6),
        st.integers(-3, 9),
        st.sampled_from(["clair", "sombre"]),
        st.booleans(),
    )


def lire(**parametres):
    return Seance.lire(parametres, monde().atlas, monde().vocab)


def ouvrir(contenu):
    texte = contenu if isinstance(contenu, str) else json.dumps(contenu)
    return lire_fichier(texte, monde().atlas, monde().vocab)


@settings(deadline=None, max_examples=60)
@given(seances())
def test_a_seance_written_then_read_is_the_same(seance):
    lue, avis = lire(**seance.ecrire())
    assert lue == seance
    assert not [a for a in avis if "plus longs" not in a]


@settings(deadline=None, max_examples=60)
@given(seances())
def test_a_file_gives_the_same_seance_ready_to_be_prepared(seance):
    lue, _ = ouvrir(ecrire_fichier(seance))
    assert lue == replace(seance, n=1, ecran=False)


@settings(deadline=None, max_examples=80)
@given(
    st.dictionaries(
        st.sampled_from(MOTS),
        st.lists(
            st.text(max_size=40) | st.sampled_from(BASES) | st.text(max_size=20).map("projets.".__add__)
        ),
    )
)
def test_no_address_raises_and_what_it_gives_reads_again(parametres):
    seance, avis = lire(**parametres)
    assert all(isinstance(a, str) and a for a in avis)
    assert lire(**seance.ecrire())[0] == seance


@settings(deadline=None, max_examples=80)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda dedans: (
            st.lists(dedans, max_size=4)
            | st.dictionaries(
                st.sampled_from(["sorte", "version", "nom", "vues", "fond"]), dedans, max_size=5
            )
        ),
        max_leaves=12,
    )
)
def test_no_json_raises(contenu):
    seance, avis = ouvrir(
        {"sorte": SORTE, "version": VERSION, **contenu} if isinstance(contenu, dict) else contenu
    )
    assert seance is not None or avis


def test_an_unknown_view_is_told_and_the_others_play():
    seance, avis = lire(vue=["france", "region-99", "ti-2806"])
    assert seance.mots == ("france", "ti-2806")
    assert avis == ["La vue « region-99 » n’existe pas : elle est laissée de côté."]


def test_a_territory_of_another_millesime_is_unknown():
    connus = set(monde().atlas.territoires_de(2021)["id_ti"])
    ancien = min(set(monde().atlas.territoires_de(2023)["id_ti"]) - connus)
    assert lire(vue=[ancien])[0].vues == ()
    assert lire(vue=[ancien], millesime=["2023"])[0].mots == (ancien,)


def test_a_selection_keeps_its_filters():
    seance, avis = lire(vue=["projets.filieres.filiere=Agroalimentaire&region=53"])
    assert avis == []
    (vue,) = seance.vues
    assert vue == Vue(forme="filieres", filtre=Filtre(filieres=("Agroalimentaire",), regions=("53",)))


def test_a_view_that_is_too_long_is_left_aside():
    assert lire_vue("projets.q=" + "a" * LONGUEUR_MAX, monde().atlas, monde().vocab, millesime=ANNEE) == (
        None,
        [],
    )


def test_more_views_than_a_seance_holds_are_told():
    seance, avis = lire(vue=["france"] * (VUES_MAX + 1))
    assert len(seance.vues) == VUES_MAX
    assert any(str(VUES_MAX) in a for a in avis)


@pytest.mark.parametrize("n", ["0", "4", "-1", "deux"])
def test_a_view_that_is_not_there_is_told(n):
    seance, avis = lire(vue=["france", "region-53", "ti-2806"], n=[n])
    assert 1 <= seance.n <= 3
    assert avis


def test_a_name_stands_on_one_line_and_is_short():
    seance, avis = lire(nom=["a\n<b>\u202e" + "c" * 200])
    assert len(seance.nom) <= NOM_MAX
    assert seance.nom.isprintable()
    assert avis == [f"Le nom de la séance est raccourci à {NOM_MAX} caractères."]


@pytest.mark.parametrize(
    ("lien", "requete"),
    [
        ("http://127.0.0.1:8501/projets?filiere=Automobile", "filiere=Automobile"),
        ("/projets/?q=acier", "q=acier"),
        ("projets", ""),
        ("https://[", None),
        ("/carte?ti=ti-2806", None),
        ("", None),
    ],
)
def test_only_a_link_to_the_projects_gives_a_selection(lien, requete):
    assert requete_du_lien(lien) == requete


@pytest.mark.parametrize(
    "contenu",
    ["", "{", "[]", "null", '"séance"', "[" * 100_000, {"sorte": "autre", "version": 1}, "\udcff"],
    ids=["vide", "coupé", "liste", "nul", "texte", "profond", "autre", "sans lettre"],
)
def test_a_file_that_is_no_seance_is_refused_with_a_word(contenu):
    seance, avis = ouvrir(contenu)
    assert seance is None
    assert avis == ["Ce fichier n’est pas une séance de l’atlas : choisissez un fichier enregistré ici."]


def test_a_file_that_is_too_large_is_not_read():
    seance, avis = ouvrir(" " * OCTETS_MAX + "{}")
    assert seance is None
    assert "ko" in avis[0]


@pytest.mark.parametrize("version", [VERSION + 1, 0, "1", None, 1e300])
def test_a_file_of_a_version_to_come_is_refused(version):
    seance, avis = ouvrir({"sorte": SORTE, "version": version, "vues": ["france"]})
    assert seance is None
    assert "version" in avis[0]


def test_a_file_with_odd_views_keeps_the_good_ones():
    contenu = {"sorte": SORTE, "version": 1, "vues": ["france", 7, None, {"a": 1}, "region-53"], "nom": ["x"]}
    seance, avis = ouvrir(contenu)
    assert seance.mots == ("france", "region-53")
    assert avis == ["Les vues « ? », « ? » et « ? » n’existent pas : elles sont laissées de côté."]


def test_the_name_of_the_file_holds_letters_and_figures_only():
    assert nom_du_fichier(Seance(nom="../Comité : Été/2026")) == "seance-comité-été-2026.json"
    assert nom_du_fichier(Seance()) == "seance.json"
