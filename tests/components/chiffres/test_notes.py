"""What an « i » says is told to a page once, and each card names what it asks for."""

from __future__ import annotations

import json
import re

import pytest

from components.chiffres.notes import CLE
from geo.indicateurs import INDICATEURS, ecriture
from tests.pages.regards import blocs, ouvrir

PAGES = [
    ("territoire", {"ti": "ti-2806"}),
    ("region", {"code": "53"}),
    ("comparer", {"objets": "ti-2806,france"}),
]


@pytest.mark.parametrize(("page", "parametres"), PAGES)
def test_chaque_i_de_la_page_nomme_une_note_que_la_page_recoit(page, parametres):
    essai = ouvrir(page, **parametres)
    demandees = {cle for bloc in blocs(essai) for cle in re.findall(r'data-i="(\w+)"', bloc)}
    (recues,) = (
        json.loads(composant.proto.json)
        for composant in essai.get("bidi_component")
        if CLE in composant.proto.id
    )
    assert demandees == set(INDICATEURS)
    assert set(recues) == demandees


@pytest.mark.parametrize(("page", "parametres"), PAGES)
def test_aucune_carte_ne_redit_la_formule(page, parametres):
    formule = INDICATEURS["chomage"].formule[:40]
    assert not any(formule in bloc for bloc in blocs(ouvrir(page, **parametres)))


def test_une_note_dit_ce_que_veut_dire_le_mot_sous_le_chiffre():
    assert ecriture.note(INDICATEURS["population"]).startswith("Somme\u00a0: l’atlas additionne")
    assert ecriture.note(INDICATEURS["chomage"]).startswith("Calculé\u00a0: l’atlas applique une formule")
