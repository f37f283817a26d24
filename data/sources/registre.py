"""The register of sources: what `data/sources/sources.toml` declares, read once and checked field by field.

Producer, licence, date and checksum are written in one place; citations, downloads, checks and the page
« Méthode » are all derived from it. A key that nobody knows is refused, so that a slip of the pen is seen.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, Field, dataclass, fields
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, get_type_hints

from data.sources.erreurs import RegistreInvalide
from memoire import garde, rien_que_le_code, signature

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["REGISTRE", "TABLES", "TYPES", "Source", "charger_registre"]

REGISTRE = Path(__file__).with_name("sources.toml")
"""The register that stands beside this module."""

TYPES = frozenset({"csv", "tsv", "parquet", "xlsx", "zip", "geojson", "json"})
"""File types that `data.sources.emplacement.verification` knows how to recognise."""

TABLES = frozenset(
    {
        *("territoires", "groupements", "epci", "communes", "regions", "departements", "passages"),
        *(
            "contours",
            "contours_fins",
            "contours_communes",
            "projets",
            "projets_inspirants",
            "villes",
            "chomage",
        ),
        *("regions_2021", "national_2021", "enjeux_2021", "financement_2021", "chronologie"),
        *("indicateurs_communes", "emploi_industriel_epci", "voisinages"),
        *("codes_postaux", "autres_noms"),
    }
)
"""Processed tables that a source may feed, those of the coming issues included."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One raw file, as declared.

    Attributes:
        cle: Short name, the key in `sources.toml`.
        producteur: Who produced the data, in French, as cited.
        jeu: Title of the dataset, in French, as cited.
        licence: Licence of the data, as cited.
        date: Date of what the data describe: AAAA, AAAA-MM or AAAA-MM-JJ.
        maj: Date of the last update, as cited: AAAA, MM/AAAA or JJ/MM/AAAA.
        fichier: Path under the folder of sources, with « / ».
        octets: Size of the file in bytes.
        sha256: Checksum of the file, 64 hexadecimal digits.
        type: One of `TYPES`.
        alimente: Processed tables that it feeds, among `TABLES`.
        adresse: Address of the file itself (https); empty when only the page is known.
        page: Page of the dataset (https), maybe in another form; required when there is no address.
        transcrit: Whether the file was copied by hand or field by field from the official one.
        note: What a reader must know about the file, in French; required when `transcrit`.
    """

    cle: str
    producteur: str
    jeu: str
    licence: str
    date: str
    maj: str
    fichier: str
    octets: int
    sha256: str
    type: str
    alimente: tuple[str, ...]
    adresse: str = ""
    page: str = ""
    transcrit: bool = False
    note: str = ""

    def citation(self) -> str:
        """The sentence that every page and export shows, as the Licence Ouverte asks."""
        return f"Source : {self.producteur}, {self.jeu}, mise à jour {self.maj} – {self.licence}"


def charger_registre(path: Path = REGISTRE) -> dict[str, Source]:
    """Read and check the register.

    Args:
        path: A TOML file with one table per source.

    Returns:
        The sources by key, in the order of the file.

    Raises:
        RegistreInvalide: When the file cannot be read, a key is unknown, missing or of the wrong type, a
            value is out of its rule, or two sources share a file.
    """
    return dict(_lire(path, signature(path)))


@garde(taille=1, depend=rien_que_le_code)
def _lire(path: Path, _signature: object) -> dict[str, Source]:
    """The same, read once as long as the file is not written again: every page cites its sources."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as erreur:
        raise RegistreInvalide(
            f"Le registre des sources « {path.name} » est introuvable : "
            f"remettez-le avec « git checkout data/{path.name} »."
        ) from erreur
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as erreur:
        raise RegistreInvalide(
            f"Le registre des sources « {path.name} » est illisible (détail : {erreur})."
        ) from erreur
    registre = {cle: _source(cle, table) for cle, table in tables.items()}
    _refuser_doublons(registre)
    return registre


def _source(cle: str, table: Any) -> Source:
    if not isinstance(table, dict):
        raise RegistreInvalide(f"« {cle} » n’est pas une source : écrivez une section [{cle}].")
    connus = {f.name: f for f in fields(Source) if f.name != "cle"}
    inconnus = sorted(table.keys() - connus)
    if inconnus:
        raise RegistreInvalide(
            f"Source « {cle} » : champ inconnu « {inconnus[0]} ». Les champs possibles : {', '.join(connus)}."
        )
    source = Source(cle=cle, **{nom: _valeur(cle, champ, table) for nom, champ in connus.items()})
    for phrase, tient in _REGLES:
        if not tient(source):
            raise RegistreInvalide(f"Source « {cle} » : {phrase}.")
    return source


def _valeur(cle: str, champ: Field[Any], table: dict[str, Any]) -> Any:
    if champ.name not in table:
        if champ.default is MISSING:
            raise RegistreInvalide(f"Source « {cle} » : il manque le champ « {champ.name} ».")
        return champ.default
    valeur = table[champ.name]
    type_, attendu = _ATTENDUS[champ.name]
    if not _conforme(valeur, type_):
        raise RegistreInvalide(f"Source « {cle} » : « {champ.name} » doit être {attendu}.")
    return tuple(valeur) if type_ is list else valeur


def _conforme(valeur: Any, type_: type) -> bool:
    """Exact types only (`true` is no integer), and lists of texts."""
    if type_ is list:
        return isinstance(valeur, list) and all(isinstance(v, str) for v in valeur)
    return type(valeur) is type_


def _refuser_doublons(registre: dict[str, Source]) -> None:
    premiers: dict[str, str] = {}
    for cle, source in registre.items():
        premier = premiers.setdefault(source.fichier, cle)
        if premier != cle:
            raise RegistreInvalide(
                f"Le fichier « {source.fichier} » est déclaré deux fois : « {premier} » et « {cle} »."
            )


_ATTENDU_PAR_TYPE: dict[Any, tuple[type, str]] = {
    str: (str, "un texte entre guillemets"),
    int: (int, "un nombre entier"),
    bool: (bool, "true ou false"),
    tuple[str, ...]: (list, "une liste de textes"),
}
_ATTENDUS = {nom: _ATTENDU_PAR_TYPE[type_] for nom, type_ in get_type_hints(Source).items()}


def _relatif(fichier: str) -> bool:
    chemin = PurePosixPath(fichier)
    propre = chemin.as_posix() == fichier and "\\" not in fichier
    return propre and bool(chemin.parts) and not chemin.is_absolute() and ".." not in chemin.parts


def _suit(motif: str) -> Callable[[str], bool]:
    compile_ = re.compile(motif)
    return lambda texte: compile_.fullmatch(texte) is not None


_CLE = _suit(r"[a-z0-9_]+")
_DATE = _suit(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_MAJ = _suit(r"(((0[1-9]|[12]\d|3[01])/)?(0[1-9]|1[0-2])/)?\d{4}")
_SHA256 = _suit(r"[0-9a-f]{64}")
_HTTPS = _suit(r"https://[^\s]+")

_REGLES: tuple[tuple[str, Callable[[Source], bool]], ...] = (
    ("sa clé ne prend que des minuscules sans accent, des chiffres et « _ »", lambda s: _CLE(s.cle)),
    (
        "« producteur », « jeu » et « licence » ne peuvent être vides",
        lambda s: all((s.producteur, s.jeu, s.licence)),
    ),
    ("« date » s’écrit AAAA, AAAA-MM ou AAAA-MM-JJ", lambda s: _DATE(s.date)),
    ("« maj » s’écrit AAAA, MM/AAAA ou JJ/MM/AAAA", lambda s: _MAJ(s.maj)),
    ("« fichier » est un chemin relatif au dossier des sources, avec « / »", lambda s: _relatif(s.fichier)),
    ("« octets » doit être positif", lambda s: s.octets > 0),
    ("« sha256 » compte 64 chiffres hexadécimaux en minuscules", lambda s: _SHA256(s.sha256)),
    (f"« type » est l’un de : {', '.join(sorted(TYPES))}", lambda s: s.type in TYPES),
    (
        "« alimente » nomme au moins une table connue, et elles seules",
        lambda s: {*s.alimente} <= TABLES and bool(s.alimente),
    ),
    ("« adresse » commence par https://", lambda s: not s.adresse or _HTTPS(s.adresse)),
    ("« page » commence par https://", lambda s: not s.page or _HTTPS(s.page)),
    ("il faut « adresse », ou « page » à défaut d’adresse directe", lambda s: bool(s.adresse or s.page)),
    ("une source transcrite s’explique dans « note »", lambda s: bool(s.note) or not s.transcrit),
)
