"""Downloads against a server on the loopback that behaves as badly as the real ones."""

from __future__ import annotations

import errno
import hashlib
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from data.sources.emplacement import (
    Politique,
    SourceAlteree,
    SourceSansAdresse,
    TelechargementImpossible,
    telecharger,
)
from data.sources.registre import Source

PRESSE = Politique(essais=3, attente_s=1.0, connexion_s=2.0, lecture_s=5.0)


@dataclass
class Essai:
    """A source, its target, and the pauses that the download asked for."""

    serveur: Any
    cible: Path
    pauses: list[float] = field(default_factory=list)

    @property
    def partiel(self) -> Path:
        return self.cible.with_name(f"{self.cible.name}.partiel")

    def source(self, **autres: object) -> Source:
        champs = {
            "cle": "essai",
            "producteur": "ANCT",
            "jeu": "Essai",
            "licence": "Licence Ouverte 2.0",
            "date": "2022",
            "maj": "2022",
            "fichier": "essais/donnees.csv",
            "octets": len(self.serveur.contenu),
            "sha256": hashlib.sha256(self.serveur.contenu).hexdigest(),
            "type": "csv",
            "alimente": ("projets",),
            "adresse": self.serveur.adresse,
            **autres,
        }
        return Source(**champs)

    def lancer(self, *etapes: str, politique: Politique = PRESSE, **autres: object) -> Path:
        self.serveur.etapes = list(etapes)
        self.serveur.demandes.clear()
        return telecharger(
            self.source(**autres), self.cible, politique=politique, pause=self.pauses.append, barre=False
        )

    def echouer(self, attendue: type[Exception], *etapes: str, **autres: object) -> str:
        with pytest.raises(attendue) as erreur:
            self.lancer(*etapes, **autres)
        return str(erreur.value)

    def restes(self) -> list[str]:
        return sorted(p.name for p in self.cible.parent.iterdir())


@pytest.fixture
def essai(serveur, tmp_path) -> Essai:
    dossier = tmp_path / "cache"
    dossier.mkdir()
    return Essai(serveur=serveur, cible=dossier / "donnees.csv")


def test_un_fichier_entier_arrive_en_place_sans_reste(essai):
    assert essai.lancer("entier") == essai.cible
    assert essai.cible.read_bytes() == essai.serveur.contenu
    assert essai.restes() == ["donnees.csv"]
    assert essai.pauses == []


def test_le_dossier_de_la_cible_est_cree(essai, tmp_path):
    essai.cible = tmp_path / "nouveau" / "sous" / "donnees.csv"
    assert essai.lancer("entier").read_bytes() == essai.serveur.contenu


def test_un_renvoi_est_suivi(essai):
    assert essai.lancer("renvoi", "entier").read_bytes() == essai.serveur.contenu


def test_une_coupure_reprend_ou_elle_s_est_arretee(essai):
    assert essai.lancer("coupe", "reprise").read_bytes() == essai.serveur.contenu
    assert essai.serveur.demandes[1]["range"] == f"bytes={essai.serveur.coupure}-"
    assert essai.serveur.demandes[1]["if-range"] == essai.serveur.etag
    assert essai.pauses == [1.0]


def test_une_coupure_reprend_aussi_a_l_appel_suivant(essai):
    essai.echouer(TelechargementImpossible, "coupe", politique=Politique(essais=1))
    assert essai.partiel.stat().st_size == essai.serveur.coupure
    assert essai.lancer("reprise").read_bytes() == essai.serveur.contenu
    assert essai.serveur.demandes[0]["range"] == f"bytes={essai.serveur.coupure}-"
    assert essai.restes() == ["donnees.csv"]


def test_un_serveur_qui_ignore_la_reprise_fait_recommencer_a_zero(essai):
    assert essai.lancer("coupe", "entier").read_bytes() == essai.serveur.contenu
    assert "range" in essai.serveur.demandes[1]


def test_sans_validateur_rien_n_est_repris(essai):
    assert essai.lancer("coupe_sans_validateur", "entier").read_bytes() == essai.serveur.contenu
    assert "range" not in essai.serveur.demandes[1]


def test_une_coupure_muette_se_voit_et_reprend_par_la_date(essai):
    assert essai.lancer("coupe_sans_longueur", "reprise").read_bytes() == essai.serveur.contenu
    assert essai.serveur.demandes[1]["if-range"] == "Fri, 08 Apr 2022 17:07:56 GMT"


def test_une_reprise_au_mauvais_endroit_fait_recommencer_a_zero(essai):
    assert essai.lancer("coupe", "reprise_ailleurs", "entier").read_bytes() == essai.serveur.contenu
    assert "range" not in essai.serveur.demandes[2]


def test_une_reprise_refusee_fait_recommencer_a_zero(essai):
    assert essai.lancer("coupe", "416", "entier").read_bytes() == essai.serveur.contenu
    assert "range" not in essai.serveur.demandes[2]


def test_un_corps_comprime_se_lit_mais_ne_se_reprend_pas(essai):
    assert essai.lancer("comprime", "comprime").read_bytes() == essai.serveur.contenu
    assert "range" not in essai.serveur.demandes[1]


def test_une_panne_passagere_se_retente_apres_une_pause(essai):
    assert essai.lancer("503", "entier").read_bytes() == essai.serveur.contenu
    assert essai.pauses == [1.0]


def test_les_pauses_doublent_et_l_echec_dit_le_remede(essai):
    message = essai.echouer(TelechargementImpossible, "503", page="https://exemple.fr/jeu")
    assert len(essai.serveur.demandes) == 3
    assert essai.pauses == [1.0, 2.0]
    assert "« essais/donnees.csv » n’a pas pu être téléchargé en 3 essais" in message
    assert "le serveur est en panne (code 503)" in message
    assert "https://exemple.fr/jeu" in message


@pytest.mark.parametrize("code", [403, 404, 410])
def test_un_refus_ne_se_retente_pas(essai, code):
    message = essai.echouer(TelechargementImpossible, str(code), page="https://exemple.fr/jeu")
    assert len(essai.serveur.demandes) == 1
    assert f"n’est plus à son adresse {essai.serveur.adresse} (code {code})" in message
    assert "Cherchez la nouvelle adresse sur https://exemple.fr/jeu" in message


def test_un_serveur_muet_est_retente_puis_dit_muet(essai):
    message = essai.echouer(
        TelechargementImpossible, "muet", politique=Politique(essais=2, connexion_s=2.0, lecture_s=0.1)
    )
    assert "le serveur n’a pas répondu à temps" in message
    assert len(essai.serveur.demandes) == 2


def test_un_serveur_qui_raccroche_est_retente(essai):
    assert essai.lancer("raccroche", "entier").read_bytes() == essai.serveur.contenu


def test_un_serveur_injoignable_est_dit_injoignable(essai):
    with socket.create_server(("127.0.0.1", 0)) as libre:
        adresse = f"http://127.0.0.1:{libre.getsockname()[1]}/donnees.csv"
    message = essai.echouer(TelechargementImpossible, "entier", adresse=adresse)
    assert "la connexion au serveur a échoué" in message
    assert essai.pauses == [1.0, 2.0]


def test_une_adresse_qu_aucun_protocole_ne_lit_n_est_pas_retentee(essai):
    message = essai.echouer(TelechargementImpossible, "entier", adresse="gopher://exemple.fr/donnees.csv")
    assert "ne peut être téléchargé depuis gopher://exemple.fr/donnees.csv" in message
    assert essai.pauses == []


def test_des_renvois_sans_fin_ne_sont_pas_retentes(essai):
    assert "ne peut être téléchargé" in essai.echouer(TelechargementImpossible, "renvoi")
    assert essai.pauses == []


@pytest.mark.parametrize(
    ("reponse", "faute"),
    [
        ("page_web", "est une page web"),
        ("autre_edition", "n’a pas la somme de contrôle attendue"),
        ("sans_fin", "octets au lieu de"),
    ],
)
def test_un_mauvais_fichier_ne_remplace_jamais_un_bon(essai, reponse, faute):
    essai.cible.write_bytes(b"la bonne version d'hier")
    assert faute in essai.echouer(SourceAlteree, reponse)
    assert essai.cible.read_bytes() == b"la bonne version d'hier"
    assert essai.restes() == ["donnees.csv"]


def test_un_telechargement_inacheve_ne_remplace_jamais_un_bon_fichier(essai):
    essai.cible.write_bytes(b"la bonne version d'hier")
    essai.echouer(TelechargementImpossible, "coupe", politique=Politique(essais=1))
    assert essai.cible.read_bytes() == b"la bonne version d'hier"


def test_un_partiel_abime_est_jete_et_l_appel_suivant_reussit(essai):
    essai.echouer(TelechargementImpossible, "coupe", politique=Politique(essais=1))
    essai.partiel.write_bytes(b"?" * essai.serveur.coupure)
    essai.echouer(SourceAlteree, "reprise")
    assert essai.restes() == []
    assert essai.lancer("entier").read_bytes() == essai.serveur.contenu


def test_sans_adresse_directe_le_remede_est_la_page(essai):
    message = essai.echouer(SourceSansAdresse, "entier", adresse="", page="https://exemple.fr/jeu")
    assert "le jeu d’origine, parfois sous une autre forme, est sur https://exemple.fr/jeu" in message


@pytest.mark.parametrize(
    ("faute", "dite"),
    [(errno.ENOSPC, "plus de place sur le disque"), (errno.EIO, "le système refuse l’écriture")],
)
def test_un_disque_qui_refuse_est_dit_en_francais(essai, monkeypatch, faute, dite):
    def refuser(*_: object, **__: object) -> None:
        raise OSError(faute, "no")

    monkeypatch.setattr(Path, "replace", refuser)
    assert dite in essai.echouer(TelechargementImpossible, "entier")


def test_la_barre_montre_le_nom_du_fichier(essai, capsys):
    essai.serveur.etapes = ["entier"]
    telecharger(essai.source(), essai.cible, politique=PRESSE, barre=True)
    assert "donnees.csv" in capsys.readouterr().err
