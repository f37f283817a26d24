"""The inline scripts of a page are known by the sums that a browser computes."""

from __future__ import annotations

import base64
import hashlib

import pytest

from service.scripts import annoncer, annonces, empreintes


def somme(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_chaque_script_en_ligne_a_sa_somme_dans_l_ordre_de_la_page():
    page = b"<script>un</script><p>texte</p><script type='module'>deux\n</script>"
    assert empreintes(page) == (somme("un"), somme("deux\n"))


def test_un_script_qui_vient_d_une_adresse_n_en_a_aucune():
    assert empreintes(b'<script type="module" src="./a.js"></script>') == ()


@pytest.mark.parametrize("fin", ["\r\n", "\r"])
def test_les_fins_de_lignes_se_lisent_comme_un_navigateur_les_lit(fin):
    assert empreintes(f"<script>un{fin}deux</script>".encode()) == (somme("un\ndeux"),)


def test_les_sommes_voyagent_avec_la_requete():
    scope: dict[str, object] = {}
    assert annonces(scope) == ()
    annoncer(scope, b"<script>un</script>")
    assert annonces(scope) == (somme("un"),)
