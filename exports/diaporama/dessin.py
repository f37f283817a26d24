"""How each block of a slide is drawn: cards, pictures, native charts, native tables."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from lxml import etree  # type: ignore[import-untyped]
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Mm, Pt

from exports.diaporama.gabarit import POLICE, franciser, imprimable
from exports.diaporama.lettres import ecrire, poser, rgb
from exports.diaporama.mesure import INTERLIGNE, ajuster, couper
from exports.diaporama.planche import Boite, Colonne, Diagramme, Image, Serie, Tableau, Texte, Vignette
from exports.police import MM_PAR_POINT
from theme import COULEURS

if TYPE_CHECKING:
    from exports.diaporama.planche import Bloc

__all__ = ["FOND", "dessiner", "rectangle"]

FOND: Final = "Fond"
"""Start of the names of the shapes that others stand on."""

RESTE: Final = "lacune"
"""Colour of the bars that gather what is left."""

POURCENT: Final = '[=0]0" %";[<=0.5]"< 1 %";0" %"'
"""Shares of a native chart as `francais.nombre` writes them: one that is not zero never reads « 0 % »."""

LIGNE_MAX: Final = 9.0
"""Height of a line of a table, at most, millimetres."""

MARGE_CELLULE: Final = 1.5

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SANS_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of tables that adds neither ground nor rule."""


def dessiner(planche: Any, bloc: Bloc, rang: int) -> None:
    """Draw a block on a slide of python-pptx; `rang` tells the blocks of a slide apart."""
    if isinstance(bloc, Texte):
        poser(
            planche,
            bloc.boite,
            bloc.paragraphes,
            nom=f"Texte {rang}",
            taille=bloc.taille,
            mini=bloc.mini,
            gras=bloc.gras,
            couleur=bloc.couleur,
        )
    elif isinstance(bloc, Vignette):
        _vignette(planche, bloc, rang)
    elif isinstance(bloc, Image):
        _image(planche, bloc, rang)
    elif isinstance(bloc, Diagramme):
        _diagramme(planche, bloc, rang)
    else:
        _tableau(planche, bloc, rang)


def rectangle(planche: Any, boite: Boite, nom: str, fond: str | None, trait: str | None = None) -> Any:
    """A rectangle without a shadow; a ground or none, a border or none."""
    forme = planche.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Mm(boite.x), Mm(boite.y), Mm(boite.large), Mm(boite.haut)
    )
    forme.name = nom
    forme._element.remove(forme._element.find(f"{_P}style"))  # noqa: SLF001  the shadow of the theme goes too
    if fond:
        forme.fill.solid()
        forme.fill.fore_color.rgb = rgb(fond)
    else:
        forme.fill.background()
    if trait:
        forme.line.color.rgb, forme.line.width = rgb(trait), Pt(1)
    else:
        forme.line.fill.background()
    return forme


def _vignette(planche: Any, carte: Vignette, rang: int) -> None:
    """Published on a full ground, deduced in a dashed frame, unknown in a pale one: a word says it too."""
    boite, nom = carte.boite, f"{carte.libelle} {rang}"
    plein = carte.sorte not in {"déduit", "absent"}
    fond = rectangle(planche, boite, f"{FOND} {nom}", "terre" if plein else None, None if plein else "lacune")
    if not plein:
        fond.line.dash_style = MSO_LINE.DASH
    filet = Boite(x=boite.x, y=boite.y, large=1.4, haut=boite.haut)
    rectangle(planche, filet, f"{FOND} filet {nom}", "lacune" if carte.muette else "encre")
    x, large = boite.x + 5, boite.large - 8
    haut = boite.haut / 3.4
    poser(
        planche,
        Boite(x=x, y=boite.y + 3, large=large, haut=haut - 4),
        (carte.libelle,),
        nom=f"{nom}, nom",
        taille=13,
        gras=True,
        mini=0.7,
    )
    poser(
        planche,
        Boite(x=x, y=boite.y + haut - 0.5, large=large, haut=haut + 1),
        (carte.valeur,),
        nom=f"{nom}, valeur",
        taille=18 if carte.muette else 32,
        gras=True,
        mini=0.4,
        couleur="discret" if carte.muette else "encre",
    )
    poser(
        planche,
        Boite(x=x, y=boite.y + 2 * haut + 1.5, large=large, haut=boite.haut - 2 * haut - 3),
        carte.details,
        nom=f"{nom}, précisions",
        taille=12,
        mini=0.6,
        couleur="discret",
    )


def _image(planche: Any, image: Image, rang: int) -> None:
    boite = image.boite
    forme = planche.shapes.add_picture(io.BytesIO(image.png), Mm(boite.x), Mm(boite.y))
    echelle = min(Mm(boite.large) / forme.width, Mm(boite.haut) / forme.height)
    forme.width, forme.height = int(forme.width * echelle), int(forme.height * echelle)
    forme.left = Mm(boite.x) + (Mm(boite.large) - forme.width) // 2
    forme.top = Mm(boite.y) + (Mm(boite.haut) - forme.height) // 2
    _decrire(forme, f"Carte {rang}", image.alternative)


def _decrire(forme: Any, nom: str, alternative: str) -> None:
    forme.name = nom
    forme._element.xpath(".//p:cNvPr")[0].set("descr", imprimable(alternative))  # noqa: SLF001  no other way


def _diagramme(planche: Any, diagramme: Diagramme, rang: int) -> None:
    boite = diagramme.boite
    entete = Boite(x=boite.x, y=boite.y, large=boite.large, haut=7)
    poser(
        planche, entete, (diagramme.titre,), nom=f"Titre du graphique {rang}", taille=13, gras=True, mini=0.7
    )
    donnees: Any = CategoryChartData(number_format='0" %"' if diagramme.pourcent else "#,##0")  # type: ignore[no-untyped-call]
    donnees.categories = [imprimable(nom) for nom in diagramme.categories]
    for serie in diagramme.series:
        donnees.add_series(imprimable(serie.nom), serie.valeurs)
    sorte = XL_CHART_TYPE.BAR_CLUSTERED if diagramme.sens == "noms" else XL_CHART_TYPE.COLUMN_CLUSTERED
    forme = planche.shapes.add_chart(
        sorte, Mm(boite.x), Mm(boite.y + 8), Mm(boite.large), Mm(boite.haut - 8), donnees
    )
    _decrire(forme, f"Graphique {rang}", diagramme.alternative)
    _habiller(forme.chart, diagramme)
    franciser(forme.chart._chartSpace)  # noqa: SLF001


def _habiller(graphique: Any, diagramme: Diagramme) -> None:
    graphique.font.size, graphique.font.name = Pt(12), POLICE
    graphique.font.color.rgb = rgb("texte")
    graphique.has_title = False
    graphique.has_legend = len(diagramme.series) > 1
    if graphique.has_legend:
        graphique.legend.position = XL_LEGEND_POSITION.BOTTOM
        graphique.legend.include_in_layout = False
    noms = graphique.category_axis
    noms.format.line.color.rgb = rgb("trait")
    noms.has_major_gridlines = False
    noms.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    noms.reverse_order = diagramme.sens == "noms"
    valeurs = graphique.value_axis
    valeurs.visible = valeurs.has_major_gridlines = False
    valeurs.minimum_scale = 0
    trace = graphique.plots[0]
    trace.gap_width, trace.overlap = (55, -5) if diagramme.sens == "noms" else (35, 0)
    trace.vary_by_categories = False
    trace.has_data_labels = True
    etiquettes = trace.data_labels
    etiquettes.number_format = POURCENT if diagramme.pourcent else "#,##0"
    etiquettes.number_format_is_linked = False
    etiquettes.position = XL_LABEL_POSITION.OUTSIDE_END
    etiquettes.font.size = Pt(11 if diagramme.sens == "noms" else 10)
    for dessinee, serie in zip(trace.series, diagramme.series, strict=True):
        _colorer(dessinee, serie)


def _colorer(dessinee: Any, serie: Serie) -> None:
    dessinee.invert_if_negative = False
    dessinee.format.fill.solid()
    dessinee.format.fill.fore_color.rgb = rgb(serie.couleur)
    for rang in serie.apart:
        point = dessinee.points[rang].format.fill
        point.solid()
        point.fore_color.rgb = rgb(RESTE)


def _tableau(planche: Any, tableau: Tableau, rang: int) -> None:
    boite, colonnes = tableau.boite, tableau.colonnes
    haut = min(LIGNE_MAX, boite.haut / (len(tableau.lignes) + 1))
    forme = planche.shapes.add_table(
        len(tableau.lignes) + 1,
        len(colonnes),
        Mm(boite.x),
        Mm(boite.y),
        Mm(boite.large),
        Mm(haut * (len(tableau.lignes) + 1)),
    )
    _decrire(forme, f"Tableau {rang}", tableau.alternative)
    table = forme.table
    table._tbl.tblPr.find(f"{_A}tableStyleId").text = SANS_STYLE  # noqa: SLF001
    table.horz_banding = False
    parts = sum(colonne.part for colonne in colonnes)
    taille = min(tableau.taille, (haut - 1.2) / (INTERLIGNE * MM_PAR_POINT))
    taille = int(2 * taille) / 2
    for numero, colonne in enumerate(colonnes):
        large = boite.large * colonne.part / parts
        table.columns[numero].width = Mm(large)
        textes = [colonne.tete, *(ligne[numero] for ligne in tableau.lignes)]
        for etage, texte in enumerate(textes):
            _cellule(table.cell(etage, numero), texte, colonne, large, taille, tete=not etage)
    for ligne in table.rows:
        ligne.height = Mm(haut)


def _cellule(  # noqa: PLR0913  a cell and its letters
    cellule: Any, texte: str, colonne: Colonne, large: float, taille: float, *, tete: bool
) -> None:
    cellule.margin_left = cellule.margin_right = Mm(MARGE_CELLULE)
    cellule.margin_top = cellule.margin_bottom = 0
    cellule.vertical_anchor = MSO_ANCHOR.MIDDLE
    dedans = large - 2 * MARGE_CELLULE - 0.2
    if colonne.chiffres:
        corps = ajuster((texte,), taille, (dedans, 9e9), mini=0.6, gras=tete)
    else:
        corps, texte = taille, couper(texte, taille, dedans, gras=tete)
    ecrire(
        cellule.text_frame,
        texte,
        taille=corps,
        gras=tete,
        couleur="discret" if tete else "texte",
        aligne="droite" if colonne.chiffres else "gauche",
    )
    _souligner(cellule._tc.get_or_add_tcPr(), "encre" if tete else "trait")  # noqa: SLF001


def _souligner(proprietes: Any, couleur: str) -> None:
    """A rule under a cell, before its ground in the order that the format asks."""
    trait = etree.Element(f"{_A}lnB", w=str(Pt(1)))
    fond = etree.SubElement(trait, f"{_A}solidFill")
    etree.SubElement(fond, f"{_A}srgbClr", val=COULEURS[couleur].removeprefix("#"))
    proprietes.insert(0, trait)
