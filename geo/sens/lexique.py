"""The words of the programme and of its figures that nobody has to know: each in one line, said once."""

from __future__ import annotations

from typing import Final

from geo.sens.programme import UN_TERRITOIRE

__all__ = ["LEXIQUE"]

LEXIQUE: Final = {
    "Territoire d’industrie (TI)": UN_TERRITOIRE,
    "Millésime": "L’année d’une carte des territoires\u00a0: leur liste et leurs limites ont changé en "
    "2020, 2021, 2022 et 2023. Les chiffres publiés sont ceux de la carte de 2021.",
    "Identifiant (ti-2806)": "Le numéro officiel d’un territoire\u00a0: les deux premiers chiffres sont "
    "ceux de sa région. D’une carte à l’autre, le même numéro peut désigner un autre territoire.",
    "Groupement": "Ce qui compose un territoire\u00a0: une intercommunalité, un EPT, ou une commune qui "
    "participe seule.",
    "Intercommunalité, EPCI": "Un groupement de communes qui ont mis des services en commun\u00a0: "
    "communauté de communes, communauté d’agglomération, communauté urbaine ou métropole.",
    "EPT": "Établissement public territorial\u00a0: une des parties de la métropole du Grand Paris.",
    "Filière": "La branche de l’industrie d’un projet, telle que la liste la publie\u00a0: automobile, "
    "santé…",
    "Stade": "Où en est un projet\u00a0: émergence, étude, lauréat, en travaux, en service ou abandonné.",
    "Lauréat": "Un projet auquel une aide a été accordée. Deux listes ne se confondent pas\u00a0: celle du "
    "fonds d’accélération, publiée en 2021, et l’extrait de France Relance d’avril 2022.",
    "Somme": "Un chiffre qui additionne des nombres publiés, commune par commune ou projet par projet.",
    "Calculé": "Un chiffre que l’atlas obtient par une formule, dite sous son « i ».",
    "Publié, déduit": "Un chiffre recopié tel quel d’un document\u00a0; ou obtenu en retranchant des "
    "chiffres publiés d’un total publié.",
    "Part rétrospective": "La part des projets dans des territoires choisis quand ces projets étaient déjà "
    "connus\u00a0: elle ne dit rien d’un effet du programme.",
    "Zone d’emploi": "Un ensemble de communes où la plupart des habitants travaillent\u00a0: le taux de "
    "chômage n’est publié qu’à cette échelle, et des voisins le partagent.",
    "Ex æquo": "Des lieux qui ont le même chiffre, tel qu’il s’affiche\u00a0: ils partagent leur rang.",
    "CEDEX": "Une adresse postale d’entreprise, qui n’est pas une commune\u00a0: l’atlas cherche la "
    "commune qui est derrière.",
}
"""Word, as pages write it -> what it means."""
