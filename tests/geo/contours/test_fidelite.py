"""What is at fault in a drawn outline: an area, a project on the wrong side; and how far it is off."""

import numpy as np
import pandas as pd
import pytest
import shapely

from geo.contours.fidelite import distances, fautifs, temoins_de
from tests.geo.monde_contours import carre


def tableau(*formes):
    return np.array(formes, dtype=object)


VRAIES = tableau(carre(0), carre(1))
DEPARTEMENTS = pd.Series(["58", "58"])
IDS = np.array([["ti-1"], [""]], dtype=object)
SANS = temoins_de(None, VRAIES)


def plus_large(degres):
    """The first square widened at the cost of the second one."""
    limite = 3.1 + degres
    return tableau(shapely.box(3.0, 47.0, limite, 47.1), shapely.box(limite, 47.0, 3.2, 47.1))


@pytest.mark.parametrize(("degres", "fautif"), [(0.002, False), (0.004, True), (-0.004, True)])
def test_une_aire_fausse_de_plus_de_trois_pour_cent_est_fautive(degres, fautif):
    faux = fautifs(IDS, VRAIES, plus_large(degres), DEPARTEMENTS, SANS)
    assert faux.tolist() == [fautif, False]


def test_tous_les_morceaux_d_un_territoire_deforme_sont_fautifs():
    ids = np.array([["ti-1"], ["ti-1"]], dtype=object)
    dessinees = tableau(shapely.box(3.0, 47.0, 3.1, 47.12), carre(1))
    assert fautifs(ids, VRAIES, dessinees, DEPARTEMENTS, SANS).tolist() == [True, True]


def test_un_projet_dessine_chez_le_voisin_rend_son_morceau_fautif():
    projets = pd.DataFrame({"longitude": [3.099, 3.05, None], "latitude": [47.05, 47.05, None]})
    temoins = temoins_de(projets, VRAIES)
    faux = fautifs(IDS, VRAIES, plus_large(-0.002), DEPARTEMENTS, temoins)
    assert faux.tolist() == [True, False]


def test_un_projet_hors_de_tout_morceau_ne_temoigne_pas():
    temoins = temoins_de(pd.DataFrame({"longitude": [9.0], "latitude": [47.05]}), VRAIES)
    assert len(temoins.points) == 0


def test_la_distance_est_celle_du_sommet_le_plus_ecarte():
    pointe = tableau(shapely.Polygon([(3.0, 47.0), (3.1, 47.0), (3.11, 47.05), (3.1, 47.1), (3.0, 47.1)]))
    metres = distances(pointe, VRAIES[:1], DEPARTEMENTS[:1])
    assert metres[0] == pytest.approx(760, abs=5)
    assert distances(VRAIES, VRAIES, DEPARTEMENTS).tolist() == [0, 0]
