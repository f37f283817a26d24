"""The map draws, alone, and says in French what it is."""

from __future__ import annotations

import re

import pytest

from tests.navigateur.atelier import visiter

PAGES = {"carte": "/", "methode": "/methode"}
ANGLAIS = re.compile(
    r"\b(?:Deploy|Rerun|Settings|Print|Record|Running|Stop|About|Clear cache|Manage app|Made with|Fullscreen|"
    r"Search|Download|Zoom (?:in|out)|Loading|Connecting|Select|Close|Show|Hide)\b"
)
COUCHES_RECUES = """() => performance.getEntriesByType('resource')
  .filter(r => r.name.includes('/couches/')).reduce((somme, r) => somme + r.transferSize, 0)"""
NOMS = """() => [...document.querySelectorAll('button, a, input, [role], [title], [aria-label]')]
  .filter(e => e.checkVisibility())
  .flatMap(e => [e.getAttribute('aria-label'), e.getAttribute('title'), e.getAttribute('placeholder')])
  .filter(Boolean)"""


@pytest.fixture(scope="module")
def ouvertes(navigateur, serveur):
    """Each page opened once by a reader whose browser ignores the security policy, and left as it is."""
    contenus = {}
    for nom, chemin in PAGES.items():
        with visiter(navigateur, serveur, bypass_csp=True) as visite:
            if nom == "carte":
                visite.carte(chemin)
            else:
                visite.aller(chemin).get_by_role("heading", name="Dictionnaire").wait_for()
                visite.au_calme()
            visite.page.locator("footer").wait_for()  # the last thing that a page draws
            contenus[nom] = {
                "dehors": visite.dehors,
                "langue": visite.page.evaluate("document.documentElement.lang"),
                "titre": visite.page.title(),
                "texte": visite.page.evaluate("document.body.innerText"),
                "noms": [n for cadre in visite.page.frames for n in cadre.evaluate(NOMS)],
                "pied": visite.page.locator("footer").all_inner_texts(),
            }
    return contenus


def test_la_carte_annonce_les_territoires_les_regions_et_chaque_projet_place(visite, atlas):
    annonce = visite.carte().evaluate("({...document.body.dataset})")
    assert annonce["couches"] == "ti_2021,regions,projets"
    assert int(annonce["visibles"]) == atlas.projets["latitude"].notna().sum()
    assert int(annonce["version"]) >= 1


def test_la_carte_porte_les_146_territoires(visite, atlas):
    noms = visite.carte().evaluate(
        "Object.values(window.map._layers).map(c => c.feature && c.feature.properties.nom).filter(Boolean)"
    )
    attendus = set(atlas.territoires_de(2021)["lib_ti"])
    assert len(attendus) == 146
    assert attendus <= set(noms)


def test_le_dessin_a_la_couleur_des_territoires(visite):
    cadre = visite.carte("/?couches=aucune")
    couleur = cadre.evaluate(
        """() => { const toile = document.querySelector('canvas');
                   const points = toile.getContext('2d').getImageData(0, 0, toile.width, toile.height).data;
                   let vus = 0;
                   for (let i = 0; i < points.length; i += 4) vus += points[i + 3] > 0;
                   return vus / (points.length / 4); }"""
    )
    assert couleur > 0.1


@pytest.mark.parametrize("adresse", ["https://cdn.jsdelivr.net/x.js", "http://192.0.2.1/x.js"])
def test_une_demande_au_dehors_serait_vue_et_resterait_sans_reponse(navigateur, serveur, adresse):
    with visiter(navigateur, serveur, bypass_csp=True) as visite:
        page = visite.aller("/sante")
        essai = "a => fetch(a, {mode: 'no-cors'}).then(() => 'répond', () => 'ne répond pas')"
        assert page.evaluate(essai, adresse) == "ne répond pas"
        assert visite.dehors == [adresse]


@pytest.mark.parametrize("page", PAGES)
def test_aucun_hote_du_dehors_n_est_sollicite(ouvertes, page):
    assert ouvertes[page]["dehors"] == []


@pytest.mark.parametrize("page", PAGES)
def test_la_page_est_en_francais(ouvertes, page):
    assert ouvertes[page]["langue"] == "fr"
    assert "Streamlit" not in ouvertes[page]["titre"]


@pytest.mark.parametrize("page", PAGES)
def test_aucun_mot_anglais_de_la_coquille_n_est_montre(ouvertes, page):
    assert ANGLAIS.findall(ouvertes[page]["texte"]) == []


@pytest.mark.parametrize("page", PAGES)
def test_aucune_commande_n_a_de_nom_anglais(ouvertes, page):
    assert [nom for nom in ouvertes[page]["noms"] if ANGLAIS.search(nom)] == []


@pytest.mark.parametrize("page", PAGES)
def test_le_pied_de_page_cite_la_licence(ouvertes, page):
    assert len(ouvertes[page]["pied"]) == 1
    assert "Licence Ouverte 2.0" in ouvertes[page]["pied"][0]


def test_le_serveur_envoie_du_francais_avant_tout_script(visite, serveur):
    assert '<html lang="fr"' in visite.contexte.request.get(serveur).text()


def test_le_cadre_de_la_carte_est_nomme_en_francais(visite):
    cadre = visite.carte()
    assert "Territoires d’industrie" in visite.page.locator("iframe.stCustomComponentV1").get_attribute(
        "title"
    )
    assert cadre.evaluate("document.documentElement.lang") == "fr"


def test_rien_n_est_refuse_par_la_politique_de_securite_et_aucun_script_n_echoue(visite):
    visite.carte()
    visite.aller("/methode").get_by_role("heading", name="Dictionnaire").wait_for()
    visite.au_calme()
    assert visite.scripts_en_echec == []
    assert [m for m in visite.plaintes if "Content Security Policy" in m] == []


def test_une_seconde_visite_prend_les_couches_dans_le_navigateur(navigateur, serveur):
    def recus(visite):
        visite.carte()
        return sum(cadre.evaluate(COUCHES_RECUES) for cadre in visite.page.frames)

    with visiter(navigateur, serveur, premiere=True) as visite:
        assert recus(visite) > 0
        assert recus(visite) == 0
