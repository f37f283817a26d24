"""What differs between two tables of the same objects, told line by line."""

import numpy as np
import pandas as pd

LIGNES_DITES = 20


def ecarts(atlas, recalcul, *, tolerance=0.0):
    """Lines « object: ours / recomputed » of all that differs; empty when nothing does.

    Two missing values are the same; objects that only one side has are told too.

    Args:
        atlas: What the atlas gives, by object.
        recalcul: What was recomputed, by object.
        tolerance: Largest difference of two numbers that are the same.
    """
    ici, la = (serie.set_axis(serie.index.astype(str)) for serie in (atlas, recalcul))
    objets = ici.index.union(la.index)
    seuls = ~(objets.isin(ici.index) & objets.isin(la.index))
    ici, la = ici.reindex(objets), la.reindex(objets)
    if pd.api.types.is_numeric_dtype(ici) and pd.api.types.is_numeric_dtype(la):
        ici, la = (serie.to_numpy(dtype="float64", na_value=np.nan) for serie in (ici, la))
        differents = ~np.isclose(ici, la, rtol=0, atol=tolerance, equal_nan=True)
    else:
        ici, la = (serie.astype(object).where(serie.notna(), None).to_numpy() for serie in (ici, la))
        differents = ici != la
    trouves = np.flatnonzero(differents | seuls)
    lignes = [f"{objets[rang]} : atlas {ici[rang]}, recalcul {la[rang]}" for rang in trouves[:LIGNES_DITES]]
    return [*lignes, f"… {len(trouves)} en tout"] if len(trouves) > LIGNES_DITES else lignes
