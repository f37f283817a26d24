"""Modules are ordered by what they import, joined as a browser would run them, refused when they are odd."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from components.leaflet import elements
from components.statiques import fichiers, modules


@pytest.fixture
def atelier(tmp_path, monkeypatch):
    """A folder of modules; gives what writes one."""
    monkeypatch.setattr(fichiers, "DOSSIER", tmp_path)

    def ecrire(nom, texte):
        fichier = tmp_path / nom
        fichier.parent.mkdir(parents=True, exist_ok=True)
        fichier.write_text(texte, encoding="utf-8")

    return ecrire


def executer(entree):
    """What the exports of a module are once all that it needs is joined, as Node sees them."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node est introuvable (PATH)")
    script = f"const modules = {{}};\n{modules.joindre(modules.ordonner(entree))}"
    script += f'console.log(JSON.stringify(modules["{entree}"]));'
    return json.loads(subprocess.run([node, "-e", script], capture_output=True, check=True).stdout)


def test_un_module_vient_apres_ceux_qu_il_importe(atelier):
    atelier("a/un.js", 'import { b } from "../b/deux.js";\nimport { c } from "./trois.js";\n')
    atelier("a/trois.js", 'import { b } from "../b/deux.js";\nexport const c = b;\n')
    atelier("b/deux.js", "export const b = 2;\n")
    assert modules.ordonner("a/un.js") == ["b/deux.js", "a/trois.js", "a/un.js"]


def test_les_modules_joints_se_donnent_ce_qu_ils_exportent(atelier):
    atelier(
        "a.js",
        'import {\n  Classe,\n  double as deux,\n} from "./b.js";\n\n'
        "const prive = 3;\nexport const somme = deux(prive) + new Classe().n;\n",
    )
    atelier(
        "b.js",
        "const prive = 1;\nexport function double(x) {\n  return 2 * x;\n}\n"
        "export class Classe {\n  n = prive;\n}\nexport async function plus_tard() {}\n",
    )
    assert executer("a.js") == {"somme": 7}


def test_un_commentaire_seul_sur_ses_lignes_disparait_et_un_autre_n_emporte_pas_de_code(atelier):
    atelier(
        "a.js",
        "/* En tête :\n   deux lignes. */\n/** @type {number} */\nexport const a = 1;\n"
        "  /** @type {number} */ (a);\n/* autre */\nexport const b = 2; /* fin */\n",
    )
    joint = modules.joindre(["a.js"])
    assert "En tête" not in joint
    assert "(a);" in joint
    assert executer("a.js") == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    "ligne",
    [
        "export default 1;",
        "export let a = 1;",
        "export { a };",
        'export * from "./b.js";',
        'import b from "./b.js";',
        'import * as b from "./b.js";',
        'import "./b.js";',
        'import { b } from "b";',
        'import { b } from "./b.js"',
    ],
)
def test_ce_qui_n_est_pas_connu_est_refuse_avec_son_lieu(atelier, ligne):
    atelier("a.js", f"const a = 1;\n{ligne}\n")
    with pytest.raises(ValueError, match=r"static/atlas/a\.js"):
        modules.joindre(["a.js"])


def test_des_modules_en_cercle_sont_refuses(atelier):
    atelier("a.js", 'import { b } from "./b.js";\n')
    atelier("b.js", 'import { a } from "./a.js";\n')
    with pytest.raises(ValueError, match=r"a\.js > b\.js > a\.js"):
        modules.ordonner("a.js")


def test_chaque_module_de_la_carte_peut_etre_joint():
    noms = modules.ordonner(elements.ENTREE)
    assert modules.joindre(noms).count("return {") >= len(noms) > 20


def test_aucun_module_d_une_page_n_importe_ceux_de_la_carte():
    assert [nom for nom in modules.importes_par_les_pages() if nom.startswith(modules.CARTE)] == []


def test_chaque_script_de_la_carte_est_atteint_depuis_son_entree():
    presents = {f.relative_to(fichiers.DOSSIER).as_posix() for f in (fichiers.DOSSIER / "carte").glob("*.js")}
    assert presents - set(modules.ordonner(elements.ENTREE)) == set()
