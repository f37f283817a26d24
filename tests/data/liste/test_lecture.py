"""Files of every sort, good and hostile: a list comes out, or a French sentence, never anything else."""

from __future__ import annotations

import datetime as dt
import io
import json
import struct
import zipfile
import zlib

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from data.liste import Brut, ListeRefusee, lire, modele_csv, modele_xlsx, reconnaitre
from data.liste import brut as limites

TEXTE = "Entreprise;Commune;Montant (M€)\nCafé Élan;Roanne;1,5\n"


def classeur(lignes, feuille="Projets", **options):
    flux = io.BytesIO()
    with xlsxwriter.Workbook(flux, {"in_memory": True, **options}) as livre:
        onglet = livre.add_worksheet(feuille)
        for i, ligne in enumerate(lignes):
            for j, cellule in enumerate(ligne):
                onglet.write(i, j, cellule)
    return flux.getvalue()


def archive(parties):
    flux = io.BytesIO()
    with zipfile.ZipFile(flux, "w", zipfile.ZIP_DEFLATED) as zippe:
        for nom, contenu in parties.items():
            zippe.writestr(nom, contenu)
    return flux.getvalue()


def remanier(octets, chemin, remplacer):
    with zipfile.ZipFile(io.BytesIO(octets)) as zippe:
        parties = {partie: zippe.read(partie) for partie in zippe.namelist()}
    parties[chemin] = remplacer(parties[chemin])
    return archive(parties)


def geojson(*entites, **autres):
    return json.dumps({"type": "FeatureCollection", "features": list(entites), **autres}).encode()


def entite(geometrie, **proprietes):
    return {"type": "Feature", "geometry": geometrie, "properties": proprietes}


def tient_parole(octets, nom):
    """Whether the file gives a list, or a refusal that is a sentence."""
    try:
        return isinstance(lire(octets, nom), Brut)
    except ListeRefusee as refus:
        return str(refus).endswith(".")


POINT = {"type": "Point", "coordinates": [4.07, 46.03]}


@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_chaque_encodage_rend_ses_accents(encodage):
    lu = lire(TEXTE.encode(encodage), "liste.csv")
    assert lu.table["Entreprise"].tolist() == ["Café Élan"]
    assert lu.colonnes == ("Entreprise", "Commune", "Montant (M€)")


@pytest.mark.parametrize("separateur", [";", ",", "\t", "|"])
def test_chaque_separateur_est_reconnu(separateur):
    texte = f'Entreprise{separateur}Commune{separateur}Objet\nA{separateur}Roanne{separateur}"a,b;c|d\te"\n'
    lu = lire(texte.encode(), "liste.tsv")
    assert lu.table.iloc[0].tolist() == ["A", "Roanne", "a,b;c|d e"]


def test_la_ligne_sep_d_excel_n_est_pas_l_entete():
    lu = lire(f"sep=;\r\n{TEXTE}".encode(), "liste.csv")
    assert (lu.colonnes[0], lu.lignes.tolist()) == ("Entreprise", [3])


def test_un_titre_au_dessus_de_l_entete_est_laisse_et_les_lignes_gardent_leur_numero():
    lu = lire(f"Projets de la région\n\n{TEXTE};;\nB;Mably;\n".encode(), "liste.csv")
    assert lu.lignes.tolist() == [4, 6]
    assert any("ligne 3" in avis for avis in lu.avis)


def test_le_bloc_sources_et_filtres_de_nos_exports_est_laisse():
    lu = lire(f"{TEXTE}\nSources et filtres\nSource : DGE\n".encode(), "liste.csv")
    assert len(lu.table) == 1


def test_un_classeur_rend_nombres_dates_et_zeros():
    jour = dt.date(2021, 5, 3)
    tete = ["Entreprise", "Code INSEE", "Emplois", "Part", "Date", "Fait"]
    octets = classeur([tete, ["A", "01053", 12.0, 0.5, jour, True]], default_date_format="dd/mm/yyyy")
    lu = lire(octets, "liste.xlsx")
    assert lu.table.iloc[0].tolist() == ["A", "01053", "12", "0.5", "2021-05-03", "oui"]


def test_une_formule_de_classeur_donne_sa_derniere_valeur_et_le_dit():
    flux = io.BytesIO()
    with xlsxwriter.Workbook(flux) as livre:
        onglet = livre.add_worksheet()
        onglet.write_row(0, 0, ["Entreprise", "Emplois"])
        onglet.write_string(1, 0, "A")
        onglet.write_formula(1, 1, "=6*7", value=42)
    lu = lire(flux.getvalue(), "liste.xlsx")
    assert lu.table["Emplois"].tolist() == ["42"]
    assert any("1\u202fformule" in avis for avis in lu.avis)


def test_la_feuille_demandee_est_lue():
    flux = io.BytesIO()
    with xlsxwriter.Workbook(flux) as livre:
        for nom in ("Dictionnaire", "Un", "Deux"):
            livre.add_worksheet(nom).write_column(0, 0, ["Entreprise", nom])
            livre.get_worksheet_by_name(nom).write_column(0, 1, ["Commune", "Roanne"])
    assert lire(flux.getvalue(), "x.xlsx").table["Entreprise"].tolist() == ["Un"]
    assert lire(flux.getvalue(), "x.xlsx", feuille="Deux").table["Entreprise"].tolist() == ["Deux"]
    with pytest.raises(ListeRefusee, match="feuille visible"):
        lire(flux.getvalue(), "x.xlsx", feuille="Trois")


def test_un_geojson_rend_ses_proprietes_et_ses_points():
    lu = lire(geojson(entite(POINT, Entreprise="A", emplois=12.0, actif=True, suite=[1])), "x.geojson")
    assert lu.table.iloc[0].tolist() == ["A", "12", "oui", "[1]", "46.03", "4.07"]


def test_une_surface_de_geojson_est_ramenee_a_un_point_dedans():
    carre = {"type": "Polygon", "coordinates": [[[4, 46], [5, 46], [5, 47], [4, 47], [4, 46]]]}
    lu = lire(geojson(entite(carre, Entreprise="A", latitude="9")), "x.geojson")
    assert lu.table[["latitude (propriété)", "latitude", "longitude"]].iloc[0].tolist() == [
        "9",
        "46.5",
        "4.5",
    ]
    assert any("point pris dedans" in avis for avis in lu.avis)


def test_une_geometrie_illisible_est_un_defaut_de_sa_ligne():
    lu = lire(geojson(entite({"type": "Point", "coordinates": ["x"]}, E="A"), entite(None, E="B")), "x.json")
    assert dict(lu.defauts) == {0: "la géométrie ne se lit pas"}
    assert lu.table["latitude"].isna().all() if "latitude" in lu.table else True


def test_une_ligne_trop_longue_est_un_defaut_de_sa_ligne():
    lu = lire(f"{TEXTE}B;Roanne;1;2\n".encode(), "liste.csv")
    assert list(lu.defauts) == [1]
    assert "4 cellules pour 3 colonnes" in lu.defauts[1]


def test_les_signes_invisibles_et_de_sens_inverse_sont_retires_et_dits():
    lu = lire("Entreprise;Commune\nA\u202egnp\u200b.exe\x07;Roanne\n".encode(), "liste.csv")
    assert lu.table["Entreprise"].tolist() == ["Agnp.exe"]
    assert any("signes invisibles" in avis for avis in lu.avis)


def test_le_html_d_une_cellule_reste_du_texte():
    lu = lire(b"Entreprise;Commune\n<script>alert(1)</script>;Roanne\n", "liste.csv")
    assert lu.table["Entreprise"].tolist() == ["<script>alert(1)</script>"]


def test_un_octet_nul_egare_est_retire():
    assert lire(b"Entreprise;Commune\nA\x00B;Roanne\n", "x.csv").table["Entreprise"].tolist() == ["AB"]


def test_un_utf8_abime_est_lu_avec_ses_trous_et_le_dit():
    lu = lire("Entreprise;Commune\néééé;Roanne\n".encode() + b"\xff\xe9;Mably\n", "x.csv")
    assert "�" in lu.table["Entreprise"].iloc[1]
    assert any("ligne 3" in avis for avis in lu.avis)


def test_deux_colonnes_du_meme_nom_sont_distinguees():
    assert lire(b"a;a;;b\n1;2;3;4\n", "x.csv").colonnes == ("a", "a (2)", "(colonne 3)", "b")


REFUS = {
    "vide": (b"", "est vide"),
    "blancs": (b"\xef\xbb\xbf \r\n\r\n", "est vide"),
    "en-tete seule": (b"Entreprise;Commune\n", "aucune ligne"),
    "une colonne": (b"Entreprise\nA\n", "pas de tableau"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "image PNG"),
    "pdf": (b"%PDF-1.7 ...", "PDF"),
    "vieux xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ancien classeur Excel"),
    "page": (b"<html><table><tr><td>Entreprise</td></tr></table></html>", "page web"),
    "xml": (b"<?xml version='1.0'?><kml/>", "document XML"),
    "gzip": (zlib.compress(b"x", wbits=31), "gzip"),
    "binaire": (bytes(range(256)) * 40, "encodage est abîmé"),
    "cp1252 impossible": (b"Entreprise;Commune\n\x81\x8d\x8f;Roanne\n", "encodage est abîmé"),
    "utf-16 coupe": (b"\xff\xfeA\x00\x00\xd8", "encodage est abîmé"),
    "guillemet ouvert": (b'Entreprise;Commune\n"A;' + b"x" * 200_000, "guillemet"),
    "json casse": (b'{"type": "FeatureCollection", "features": [', "GeoJSON bien formé"),
    "json profond": (b'{"a":' + b"[" * 100_000, "GeoJSON bien formé"),
    "json autre": (b'{"projets": []}', "pas une liste d’entités"),
    "geojson vide": (geojson(), "aucune entité"),
    "geojson lambert": (geojson(entite(POINT, E="A"), crs={"name": "EPSG:2154"}), "WGS 84"),
    "geojson sans liste": (b'{"type": "FeatureCollection", "features": 3}', "liste d’entités lisible"),
    "zip": (archive({"liste.csv": TEXTE}), "une archive"),
    "ods": (archive({"content.xml": "<a/>"}), "OpenDocument"),
    "xlsb": (archive({"xl/workbook.bin": "x"}), "binaire"),
    "xlsm": (archive({"xl/workbook.xml": "<a/>", "xl/vbaProject.bin": "x"}), "macros"),
    "xlsx creux": (archive({"xl/workbook.xml": "<a/>"}), "abîmé"),
    "xlsx tronque": (classeur([["a", "b"], ["1", "2"]])[:900], "abîmé"),
    "csv nomme xlsx": (TEXTE.encode(), "n’est pas un classeur"),
    "trop de colonnes": (b";".join(b"c%d" % i for i in range(200)) + b"\n1;2\n", "200 colonnes"),
    "trop de lignes": (b"a;b\n" + b"1;2\n" * 200_001, "200\u202f001 lignes"),
}


@pytest.mark.parametrize("cas", REFUS)
def test_ce_qui_n_est_pas_une_liste_est_refuse_par_son_nom(cas):
    octets, message = REFUS[cas]
    nom = "liste.xlsx" if cas == "csv nomme xlsx" else "liste.csv"
    with pytest.raises(ListeRefusee, match=message) as refus:
        lire(octets, nom)
    assert "liste." in str(refus.value) or cas in {"trop de colonnes", "trop de lignes"}


def test_un_fichier_trop_lourd_est_refuse(monkeypatch):
    monkeypatch.setattr("data.liste.signatures.OCTETS_MAX", 30)
    with pytest.raises(ListeRefusee, match="20 au plus"):
        lire(TEXTE.encode(), "liste.csv")
    assert limites.OCTETS_MAX == 20 * 1024 * 1024


def test_une_bombe_zip_est_refusee():
    octets = remanier(classeur([["a", "b"], ["1", "2"]]), "xl/sharedStrings.xml", lambda _: b" " * 50_000_000)
    assert len(octets) < 100_000
    with pytest.raises(ListeRefusee, match="démesurée"):
        lire(octets, "liste.xlsx")


def test_une_bombe_zip_qui_ment_sur_sa_taille_est_refusee():
    octets = bytearray(remanier(classeur([["a", "b"]]), "xl/sharedStrings.xml", lambda _: b" " * 50_000_000))
    place = octets.rfind(b"xl/sharedStrings.xml") - 46
    octets[place + 24 : place + 28] = struct.pack("<I", 100)
    with pytest.raises(ListeRefusee, match="démesurée"):
        lire(bytes(octets), "liste.xlsx")


@pytest.mark.parametrize("adresse", [b"XFD1048576", b"A1048576", b"A210001", b"ZZZ2"])
def test_une_cellule_au_bout_de_la_feuille_est_refusee_avant_d_etre_ouverte(adresse):
    octets = remanier(
        classeur([["a", "b"], ["1", "2"]]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'r="B2"', b'r="' + adresse + b'"'),
    )
    with pytest.raises(ListeRefusee, match="au-delà de 200 000 lignes"):
        lire(octets, "liste.xlsx")


def test_un_long_texte_repete_dans_chaque_cellule_est_refuse():
    octets = classeur([["a", "b"], *([["x" * 30_000] * 20] * 400)])
    with pytest.raises(ListeRefusee, match="démesurée"):
        lire(octets, "liste.xlsx")


def test_un_classeur_chiffre_est_refuse():
    octets = bytearray(classeur([["a", "b"], ["1", "2"]]))
    place = octets.find(b"PK\x01\x02")
    octets[place + 8] |= 1
    with pytest.raises(ListeRefusee, match="abîmé"):
        lire(bytes(octets), "liste.xlsx")


def test_le_nom_du_fichier_ne_porte_ni_dossier_ni_balise():
    with pytest.raises(ListeRefusee) as refus:
        lire(b"", "../../etc/<b>" + "x" * 10_000)
    assert "<" not in str(refus.value)
    assert len(str(refus.value)) < 250


@pytest.mark.parametrize("modele", [modele_csv, modele_xlsx])
def test_le_modele_se_relit_et_toutes_ses_colonnes_sont_reconnues(modele):
    lu = lire(modele(), "modele.csv" if modele is modele_csv else "modele.xlsx")
    reconnues = {champ: colonne for champ, colonne in reconnaitre(lu.colonnes).items() if colonne}
    assert len(reconnues) == len(lu.colonnes) == 21
    assert modele() == modele()


DEBUTS = st.sampled_from(
    [b"", b"PK\x03\x04", b"{", b'{"type":"FeatureCollection","features":[', b"a;b\n", b"\xff\xfe"]
)


@settings(max_examples=300, deadline=None)
@given(DEBUTS, st.binary(max_size=400), st.sampled_from(["x.csv", "x.xlsx", "x.geojson", "", "\x00"]))
def test_n_importe_quels_octets_donnent_une_liste_ou_un_refus(debut, suite, nom):
    assert tient_parole(debut + suite, nom)


CLASSEUR = classeur([["Entreprise", "Commune"], ["A", "Roanne"]])
"""Written once: the date that it carries changes its length from one second to the next."""


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_un_classeur_abime_n_importe_ou_donne_une_liste_ou_un_refus(data):
    octets = bytearray(CLASSEUR)
    for _ in range(data.draw(st.integers(1, 4))):
        octets[data.draw(st.integers(4, len(octets) - 1))] = data.draw(st.integers(0, 255))
    assert tient_parole(bytes(octets), "x.xlsx")


json_quelconque = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda x: st.lists(x, max_size=4) | st.dictionaries(st.sampled_from(["type", "coordinates", "a"]), x),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries({"properties": json_quelconque, "geometry": json_quelconque}),
        min_size=1,
        max_size=4,
    )
)
def test_n_importe_quelles_entites_donnent_une_liste_ou_un_refus(entites):
    assert tient_parole(geojson(*entites), "x.geojson")
