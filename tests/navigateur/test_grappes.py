"""Projects that would cover one another are gathered in discs; near by, each stands alone."""

from __future__ import annotations

import pytest

from tests.navigateur.atelier import visiter

MARQUES = """() => { const carte = window.map, cadre = carte.getSize();
  return Object.values(carte._layers).filter(c => c.getRadius && c.options.interactive !== false).map(c => {
    const p = carte.latLngToContainerPoint(c.getLatLng());
    return {nombre: c.options.nombre || 1, rayon: c.getRadius(), x: p.x, y: p.y, lat: c.getLatLng().lat,
      lon: c.getLatLng().lng, parts: c.options.parts || null,
      vue: p.x > 130 && p.x < cadre.x - 130 && p.y > 60 && p.y < cadre.y - 60};
  }); }"""
LYON = (45.75, 4.85)
POSITIONS = """() => Object.values(window.map._layers).filter(c => c.getRadius && !c.options.nombre)
  .map(c => `${c._point.x.toFixed(1)} ${c._point.y.toFixed(1)}`)"""
LE_PLUS_GRAND = (
    "Math.max(...Object.values(window.map._layers).map(c => (c.options && c.options.nombre) || 0))"
)
BOITES = """() => [...document.querySelectorAll(
    '.leaflet-control:not(.atlas-vues), .atlas-vues button, .atlas-medaillons button, .atlas-legende')]
  .filter(e => e.checkVisibility()).map((e, rang) => { const b = e.getBoundingClientRect();
    return [`${rang} ${e.className} ${e.title}`, b.left, b.top, b.right - 1, b.bottom - 1]; })
  .filter(([, gauche, , droite]) => droite > gauche)"""
DISQUES = "Object.values(window.map._layers).filter(c => c.options && c.options.nombre).length"
FILTRER = """() => { const bits = new Uint8Array(385).fill(0x55);
  window.atlas.montrer({...window.atlas.etat, visibles: btoa(String.fromCharCode(...bits))}); }"""


def marques(cadre):
    return cadre.evaluate(MARQUES)


def test_en_vue_nationale_cent_ou_deux_cents_marques_valent_tous_les_projets_visibles(visite, atlas):
    posees = marques(visite.carte())
    metropole = atlas.projets["latitude"].gt(41).sum()
    assert sum(m["nombre"] for m in posees) == metropole
    assert 80 < len(posees) < 400


def test_aucune_marque_n_a_son_centre_sous_une_autre(visite):
    posees = marques(visite.carte())
    for rang, une in enumerate(posees):
        for autre in posees[:rang]:
            distance = ((une["x"] - autre["x"]) ** 2 + (une["y"] - autre["y"]) ** 2) ** 0.5
            assert distance > min(une["rayon"], autre["rayon"])


def test_les_aires_des_disques_sont_proportionnelles_a_leurs_nombres(visite):
    grands = [m for m in marques(visite.carte()) if m["rayon"] > 5]
    assert len(grands) > 10
    parts = {round(m["nombre"] / m["rayon"] ** 2, 3) for m in grands}
    assert max(parts) / min(parts) < 1.01


def test_l_anneau_d_un_disque_compte_chacun_de_ses_projets(visite):
    discs = [m for m in marques(visite.carte()) if m["parts"]]
    assert [m for m in discs if sum(m["parts"]) != m["nombre"]] == []


def test_un_disque_dit_combien_de_projets_et_leurs_filieres(visite):
    cadre = visite.carte("/?couches=projets")
    grand = max(marques(cadre), key=lambda m: m["nombre"])
    visite.page.mouse.move(*visite.pixel(grand["lat"], grand["lon"]))
    bulle = cadre.locator(".leaflet-tooltip")
    bulle.wait_for()
    assert bulle.locator("strong").inner_text() == f"{grand['nombre']}\u202fprojets"
    assert f"\u00a0{max(grand['parts'])}, " in bulle.locator("span").inner_text()


def test_un_appui_sur_un_disque_l_ouvre_et_ne_choisit_aucun_territoire(visite):
    cadre = visite.carte("/?couches=projets")
    avant = cadre.evaluate("window.map.getZoom()")
    grand = max((m for m in marques(cadre) if m["vue"]), key=lambda m: m["nombre"])
    visite.cliquer(grand["lat"], grand["lon"])
    cadre.wait_for_function("avant => window.map.getZoom() > avant", arg=avant)
    cadre.wait_for_function(f"nombre => {LE_PLUS_GRAND} < nombre", arg=grand["nombre"])
    visite.au_calme()
    assert "ti=" not in visite.page.url


@pytest.mark.parametrize("zoom", [9, 11])
def test_de_pres_chaque_projet_a_sa_propre_marque_et_son_propre_lieu(visite, zoom):
    cadre = visite.carte()
    visite.placer(*LYON, zoom)
    cadre.wait_for_function(f"{DISQUES} === 0")
    lieux = cadre.evaluate(POSITIONS)
    assert len(lieux) > 20
    assert len(lieux) == len(set(lieux)), "projects at one address stand side by side"


def test_un_filtre_regroupe_a_nouveau_et_annonce_ce_qui_reste(visite, atlas):
    cadre = visite.carte()
    pairs = atlas.projets["latitude"].notna().to_numpy()[::2].sum()
    cadre.evaluate(FILTRER)
    cadre.wait_for_function("n => Number(document.body.dataset.visibles) === n", arg=int(pairs))
    metropole = atlas.projets["latitude"].gt(41).to_numpy()[::2].sum()
    assert sum(m["nombre"] for m in marques(cadre)) == metropole


def test_la_legende_dit_ce_qu_est_un_disque(visite):
    legende = visite.carte().locator(".atlas-legende")
    assert legende.get_by_text("Plusieurs projets réunis").is_visible()


@pytest.mark.parametrize(("largeur", "hauteur"), [(1280, 720), (1400, 900), (390, 844)])
@pytest.mark.parametrize(
    "chemin", ["/", "/?couleur=evolution_chomage", "/?millesime=2023&couleur=changements-2021"]
)
def test_ce_qui_est_pose_sur_la_carte_ne_se_chevauche_pas(navigateur, serveur, chemin, largeur, hauteur):
    with visiter(navigateur, serveur, viewport={"width": largeur, "height": hauteur}) as lecteur:
        boites = lecteur.carte(chemin).evaluate(BOITES)
    assert len(boites) > 4
    for nom, gauche, haut, droite, bas in boites:
        assert min(gauche, haut) >= 0, nom
        autres = [b for b in boites if b[0] != nom]
        assert [n for n, g, h, d, b in autres if g < droite and gauche < d and h < bas and haut < b] == [], (
            nom
        )
