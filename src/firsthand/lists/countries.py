"""The countries that lists name, as ISO 3166 alpha-3 codes."""

import re
from collections.abc import Iterable
from functools import lru_cache

from firsthand.lexicon import How, country

# ISO 3166: alpha-2 and alpha-3, with the XK that lists use for Kosovo.
_CODES = (
    "ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB "
    "BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR "
    "BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR "
    "CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK "
    "FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS "
    "GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN "
    "ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO "
    "LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD "
    "MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER "
    "NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM "
    "PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP "
    "SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF "
    "TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY "
    "UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKKOS YEYEM YTMYT ZAZAF ZMZMB ZWZWE "
)
_ALPHA3 = {row[:2]: row[2:] for row in _CODES.split()}
_TURNED = re.compile(r"(?P<name>[^,(]+?)(?:, (?P<behind>.+)| \((?P<within>.+)\))")
_ALSO = {"cote d ivoire": "CIV", "west bank": "PSE", "palestinian": "PSE"}
_PLACES = (How.NAME, How.ADJECTIVE)


def codes(written: Iterable[str]) -> tuple[str, ...]:
    """Return the alpha-3 codes of what a list calls countries, each once; what is none, or none today, is left out."""
    found = (alpha3(one) for one in written)
    return tuple(dict.fromkeys(code for code in found if code))


@lru_cache(2048)
def alpha3(written: str) -> str | None:
    """Return the alpha-3 code of a country as a list writes it, or None.

    Known are names, also turned round ("Korea, North", "Iran (Islamic Republic of)"), and alpha-2 and alpha-3 codes.
    """
    name = written.strip().removeprefix("Region: ")
    if len(name) == 2:
        return _ALPHA3.get(name.upper())
    if name.lower() in _ALSO or name.upper() in _ALPHA3.values():
        return _ALSO.get(name.lower(), name.upper())
    turned = _TURNED.fullmatch(name)
    ways = [name, f"{turned['behind'] or turned['within']} {turned['name']}", turned["name"]] if turned else [name]
    known = (country(way) for way in ways)
    return next((one.code for one in known if one and one.how in _PLACES), None)
