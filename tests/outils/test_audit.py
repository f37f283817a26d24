"""The audit of dependencies: a flaw fails, no answer is said, and neither looks like the other."""

from __future__ import annotations

import json
import sys

import pytest

from outils import audit, controles
from outils.audit import Audit, auditer, lire

SAIN = {"name": "folium", "version": "0.20.0", "vulns": []}
FAILLE = {"name": "jinja2", "version": "3.1.0", "vulns": [{"id": "CVE-2099-1", "fix_versions": ["3.1.9"]}]}
SAUTE = {"name": "pandas", "skip_reason": "could not be audited"}


@pytest.fixture
def programme(tmp_path, monkeypatch):
    """A pip-audit that prints what it is told, wherever the real one may be."""

    def installer(sortie, erreur="", code=0):
        faux = tmp_path / "faux_audit.py"
        faux.write_text(
            f"import sys; print({sortie!r}); print({erreur!r}, file=sys.stderr); sys.exit({code})",
            encoding="utf-8",
        )
        lanceur = tmp_path / "pip-audit"
        lanceur.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{faux}"\n', encoding="utf-8")
        lanceur.chmod(0o755)
        monkeypatch.setattr(audit.shutil, "which", lambda _nom: str(lanceur))

    return installer


def test_sans_le_programme_rien_n_est_audite_et_c_est_dit(monkeypatch, tmp_path):
    monkeypatch.setattr(audit.shutil, "which", lambda _nom: None)
    assert auditer(tmp_path / "requirements.txt") == Audit(empeche="pip-audit n'est pas sur le PATH")


def test_une_liste_saine_n_a_rien_a_dire(programme, tmp_path):
    programme(json.dumps({"dependencies": [SAIN]}))
    assert auditer(tmp_path / "requirements.txt") == Audit()


def test_une_faille_est_nommee_avec_son_remede(programme, tmp_path):
    programme(json.dumps({"dependencies": [SAIN, FAILLE]}), code=1)
    assert auditer(tmp_path / "r.txt").failles == ("jinja2 3.1.0 : CVE-2099-1 (réparé dans : 3.1.9)",)


def test_un_registre_qui_ne_repond_pas_n_est_pas_une_preuve(programme, tmp_path):
    programme("", erreur="ConnectionError: pas de réseau", code=1)
    assert auditer(tmp_path / "r.txt") == Audit(
        empeche="pip-audit s'est arrêté : ConnectionError: pas de réseau"
    )


def test_les_paquets_sans_reponse_sont_comptes():
    lu = lire([SAIN, SAUTE, FAILLE])
    assert lu.empeche == "1 paquet(s) sur 3 sans réponse de la base des failles"
    assert len(lu.failles) == 1


def conditions(*, ci=False):
    """A machine that has everything and demands nothing more."""
    return controles.Conditions(
        chromium="chromium",
        bureau=True,
        sources=True,
        navigateur_obligatoire=False,
        bureau_obligatoire=False,
        sources_obligatoires=False,
        ci=ci,
    )


def test_une_faille_fait_echouer_les_controles(capsys):
    assert controles.conclure(conditions(), [], [], Audit(failles=("jinja2 3.1.0 : CVE-2099-1",))) == 1
    assert "CVE-2099-1" in capsys.readouterr().err


def test_un_audit_qui_n_a_pu_etre_fait_est_dit_et_n_echoue_pas(capsys):
    assert controles.conclure(conditions(ci=True), [], [], Audit(empeche="pip-audit n'est pas là")) == 0
    dit = "".join(capsys.readouterr())
    assert "l'audit des dépendances (pip-audit n'est pas là)" in dit
    assert "Tout ce qui a pu être vérifié est bon." in dit
