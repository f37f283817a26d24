"""Hostile texts in an address or an imported file break nothing and stay text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.liste import ListeRefusee, lire
from geo.adresse.citation import LONGUEUR_CITEE
from geo.seance.seance import NOM_MAX
from tests import cibles, fuzz
from tests.cibles import ADRESSES, IMPORTS, MOTS, importer, lire_adresse
from tests.hostiles import HOSTILES, fautes_du_html
from tests.pages.regards import avis, blocs, ouvrir

ENTREES = {"adresses": 400, "fichiers": 200}
"""Inputs that hypothesis draws at each run; `python -m tests.fuzz` draws many more."""

ENVOYABLES = {nom: texte for nom, texte in HOSTILES.items() if nom != "substitut"}
"""What a browser can send: a lone surrogate has no UTF-8."""


@pytest.mark.parametrize("page", ADRESSES)
@pytest.mark.parametrize("ruse", HOSTILES)
def test_une_adresse_hostile_se_lit_sans_erreur(page, ruse):
    for mot in MOTS[page]:
        lire_adresse(page, {mot: HOSTILES[ruse]})


@given(page=st.sampled_from(ADRESSES), donnees=st.data())
@settings(max_examples=ENTREES["adresses"])
def test_aucune_adresse_quelle_qu_elle_soit_n_est_une_erreur(page, donnees):
    textes = st.one_of(st.text(max_size=40), st.sampled_from(list(HOSTILES.values())))
    lire_adresse(page, {mot: donnees.draw(textes) for mot in MOTS[page]})


@given(nom=st.sampled_from(IMPORTS), octets=st.binary(max_size=400))
@settings(max_examples=ENTREES["fichiers"])
def test_aucun_fichier_importe_n_est_une_erreur(nom, octets):
    importer(nom, octets)


@pytest.mark.parametrize("nom", IMPORTS)
@pytest.mark.parametrize("ruse", HOSTILES)
def test_un_fichier_importe_hostile_est_lu_ou_refuse(nom, ruse):
    texte = HOSTILES[ruse].encode(errors="replace")
    importer(nom, b"Entreprise;Commune\n" + texte + b";" + texte + b"\n")
    importer(nom, b'{"type": "FeatureCollection", "features": [{"properties": {"a": "' + texte + b'"}}]}')


GEOMETRIES = {
    "crochets sans fin": '{"type": "Polygon", "coordinates": ' + "[" * 900 + "]" * 900 + "}",
    "collections sans fin": '{"type": "GeometryCollection", "geometries": [' * 300 + "]}" * 300,
    "nombre démesuré": '{"type": "Point", "coordinates": [' + "9" * 4_000 + ", 2]}",
    "infini": '{"type": "Point", "coordinates": [1e999, -1e999]}',
}


@pytest.mark.parametrize("ruse", GEOMETRIES)
def test_une_geometrie_hostile_est_une_ligne_sans_lieu(ruse):
    entite = f'{{"type": "Feature", "properties": {{"a": "b"}}, "geometry": {GEOMETRIES[ruse]}}}'
    importer("liste.geojson", f'{{"type": "FeatureCollection", "features": [{entite}]}}'.encode())


@pytest.mark.timeout(20)
def test_un_fichier_de_cent_mille_colonnes_de_meme_nom_est_refuse_aussitot():
    with pytest.raises(ListeRefusee, match="100\u202f000 colonnes"):
        lire(b";".join([b"a"] * 100_000) + b"\n1;2\n", "liste.csv")


@pytest.mark.parametrize("page", ADRESSES)
def test_une_page_a_une_adresse_hostile_s_ouvre_et_ne_montre_aucune_balise(page):
    essai = ouvrir(page, **dict.fromkeys(MOTS[page], "".join(ENVOYABLES.values())[:900]))
    assert not essai.exception
    assert not essai.error
    assert [faute for bloc in blocs(essai) for faute in fautes_du_html(bloc)] == []


LONG = {mot: f"{mot}-{'A' * 3_000}" for page in ADRESSES for mot in MOTS[page]}
"""Three thousand characters for each word of each page."""

MONTRES = {"seance": NOM_MAX}
"""Page -> signs of a value that it shows because it is right: a séance bears the name that it is given."""


@pytest.mark.parametrize("page", ADRESSES)
def test_aucune_page_ne_montre_entiere_une_valeur_de_3000_signes(page):
    essai = ouvrir(page, **{mot: LONG[mot] for mot in MOTS[page]})
    dits = " ".join([*avis(essai), *blocs(essai), *(element.value for element in essai.markdown)])
    assert not essai.exception
    assert "A" * 20 in dits
    assert "A" * (MONTRES.get(page, LONGUEUR_CITEE) + 1) not in dits


def test_un_avis_repete_une_valeur_hostile_en_texte():
    essai = ouvrir("carte", millesime=HOSTILES["lien"])
    assert HOSTILES["lien"][:LONGUEUR_CITEE] in " ".join(avis(essai))
    assert "](javascript" not in " ".join(element.value for element in essai.info)


def compte(capsys):
    """The last line of the fuzzer, as a program reads it."""
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_le_fuzzer_dit_combien_d_entrees_il_a_lues(capsys):
    assert fuzz.principal([fuzz.SANS_ATHERIS, "25"]) == 0
    dit = compte(capsys)
    assert (dit["entrees"], dit["erreurs"]) == (25, 0)
    assert 0 < dit["secondes"] < 60


def test_le_fuzzer_s_arrete_a_une_erreur_et_la_compte(capsys, monkeypatch):
    def casser(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(cibles, "lire_adresse", casser)
    monkeypatch.setattr(cibles, "importer", casser)
    with pytest.raises(ZeroDivisionError):
        fuzz.principal([fuzz.SANS_ATHERIS, "25"])
    assert compte(capsys)["erreurs"] >= 1


def test_sans_atheris_le_fuzzer_dit_quoi_faire_et_echoue(capsys, monkeypatch):
    monkeypatch.setattr(fuzz, "find_spec", lambda _: None)
    assert fuzz.principal([]) == 1
    dit = capsys.readouterr()
    assert "--hypothesis" in dit.err
    assert '"entrees": 0' in dit.out
