"""Which rows tell the same jobs: our own reading of the rule that `docs/methode_statistique.md` gives.

Two rows tell the same jobs when they have one measure, one date, and either one number and one enterprise (or
nearly one description), or one enterprise, one site and nearly one description, whatever the numbers. What is
the same as the same is the same.
"""

import math
from collections import Counter
from itertools import combinations

import pandas as pd

from tests.recalcul.lieux import mots

PRESQUE = 0.85
UN_SITE_M = 1_000
RAYON_DE_LA_TERRE_M = 6_371_000

MEMES_MOTS = {"digitalisation": "numerisation", "digital": "numerique", "digitale": "numerique"}
"""Editorial: a laundry is told by two partners, « digitalisation » by one, « numérisation » by the other."""


def siren(publie):
    """Nine digits of a SIREN or a SIRET, zeros given back; empty for no number."""
    chiffres = "".join(c for c in str(publie if isinstance(publie, str) else "") if c.isdigit())
    if not chiffres:
        return ""
    return chiffres.zfill(14)[:9] if len(chiffres) > 9 else chiffres.zfill(9)


def semblables(une, autre):
    """Whether two descriptions, their words sorted, share at least `PRESQUE` of their letters in order."""
    if not une or not autre:
        return False
    communes = sum((Counter(une) & Counter(autre)).values())
    seuil = PRESQUE * (len(une) + len(autre)) / 2
    return communes >= seuil and _plus_longue_suite(une, autre) >= seuil


def _plus_longue_suite(une, autre):
    """Length of the longest common subsequence."""
    avant = [0] * (len(autre) + 1)
    for lettre in une:
        ici = [0]
        for rang, vis_a_vis in enumerate(autre):
            ici.append(avant[rang] + 1 if lettre == vis_a_vis else max(ici[-1], avant[rang + 1]))
        avant = ici
    return avant[-1]


def groupes(lues, points):
    """Number of the group of each row that states jobs; missing for the others.

    Args:
        lues: The raw list.
        points: latitude, longitude of each row once placed.
    """
    lignes = pd.DataFrame(
        {
            "decision": lues["mesure"].fillna("") + "|" + lues["date"].fillna(""),
            "emplois": pd.to_numeric(lues["emplois"]),
            "siren": lues["siren"].map(siren),
            "nom": lues["entreprise"].map(lambda nom: " ".join(mots(nom))),
            "objet": lues["objet"].map(
                lambda objet: " ".join(sorted(MEMES_MOTS.get(mot, mot) for mot in mots(objet)))
            ),
            "latitude": points["latitude"],
            "longitude": points["longitude"],
        }
    ).dropna(subset=["emplois"])
    tete = {rang: rang for rang in lignes.index}

    def racine(rang):
        return rang if tete[rang] == rang else racine(tete[rang])

    for _, decision in lignes.groupby("decision"):
        for une, autre in combinations(decision.itertuples(), 2):
            if _memes_emplois(une, autre):
                tete[max(racine(une.Index), racine(autre.Index))] = min(
                    racine(une.Index), racine(autre.Index)
                )
    return pd.Series({rang: racine(rang) for rang in lignes.index}).reindex(lues.index)


def _memes_emplois(une, autre):
    entreprise = (une.siren == autre.siren != "") or (une.nom == autre.nom != "")
    if une.emplois == autre.emplois:
        return entreprise or semblables(une.objet, autre.objet)
    return entreprise and _metres(une, autre) <= UN_SITE_M and semblables(une.objet, autre.objet)


def _metres(une, autre):
    """Distance on the sphere; NaN when a point is missing."""
    a, b = math.radians(une.latitude), math.radians(autre.latitude)
    ecart = math.radians(autre.longitude - une.longitude)
    haversinus = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(ecart / 2) ** 2
    return 2 * RAYON_DE_LA_TERRE_M * math.asin(math.sqrt(haversinus))
