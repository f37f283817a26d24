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
    annees = st.sampled_from([2020, 2021, 2022, 2023])
    lieux = st.sampled_from([LA_FRANCE, Objet(sorte="region", code="53")])
    montrees = st.builds(lambda objet, forme: Vue(objet=objet, forme=forme), objets(), formes)
    montrees |= st.builds(lambda o, f, an: Vue(objet=o, forme=f, millesime=an), lieux, formes, annees)
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
def test_une_seance_ecrite_puis_lue_est_la_meme(seance):
    lue, avis = lire(**seance.ecrire())
    assert lue == seance
    assert not [a for a in avis if "plus longs" not in a]


@settings(deadline=None, max_examples=60)
@given(seances())
def test_un_fichier_rend_la_meme_seance_prete_a_preparer(seance):
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
def test_aucune_adresse_ne_leve_d_erreur_et_ce_qu_elle_donne_se_relit(parametres):
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
def test_aucun_json_ne_leve_d_erreur(contenu):
    seance, avis = ouvrir(
        {"sorte": SORTE, "version": VERSION, **contenu} if isinstance(contenu, dict) else contenu
    )
    assert seance is not None or avis


def test_une_vue_inconnue_est_dite_et_les_autres_se_jouent():
    seance, avis = lire(vue=["france", "region-99", "ti-2806"])
    assert seance.mots == ("france", "ti-2806")
    assert avis == ["La vue « region-99 » n’existe pas : elle est laissée de côté."]


def test_un_territoire_d_un_autre_millesime_est_inconnu():
    connus = set(monde().atlas.territoires_de(2021)["id_ti"])
    ancien = min(set(monde().atlas.territoires_de(2023)["id_ti"]) - connus)
    assert lire(vue=[ancien])[0].vues == ()
    assert lire(vue=[f"{ancien}_2023"])[0].mots == (f"{ancien}_2023",)
    assert lire(vue=["ti-2806_1999"])[0].vues == ()


def test_un_ancien_lien_donne_les_memes_vues_qui_disent_leur_millesime():
    seance, avis = lire(vue=["ti-2806", "france.mois", "projets.region=53"], millesime=["2020"])
    assert avis == []
    assert [vue.millesime for vue in seance.vues] == [2020, 2020, 2021]
    assert seance.mots == ("ti-2806_2020", "france_2020.mois", "projets.region=53")
    assert "millesime" not in seance.ecrire()


def test_une_seance_melange_les_millesimes():
    mots = ("region-53_2023", "region-53", "region-53_2020.filieres")
    assert lire(vue=list(mots))[0].mots == mots


def test_un_fichier_de_la_premiere_version_donne_les_memes_vues():
    ancien = {"sorte": SORTE, "version": 1, "millesime": 2023, "nom": "Tours"}
    seance, avis = ouvrir({**ancien, "vues": ["france", "region-53"]})
    assert avis == []
    assert seance.mots == ("france_2023", "region-53_2023")


def test_une_selection_garde_ses_filtres():
    seance, avis = lire(vue=["projets.filieres.filiere=Agroalimentaire&region=53"])
    assert avis == []
    (vue,) = seance.vues
    assert vue == Vue(forme="filieres", filtre=Filtre(filieres=("Agroalimentaire",), regions=("53",)))


def test_une_vue_trop_longue_est_laissee_de_cote():
    assert lire_vue("projets.q=" + "a" * LONGUEUR_MAX, monde().atlas, monde().vocab, millesime=ANNEE) == (
        None,
        [],
    )


def test_plus_de_vues_que_n_en_tient_une_seance_est_dit():
    seance, avis = lire(vue=["france"] * (VUES_MAX + 1))
    assert len(seance.vues) == VUES_MAX
    assert any(str(VUES_MAX) in a for a in avis)


@pytest.mark.parametrize("n", ["0", "4", "-1", "deux"])
def test_une_vue_absente_est_signalee(n):
    seance, avis = lire(vue=["france", "region-53", "ti-2806"], n=[n])
    assert 1 <= seance.n <= 3
    assert avis


def test_un_nom_tient_sur_une_ligne_et_reste_court():
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
def test_seul_un_lien_vers_les_projets_donne_une_selection(lien, requete):
    assert requete_du_lien(lien) == requete


@pytest.mark.parametrize(
    "contenu",
    ["", "{", "[]", "null", '"séance"', "[" * 100_000, {"sorte": "autre", "version": 1}, "\udcff"],
    ids=["vide", "coupé", "liste", "nul", "texte", "profond", "autre", "sans lettre"],
)
def test_un_fichier_qui_n_est_pas_une_seance_est_refuse_d_un_mot(contenu):
    seance, avis = ouvrir(contenu)
    assert seance is None
    assert avis == ["Ce fichier n’est pas une séance de l’atlas : choisissez un fichier enregistré ici."]


def test_un_fichier_trop_gros_n_est_pas_lu():
    seance, avis = ouvrir(" " * OCTETS_MAX + "{}")
    assert seance is None
    assert "ko" in avis[0]


@pytest.mark.parametrize("version", [VERSION + 1, 0, "1", None, 1e300])
def test_un_fichier_d_une_version_a_venir_est_refuse(version):
    seance, avis = ouvrir({"sorte": SORTE, "version": version, "vues": ["france"]})
    assert seance is None
    assert "version" in avis[0]


def test_un_fichier_aux_vues_bizarres_garde_les_bonnes():
    contenu = {"sorte": SORTE, "version": 1, "vues": ["france", 7, None, {"a": 1}, "region-53"], "nom": ["x"]}
    seance, avis = ouvrir(contenu)
    assert seance.mots == ("france", "region-53")
    assert avis == ["Les vues « ? », « ? » et « ? » n’existent pas : elles sont laissées de côté."]


def test_le_nom_du_fichier_ne_contient_que_des_lettres_et_des_chiffres():
    assert nom_du_fichier(Seance(nom="../Comité : Été/2026")) == "seance-comité-été-2026.json"
    assert nom_du_fichier(Seance()) == "seance.json"
