"""The nearest territories, on a meridian of miniature communes and on the real atlas."""

from types import SimpleNamespace

import pandas as pd
import pytest

from geo.millesimes import MILLESIMES, colonne_ti
from geo.territoires.proches import RAYON_KM, plus_proches

KM_PAR_DEGRE = 111.2
"""Length of a degree of latitude near 47° N."""


def monde(*communes):
    """Communes given by code, région, latitude and TI, all on the meridian 2° E."""
    table = pd.DataFrame(communes, columns=["code", "region", "latitude", "id_ti"])
    table["nom"] = "Commune " + table["code"]
    table["longitude"] = 2.0
    for millesime in MILLESIMES:
        table[colonne_ti(millesime)] = table["id_ti"]
    ids = sorted(set(table["id_ti"].dropna()))
    territoires = pd.DataFrame({"id_ti": ids, "lib_ti": [f"TI {id_ti}" for id_ti in ids]})
    return SimpleNamespace(communes=table, territoires_de=lambda _: territoires)


def distances(atlas, code, **options):
    return {p.id_ti: p.distance_km for p in plus_proches(atlas, code, **options)}


def test_les_plus_proches_d_abord_par_leur_commune_la_plus_proche():
    atlas = monde(
        ("01001", "84", 47.0, None),
        ("01002", "84", 48.0, "ti-1"),
        ("01003", "84", 47.5, "ti-1"),
        ("01004", "84", 47.2, "ti-2"),
    )
    proches = plus_proches(atlas, "01001")
    assert [(p.id_ti, p.lib_ti, p.code_commune, p.commune) for p in proches] == [
        ("ti-2", "TI ti-2", "01004", "Commune 01004"),
        ("ti-1", "TI ti-1", "01003", "Commune 01003"),
    ]
    assert [p.distance_km for p in proches] == pytest.approx(
        [0.2 * KM_PAR_DEGRE, 0.5 * KM_PAR_DEGRE], abs=0.1
    )


def test_trois_au_plus_ou_le_nombre_voulu():
    atlas = monde(
        ("01001", "84", 47.0, None), *((f"0200{i}", "84", 47 + i / 10, f"ti-{i}") for i in range(1, 6))
    )
    assert list(distances(atlas, "01001")) == ["ti-1", "ti-2", "ti-3"]
    assert list(distances(atlas, "01001", nombre=1)) == ["ti-1"]


def test_a_distance_egale_l_id_decide():
    atlas = monde(("01001", "84", 47.0, None), ("01002", "84", 47.1, "ti-2"), ("01003", "84", 47.1, "ti-1"))
    assert list(distances(atlas, "01001")) == ["ti-1", "ti-2"]


def test_rien_au_dela_du_rayon():
    juste = RAYON_KM / KM_PAR_DEGRE
    atlas = monde(
        ("01001", "84", 47.0, None),
        ("01002", "84", 46.99 - juste, "ti-1"),
        ("01003", "84", 46.95 + juste, "ti-2"),
    )
    assert list(distances(atlas, "01001")) == ["ti-2"]


def test_l_outre_mer_reste_chez_lui():
    atlas = monde(
        ("97101", "01", 16.0, None),
        ("97102", "01", 16.9, "ti-0101"),
        ("97201", "02", 16.1, "ti-0201"),
        ("01001", "84", 16.2, "ti-8401"),
        ("01002", "84", 16.1, None),
    )
    assert list(distances(atlas, "97101")) == ["ti-0101"]
    assert list(distances(atlas, "01002")) == ["ti-8401"]


def test_la_corse_et_le_continent_sont_ensemble():
    atlas = monde(("2A001", "94", 42.0, None), ("06001", "93", 43.5, "ti-9301"))
    assert list(distances(atlas, "2A001")) == ["ti-9301"]


def test_une_commune_d_un_territoire_est_a_zero_du_sien():
    atlas = monde(("01001", "84", 47.0, "ti-1"), ("01002", "84", 47.1, "ti-2"))
    assert distances(atlas, "01001")["ti-1"] == 0


def test_une_commune_sans_point_ou_inconnue_n_a_pas_de_voisin():
    atlas = monde(("01001", "84", float("nan"), None), ("01002", "84", 47.1, "ti-2"))
    assert plus_proches(atlas, "01001") == ()
    assert plus_proches(atlas, "99999") == ()


def test_un_membre_sans_point_ne_compte_pas():
    atlas = monde(("01001", "84", 47.0, None), ("01002", "84", float("nan"), "ti-2"))
    assert plus_proches(atlas, "01001") == ()


def test_mayotte_n_avait_pas_de_territoire_en_2021(atlas):
    assert plus_proches(atlas, "97611") == ()


def test_saint_denis_de_la_reunion_reste_a_la_reunion(atlas):
    assert list(distances(atlas, "97411")) == ["ti-0401", "ti-0402"]


def test_paris_a_pour_voisin_la_boucle_nord_de_la_seine(atlas):
    premier = plus_proches(atlas, "75056")[0]
    assert (premier.lib_ti, premier.commune) == ("Boucle Nord de la Seine", "Clichy")


def test_le_millesime_change_les_voisins(atlas):
    assert plus_proches(atlas, "75056", millesime=2020) != plus_proches(atlas, "75056", millesime=2023)
