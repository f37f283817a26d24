"""The benchmark of the filter measures what it says."""

from bench import filtre


def test_chaque_geste_est_mesure_et_chaque_sorte_de_filtre_garde_quelque_chose():
    mesures = {m.nom: m for m in filtre.mesurer(lignes=3000, cycles=2)}
    assert set(filtre.FILTRES) < set(mesures)
    vides = {nom for nom in filtre.FILTRES if not mesures[nom].projets}
    assert vides == {"texte, un mot absent"}
    assert all(m.mediane <= max(m.temps) for m in mesures.values())
