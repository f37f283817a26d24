"""The territories of the Métropole du Grand Paris: which commune is in which, as eleven decrees fix it.

No source of the atlas lists them all: those of the programme name three. INSEE gives a share of industry for
each of the eleven and for Paris, so that no commune of the métropole needs to take that of the whole.
"""

from __future__ import annotations

from typing import Final

__all__ = ["CODE_PARIS", "SIREN_PARIS", "TERRITOIRES"]

CODE_PARIS: Final = "75056"
"""INSEE code of Paris, which is a territory of the métropole by itself."""

SIREN_PARIS: Final = "217500016"
"""SIREN of the commune of Paris."""

_EPT: Final = {
    "200057966": "92002 92007 92014 92019 92020 92023 92032 92046 92049 92060 92071",
    "200057974": "92012 92022 92040 92047 92048 92072 92075 92077",
    "200057982": "92026 92033 92035 92044 92050 92051 92062 92063 92064 92073 92076",
    "200057990": "92004 92009 92024 92025 92036 92078 95018",
    "200057867": "93001 93027 93031 93039 93059 93066 93070 93072 93079",
    "200058097": "93005 93007 93013 93029 93030 93071 93073 93078",
    "200057875": "93006 93008 93010 93045 93048 93053 93055 93061 93063",
    "200058790": "93014 93015 93032 93033 93046 93047 93049 93050 93051 93057 93062 93064 93074 93077",
    "200057941": "94015 94017 94018 94033 94042 94046 94052 94058 94067 94068 94069 94079 94080",
    "200058006": (
        "94002 94004 94011 94019 94028 94044 94047 94048 94053 94055 94056 94059 94060 94070 94071 94075"
    ),
    "200058014": (
        "91027 91326 91432 91479 91589 91687 94001 94003 94016 94021 94022 94034 94037 94038 94041 94043 "
        "94054 94065 94073 94074 94076 94077 94078 94081"
    ),
}
"""SIREN of each EPT -> its communes, décrets n° 2015-1655 to 2015-1665 of 11 December 2015."""

TERRITOIRES: Final = {code: siren for siren, codes in _EPT.items() for code in codes.split()} | {
    CODE_PARIS: SIREN_PARIS
}
"""INSEE code of each of the 131 communes -> SIREN of its EPT, or of Paris."""
