"""A filter and its address: what is written comes back, what is wrong is said, nothing breaks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.filtre.filtre import Filtre, Tri
from geo.filtre.texte import LONGUEUR_TEXTE
from tests.geo.monde_filtre import filtres, monde

MOTS = [
    "filiere", "stade", "mesure", "type", "nature", "region", "departement", "epci", "ti", "source",
    "dans_ti", "millesime", "du", "au", "emplois_min", "emplois_max", "emplois", "q", "tri", "inconnu",
]  # fmt: skip


def lire(**parametres):
    return Filtre.lire(
        {mot: v if isinstance(v, list) else [v] for mot, v in parametres.items()}, monde().vocab
    )


@settings(deadline=None)
@given(filtres())
def test_un_filtre_ecrit_puis_lu_est_le_meme_sans_avis(filtre):
    lu, avis = Filtre.lire(filtre.ecrire(), monde().vocab)
    assert lu == filtre
    assert not [a for a in avis if "plus longs" not in a]


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(MOTS), st.lists(st.text(max_size=60), max_size=4)))
def test_aucune_adresse_ne_leve_d_erreur_et_ce_qu_elle_donne_se_relit(parametres):
    filtre, avis = Filtre.lire(parametres, monde().vocab)
    assert all(isinstance(a, str) and a.isprintable() for a in (a.replace("\u202f", " ") for a in avis))
    assert Filtre.lire(filtre.ecrire(), monde().vocab)[0] == filtre


def test_le_lien_du_sujet_se_lit():
    filtre, avis = lire(region="84", filiere="Agroalimentaire", stade="laureat")
    assert filtre == Filtre(regions=("84",), filieres=("Agroalimentaire",), stades=("laureat",))
    assert avis == []


def test_le_lien_du_sujet_s_ecrit():
    filtre = Filtre(regions=("84",), filieres=("Agroalimentaire",), stades=("laureat",))
    assert filtre.ecrire() == {"filiere": ["Agroalimentaire"], "stade": ["laureat"], "region": ["84"]}


def test_un_filtre_vide_n_ecrit_rien():
    assert Filtre().ecrire() == {}


def test_un_mot_repete_donne_toutes_ses_valeurs():
    assert lire(stade=["en_travaux", "laureat", "laureat"])[0].stades == ("en_travaux", "laureat")


def test_l_ordre_des_valeurs_ne_fait_pas_deux_filtres():
    assert Filtre(regions=("84", "53", "84")) == Filtre(regions=("53", "84"))


def test_un_nom_sans_accent_ni_majuscule_se_comprend():
    assert lire(region="bretagne", filiere="aeronautique", stade="En travaux")[0] == Filtre(
        regions=("53",), filieres=("Aéronautique",), stades=("en_travaux",)
    )


def test_une_valeur_absente_peut_etre_choisie():
    assert lire(filiere="non_renseigne")[0].filieres == ("non_renseigne",)


def test_un_mot_d_une_autre_page_ne_dit_rien():
    assert lire(colonnes="objet") == (Filtre(), [])


def test_un_territoire_se_lit_dans_son_millesime():
    seul_2023 = min(set(monde().vocab.de(2023)["ti"]) - set(monde().vocab.de(2021)["ti"]))
    assert lire(ti=seul_2023, millesime="2023") == (Filtre(ti=(seul_2023,), millesime=2023), [])
    assert lire(ti=seul_2023)[1] == [f"Territoire : « {seul_2023} » n’existe pas, laissé de côté."]


def test_une_valeur_inconnue_est_dite_et_le_reste_vaut():
    filtre, avis = lire(region=["84", "zz"], stade="laureat")
    assert filtre == Filtre(regions=("84",), stades=("laureat",))
    assert avis == ["Région : « zz » n’existe pas, laissé de côté."]


def test_mille_valeurs_inconnues_font_un_seul_avis():
    assert lire(epci=[f"x{i}" for i in range(1000)])[1] == [
        "Intercommunalité : « x0 », « x1 », « x2 » et 997\u202fautres n’existent pas, laissés de côté."
    ]


HOSTILES = {
    "texte trop long": ({"q": "a" * 10_000}, "dépasse 100 caractères"),
    "texte sans lettre": ({"q": "!!! ???"}, "ni lettre ni chiffre"),
    "texte aux octets nuls": ({"q": "usi\x00ne"}, "caractères illisibles"),
    "trop de mots": ({"q": "un deux trois quatre cinq six sept"}, "plus de 6 mots"),
    "valeur de 10 000 caractères": ({"filiere": "a" * 10_000}, f"« {'a' * 40}… »"),
    "octet nul": ({"region": "8\x004"}, "« 84 »"),
    "mois impossible": ({"du": "2021-13"}, "n’est pas un mois"),
    "mois en chiffres arabes": ({"du": "٢٠٢١-٠٣"}, "n’est pas un mois"),
    "nombre trop grand": ({"emplois_min": "9" * 400}, "n’est pas un nombre entier"),
    "nombre négatif": ({"emplois_max": "-1"}, "n’est pas un nombre entier"),
    "exposant": ({"emplois_max": "²"}, "n’est pas un nombre entier"),
    "millésime": ({"millesime": "1999"}, "Millésime : « 1999 »"),
    "dans_ti": ({"dans_ti": "peut-être"}, "Dans un territoire : « peut-être »"),
    "emplois": ({"emplois": "tous"}, "Emplois annoncés : « tous »"),
    "tri": ({"tri": "--date"}, "Tri : « --date »"),
    "demi-codet": ({"source": "\ud800"}, "Source : «  »"),
}


@pytest.mark.parametrize(("parametres", "avis"), HOSTILES.values(), ids=HOSTILES)
def test_une_valeur_hostile_fait_un_avis_et_rien_d_autre(parametres, avis):
    filtre, lus = lire(**parametres)
    assert len(lus) == 1
    assert avis in lus[0]
    assert len(lus[0]) < 150
    assert filtre in (Filtre(), Filtre(texte="usine"), Filtre(texte="un deux trois quatre cinq six sept"))


def test_une_periode_inversee_est_laissee_de_cote():
    assert lire(du="2021-06", au="2021-03", q="usine") == (
        Filtre(texte="usine"),
        ["La période finit avant de commencer : elle est laissée de côté."],
    )


def test_des_bornes_inversees_sont_laissees_de_cote():
    assert lire(emplois_min="10", emplois_max="5") == (
        Filtre(),
        ["Le minimum d’emplois dépasse le maximum : les deux sont laissés de côté."],
    )


def test_deux_mois_pour_un_debut_gardent_le_premier():
    filtre, avis = lire(du=["2021-03", "2021-04"])
    assert filtre.du == "2021-03"
    assert avis == ["Début de la période : une seule valeur est possible, la première est gardée."]


def test_un_texte_de_la_longueur_permise_se_lit():
    assert lire(q="a" * LONGUEUR_TEXTE) == (Filtre(texte="a" * LONGUEUR_TEXTE), [])


def test_une_valeur_seule_se_lit_comme_une_liste_d_une_valeur():
    assert Filtre.lire({"stade": "laureat"}, monde().vocab)[0].stades == ("laureat",)


def test_un_tri_decroissant_porte_un_moins():
    assert lire(tri="-date")[0].tri == Tri(colonne="date", decroissant=True)


def test_tout_effacer_garde_le_millesime_et_le_tri():
    filtre = Filtre(stades=("laureat",), millesime=2023, tri=Tri(colonne="date"), texte="x", du="2021-03")
    assert filtre.efface() == Filtre(millesime=2023, tri=Tri(colonne="date"))


def test_le_millesime_et_le_tri_ne_filtrent_rien():
    assert not Filtre(millesime=2023, tri=Tri(colonne="date")).actif
    assert Filtre(emplois_min=0).actif
