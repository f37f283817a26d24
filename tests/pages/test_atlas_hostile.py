"""On every page of an atlas of hostile names, a name is text: no tag, no link, nothing turned round."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from markdown_it import MarkdownIt

import memoire
from data import chargement
from data.couches import magasin
from tests import atlas_hostile
from tests.hostiles import HOSTILES, fautes_du_html
from tests.pages.regards import ouvrir

DES_PAGES = {
    "carte": [{}, {"ti": atlas_hostile.TI}, {"ti": atlas_hostile.TI, "couleur": "projets"}],
    "territoire": [{"ti": atlas_hostile.TI}, {"ti": "ti-2801", "reference": "region"}],
    "region": [{"code": atlas_hostile.REGION}],
    "france": [{}],
    "comparer": [{"objets": "ti-2801,ti-2806,region-28"}, {"objets": "ti-2802,ti-3213", "vue": "rangs"}],
    "projets": [{"region": atlas_hostile.REGION}],
    "seance": [{"nom": atlas_hostile.TOUT, "vue": "region-28"}, {"nom": "Séance", "vue": "ti-2806.barres"}],
    "methode": [{}],
}
"""Page -> addresses at which it is read."""

VUES = [(page, parametres) for page, adresses in DES_PAGES.items() for parametres in adresses]
SENS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CHAMPS_MARKDOWN = {"label", "body", "help", "caption", "content", "title"}
TEXTE_DE_PLOTLY = re.compile(
    r"<\s*(a|b|i|img|script|span|sup|sub)\b[^>]*(pirate|onerror|href)", re.IGNORECASE
)


def fautes_du_markdown(texte):
    """Links and images that Markdown would make of a text; Streamlit shows tags as they are written."""
    rendu = MarkdownIt("commonmark", {"html": False}).render(texte)
    return [f for f in fautes_du_html(rendu) if "pirate" in f or "javascript" in f or f == "<img>"]


def textes_du_message(message):
    """Every text of a message of protobuf, with the name of its field."""
    for champ, valeur in message.ListFields():
        for un in valeur if champ.is_repeated else (valeur,):
            if isinstance(un, str):
                yield champ.name, un
            elif hasattr(un, "ListFields"):
                yield from textes_du_message(un)


def textes_du_json(contenu):
    if isinstance(contenu, str):
        yield contenu
    elif isinstance(contenu, dict | list):
        for un in contenu.values() if isinstance(contenu, dict) else contenu:
            yield from textes_du_json(un)


def elements(noeud):
    """Every element and every block of a page."""
    for enfant in getattr(noeud, "children", {}).values():
        yield enfant
        yield from elements(enfant)


def fautes(essai):
    """What of a page is not text any more."""
    trouvees = []
    for element in elements(essai._tree):
        proto = element.proto
        sorte = type(proto).__name__
        for champ, texte in textes_du_message(proto) if proto is not None else ():
            if sorte == "Html":
                trouvees += fautes_du_html(texte) if "<style>" not in texte else []
            elif sorte == "PlotlyChart" and champ == "spec":
                brutes = list(textes_du_json(json.loads(texte)))
                trouvees += [f"plotly {t[:80]}" for t in brutes if TEXTE_DE_PLOTLY.search(t)]
                trouvees += [f"plotly tourne : {t[:60]!r}" for t in brutes if SENS.search(t)]
            elif champ in CHAMPS_MARKDOWN and not getattr(proto, "allow_html", False):
                trouvees += [f"{sorte}.{champ} {f}" for f in fautes_du_markdown(texte)]
            if sorte in {"Html", "Markdown", "Alert", "ButtonGroup"} and SENS.search(texte):
                trouvees.append(f"{sorte}.{champ} tourne : {texte[:60]!r}")
    return list(dict.fromkeys(trouvees))


@pytest.fixture(scope="module", autouse=True)
def hostile(tmp_path_factory):
    """The pages read an atlas of hostile names."""
    dossier = atlas_hostile.ecrire(tmp_path_factory.mktemp("hostile") / "processed")
    with pytest.MonkeyPatch.context() as pose:
        pose.setenv("ATLAS_DONNEES", str(dossier))
        pose.setattr(magasin, "fabriquer", lambda *_: {})  # the map is looked at in tests/navigateur
        pose.setattr(magasin, "CIBLE", shutil.copytree(magasin.CIBLE, dossier.with_name("couches")))
        memoire.oublier()
        yield
    memoire.oublier()


def test_le_titre_d_un_projet_ouvert_est_un_texte():
    noms = chargement.atlas().projets.set_index("id_projet")["entreprise"].dropna()
    projet = noms.index[noms.str.startswith(HOSTILES["lien"])][0]
    essai = ouvrir("projets", projet=projet)
    titres = [element.proto.dialog.title for element in elements(essai._tree) if element.type == "dialog"]
    assert len(titres) == 1
    assert "cliquez" in titres[0]
    assert fautes(essai) == []


@pytest.mark.parametrize(("page", "parametres"), VUES)
def test_un_nom_hostile_est_du_texte_dans_la_page(page, parametres):
    essai = ouvrir(page, **parametres)
    assert not essai.exception
    assert not [erreur.value for erreur in essai.error]
    assert fautes(essai) == []
