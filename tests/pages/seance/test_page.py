"""« Séance » in memory: prepare, tick, name, order, open, play; what a link gets wrong is told."""

from __future__ import annotations

import json

import pytest

from components.partage import donnees, projets_prets
from components.seance import etat
from components.seance.lien import augmentee
from geo.seance.contenu import contenu
from geo.seance.fichier import ecrire_fichier
from geo.seance.seance import Seance
from pages.seance.carte import carte_de, prechargements
from pages.seance.ecran import rang_lu
from pages.seance.vues import citer, projetees
from tests.pages.regards import adresse as adresse_de
from tests.pages.regards import avis, blocs, mots, ouvrir

VUES = ["france", "region-53", "ti-2806"]


def page(**parametres):
    """Follow a link to « Séance »."""
    essai = ouvrir("seance")
    for mot, valeurs in parametres.items():
        essai.query_params[mot] = valeurs
    return essai.run()


def vues(essai):
    lues = essai.query_params.get("vue", [])
    return [lues] if isinstance(lues, str) else list(lues)


def pastilles(essai, cle):
    return next(p for p in essai.button_group if p.key == cle)


def lire(**parametres):
    atlas = donnees.atlas()
    return Seance.lire(parametres, atlas, projets_prets.publie(atlas).vocabulaires)[0]


def test_une_seance_vide_demande_quoi_montrer():
    essai = page()
    assert not essai.exception
    assert not essai.error
    assert "Ce qu’elle peut montrer" in mots(essai)
    assert avis(essai) == []


def test_une_coche_ajoute_une_vue_et_une_autre_la_retire():
    essai = page(vue=["ti-2806"])
    pastilles(essai, "seance-france-2021").set_value(["france", "france.mois"]).run()
    assert vues(essai) == ["ti-2806", "france", "france.mois"]
    pastilles(essai, "seance-france-2021").set_value(["france.mois"]).run()
    assert vues(essai) == ["ti-2806", "france.mois"]


def test_tous_les_territoires_d_une_region_viennent_et_partent_d_un_coup():
    essai = page()
    essai.selectbox(key="seance-region").set_value("53").run()
    next(b for b in essai.button if b.label == "Tous les ajouter").click().run()
    assert len(vues(essai)) == 10
    assert all(vue.startswith("ti-") for vue in vues(essai))
    assert (vues(essai)[0], vues(essai)[-1]) == ("ti-5312", "ti-5311")  # Bretagne Romantique… Saint-Brieuc
    next(b for b in essai.button if b.label == "Tous les retirer").click().run()
    assert vues(essai) == []


def test_une_seance_prend_un_nom():
    essai = page(vue=VUES)
    essai.text_input(key="seance-nom").set_value("Comité <b>").run()
    assert adresse_de(essai)["nom"] == "Comité <b>"
    assert any("Comité &lt;b&gt;" in b for b in blocs(essai))


def test_le_lien_d_une_selection_devient_une_vue():
    essai = page()
    champ = essai.text_input(key="seance-lien")
    champ.set_value("http://127.0.0.1/projets?filiere=Agroalimentaire").run()
    next(b for b in essai.button if b.label == "Ajouter").click().run()
    assert vues(essai) == ["projets.filiere=Agroalimentaire"]


def test_un_autre_lien_est_refuse_d_un_mot():
    essai = page()
    essai.text_input(key="seance-lien").set_value("http://127.0.0.1/carte").run()
    next(b for b in essai.button if b.label == "Ajouter").click().run()
    assert vues(essai) == []
    assert avis(essai) == ["Ce lien n’est pas celui d’une sélection de la page « Projets »."]


def test_les_vues_inconnues_sont_dites_et_le_reste_se_joue():
    essai = page(vue=["france", "<img src=x>"])
    assert avis(essai) == ["La vue « <img src=x> » n’existe pas : elle est laissée de côté."]
    jouee = page(vue=["france", "<img src=x>"], ecran=["oui"])
    assert not jouee.exception
    assert "Ce qu’elle peut montrer" not in mots(jouee)


def test_une_seance_sans_vue_revient_a_sa_preparation():
    essai = page(ecran=["oui"])
    assert avis(essai) == ["La séance n’a aucune vue à montrer : choisissez-en ci-dessous."]


@pytest.mark.parametrize("mot", ["nom", "vue", "n", "fond", "ecran", "millesime"])
def test_un_mot_hostile_est_sans_danger(mot):
    essai = page(**{mot: ["<img src=x onerror=alert(1)>"]})
    assert not essai.exception
    assert not any("<img src=x" in b for b in blocs(essai))


@pytest.fixture
def adresse(monkeypatch):
    """An address in the place of that of the browser."""

    class Adresse(dict):
        def get_all(self, mot):
            return self.get(mot, [])

        def from_dict(self, mots):
            self.clear()
            self.update(mots)

    ici = Adresse(vue=list(VUES))
    monkeypatch.setattr(etat.st, "query_params", ici)
    monkeypatch.setattr(etat.st, "session_state", {})
    return ici


def test_l_ordre_du_navigateur_est_pris(adresse):
    etat.ordonner(["ti-2806", "france"])
    assert adresse["vue"] == ["ti-2806", "france"]


@pytest.mark.parametrize("demande", [None, 3, "france", ["region-24"], {"a": 1}])
def test_un_ordre_d_autres_vues_ne_change_rien(adresse, demande):
    etat.ordonner(demande)
    assert adresse["vue"] == VUES


def test_elle_se_joue_depuis_une_vue_et_y_revient(adresse):
    etat.lancer(3)
    assert (adresse["n"], adresse["ecran"]) == (["3"], ["oui"])
    etat.quitter(2)
    assert adresse["n"] == ["2"]
    assert "ecran" not in adresse


def test_un_fichier_remplace_la_seance_et_dit_ce_qu_il_laisse_de_cote(adresse):
    texte = ecrire_fichier(lire(vue=["region-24", "france.mois"], nom=["Tours"]))
    mechant = json.loads(texte)
    mechant["vues"].append("<script>")
    etat.ouvrir(json.dumps(mechant))
    assert adresse["vue"] == ["region-24", "france.mois"]
    assert adresse["nom"] == ["Tours"]
    assert etat.avis()[0] == "Séance ouverte\u00a0: 2\u202fvues."


@pytest.mark.parametrize("texte", [None, 4, "", "{"])
def test_un_fichier_qui_n_est_pas_une_seance_ne_change_rien(adresse, texte):
    etat.ouvrir(texte)
    assert adresse["vue"] == VUES


def test_une_seance_pleine_refuse_dit_pourquoi_et_reste_comme_elle_est(adresse):
    adresse["vue"] = ["france"] * 60
    etat.ajouter(lire(vue=["region-24"]).vues)
    assert adresse["vue"] == ["france"] * 60
    (phrase,) = etat.avis()
    assert phrase.startswith(
        "La séance a 60\u202fvues, sur 60 au plus\u00a0: « Centre-Val de Loire » n’y entre"
    )
    assert "enregistrez-la puis videz-la" in phrase


def test_plusieurs_vues_entrent_toutes_ou_aucune(adresse):
    adresse["vue"] = ["france"] * 59
    etat.ajouter(lire(vue=["region-24", "region-53"]).vues)
    assert adresse["vue"] == ["france"] * 59
    assert "2\u202fvues de plus n’y entrent pas" in etat.avis()[0]


@pytest.mark.parametrize(("demande", "rang"), [(2, 2), (0, 1), (99, 3), (None, 1), ("2", 1), (True, 1)])
def test_la_vue_qui_etait_a_l_ecran_est_une_de_celles_de_la_seance(demande, rang):
    assert rang_lu(demande, 3) == rang


def test_une_autre_page_allonge_la_seance():
    (vue,) = lire(vue=["region-24"]).vues
    seance = lire(vue=list(VUES), nom=["Comité"], ecran=["oui"], n=["2"])
    suite = augmentee(seance, vue)
    assert suite.mots == (*VUES, "region-24")
    assert (suite.nom, suite.ecran, suite.n) == ("Comité", False, 1)
    assert augmentee(suite, vue) == suite
    assert augmentee(None, vue).mots == ("region-24",)


def test_une_page_d_un_autre_millesime_allonge_la_meme_seance():
    (vue,) = lire(vue=["region-24_2023"]).vues
    assert augmentee(lire(vue=list(VUES)), vue).mots == (*VUES, "region-24_2023")


def test_une_autre_page_n_ote_rien_a_une_seance_pleine():
    (vue,) = lire(vue=["region-24"]).vues
    pleine = lire(vue=["france"] * 60)
    suite = augmentee(pleine, vue)
    assert (suite.vues, suite.refusee) == (pleine.vues, vue)
    essai = page(vue=["france"] * 60, refusee=["region-24"])
    assert any("« Centre-Val de Loire » n’y entre pas" in phrase for phrase in avis(essai))


def test_le_menu_ramene_a_la_seance_que_l_on_preparait():
    essai = page(vue=VUES)
    essai.switch_page("pages/methode/page.py").run()
    essai.query_params.clear()
    essai.switch_page("pages/seance/page.py").run()
    assert vues(essai) == VUES


def test_revenir_en_arriere_sur_la_page_meme_montre_ce_qui_y_etait():
    essai = page(vue=VUES)
    essai.query_params.clear()
    essai.run()
    assert vues(essai) == []


@pytest.mark.parametrize(
    ("la", "sans_memoire", "suite"),
    [([], False, VUES), (["region-24"], True, [*VUES, "region-24"]), (["region-24"], False, ["region-24"])],
    ids=["vide", "ajout", "autre lien"],
)
def test_ce_que_l_onglet_preparait_revient_ou_se_compare(adresse, la, sans_memoire, suite):
    adresse["vue"] = la
    etat.st.session_state[etat.SANS_MEMOIRE] = sans_memoire
    pris = etat.preparee(etat.lire()[0]).retrouver("&".join(f"vue={mot}" for mot in VUES))
    assert adresse["vue"] == suite
    assert pris == (suite[: len(VUES)] == VUES)


def test_un_autre_millesime_ne_touche_pas_aux_vues_deja_la():
    essai = page(vue=VUES)
    pastilles(essai, "seance-millesime").set_value(2023).run()
    assert vues(essai) == VUES
    pastilles(essai, "seance-france-2023").set_value(["france_2023"]).run()
    assert vues(essai) == [*VUES, "france_2023"]


def test_une_seule_vue_est_au_singulier():
    assert "La séance\u00a0: 1\u202fvue<" in " ".join(blocs(page(vue=["france"])))


def test_tout_va_au_navigateur_d_un_coup():
    seance = lire(vue=[*VUES, "region-53.filieres", "projets.region=53"])
    envoi = projetees(donnees.atlas(), seance)
    assert [vue["mot"] for vue in envoi["vues"]] == list(seance.mots)
    for vue in envoi["vues"]:
        assert vue["titre"]
        assert vue["sources"]
        assert (vue["carte"] is None) != (vue["graphique"] is None)
    assert len(json.dumps(envoi)) < 200_000


def test_une_carte_d_une_region_montre_ses_projets_et_dit_combien():
    prets = projets_prets.publie(donnees.atlas())
    (vue,) = lire(vue=["region-53"]).vues
    carte = carte_de(prets, vue)
    assert carte.etat.zone == "region-53"
    siens = prets.projets[(prets.projets["code_region"] == "53") & prets.projets["latitude"].notna()]
    dans = int(siens["id_ti_2021"].notna().sum())
    textes = [ligne["texte"] for ligne in carte.legende]
    assert any(texte.startswith(f"{dans}\u202fprojets dans un territoire") for texte in textes)
    assert any(
        texte.startswith(f"{len(siens) - dans}\u202f") or texte == f"{len(siens) - dans} hors des territoires"
        for texte in textes
    )
    assert prechargements([carte])


def test_une_vue_cite_ses_producteurs_avec_leurs_dates():
    prets = projets_prets.publie(donnees.atlas())
    (vue,) = lire(vue=["france"]).vues
    phrase = citer(contenu(vue, prets.atlas, prets.preparee, prets.vocabulaires))
    assert phrase.startswith("Sources")
    assert "24/09/2021" in phrase
    assert "Licence" in phrase
