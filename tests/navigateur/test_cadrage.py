"""A région or a département that the search or a link names is framed, until the reader goes elsewhere."""

from __future__ import annotations

OUESSANT, RENNES, MARSEILLE, STRASBOURG = (48.46, -5.1), (48.11, -1.68), (43.3, 5.4), (48.58, 7.75)
SAINT_DENIS, SAINT_PIERRE = (-20.89, 55.46), (-21.34, 55.48)
PLOUARET, MER = (48.6, -3.44), (47.5, -4.6)


def attendre_vue(cadre, *dedans, dehors):
    """Wait until the map shows some places and not another one, latitude first."""
    cadre.wait_for_function(
        """([dedans, dehors]) => {
          const voit = (lieu) => window.map && window.map.getBounds().contains(lieu);
          return dedans.every(voit) && !voit(dehors);
        }""",
        arg=[list(dedans), dehors],
    )


def chercher_bretagne(visite):
    page = visite.page
    page.locator("#atlas-saisie[data-prete]").fill("bretagne")
    page.locator("#atlas-reponse-0", has_text="région").wait_for()
    page.keyboard.press("Enter")
    page.locator("#atlas-reponse-0", has_text="Bretagne Romantique").wait_for()


def test_une_region_trouvee_de_toute_page_est_cadree_et_dans_l_adresse(visite):
    visite.aller("/methode")
    chercher_bretagne(visite)
    visite.page.wait_for_url("**/?zone=region-53")
    attendre_vue(visite.cadre(), OUESSANT, RENNES, dehors=MARSEILLE)


def test_un_lien_vers_un_departement_d_outre_mer_le_cadre(visite):
    cadre = visite.carte("/?zone=departement-974")
    attendre_vue(cadre, SAINT_DENIS, SAINT_PIERRE, dehors=MARSEILLE)


def test_une_region_redemandee_revient_sur_une_carte_deplacee(visite):
    cadre = visite.carte()
    chercher_bretagne(visite)
    attendre_vue(cadre, OUESSANT, RENNES, dehors=MARSEILLE)
    visite.placer(*MARSEILLE, 8)
    visite.page.locator("#atlas-saisie").fill("")
    chercher_bretagne(visite)
    attendre_vue(cadre, OUESSANT, RENNES, dehors=MARSEILLE)


def test_la_france_entiere_quitte_la_region(visite):
    cadre = visite.carte("/?zone=region-53")
    attendre_vue(cadre, RENNES, dehors=MARSEILLE)
    cadre.get_by_role("button", name="Aller à : France entière").click()
    attendre_vue(cadre, OUESSANT, STRASBOURG, dehors=SAINT_DENIS)
    visite.page.wait_for_url(lambda adresse: "zone" not in adresse)


def test_un_territoire_choisi_sur_la_carte_quitte_la_region_pour_de_bon(visite):
    cadre = visite.carte("/?zone=region-53")
    attendre_vue(cadre, RENNES, dehors=MARSEILLE)
    visite.cliquer(*PLOUARET)
    visite.page.wait_for_url("**/?ti=ti-5304")
    visite.au_calme()
    visite.cliquer(*MER)
    visite.page.wait_for_url(lambda adresse: "ti=" not in adresse)
    assert "zone" not in visite.page.url
