"""What people really type: codes, addresses, districts, names of before, numbers of enterprises."""

import pytest

from geo.millesimes import MILLESIMES
from geo.recherche import LIMITE, Index


@pytest.fixture(scope="module")
def index(atlas):
    return Index.de(atlas)


@pytest.fixture(scope="module")
def repondre(index):
    return index.repondre


def titres(reponses):
    return [groupe.titre for groupe in reponses.groupes]


@pytest.mark.parametrize(
    ("tape", "sorte", "commune"),
    [
        # postal codes
        ("22300", "commune", "22113"),
        ("2230", "commune", "22113"),
        ("75013", "arrondissement", "75056"),
        ("75116", "arrondissement", "75056"),
        ("69003", "arrondissement", "69123"),
        ("13008", "arrondissement", "13055"),
        ("20000", "commune", "2A004"),
        ("97400", "commune", "97411"),
        ("F-35300", "commune", "35115"),
        # INSEE codes
        ("75113", "arrondissement", "75056"),
        ("22113", "commune", "22113"),
        ("2A004", "commune", "2A004"),
        ("59355", "ancienne", "59350"),
        # arrondissements
        ("Paris 13e", "arrondissement", "75056"),
        ("PARIS 13", "arrondissement", "75056"),
        ("Paris XIII", "arrondissement", "75056"),
        ("paris 1er", "arrondissement", "75056"),
        ("Marseille 8", "arrondissement", "13055"),
        ("MARSEILLE 08", "arrondissement", "13055"),
        ("Lyon 3ème", "arrondissement", "69123"),
        ("3e arrondissement de Lyon", "arrondissement", "69123"),
        # CEDEX
        ("Saint-Brieuc CEDEX 1", "commune", "22278"),
        ("Saint-Brieuc CEDEX", "commune", "22278"),
        ("22000 CEDEX", "commune", "22278"),
        ("75013 PARIS CEDEX 13", "arrondissement", "75056"),
        ("22022 Saint-Brieuc cedex", "commune", "22278"),
        ("BP 412, 35304 FOUGERES CEDEX", "commune", "35115"),
        # a name and its place
        ("Fougères 35300", "commune", "35115"),
        ("35300 Fougères", "commune", "35115"),
        ("Fougere, 35300", "commune", "35115"),
        ("1000 Bourg-en-Bresse", "commune", "01053"),
        ("Saint-Denis 93", "commune", "93066"),
        ("93 Saint-Denis", "commune", "93066"),
        ("Saint-Denis (Réunion)", "commune", "97411"),
        ("saint denis de la réunion", "commune", "97411"),
        ("Saint-Denis Seine-Saint-Denis", "commune", "93066"),
        ("Fougères, Ille-et-Vilaine", "commune", "35115"),
        ("fougeres ille", "commune", "35115"),
        ("Fougères Bretagne", "commune", "35115"),
        ("Fougere Bretagne", "commune", "35115"),
        # names that are a name and a place for those who read too fast
        ("Villeneuve-sur-Lot", "commune", "47323"),
        ("Bar-sur-Aube", "commune", "10033"),
        ("Saint-Laurqnt-Bretagne", "commune", "64488"),
        # names of before and of since
        ("Bellegarde-sur-Valserine", "ancienne", "01033"),
        ("Octeville", "ancienne", "50129"),
        ("Châlons-sur-Marne", "ancien_nom", "51108"),
        ("Bernoy-le-Château", "recente", "02564"),
        # the commune before the perimeter of 2020
        ("Le Mans", "commune", "72181"),
    ],
)
def test_ce_que_l_on_tape_donne_d_abord_ce_que_l_on_cherche(index, tape, sorte, commune):
    premiere = index.chercher(tape)[0]
    assert (premiere.sorte, premiere.commune) == (sorte, commune)


def test_un_code_postal_partage_donne_toutes_ses_communes_sous_un_titre(repondre, atlas):
    table = atlas.codes_postaux
    attendues = set(table.loc[table["code_postal"] == "22300", "commune"])
    groupe = repondre("22300", limite=50).groupes[0]
    assert groupe.titre == "Code postal 22300 · 9\u202fcommunes"
    assert {reponse.commune for reponse in groupe.reponses} == attendues


def test_un_code_qui_est_postal_et_insee_donne_les_deux_sous_deux_titres(repondre):
    trouve = repondre("13001")
    assert titres(trouve) == ["Code postal 13001 · 1\u202farrondissement", "Code Insee 13001"]
    assert [r.libelle for r in trouve.toutes] == ["Marseille 1er arrondissement", "Aix-en-Provence"]


def test_un_arrondissement_sans_ville_offre_celles_qui_en_ont_un(index):
    assert [r.libelle for r in index.chercher("13ᵉ arrondissement")] == [
        "Paris 13e arrondissement",
        "Marseille 13e arrondissement",
    ]
    assert [r.libelle for r in index.chercher("8e arrondissement")][:3] == [
        "Paris 8e arrondissement",
        "Marseille 8e arrondissement",
        "Lyon 8e arrondissement",
    ]


def test_les_arrondissements_se_suivent_par_numero(repondre):
    noms = [r.libelle for r in repondre("paris", limite=40).toutes if r.sorte == "arrondissement"]
    assert noms[:3] == ["Paris 1er arrondissement", "Paris 2e arrondissement", "Paris 3e arrondissement"]


@pytest.mark.parametrize(("tape", "code"), [("Lyon 12", "69123"), ("Fougères 22", "35115")])
def test_un_nom_qui_n_est_pas_la_ou_on_le_dit_est_donne_ailleurs_et_c_est_dit(repondre, tape, code):
    trouve = repondre(tape)
    assert titres(trouve) == ["De ce nom, mais ailleurs"]
    assert trouve.toutes[0].cle == code


def test_un_code_cedex_dit_qu_il_n_est_pas_dans_la_table_et_sur_quoi_l_on_repond(repondre):
    inconnu = "22022 n’est pas dans la table des codes postaux (CEDEX, ou code récent)"
    assert titres(repondre("22022 Saint-Brieuc cedex")) == [f"{inconnu} : d’après le nom et le département"]
    assert titres(repondre("22022 Fougères")) == [f"{inconnu} : d’après le nom seul"]
    seul = repondre("22022 cedex")
    assert titres(seul) == [f"{inconnu} : son département"]
    assert [r.cle for r in seul.toutes] == ["22"]


def test_un_cedex_sans_code_est_laisse_de_cote_et_c_est_dit(repondre):
    assert titres(repondre("Saint-Brieuc CEDEX 1")) == ["D’après le nom, CEDEX laissé de côté"]


def test_un_nom_qui_ne_va_pas_avec_son_code_postal_donne_l_un_puis_l_autre(repondre):
    trouve = repondre("Fougères 22300")
    assert titres(trouve) == [
        "De ce nom, mais pas au code postal 22300",
        "Code postal 22300 · 9\u202fcommunes",
    ]
    assert trouve.toutes[0].commune == "35115"


def test_un_nom_et_son_code_postal_donnent_aussi_les_voisines_du_code(repondre):
    assert titres(repondre("22300 Lannion"))[-1] == "Code postal 22300 · 8\u202fautres communes"


def test_les_homonymes_sont_sous_un_titre_qui_les_compte_tous(repondre):
    premier = repondre("saint-denis").groupes[0]
    assert premier.titre == "Saint-Denis · 4\u202fcommunes"
    assert [r.precision.partition(" · ")[0] for r in premier.reponses] == [
        "(974) La Réunion",
        "(93) Seine-Saint-Denis",
        "(11) Aude",
        "(30) Gard",
    ]
    colombe = repondre("sainte-colombe")
    assert colombe.groupes[0].titre == "Sainte-Colombe · 12\u202fcommunes"
    assert len(colombe.toutes) == LIMITE < colombe.total


def test_ce_qui_suit_des_homonymes_a_son_titre(repondre):
    assert titres(repondre("celles")) == ["Celles · 4\u202fcommunes", "Autres réponses"]


def test_une_seule_commune_de_ce_nom_n_a_pas_de_titre(repondre):
    assert titres(repondre("brest")) == [""]


@pytest.mark.parametrize("tape", ["saint", "sainte-colombe", "brset", "fougere", "22300", "montreuil"])
def test_la_suite_prolonge_la_premiere_page_jusqu_au_compte_annonce(repondre, tape):
    page, toutes = repondre(tape), repondre(tape, limite=10_000)
    assert page.total == toutes.total == len(toutes.toutes)
    assert toutes.toutes[: len(page.toutes)] == page.toutes
    assert len({(r.sorte, r.cle) for r in toutes.toutes}) == toutes.total


def test_une_commune_d_avant_dit_quand_elle_l_etait_et_ou_elle_est(index):
    precision = index.chercher("Octeville")[0].precision
    dit, territoire = precision.rsplit(" · ", 1)
    assert dit == "(50) Manche · commune jusqu’en 2000, aujourd’hui dans Cherbourg-en-Cotentin"
    assert territoire == "territoire « Nord Cotentin »"


def test_un_nom_d_avant_dit_celui_d_aujourd_hui(index):
    assert (
        "nom jusqu’en 1998, aujourd’hui Châlons-en-Champagne" in index.chercher("Châlons-sur-Marne")[0].titre
    )


def test_une_commune_creee_depuis_dit_de_quoi(index):
    assert index.chercher("Bernoy-le-Château")[0].precision.startswith(
        "(02) Aisne · depuis 2023, Berzy-le-Sec et Noyant-et-Aconin en 2021"
    )


def test_une_commune_d_avant_dont_la_suite_a_change_de_nom_depuis_dit_les_deux(index, atlas):
    recents = set(atlas.autres_noms.loc[atlas.autres_noms["sorte"] == "commune plus récente", "commune"])
    anciennes = atlas.autres_noms[atlas.autres_noms["sorte"] == "ancienne commune"]
    une = anciennes[anciennes["commune"].isin(recents)].iloc[0]
    (trouvee,) = [r for r in index.chercher(une["nom"], limite=50) if r.cle == f"{une['code']}:{une['nom']}"]
    assert " en 2021, aujourd’hui dans " in trouvee.precision


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_une_carte_d_un_autre_millesime_vient_apres_ce_qui_est_du_sien(repondre, millesime):
    for tape in ("le mans", "brest", "saint", "pays de"):
        trouvees = repondre(tape, millesime=millesime, limite=10_000).toutes
        for score in {r.score for r in trouvees}:
            autres = [r.millesime != millesime for r in trouvees if r.score == score]
            assert autres == sorted(autres), (tape, score)


@pytest.fixture(scope="module")
def sien(atlas):
    """A valid SIREN of the projects."""
    return "428677124"


@pytest.mark.parametrize("forme", ["{0}", "{0:.3} {0[3]}{0[4]}{0[5]} {1}", "SIREN {0}", "siren : {0}"])
def test_son_siren_trouve_son_entreprise(index, sien, forme):
    assert index.chercher(forme.format(sien, sien[6:]))[0].cle == sien


def test_son_siret_trouve_son_entreprise_et_dit_par_quel_siren(repondre, sien):
    trouve = repondre(f"{sien} 00011")
    assert trouve.toutes[0].cle == sien
    assert trouve.groupes[0].titre.startswith("SIREN 428\u202f677\u202f124, d’après ce SIRET")


def test_un_siret_dont_seule_la_cle_est_fausse_trouve_et_le_dit(repondre, sien):
    faux = next(
        f"{sien}{nic:05}" for nic in range(1, 20) if "fausse" in titres(repondre(f"{sien}{nic:05}"))[0]
    )
    assert repondre(faux).toutes[0].cle == sien


@pytest.mark.parametrize(
    ("tape", "dit"),
    [
        ("552 100 554", "Le SIREN 552\u202f100\u202f554 n’est pas parmi les projets publiés."),
        (
            "552100555",
            "552\u202f100\u202f555 n’est pas un numéro SIREN : sa clé est fausse. Vérifiez les chiffres.",
        ),
        (
            "55210055400013",
            "Le SIREN 552\u202f100\u202f554, tiré du SIRET 552\u202f100\u202f554\u202f00013, n’est pas parmi",
        ),
        ("552100554000", "12\u202fchiffres : un SIREN en a 9, un SIRET 14."),
        ("zzzzqqq", "Rien ne correspond à « zzzzqqq » : essayez le nom d’une commune, d’un territoire"),
        ("99999", "Rien ne correspond à « 99999 » : 99999 n’est pas dans la table des codes postaux"),
    ],
)
def test_ce_qui_n_est_nulle_part_est_dit_avec_sa_raison(repondre, tape, dit):
    trouve = repondre(tape)
    assert trouve.total == 0
    assert trouve.constat.startswith(dit)


def test_un_texte_vide_ne_dit_rien(repondre):
    assert repondre("").constat == repondre("\x00").constat == ""


@pytest.mark.parametrize("code", ["75056", "69123", "13055"])
def test_une_grande_ville_se_trouve_toujours_sous_son_nom(index, atlas, code):
    nom = atlas.communes.set_index("code").loc[code, "nom"]
    assert index.chercher(nom)[0].cle == code


def test_chaque_code_postal_donne_des_communes(index, atlas):
    for code in sorted(set(atlas.codes_postaux["code_postal"]))[::40]:
        assert index.chercher(code)[0].commune in set(
            atlas.codes_postaux.loc[atlas.codes_postaux["code_postal"] == code, "commune"]
        )


def test_chaque_autre_nom_se_trouve(index, atlas):
    for ligne in atlas.autres_noms.iloc[::50].itertuples():
        trouvees = index.chercher(ligne.nom, limite=200)
        assert f"{ligne.code}:{ligne.nom}" in [r.cle for r in trouvees], ligne.nom
