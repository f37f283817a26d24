"""What the files of the open data hold: the figures and the rows of the pages, the sources, the outlines."""

from __future__ import annotations

import csv
import io
import json

import geopandas as gpd
import pyarrow.parquet as pq
import pytest
import shapely

from exports.jour import aujourd_hui
from exports.tables.colonnes import COLONNES as COLONNES_PROJETS
from geo.filtre.filtre import Filtre
from geo.filtre.selection import filtrer
from geo.indicateurs.mesures import INDICATEURS, mesure
from geo.indicateurs.objets import Objet
from geo.millesimes import MILLESIMES
from service.ouvertes.adresses import adresses
from service.ouvertes.contours import COLONNES_EPCI, COLONNES_TI
from service.ouvertes.description import openapi
from service.ouvertes.lecture import lire
from service.ouvertes.parametres import NIVEAUX
from service.ouvertes.refus import Refus
from tests.citees import PERIMETRES, perimetres
from tests.service.ouvertes import matiere

PAR_FICHIER = {adresse.fichier: adresse for adresse in adresses()}


def contenu(fichier, requete=""):
    adresse = PAR_FICHIER[fichier]
    return adresse.faire(matiere(), lire(requete.encode(), adresse.parametres(matiere())))


def table(octets):
    """Rows of a French CSV, and what stands under it."""
    lignes = list(csv.reader(io.StringIO(octets.decode("utf-8-sig")), delimiter=";"))
    fin = lignes.index([])
    return [dict(zip(lignes[0], ligne, strict=True)) for ligne in lignes[1:fin]], lignes[fin + 1 :]


@pytest.mark.parametrize(("millesime", "nombre"), [(2020, 148), (2021, 146), (2022, 149), (2023, 183)])
def test_chaque_territoire_d_un_millesime_a_son_contour(millesime, nombre):
    lu = json.loads(contenu("territoires.geojson", f"millesime={millesime}").octets)
    formes = [shapely.from_geojson(json.dumps(e["geometry"])) for e in lu["features"]]
    assert lu["total"] == len(formes) == nombre
    assert all(forme.is_valid and not forme.is_empty for forme in formes)


@pytest.mark.parametrize("fichier", ["territoires.geojson", "epci.geojson"])
def test_les_anneaux_exterieurs_tournent_comme_la_rfc_le_demande(fichier):
    lu = json.loads(contenu(fichier, "region=28").octets)
    for element in lu["features"]:
        forme = shapely.from_geojson(json.dumps(element["geometry"]))
        assert all(shapely.is_ccw(partie.exterior) for partie in getattr(forme, "geoms", [forme]))


def test_les_proprietes_sont_celles_que_le_fichier_declare():
    territoire = json.loads(contenu("territoires.geojson", "limite=1").octets)
    assert set(territoire["features"][0]["properties"]) == set(territoire["colonnes"]) == set(COLONNES_TI)
    groupement = json.loads(contenu("epci.geojson", "limite=1").octets)
    assert set(groupement["features"][0]["properties"]) == set(groupement["colonnes"]) == set(COLONNES_EPCI)


def test_un_territoire_interregional_est_donne_avec_chacune_de_ses_regions():
    de_deux = matiere().atlas.territoires_de(2021)
    de_deux = de_deux[de_deux["regions"].str.contains(",")].iloc[0]
    for region in de_deux["regions"].split(","):
        lu = json.loads(contenu("territoires.geojson", f"region={region}").octets)
        assert de_deux["id_ti"] in [element["id"] for element in lu["features"]]


def test_un_epci_dit_le_territoire_du_millesime_demande():
    for millesime in MILLESIMES:
        lu = json.loads(contenu("epci.geojson", f"millesime={millesime}&region=53").octets)
        groupements = matiere().atlas.groupements
        voulus = groupements[groupements["millesime"] == millesime].set_index("siren")["id_ti"].to_dict()
        dits = {e["id"]: e["properties"]["id_ti"] for e in lu["features"]}
        assert dits == {siren: voulus.get(siren) for siren in dits}
        assert any(dits.values())


@pytest.mark.parametrize(
    "requete", ["", "region=53&dans_ti=oui", "q=bois&tri=-date", "stade=laureat&du=2021-06"]
)
def test_les_projets_sont_ceux_de_la_page_dans_les_trois_formats(requete):
    adresse = PAR_FICHIER["projets.csv"]
    filtre, avis = Filtre.lire(lire(requete.encode(), adresse.parametres(matiere())), matiere().vocabulaires)
    voulus = set(matiere().preparee.table.iloc[filtrer(matiere().preparee, filtre)]["id_projet"])
    lignes, _ = table(contenu("projets.csv", requete).octets)
    points = json.loads(contenu("projets.geojson", requete).octets)["features"]
    geo = gpd.read_parquet(io.BytesIO(contenu("projets.parquet", requete).octets))
    identifiants = [ligne[COLONNES_PROJETS[0].entete] for ligne in lignes]
    assert avis == []
    assert voulus == set(identifiants)
    assert [point["properties"]["id_projet"] for point in points] == identifiants
    assert list(geo["id_projet"]) == identifiants


def test_les_filtres_sont_dits_dans_le_fichier_et_le_lien_ne_nomme_aucun_hote():
    lu = json.loads(contenu("projets.geojson", "region=53&dans_ti=oui&limite=1").octets)
    assert lu["filtres"] == ["Bretagne", "Dans un territoire"]
    assert lu["lien"] == "/projets?region=53&dans_ti=oui"
    assert lu["jour"] == aujourd_hui()


def test_chaque_fichier_porte_ses_sources_et_sa_licence():
    for fichier in PAR_FICHIER:
        fait = contenu(fichier, "limite=1")
        assert fait.sources
        assert all("Licence Ouverte" in source for source in fait.sources)
        if fichier.endswith("parquet"):
            meta = pq.read_schema(io.BytesIO(fait.octets)).metadata
            assert meta[b"sources"].decode().split("\n") == list(fait.sources)
        else:
            texte = fait.octets.decode()
            assert all(source in texte for source in fait.sources)


def test_les_indicateurs_sont_les_chiffres_des_pages():
    lignes, _ = table(contenu("indicateurs.csv", "niveau=ti&millesime=2021").octets)
    assert len(lignes) == 146 * len(INDICATEURS)
    for ligne in lignes[::37]:
        voulue = mesure(
            matiere().atlas,
            objet=Objet(sorte="ti", code=ligne["code"]),
            millesime=2021,
            cle=ligne["indicateur"],
        )
        if voulue.valeur is None or voulue.valeur != voulue.valeur:
            assert (ligne["valeur"], ligne["rang"]) == ("", "")
        else:
            assert float(ligne["valeur"].replace(",", ".")) == pytest.approx(voulue.valeur, abs=1e-6)
            assert ligne["rang"] == ("" if voulue.rang is None else str(voulue.rang))
            assert ligne["tiers"] == voulue.tiers


@pytest.mark.parametrize("niveau", NIVEAUX)
def test_chaque_niveau_a_une_ligne_pour_chaque_indicateur(niveau):
    lignes, _ = table(contenu("indicateurs.csv", f"niveau={niveau}").octets)
    assert {ligne["niveau"] for ligne in lignes} == {niveau}
    assert len(lignes) == len(INDICATEURS) * len({ligne["code"] for ligne in lignes})


def test_un_chiffre_manquant_est_vide_et_dit_pourquoi():
    lignes, _ = table(contenu("indicateurs.csv", "niveau=epci").octets)
    vides = [ligne for ligne in lignes if not ligne["valeur"]]
    assert vides
    assert {ligne["etat"] for ligne in vides} <= {"emprunté", "partiel", "absent"}
    assert all(ligne["a_savoir"] for ligne in vides)
    assert {ligne["etat"] for ligne in lignes if ligne["valeur"] == "0"} == {"zéro"}


@pytest.mark.parametrize(
    ("indicateur", "valeur", "etat", "dit"),
    [
        (
            "part_industrie",
            "",
            "emprunté",
            "100\u202f% de ses emplois viennent d’une intercommunalité qui n’y est qu’en partie",
        ),
        ("chomage", "7,3", "connu", "taux de la zone d’emploi"),
    ],
)
def test_ce_qui_vient_d_une_unite_plus_grande_est_dit(indicateur, valeur, etat, dit):
    lignes, _ = table(contenu("indicateurs.csv", f"indicateur={indicateur}").octets)
    carros = next(ligne for ligne in lignes if ligne["code"] == "ti-9303")
    assert (carros["valeur"], carros["etat"], carros["a_savoir"]) == (valeur, etat, dit)


def test_le_pied_dit_la_formule_de_chaque_indicateur_demande_et_d_aucun_autre():
    _, pied = table(contenu("indicateurs.csv", "indicateur=chomage&niveau=region").octets)
    assert [ligne[1] for ligne in pied if ligne[0] == "Formule"] == ["chomage"]
    assert any(INDICATEURS["chomage"].formule in case for ligne in pied for case in ligne)


@pytest.mark.parametrize("fichier", ["projets.csv", "indicateurs.csv"])
def test_aucune_cellule_ne_peut_agir_dans_un_tableur(fichier):
    texte = contenu(fichier).octets.decode("utf-8-sig")
    cases = (case for ligne in csv.reader(io.StringIO(texte), delimiter=";") for case in ligne)
    nombres = "0123456789,"
    assert [c for c in cases if c.startswith(("=", "@", "+", "\t", "\r"))] == []
    cases = (case for ligne in csv.reader(io.StringIO(texte), delimiter=";") for case in ligne)
    assert [c for c in cases if c.startswith("-") and c[1:].strip(nombres)] == []


def test_la_description_nomme_chaque_adresse_parametre_et_colonne():
    decrite = openapi(matiere())
    assert list(decrite["paths"]) == [adresse.chemin for adresse in adresses()]
    for adresse in adresses():
        lecture = decrite["paths"][adresse.chemin]["get"]
        noms = [parametre["name"] for parametre in lecture["parameters"]]
        assert noms == [parametre.nom for parametre in adresse.parametres(matiere())]
        ecrit = json.dumps(lecture["responses"]["200"]["content"], ensure_ascii=False)
        assert all(nom in ecrit for nom in adresse.colonnes)


def test_l_exemple_de_chaque_adresse_donne_quelque_chose():
    for fichier, adresse in PAR_FICHIER.items():
        assert contenu(fichier, adresse.exemple).total > 0


def test_la_meme_question_donne_les_memes_octets():
    for fichier in PAR_FICHIER:
        assert contenu(fichier, "limite=20").octets == contenu(fichier, "limite=20").octets


@pytest.mark.parametrize("millesime", PERIMETRES)
@pytest.mark.parametrize(
    "fichier",
    [
        "projets.csv?region=53",
        "projets.geojson?region=53",
        "projets.parquet?region=53",
        "territoires.geojson?region=53",
        "epci.geojson?region=53",
        "indicateurs.csv?niveau=ti",
    ],
)
def test_un_fichier_cite_le_perimetre_de_son_annee(fichier, millesime):
    nom, _, requete = fichier.partition("?")
    fait = contenu(nom, f"{requete}&millesime={millesime}")
    assert perimetres(" ".join(fait.sources)) == PERIMETRES[millesime]


def test_des_projets_nommes_un_a_un_partent_seuls():
    lignes, _ = table(contenu("projets.csv", "choix=p-5b3a517738-2,p-22aed0693a").octets)
    assert {ligne["Identifiant du projet"] for ligne in lignes} == {"p-5b3a517738-2", "p-22aed0693a"}


def test_un_projet_que_l_atlas_n_a_pas_est_refuse():
    with pytest.raises(Refus) as refus:
        contenu("projets.csv", "choix=p-5b3a517738-2,p-0000000000")
    assert refus.value.statut == 422
    assert "pas parmi ceux" in refus.value.detail
