"""« France » in memory: every figure with its origin, the régions ranked, the money, the maps, the label."""

from __future__ import annotations

import itertools
import re
from html import unescape

import pytest

from data.sources.registre import charger_registre
from francais import date_en_lettres, nombre, typographie
from geo.etape.enjeux import enjeux
from geo.etape.financement import financements
from geo.etape.formules import FORMULES, assiette_regions
from geo.etape.nationale import CALCULS, PRINCIPAUX, chiffres_nationaux
from geo.indicateurs.effet_du_label import GRANDEURS, partages
from geo.millesimes import MILLESIMES
from pages.france.chiffres import COURTS, ecrire
from pages.france.financement import par_financeur
from pages.france.projets import par_famille, tableau
from pages.france.regions import par_region
from pages.france.sources import cles
from tests.pages.regards import adresse, avis, bloc, blocs, mots, ouvrir, texte


def page(**parametres: str):
    """Follow a link to « France »."""
    essai = ouvrir("france")
    essai.query_params.update(parametres)
    return essai.run()


@pytest.fixture(scope="module")
def france():
    """The page as a reader first sees it, to be read only."""
    return page()


def partie(essai, titre: str) -> str:
    """The words of a part of the page."""
    return unescape(texte(next(b for b in blocs(essai) if f"<h2>{titre}</h2>" in b)))


def vignettes(essai) -> list[str]:
    return [unescape(texte(c)) for c in bloc(essai, "atlas-nationaux").split("<article")[1:]]


def test_la_page_s_ouvre_sans_erreur_ni_avis(france):
    assert not france.exception
    assert not france.error
    assert avis(france) == []


def test_les_chiffres_principaux_viennent_en_premier_avec_leur_date_et_ce_que_l_on_calcule(france, atlas):
    lues = vignettes(france)
    par_nom = {c.indicateur: c for c in chiffres_nationaux(atlas)}
    assert len(lues) == len(PRINCIPAUX) + 1
    for lue, nom in zip(lues, PRINCIPAUX, strict=False):
        chiffre = par_nom[nom]
        montre, _ = ecrire(chiffre.valeur, chiffre.unite)
        assert COURTS[nom] in lue
        assert montre.removeprefix("plus de ") in lue
        assert "publié" in lue
        assert chiffre.section in lue
        assert chiffre.calcul.formule in lue
        par_construction = chiffre.calcul.par_construction
        assert ("vraie par construction" if par_construction else "calculé") in lue
        assert chiffre.portee in lue


def test_l_extrait_est_une_autre_liste_et_jamais_les_laureats(france, atlas):
    lue = vignettes(france)[-1]
    assert nombre(len(atlas.projets)) in lue
    assert "une autre liste" in lue
    assert "publié" not in lue


def test_chaque_chiffre_du_document_est_sur_la_page(atlas):
    essai = ouvrir("france")
    essai.session_state["france-autres"] = True
    tout = mots(essai.run())
    for chiffre in chiffres_nationaux(atlas):
        montre, reste = ecrire(chiffre.valeur, chiffre.unite)
        assert typographie(chiffre.indicateur) in tout
        assert (f"{montre} {reste}" if reste else montre).removeprefix("plus de ") in tout or montre in tout


def test_une_quantite_qui_est_un_minimum_le_dit(france):
    assert any("plus de 1\u202f800" in lue for lue in vignettes(france))


def test_le_premier_classement_est_celui_des_laureats_et_dit_qui_est_deduit(france):
    lue = bloc(france, "atlas-note-france")
    assert "1\u202f416" in lue
    assert "somme des lignes" in unescape(lue)
    assert "Auvergne-Rhône-Alpes\u00a0: déduit par différence" in unescape(lue)
    assert "<em>somme</em>" in lue


def test_un_autre_chiffre_va_dans_l_adresse_et_la_france_est_un_rapport_de_sommes():
    essai = page()
    essai.selectbox(key="france-tri").select("levier").run()
    assert adresse(essai) == {"tri": "levier"}
    assert "9,4\u202f€" in bloc(essai, "atlas-note-france")
    assert "rapport des sommes" in bloc(essai, "atlas-note-france")


def test_un_lien_retablit_le_chiffre_le_millesime_et_la_comparaison():
    essai = page(tri="cout_emploi", millesime="2023", changements="2021")
    assert avis(essai) == []
    assert essai.selectbox(key="france-tri").value == "cout_emploi"
    assert essai.selectbox(key="france-changements").value == 2021
    assert essai.button_group(key="france-millesime").value == 2023
    assert adresse(essai) == {"tri": "cout_emploi", "millesime": "2023", "changements": "2021"}


def test_un_chiffre_faux_donne_un_avis_et_le_reste_s_applique():
    essai = page(tri="pib", millesime="2022")
    assert avis(essai) == [
        "Le chiffre « pib » n’existe pas : les régions sont classées par leurs lauréats du fonds."
    ]
    assert essai.button_group(key="france-millesime").value == 2022


def test_la_carte_montre_les_territoires_du_millesime_sans_projets(france):
    message = france.get("component_instance")[0].proto.json_args
    assert '\\"millesime\\": 2021' in message
    assert "projets" not in message.split('\\"couches\\"')[1].split("]")[0]


def test_un_autre_millesime_change_la_carte_et_ce_qui_est_dedans(atlas):
    essai = page()
    avant = partie(essai, "Dans un territoire, et hors")
    essai.button_group(key="france-millesime").set_value(2023).run()
    apres = partie(essai, "Dans un territoire, et hors")
    assert adresse(essai) == {"millesime": "2023"}
    part = {p.grandeur.cle: p.part for p in partages(atlas, millesime=2023)}["projets"]
    assert nombre(100 * part, 0, "%") in apres
    assert avant != apres


def test_choisir_l_annee_de_la_comparaison_met_fin_a_la_comparaison():
    essai = page(changements="2020")
    essai.button_group(key="france-millesime").set_value(2020).run()
    assert adresse(essai) == {"millesime": "2020"}


def test_une_comparaison_enumere_ce_qui_a_change():
    essai = page(changements="2020")
    assert any("Ce qui a changé de 2020 à 2021" in e.label for e in essai.expander)


def test_ce_qui_est_dedans_est_a_cote_de_ce_a_quoi_on_le_compare(france, atlas):
    lue = partie(france, "Dans un territoire, et hors")
    for partage in partages(atlas, millesime=2021):
        assert partage.grandeur.libelle in lue
        assert nombre(100 * partage.part, 0, "%") in lue
        assert partage.grandeur.formule in lue
    assert "pas forcément la cause" in lue


def test_les_parts_publiees_de_l_industrie_sont_a_cote_des_notres_avec_la_raison(france):
    lue = partie(france, "Dans un territoire, et hors")
    assert re.search(r"15,3\u202f% *publié *14,8\u202f% *calculé", lue)
    assert re.search(r"9,5\u202f% *publié *9,3\u202f% *calculé", lue)
    assert "2022" in lue
    assert "sans l’outre-mer" in lue


def test_ce_que_les_deux_cotes_laissent_est_dit_a_cote(france):
    lue = partie(france, "Dans un territoire, et hors")
    assert re.search(r"sans Mayotte *hors\u00a0: 15\u202f060\u202f800", lue)
    assert re.search(r"sans l’outre-mer *hors\u00a0: 1\u202f380\u202f231", lue)


def test_les_quatre_cartes_sont_cote_a_cote(france, atlas):
    lue = unescape(texte(next(b for b in blocs(france) if "Les territoires au fil du temps" in b)))
    for millesime, attendu in MILLESIMES.items():
        assert f"{millesime} {attendu.territoires} " in lue
    assert nombre(atlas.territoires_de(2021)["population"].sum()) in lue


def test_un_appui_sur_la_carte_ouvre_la_fiche_de_ce_millesime():
    essai = page(millesime="2023")
    essai.session_state["france-ouvrir"] = "ti-2806"
    essai.run()
    assert adresse(essai) == {"ti": "ti-2806", "millesime": "2023"}
    assert not essai.exception


def test_un_appui_sur_une_barre_ouvre_sa_region():
    essai = page()
    essai.session_state["france-region"] = "53"
    essai.run()
    assert adresse(essai) == {"code": "53"}


def test_un_appui_sur_une_famille_montre_ses_projets():
    essai = page()
    essai.session_state["france-famille"] = "Santé"
    essai.run()
    assert adresse(essai) == {"filiere": "Santé"}


def test_les_enjeux_disent_quelles_parties_s_additionnent(france, atlas):
    lue = partie(france, "Les trois enjeux")
    for enjeu in enjeux(atlas):
        assert typographie(enjeu.nom) in lue
        assert nombre(enjeu.projets) in lue
        assert all(typographie(nom) in lue for nom, _ in enjeu.parties)
    assert "Plusieurs sous-catégories possibles" in lue
    assert "s’additionnent" in lue


def test_le_financement_dit_son_total_et_l_ecart_de_la_dotation(france, atlas):
    lue = partie(france, "Qui finance")
    assert nombre(atlas.financement_2021["montant_meur"].sum(), 0, "M€") in lue
    assert all(montant in lue for montant in ("850\u202fM€", "843\u202fM€", "7\u202fM€"))


def test_les_etapes_sont_une_liste_ordonnee_avec_leurs_dates(france, atlas):
    contenu = next(b for b in blocs(france) if "atlas-chronologie" in b)
    assert contenu.count("<li>") == len(atlas.chronologie)
    assert "<ol" in contenu
    assert 'datetime="2018-11-22"' in contenu
    assert "2019 à 2020" in unescape(contenu)
    assert 'datetime="2019-2020"' not in contenu


def test_les_titres_descendent_d_un_niveau_a_la_fois(france):
    niveaux = [int(n) for b in blocs(france) for n in re.findall(r"<h([1-6])", b)]
    assert niveaux[0] == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(niveaux))


def test_le_classement_et_son_tableau_ont_le_meme_ordre_chaque_chiffre_et_la_france_en_dernier(atlas):
    assiette = assiette_regions(atlas)
    graphique = par_region(assiette, FORMULES["levier"])
    noms = graphique.table["Région"].tolist()
    assert noms[0] == "Normandie"
    assert noms[-1] == "France"
    assert noms.count("Auvergne-Rhône-Alpes (déduit, non publié)") == 1
    assert len(graphique.cles) == len(assiette) == len(noms) - 1
    assert len(graphique.table.columns) == 1 + len(FORMULES)


def test_une_region_deduite_se_lit_entre_ses_bornes_et_hors_classement(atlas):
    graphique = par_region(assiette_regions(atlas), FORMULES["investissements"])
    assert graphique.figure.data[0].text[-1] == "319 à 419<br>(déduit)"
    assert "Hors classement : Auvergne-Rhône-Alpes, environ 370 (319 à 419, déduit)" in graphique.alternative
    cellules = graphique.table.set_index("Région").loc["Auvergne-Rhône-Alpes (déduit, non publié)"]
    assert cellules["Investissements soutenus (M€)"] == "environ 370 (319 à 419)"


def test_un_rapport_de_la_table_est_dit_calcule(atlas):
    tetes = par_region(assiette_regions(atlas), FORMULES["laureats"]).table.columns[1:]
    for tete, formule in zip(tetes, FORMULES.values(), strict=True):
        assert ("calculé" in tete) != formule.publie


def test_les_filieres_du_tableau_gardent_leurs_noms_publies_et_leur_nombre(atlas):
    table = par_famille(atlas.projets).table
    noms = set(atlas.projets["filiere"].dropna())
    assert set(table["Filière publiée"]) == noms | {"non renseigné"}
    aeronautique = table.set_index("Filière publiée").loc["Aéronautique", "Projets"]
    assert aeronautique == nombre(int((atlas.projets["filiere"] == "Aéronautique").sum()))


def test_les_familles_du_graphique_comptent_chaque_projet_et_les_autres_viennent_en_dernier(atlas):
    graphique = par_famille(atlas.projets)
    assert sum(graphique.figure.data[0].x) == len(atlas.projets)
    assert graphique.cles[-2:] == ("Autres filières", "Non renseignée")
    assert graphique.figure.data[0].x[-1] == atlas.projets["filiere"].isna().sum()


def test_une_filiere_absente_n_a_pas_de_part(atlas):
    table = tableau(atlas.projets).set_index("Filière publiée")
    assert table.loc["non renseigné", "Part"] == "–"
    dites = [p.split("\u202f")[0].replace(",", ".") for p in table["Part"] if p != "–"]
    parts = [0.5 if dite == "<" else float(dite) for dite in dites]
    assert sum(parts) == pytest.approx(100, abs=1)


def test_le_tableau_du_financement_a_chaque_ligne_et_le_total(atlas):
    table = par_financeur(financements(atlas)).table
    lignes = atlas.financement_2021
    assert table["M€"].iloc[-1] == nombre(lignes["montant_meur"].sum())
    plusieurs = (lignes["financeur"].value_counts() > 1).sum()
    assert len(table) == len(lignes) + plusieurs + 1
    assert "État · Fonds d’accélération des investissements industriels dans les territoires" in set(
        table["Financeur et dispositif"]
    )


def test_les_sources_de_chaque_chiffre_sont_citees():
    registre = charger_registre()
    essai = page()
    assert "Point d’étape à 3 ans, chiffres par région" not in mots(essai)
    essai.session_state["france-sources"] = True
    essai.run()
    lues = unescape(bloc(essai, "atlas-sources"))
    assert all(registre[cle].citation() in lues for cle in cles())
    declarees = [*CALCULS.values(), *FORMULES.values(), *GRANDEURS]
    assert {source for declaree in declarees for source in declaree.sources} <= set(cles())


@pytest.mark.parametrize(
    ("date", "lettres"),
    [
        ("2021-09-24", "24 septembre 2021"),
        ("2022-01-01", "1er janvier 2022"),
        ("2018-09", "septembre 2018"),
        ("2019", "2019"),
        ("2019-2020", "2019 à 2020"),
    ],
)
def test_une_date_se_lit_comme_le_francais_la_dit(date, lettres):
    assert date_en_lettres(date) == lettres
