"""What holds for every address, the next one included: its declarations say what there is to try."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.adresse.champs import Forme, champs
from geo.adresse.citation import LONGUEUR_CITEE
from geo.adresse.sortes import Connu
from tests.adresses import CLASSES, PAGES, RACINE, connus, declares, ecrite, lire

AVIS_MAX = 260
"""Characters of a notice, whatever the link says."""

COUPE = "A" * (LONGUEUR_CITEE + 1)
HOSTILES = {
    "long": "A" * 3_000,
    "virgules": ",".join(f"{rang}A" for rang in range(600)),
    "balises": "<img src=x onerror=alert(1)>" * 107,
    "sens": "\u202e\u2066A\u200f" * 750,
    "controles": "A\x00\x07\x1b[31m\r\n\t" * 270,
    "demi-codets": "\ud800A" * 1_500,
    "accolades": "{dite}{0.__class__}{millesime!r}" * 94,
    "marques": "« A » … " * 375,
    "chiffres": "9" * 3_000,
    "pourcents": "%s%n%00&x=1;" * 250,
}
"""Three thousand characters each."""

DITS_PAR_UN_AUTRE = {("Seance", "millesime"): "france_2023"}
"""Words of older links that the state says in another word: each view of a séance has its own millésime."""

MOTS = [(nom, mot, champ) for nom, classe in CLASSES.items() for mot, champ in declares(classe)]
LIENS = json.loads((Path(__file__).parent / "liens_d_avant.json").read_text(encoding="utf-8"))
"""Links as readers kept them, with what the code before the one reader of addresses made of each."""


def lisible(avis):
    """A notice without the no-break spaces of French, which Python does not call printable."""
    return avis.replace("\u202f", " ").replace("\u00a0", " ")


def test_chaque_page_qui_a_un_etat_declare_son_adresse():
    pages = {page.parent.name for page in (RACINE / "pages").glob("*/page.py")}
    assert pages - PAGES.keys() == {"accessibilite", "methode"}
    assert PAGES.keys() <= pages


@pytest.mark.parametrize("nom", CLASSES)
def test_aucun_mot_d_une_adresse_n_est_declare_deux_fois(nom):
    mots = [mot for mot, _ in declares(CLASSES[nom])]
    assert len(mots) == len(set(mots)) > 0


@pytest.mark.parametrize("ruse", HOSTILES)
@pytest.mark.parametrize(("nom", "mot", "champ"), MOTS, ids=[f"{nom}-{mot}" for nom, mot, _ in MOTS])
def test_une_valeur_hostile_de_3000_signes_tient_en_un_avis_court(nom, mot, champ, ruse):
    assert 2_700 <= len(HOSTILES[ruse]) <= 3_010
    for valeurs in (HOSTILES[ruse], [HOSTILES[ruse]] * 3):
        etat, avis = lire(CLASSES[nom], {mot: valeurs})
        assert len(avis) <= 3
        for texte in map(lisible, avis):
            assert len(texte) <= AVIS_MAX
            assert texte.isprintable()
            assert COUPE not in texte
            assert "999999999999999999999999999999999999999999" not in texte
        assert lire(CLASSES[nom], etat.ecrire())[0] == etat


@pytest.mark.parametrize("nom", CLASSES)
def test_une_valeur_trop_longue_est_citee_coupee_et_marquee(nom):
    cites = [
        texte for mot, _ in declares(CLASSES[nom]) for texte in lire(CLASSES[nom], {mot: "A" * 3_000})[1]
    ]
    assert any(f"« {'A' * LONGUEUR_CITEE}… »" in texte for texte in cites)


@pytest.mark.parametrize(("nom", "mot", "champ"), MOTS, ids=[f"{nom}-{mot}" for nom, mot, _ in MOTS])
def test_chaque_mot_d_une_adresse_change_l_etat_et_s_ecrit(nom, mot, champ):
    classe = CLASSES[nom]
    valeurs = [*connus(classe, champ), "2", "5"]
    dits = [lire(classe, {mot: v})[0].ecrire() for v in valeurs]
    dits += [lire(classe, {"vue": ["france"] * 5, mot: v})[0].ecrire() for v in valeurs]
    assert any(mot in ecrit for ecrit in dits) or DITS_PAR_UN_AUTRE[nom, mot] in str(dits)


@settings(max_examples=200)
@given(nom=st.sampled_from(list(CLASSES)), donnees=st.data())
def test_ce_qu_une_adresse_donne_s_ecrit_et_se_relit_sans_avis(nom, donnees):
    classe = CLASSES[nom]
    parametres = {}
    for mot, champ in declares(classe):
        valeurs = donnees.draw(st.lists(st.sampled_from(connus(classe, champ)), max_size=3), label=mot)
        if valeurs:
            parametres[mot] = [",".join(valeurs)] if champ.forme is Forme.VIRGULES else valeurs
    etat, _ = lire(classe, parametres)
    assert lire(classe, etat.ecrire()) == (etat, [])
    assert etat.lien().count("?") <= 1


@settings(max_examples=200)
@given(nom=st.sampled_from(list(CLASSES)), donnees=st.data())
def test_aucun_texte_ne_leve_d_erreur_et_ce_qu_il_donne_se_relit(nom, donnees):
    classe = CLASSES[nom]
    textes = st.lists(st.text(max_size=40) | st.sampled_from(list(HOSTILES.values())), max_size=3)
    etat, avis = lire(classe, {mot: donnees.draw(textes, label=mot) for mot, _ in declares(classe)})
    assert all(lisible(texte).isprintable() and len(texte) <= AVIS_MAX for texte in avis)
    assert lire(classe, etat.ecrire())[0] == etat


@pytest.mark.parametrize("nom", CLASSES)
def test_l_etat_usuel_n_a_rien_a_ecrire(nom):
    assert CLASSES[nom]().ecrire() == {}
    assert lire(CLASSES[nom], {}) == (CLASSES[nom](), [])
    assert CLASSES[nom]().lien() == CLASSES[nom].page


@pytest.mark.parametrize("nom", CLASSES)
def test_un_mot_inconnu_ne_dit_rien(nom):
    assert lire(CLASSES[nom], {"filliere": "x", "utm_source": ["a", "b"]}) == (CLASSES[nom](), [])


@pytest.mark.parametrize("cas", LIENS, ids=lambda cas: cas["lien"])
def test_un_lien_garde_ouvre_la_meme_vue(cas):
    page, _, requete = cas["lien"].partition("?")
    etat, avis = lire(PAGES[page], parse_qs(requete, keep_blank_values=True))
    assert ecrite(etat) == cas["etat"]
    assert etat.ecrire() == cas["ecrit"]
    assert list(etat.ecrire()) == list(cas["ecrit"])
    assert sorted(avis) == sorted(cas["avis"])


def test_les_liens_gardes_parlent_de_chaque_mot_de_chaque_page():
    dits = {
        (page, mot)
        for cas in LIENS
        for page, _, requete in [cas["lien"].partition("?")]
        for mot in parse_qs(requete, keep_blank_values=True)
    }
    assert dits >= {(page, mot) for page, classe in PAGES.items() for mot, _ in declares(classe)}


def test_une_declaration_dit_son_nom_en_francais():
    muets = [(nom, c.mot) for nom, classe in CLASSES.items() for c, _ in champs(classe).values() if not c.nom]
    assert muets == []
    assert sum(isinstance(champ.sorte, Connu) for _, _, champ in MOTS) > 0
