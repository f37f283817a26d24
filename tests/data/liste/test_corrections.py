import pytest

from data.liste import controler, corriger, lignes_rejetees, lignes_trouvees, lire, reconnaitre

CSV = """Entreprise;Commune;Département;Montant
Atelier du Cotentin;Cherbourg-en-Cotentin;50;1,5
Forge d’Armor;Breste;29;abc
Trop;Brest;29;2;x
"""


@pytest.fixture(scope="module")
def brut():
    return lire(CSV.encode(), "liste.csv")


@pytest.fixture(scope="module")
def correspondance(brut):
    return reconnaitre(brut.colonnes)


@pytest.fixture
def rejetees(atlas, brut, correspondance):
    return lignes_rejetees(controler(brut, correspondance, atlas), correspondance, au_plus=10)


def test_une_ligne_rejetee_montre_d_abord_ses_cellules_fautives_et_leur_motif(rejetees):
    premiere = rejetees[0]
    fautives = [cellule.colonne for cellule in premiere.cellules if cellule.motif]
    assert fautives == ["Commune", "Montant"]
    assert [cellule.colonne for cellule in premiere.cellules[:2]] == fautives


def test_une_ligne_rejetee_est_nommee_par_sa_ligne_son_entreprise_et_sa_commune(rejetees):
    assert (rejetees[0].ligne, rejetees[0].nom) == (3, "Forge d’Armor, Breste")


def test_un_defaut_de_la_ligne_entiere_n_est_d_aucune_cellule(rejetees):
    assert len(rejetees[1].motifs) == 1
    assert not any(cellule.motif for cellule in rejetees[1].cellules)


def test_une_ligne_corrigee_rejoint_les_bonnes_sans_toucher_aux_autres(atlas, brut, correspondance):
    avant = controler(brut, correspondance, atlas)
    corrige, _ = corriger(brut, {(1, "Commune"): "Brest", (1, "Montant"): "3 M€"})
    apres = controler(corrige, correspondance, atlas)
    assert len(apres.projets) == len(avant.projets) + 1
    assert apres.rejets["ligne"].tolist() == [4]


def test_une_correction_qui_ne_suffit_pas_garde_la_ligne_rejetee(atlas, brut, correspondance):
    corrige, _ = corriger(brut, {(1, "Commune"): "Brest"})
    rejets = controler(corrige, correspondance, atlas).rejets
    assert rejets[rejets["ligne"] == 3]["colonne"].tolist() == ["Montant"]


def test_corriger_une_ligne_trop_longue_leve_le_defaut_de_sa_forme(atlas, brut, correspondance):
    corrige, _ = corriger(brut, {(2, "Montant"): "2,5"})
    assert 4 not in controler(corrige, correspondance, atlas).rejets["ligne"].tolist()


def test_le_fichier_du_lecteur_n_est_pas_change(brut):
    corriger(brut, {(1, "Commune"): "Brest"})
    assert brut.table.loc[1, "Commune"] == "Breste"


@pytest.mark.parametrize("lieu", [(9, "Commune"), (-1, "Commune"), (1, "Nulle part")])
def test_une_cellule_qui_n_existe_pas_ne_se_corrige_pas(brut, lieu):
    assert corriger(brut, {lieu: "Brest"})[1] == ()


def test_une_cellule_corrigee_est_nettoyee_comme_celles_d_un_fichier(brut):
    corrige, _ = corriger(brut, {(1, "Commune"): "  Brest\u200b\n "})
    assert corrige.table.loc[1, "Commune"] == "Brest"


def test_une_cellule_videe_est_manquante(brut):
    assert corriger(brut, {(1, "Montant"): " "})[0].table["Montant"].isna().tolist() == [False, True, False]


@pytest.mark.parametrize(("texte", "lignes"), [("cotentin", [2]), ("3", [3]), ("BREST", [3, 4]), ("  ", [])])
def test_une_ligne_se_trouve_par_son_numero_ou_par_un_texte(brut, correspondance, texte, lignes):
    trouvees = lignes_trouvees(brut, correspondance, texte, au_plus=10)
    assert [ligne.ligne for ligne in trouvees] == lignes
