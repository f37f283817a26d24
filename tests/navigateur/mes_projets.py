"""Gestures of « Mes projets » that several tests make."""

from __future__ import annotations

import re

BONNE = """Entreprise;Commune;Département;Filière;Stade;Date;Emplois;Montant
Atelier du Cotentin;Cherbourg-en-Cotentin;50;Nucléaire;En travaux;12/03/2023;25;1,5
Forge d’Armor;Brest;29;Naval;Étude;2023-04;;
"""


def apporter(visite, contenu, nom="liste.csv"):
    """Open « Mes projets » and drop a file."""
    fenetre = ouvrir_la_fenetre(visite)
    octets = contenu if isinstance(contenu, bytes) else contenu.encode()
    fenetre.locator("input[type=file]").set_input_files(
        {"name": nom, "mimeType": "text/csv", "buffer": octets}
    )
    return fenetre


def ouvrir_la_fenetre(visite):
    """The window, open."""
    visite.page.get_by_role("button", name=re.compile("^Mes projets")).click()
    fenetre = visite.page.get_by_role("dialog")
    fenetre.wait_for()
    return fenetre


def ajouter(visite, fenetre, *, garder=False):
    """Put the list in the page, kept in the browser or not."""
    bouton = fenetre.get_by_role("button", name=re.compile("^Ajouter"))
    bouton.wait_for()
    if garder:
        fenetre.get_by_text("Garder cette liste dans ce navigateur").click()
        fenetre.get_by_role("checkbox", checked=True).wait_for()
        visite.au_calme()
    bouton.click()
    fenetre.wait_for(state="hidden")
    visite.au_calme()


def fermer(visite, fenetre):
    """Close the window."""
    visite.page.keyboard.press("Escape")
    fenetre.wait_for(state="hidden")
    visite.au_calme()
