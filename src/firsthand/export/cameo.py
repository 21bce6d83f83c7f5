"""CAMEO codes for PLOVER events: the published crosswalk, CAMEO to PLOVER, read backwards.

The crosswalk (PLOVER's, of September 2021) joins several codes into one type, mode and context, so the way back may
give several. A code is left out where a more general one of the same branch stands beside it. Differences, all from
PLOVER's later draft: its modes (*targeted* for assassinate, *aerial* and *drone* for 195, *destroy* for 1712,
*crowd-control* for 175, *convict* for 116, *restrict* for ban, no *return*, *massacre* or *cleansing*), its contexts
(*human_security* for humanitarian, *pro_democracy* for democracy), embargoes and sanctions (163) under SANCTION too,
and CAMEO's 19 and 20 both under ASSAULT. What the crosswalk does not have gets the most general code that fits.
"""

from collections.abc import Iterable
from functools import cache

# A line: type, mode (- for none), codes where no context below applies, then codes by context. A plus wants both.
_TABLE = """
AGREE     -              030          economic=0311/0331/0354 military=0312/0332/0356 legal=0313 intelligence=0314 \
human_security=0333 peacekeeping=0334 political_institutions=034 executive=0342 rights_freedoms=0343/0351/0353
CONSULT   -              040          diplomatic=045/046
CONSULT   visit          042
CONSULT   third-party    044
CONSULT   multilateral   040
CONSULT   phone          041
SUPPORT   -              050
CONCEDE   -              080          legal=081 pro_democracy=0811/0812/082 political_institutions=083 executive=0832 \
rights_freedoms=0833
COOPERATE -              060          economic=061 military=062 legal=063 intelligence=064
AID       -              070          economic=071 military=072 human_security=073 peacekeeping=074 asylum=075
RETREAT   -              080          economic=085 legal=0813/0814
RETREAT   withdraw       0874         military=0872/0874
RETREAT   release        0841
RETREAT   disarm         0873         military=087
RETREAT   ceasefire      0871
RETREAT   access         086          peacekeeping=0861 human_security=0863
RETREAT   resign         080
REQUEST   -              100
REQUEST   assist         101/103      economic=1011/1031 military=1012/1032 legal=1013 intelligence=1014 \
diplomatic=102 human_security=1033 peacekeeping=1034
REQUEST   change         104          executive=1041/1042 rights_freedoms=1043 legal=105
REQUEST   yield          105          legal=1051/1052/1053 economic=1054 diplomatic=1055 military=1056
REQUEST   meet           106/107/108
ACCUSE    -              110
ACCUSE    disapprove     110          legal=116
ACCUSE    investigate    090          military+legal=094 crime=091 corruption=091 human_rights=092 military=093
ACCUSE    allege         112          military+legal=1124 crime=1121 corruption=1121 human_rights=1122 military=1123 \
diplomatic=114 legal=1125/115
REJECT    -              120
REJECT    assist         121/122      economic=1211/1221 military=1212/1222 legal=1213 intelligence=1214 \
human_security=1223 peacekeeping=1224
REJECT    change         124          political_institutions=123 executive=1231/1232/1241 rights_freedoms=1233
REJECT    yield          124          legal=1243/128 economic=1244 diplomatic=1245/129 military=1246
REJECT    meet           125/126/127
THREATEN  -              130
THREATEN  restrict       130          economic=1312 human_rights=1321 executive=132 pro_autocracy=1322/1323/1324 \
military=1381
THREATEN  arrest         137
THREATEN  relations      1311/133     diplomatic=1313/134/135/139
THREATEN  expel          136
THREATEN  territory      1382
THREATEN  violence       138          cbrn=1385 pro_autocracy=137
PROTEST   -              140
PROTEST   demo           141          executive=1411/1412 rights_freedoms=1413 political_institutions=1414
PROTEST   riot           145          executive=1451/1452 rights_freedoms=1453 political_institutions=1454
PROTEST   strike         143          executive=1431/1432 rights_freedoms=1433 political_institutions=1434
PROTEST   hunger         142          executive=1421/1422 rights_freedoms=1423 political_institutions=1424
PROTEST   boycott        143          executive=1431/1432 rights_freedoms=1433 political_institutions=1434
PROTEST   obstruct       144          executive=1441/1442 rights_freedoms=1443 political_institutions=1444
PROTEST   vandalize      145
SANCTION  -              160
SANCTION  convict        116
SANCTION  expel          166          military=1661 human_security=1663
SANCTION  withdraw       161/164/165
SANCTION  discontinue    162/163      economic=1621/163 military=1622 human_security=1623
MOBILIZE  -              150
MOBILIZE  troops         152/154
MOBILIZE  weapons        150
MOBILIZE  police         151/153
MOBILIZE  militia        150
COERCE    -              170
COERCE    seize          171          military=192 territory=192
COERCE    restrict       172          military=191 diplomatic=163 rights_freedoms=1721 pro_autocracy=1722
COERCE    censor         1721
COERCE    curfew         1723
COERCE    martial-law    1724
COERCE    arrest         173
COERCE    deport         174
COERCE    withhold       170
COERCE    misinformation 170
COERCE    cyber          176
ASSAULT   -              180/190      military+legal=196 military=190
ASSAULT   abduct         181/184
ASSAULT   beat           182
ASSAULT   torture        1822
ASSAULT   sexual         1821
ASSAULT   targeted       185/186
ASSAULT   destroy        1712
ASSAULT   primitive      182
ASSAULT   firearms       193
ASSAULT   explosives     183
ASSAULT   suicide-attack 1831
ASSAULT   aerial         195
ASSAULT   drone          195
ASSAULT   heavy-weapons  194
ASSAULT   crowd-control  175
ASSAULT   unconventional 204
"""


def cameo(type: str, mode: str | None, contexts: Iterable[str]) -> tuple[str, ...]:
    """Return the CAMEO codes of an event, in the order of the table.

    Args:
        type: PLOVER's.
        mode: one of the type's, or None.
        contexts: PLOVER's; of those that the table knows, the one that comes first in it counts.

    Returns:
        One code, or several where CAMEO tells apart what PLOVER joins; none for a type that is not PLOVER's.
    """
    known = set(contexts)
    rows = _rows().get((type, mode or ""), [])
    return next((codes for wanted, codes in rows if wanted <= known), ())


@cache
def _rows() -> dict[tuple[str, str], list[tuple[frozenset[str], tuple[str, ...]]]]:
    """Return the table by type and mode: the contexts that a row wants, and its codes; the row that wants none last."""
    rows = {}
    for row in _TABLE.strip().splitlines():
        type, mode, general, *special = row.split()
        cells = [cell.split("=") for cell in special] + [["", general]]
        rows[type, "" if mode == "-" else mode] = [
            (frozenset(contexts.split("+") if contexts else ()), tuple(codes.split("/"))) for contexts, codes in cells
        ]
    return rows
