"""The A4 sheet: read back from the file, it says what the screen says, on one page, with its letters."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from pypdf import PdfReader

from exports.fiche.entete import _sources
from exports.fiche.page import Page
from exports.fiche.pdf import debordements, fiche_region, fiche_territoire
from francais import NON_RENSEIGNE, nombre
from geo.fiche.contenu import contenu_region, contenu_territoire
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import mesure
from geo.indicateurs.objets import LA_FRANCE, Objet
from geo.territoires.regions import noms

ADRESSE = "https://atlas.exemple/territoire?ti=ti-2806"
COMMUNS = {"millesime": 2021, "adresse": ADRESSE, "jour": "2026-11-21"}


def plat(texte):
    """A text without its spaces, which a reader of PDF may set otherwise."""
    return "".join(texte.split())


@pytest.fixture(scope="module")
def octets(atlas):
    return fiche_territoire(atlas, id_ti="ti-2806", **COMMUNS)


@pytest.fixture(scope="module")
def lecteur(octets):
    return PdfReader(io.BytesIO(octets))


def test_une_page_d_a4(lecteur):
    assert len(lecteur.pages) == 1
    assert [float(c) * 25.4 / 72 for c in lecteur.pages[0].mediabox[2:]] == pytest.approx([210, 297], abs=0.1)


def test_le_titre_et_la_langue_sont_dits(lecteur):
    assert lecteur.metadata.title == "Nord Cotentin – Territoire d’industrie"
    catalogue = lecteur.trailer["/Root"]
    assert catalogue["/Lang"] == "fr-FR"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]


def test_la_carte_a_un_texte_de_remplacement(lecteur):
    arbre = lecteur.trailer["/Root"]["/StructTreeRoot"].get_object()
    racine = arbre["/K"][0].get_object()
    textes = [noeud.get_object().get("/Alt", "") for noeud in racine["/K"]]
    assert any("Carte de Nord Cotentin" in texte for texte in textes)


@pytest.mark.parametrize("id_ti", ["ti-9303", "ti-8416"])
def test_un_chiffre_qui_n_est_que_celui_d_une_intercommunalite_dit_pourquoi_il_manque(atlas, id_ti):
    lu = PdfReader(io.BytesIO(fiche_territoire(atlas, id_ti=id_ti, **COMMUNS))).pages[0].extract_text()
    assert plat("de ses emplois viennent d’une intercommunalité qui n’y est qu’en partie") in plat(lu)
    assert plat("France, hors Guyane et Mayotte") in plat(lu)
    assert debordements(atlas, mot=id_ti, millesime=2021) == []


def test_chaque_police_est_embarquee(lecteur):
    polices = lecteur.pages[0]["/Resources"]["/Font"]
    assert len(polices) >= 2
    for police in polices.values():
        descendante = police.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in descendante["/FontDescriptor"].get_object()


def test_elle_pese_moins_d_un_megaoctet(octets):
    assert len(octets) < 1_000_000


def test_le_meme_jour_donne_les_memes_octets(atlas, octets):
    assert fiche_territoire(atlas, id_ti="ti-2806", **COMMUNS) == octets


def test_le_lien_est_un_lien_et_un_texte(lecteur):
    liens = [a.get_object()["/A"]["/URI"] for a in lecteur.pages[0]["/Annots"] if "/A" in a.get_object()]
    assert set(liens) == {ADRESSE}
    assert ADRESSE in lecteur.pages[0].extract_text()


def test_les_sources_et_le_jour_sont_cites(lecteur):
    texte = plat(lecteur.pages[0].extract_text())
    assert "Fichedu21/11/2026" in texte
    assert "Sources,toutessousLicenceOuverte2.0:" in texte
    assert texte.count("miseàjour") >= 5


def test_les_sources_de_plusieurs_licences_nomment_chacune_la_leur():
    dites = _sources(["Source : A, a – Licence Ouverte 2.0", "Source : B, b – ODbL"])
    assert dites == "Sources : A, a – Licence Ouverte 2.0 ; B, b – ODbL."


@pytest.mark.parametrize("cle", INDICATEURS)
def test_un_chiffre_relu_est_celui_de_l_ecran(atlas, lecteur, cle):
    texte = plat(lecteur.pages[0].extract_text())
    quoi = INDICATEURS[cle]
    for objet in (Objet(sorte="ti", code="ti-2806"), Objet(sorte="region", code="28"), LA_FRANCE):
        valeur = mesure(atlas, objet=objet, millesime=2021, cle=cle).valeur
        assert plat(nombre(valeur, quoi.decimales)) in texte


def test_les_projets_et_les_groupements_sont_comptes_sur_la_page(atlas, lecteur):
    fiche = atlas.fiche("ti-2806", 2021)
    texte = plat(lecteur.pages[0].extract_text())
    assert f"{len(fiche.projets)}projets,avril2022" in texte
    assert all(plat(nom) in texte for nom in fiche.groupements["libelle"])


def test_un_chiffre_vide_n_est_pas_un_zero(atlas):
    chiffres = {c.cle: c for c in contenu_territoire(atlas, id_ti="ti-0101", millesime=2021).chiffres}
    assert chiffres["part_industrie"].valeur == NON_RENSEIGNE
    assert not chiffres["part_industrie"].unite
    assert chiffres["part_industrie"].rang == "non classé"


@pytest.mark.parametrize(("id_ti", "unite"), [("ti-0302", "projet"), ("ti-2806", "projets")])
def test_l_unite_d_un_chiffre_s_accorde_avec_lui(atlas, id_ti, unite):
    assert contenu_territoire(atlas, id_ti=id_ti, millesime=2021).chiffres[0].unite == unite


def test_une_region_qui_est_son_seul_departement_est_dite_une_fois(atlas):
    precision = contenu_territoire(atlas, id_ti="ti-0101", millesime=2021).precision
    assert precision.count("Guadeloupe") == 1


def test_une_region_sans_territoires_n_a_pas_de_liste_vide(atlas):
    octets = fiche_region(atlas, code="06", **COMMUNS)
    texte = PdfReader(io.BytesIO(octets)).pages[0].extract_text()
    assert "Aucun territoire" in texte
    assert "Habitants" not in texte
    assert "Principaux projets" not in texte


def test_aucune_ligne_ne_commence_par_un_signe_de_ponctuation(atlas):
    """« ; » alone at the start of a line was seen on the sheets of Corse and of the overseas régions."""
    for code in ("94", "OM"):
        texte = PdfReader(io.BytesIO(fiche_region(atlas, code=code, **COMMUNS))).pages[0].extract_text()
        assert [ligne for ligne in texte.splitlines() if ligne.strip()[:1] in set(";:!?»")] == []


def test_un_territoire_interregional_est_compare_a_ses_regions(atlas):
    table = atlas.territoires_de(2021)
    id_ti = table.loc[table["regions"].str.contains(","), "id_ti"].iloc[0]
    references = contenu_territoire(atlas, id_ti=id_ti, millesime=2021).chiffres[0].references
    assert len(references) == 3


def test_aucune_boite_d_un_territoire_ne_deborde(atlas):
    """The hard cases; `python -m bench.fiche` lays them all out."""
    table = atlas.territoires_de(2021)
    longs = table.loc[table["lib_ti"].str.len().nlargest(8).index, "id_ti"]
    nombreux = table.loc[(table["nb_epci"] + table["nb_communes_isolees"]).nlargest(6).index, "id_ti"]
    ailleurs = table.loc[table["regions"].str.startswith("0") | table["regions"].str.contains(","), "id_ti"]
    paris = table.loc[table["nb_ept"] > 0, "id_ti"]
    for id_ti in sorted({*longs, *nombreux, *ailleurs, *paris}):
        assert debordements(atlas, mot=id_ti, millesime=2021) == [], id_ti


def test_aucune_boite_d_une_region_ne_deborde(atlas):
    for code in noms(atlas):
        assert debordements(atlas, mot=f"region-{code}", millesime=2021) == [], code


def test_la_fiche_d_une_region_donne_ses_chiffres(atlas):
    octets = fiche_region(atlas, code="53", **COMMUNS)
    texte = plat(PdfReader(io.BytesIO(octets)).pages[0].extract_text())
    contenu = contenu_region(atlas, code="53", millesime=2021)
    assert all(plat(c.valeur) in texte for c in contenu.chiffres)
    assert "Finistère" in texte


@pytest.mark.sources
def test_les_chiffres_publies_d_une_region_sont_ceux_du_document(atlas, sources):
    brut = pd.read_csv(sources / "point_etape_2021" / "regions.csv", dtype=str).set_index("region")
    ligne = brut.loc["Bretagne"]
    phrase = contenu_region(atlas, code="53", millesime=2021).etape
    assert phrase.startswith("Publié")
    assert f"lauréats du fonds d’accélération\u00a0: {ligne['laureats']} " in phrase
    assert ligne["investissements_meur"].replace(".", ",") in phrase


def test_un_chiffre_deduit_le_dit(atlas):
    phrase = contenu_region(atlas, code="84", millesime=2021).etape
    assert "(déduit)" in phrase
    assert not phrase.startswith("Publié")


def test_un_territoire_d_un_autre_millesime_a_sa_fiche(atlas):
    id_ti = atlas.territoires_de(2023)["id_ti"].iloc[-1]
    octets = fiche_territoire(atlas, id_ti=id_ti, **{**COMMUNS, "millesime": 2023})
    assert len(PdfReader(io.BytesIO(octets)).pages) == 1


def test_un_texte_trop_long_est_signale():
    with Page(titre="Essai", jour="2026-11-21") as page:
        page.ligne(10, 10, 20, "Un nom qui ne tiendra jamais sur cette ligne", nom="essai")
        page.bloc(
            10, 20, 20, 4, "Un texte qui ne tiendra jamais dans cette boîte, même plus petit", nom="boîte"
        )
        assert [debord.split(" : ")[0] for debord in page.debords] == ["essai", "boîte"]


def test_un_texte_un_peu_long_est_compose_plus_petit():
    with Page(titre="Essai", jour="2026-11-21") as page:
        page.style(8)
        page.ligne(10, 10, page.get_string_width("Un nom un peu long") * 0.9, "Un nom un peu long")
        assert page.debords == []
        assert page.font_size_pt < 8


def test_un_territoire_inconnu_est_refuse(atlas):
    with pytest.raises(KeyError):
        fiche_territoire(atlas, id_ti="ti-9999", **COMMUNS)
