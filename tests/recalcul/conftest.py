"""The recomputation, once for all the tests that compare it with the atlas."""

import pandas as pd
import pytest

from tests.recalcul.communes import Communes
from tests.recalcul.emplois import groupes
from tests.recalcul.indicateurs import Recalcul
from tests.recalcul.lieux import Placement
from tests.recalcul.perimetres import territoires


@pytest.fixture(scope="session")
def communes(sources):
    return Communes(sources)


@pytest.fixture(scope="session")
def appartenances(communes):
    """TI of each commune, one column a millésime."""
    return territoires(communes)


@pytest.fixture(scope="session")
def placement(communes):
    return Placement(communes)


@pytest.fixture(scope="session")
def recalcul(communes, appartenances, placement):
    projets = placement.table.assign(
        emplois=pd.to_numeric(placement.lues["emplois"]),
        groupe=groupes(placement.lues, placement.points),
    )
    return Recalcul(communes.table, appartenances, projets)
