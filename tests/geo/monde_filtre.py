"""The real projects as the page « Projets » has them, their vocabulary, and filters drawn from it."""

from functools import cache
from types import SimpleNamespace

import pandas as pd
from hypothesis import strategies as st

from data import chargement
from geo.filtre.facettes import FACETTES
from geo.filtre.filtre import TRIS, Filtre, Tri
from geo.filtre.preparation import preparer
from geo.filtre.vocabulaires import vocabulaires
from geo.millesimes import MILLESIMES

PLAFOND = 999_999_999


def ensemble(projets):
    """The columns of `geo.projets.ensemble`; one laureate in seven is under way and comes from a list."""
    table = projets.assign(
        source=pd.Series("france_relance", index=projets.index, dtype="str"),
        stade_source=pd.Series("plan_relance_industrie", index=projets.index, dtype="str"),
        stade_date=projets["date"],
        montant_meur=float("nan"),
    )
    table.loc[table.index[::7], "source"] = "liste"
    table.loc[table.index[::7], "stade"] = "En travaux"
    return table


@cache
def monde():
    """atlas, table, vocabulaires, preparee; made once."""
    atlas = chargement.atlas()
    table = ensemble(atlas.projets)
    vocab = vocabulaires(atlas, table)
    return SimpleNamespace(atlas=atlas, table=table, vocab=vocab, preparee=preparer(table, vocab))


def mois():
    return st.builds("{:04d}-{:02d}".format, st.integers(1900, 2099), st.integers(1, 12))


def bornes(valeurs):
    """A least and a most, either of them missing, never the wrong way round."""
    return st.tuples(st.none() | valeurs, st.none() | valeurs).filter(
        lambda b: b[0] is None or b[1] is None or b[0] <= b[1]
    )


TEXTES = st.text(max_size=40).filter(lambda t: not t or any(c.isascii() and c.isalnum() for c in t))


RANGS = st.lists(st.integers(0, 3_079), max_size=6) | st.integers(1, 1_500).map(range)
"""Few rows, or as many as are written as bits."""


@st.composite
def filtres(draw, textes=TEXTES):
    """Any filter that a reader can make."""
    millesime = draw(st.sampled_from(list(MILLESIMES)))
    connus = monde().vocab.de(millesime)
    choix = {
        f.champ: tuple(draw(st.lists(st.sampled_from(list(connus[f.mot])), max_size=3))) for f in FACETTES
    }
    du, au = draw(bornes(mois()))
    bas, haut = draw(bornes(st.integers(0, PLAFOND)))
    return Filtre(
        millesime=millesime,
        dans_ti=draw(st.none() | st.booleans()),
        du=du,
        au=au,
        emplois_min=bas,
        emplois_max=haut,
        emplois_renseignes=draw(st.booleans()),
        texte=draw(textes),
        choisis=monde().vocab.projets.choisir(draw(RANGS)),
        tri=draw(st.none() | st.builds(Tri, colonne=st.sampled_from(list(TRIS)), decroissant=st.booleans())),
        **choix,
    )
