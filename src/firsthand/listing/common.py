"""Names that very many people bear: two people who share one need not be the same.

Given and family names that are among the most borne in some country, written down by hand from general knowledge, in
plain Latin letters. Spellings are compared by sound, so that one of them is enough.
"""

from functools import cache

from firsthand.names.sounds import sound

_GIVEN = (
    "mohammed ahmed mahmoud mustafa ali hassan hussein ibrahim omar yusuf khalid abdullah abdulrahman abdulkarim "
    "abdulaziz abdulhamid abdulmalik said hamid hamza salim salah karim jamal tariq walid nasser faisal fahd ismail "
    "osman saleh bilal rashid jaber reza mehdi hamidreza mohsen john james robert michael william david richard joseph "
    "thomas charles daniel paul mark george andrew peter mary jose juan luis carlos jorge pedro miguel antonio manuel "
    "francisco maria ana jesus alejandro fernando rafael javier eduardo jean pierre joao paulo ivan sergei vladimir "
    "alexander alexey dmitri andrei mikhail nikolai igor oleg yuri viktor natalia olga elena anna tatiana wei li ming "
    "jun jie lei tao hong ping min yan hui chen chang chol yong il sung jin ho young min jae hyun raj kumar ram sanjay "
    "amit mehmet mustafa ahmet emre"
)
_FAMILY = (
    "smith jones williams brown taylor johnson davis miller wilson moore anderson thomas jackson white harris martin "
    "thompson garcia martinez robinson clark rodriguez lewis lee walker hall young hernandez lopez gonzalez perez "
    "sanchez ramirez torres flores rivera gomez diaz cruz morales ortiz gutierrez reyes ramos castillo jimenez ruiz "
    "silva santos oliveira souza pereira costa ferreira rossi muller schmidt dubois ivanov petrov sidorov smirnov "
    "kuznetsov popov volkov sokolov novikov morozov pavlov ivanova petrova smirnova kim park choi jung kang cho yun "
    "jang lim wang li zhang liu chen yang zhao huang zhou wu xu sun nguyen tran le pham khan singh kumar sharma gupta "
    "patel shah hussain ahmed mohammed ali hassan hussein ibrahim saleh said hamad mansour nasser salim abdullah "
    "rahman haidar hamdan khalil salman bashir suleiman sharif zaid "
    "yilmaz kaya demir sahin tanaka suzuki sato traore diallo"
)


_BONES = 3  # consonants; with fewer, too many words share them


@cache
def _sounds() -> frozenset[str]:
    heard = [sound(word) for word in f"{_GIVEN} {_FAMILY}".split()]
    return frozenset(one.soft for one in heard) | {one.bones for one in heard if len(one.bones) >= _BONES}


def is_common(word: str) -> bool:
    """Tell whether very many people have this word in their names.

    Args:
        word: in lower case and plain Latin letters, as `firsthand.names.prepare` leaves it.
    """
    heard = sound(word)
    return heard.soft in _sounds() or (len(heard.bones) >= _BONES and heard.bones in _sounds())
