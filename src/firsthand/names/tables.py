"""What names are written with: titles, particles, legal forms, pet names, number words.

All of it was written down by hand from general knowledge; everything is in lower case and plain Latin letters, as
``firsthand.names.written`` leaves a word. In a table of groups, the words of one
group stand for each other.
"""

import re
from collections.abc import Iterable

from firsthand.lexicon import word_set

HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness rev reverend monsieur madame mme mlle "
    "herr frau senor senora senorita dona signor signora sheikh shaikh shaykh sheik sheykh haji hajji hadji hajj "
    "imam mullah mulla maulvi mawlawi mawlana maulana ayatollah hojjatoleslam sayyid sayed syed seyyed rabbi pope "
    "cardinal archbishop bishop father fr sister prince princess king queen emir amir emperor sultan president premier "
    "chancellor minister ambassador senator sen rep congressman congresswoman gov governor judge justice general gen "
    "colonel col lieutenant lt major maj captain capt sergeant sgt corporal cpl admiral adm brigadier brig marshal "
    "commander cmdr comrade pan pani gospodin hon honourable honorable his her excellency eng engr"
)
# These also stand inside a name, and are nobody's own.
INNER_HONORIFICS = word_set(
    "sheikh shaikh shaykh sheik sheykh haji hajji hadji hajj mullah mulla maulvi mawlawi mawlana maulana ayatollah"
)
SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "esq": "", "phd": "", "md": "", "mp": "", "qc": ""}
PARTICLES = word_set(
    "al el ad an ar as ash at az bin bint ben ibn ould wald von van der den de del della di da do dos das du la le las "
    "los ter ten zu zur af av y e und the of and for in on to fur des et van't na ul ud"
)
SON_OF = word_set("bin ben ibn bint ould wald")
# Words that tell a company or a body from a person; alone they tell no two of them apart.
BODY_WORDS = word_set(
    "company companies corporation group groupe gruppe holding holdings bank banco banque bancorp ministry department "
    "agency fund trust university institute party committee council commission union federation organization "
    "organisation association army brigade battalion regiment unit division court police service services "
    "international insurance securities industries enterprises partners capital investment investments finance "
    "financial solutions technologies systems energy oil gas airlines airways shipping trading factory plant"
)
WEAK_BODY_WORDS = word_set(
    "group groupe gruppe holding holdings company companies corporation department organization organisation "
    "enterprises bank banco banque international movement party agency militia"
)
_ABBREVIATIONS = """
intl international; natl national; govt government; dept department; assn association; bros brothers; univ university
inst institute; org organization organisation; mfg manufacturing; tech technology; min ministry; cttee committee
comm commission; fed federal
"""
_LEGAL_FORMS = """
ltd, limited, ltda, llc, inc, incorporated, corp, corporation, co, company, companies, cia, plc, llp, lp
public limited company, limited liability company, joint stock company, open joint stock company
closed joint stock company, public joint stock company, private limited company, limited partnership
jsc, ojsc, cjsc, pjsc, oao, ooo, zao, pao, ao, tov, pat, prat
obshchestvo s ogranichennoy otvetstvennostyu, aktsionernoe obshchestvo, otkrytoe aktsionernoe obshchestvo
zakrytoe aktsionernoe obshchestvo, publichnoe aktsionernoe obshchestvo, tovarystvo z obmezhenoyu vidpovidalnistyu
gmbh, mbh, ag, akg, kg, kgaa, ohg, ug, eg, ev, gesellschaft mit beschrankter haftung, aktiengesellschaft
gesellschaft mit beschraenkter haftung, kommanditgesellschaft
se, sa, sas, sasu, sarl, srl, spa, sl, slu, sau, sa de cv, societas europaea, societe anonyme, sociedad anonima
sociedade anonima, societe a responsabilite limitee, societa a responsabilita limitata, sociedad limitada
societatea cu raspundere limitata, sociedad de responsabilidad limitada, societa per azioni
nv, bv, bvba, naamloze vennootschap, besloten vennootschap, ab, as, asa, aps, aktiebolag, aksjeselskap, aktieselskab
oy, oyj, osakeyhtio, kft, zrt, nyrt, rt, sp z oo, spolka z ograniczona odpowiedzialnoscia, spolka akcyjna
sro, doo, dd, ad, ead, eood, ood, as, anonim sirketi, limited sirketi
pt, tbk, perseroan terbatas, pty, proprietary, pte, private, pvt, bhd, berhad, sdn, kk, kabushiki kaisha
na, national association, youxian gongsi, gufen youxian gongsi
"""
# These are also names or common words: they count as legal forms only in what is surely no person's name.
UNSURE_LEGAL_FORMS = word_set(
    "ab ad ag ao as asa aps cia co company companies dd eg ev kg kk na oy pat private pt rt sa sas sau se sl spa tov ug"
)
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_MORE_NUMBERS = "seventeen eighteen nineteen"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
# First names, each with its short and pet forms, and the forms among which newsrooms differ for one person (Vladimir
# and Volodymyr; not John and Juan). Two names of this table that share no group are two people's.
_FIRST_NAMES = """
abdullah abdallah abdulla; abraham abe ibrahim; abraham avraham avi; adam; adrian adriano; adriana; agnes; agnieszka
ahmed ahmad ahmet; aisha ayesha aicha; alan allan; albert al bert albie; alessandra; alessandro
alexander aleksandr oleksandr aliaksandr alexandr alexandre alex alec sandy sasha sanya shura alik
alexandra aleksandra oleksandra alex sandra sasha lexi
alexei aleksei alexey oleksiy oleksii aliaksei alyosha lyosha aleksey; alfred alf alfie fred; alina; amanda mandy
amina; amir; amira; anastasia nastya anastasiya; anatoly anatoli tolya anatoliy; andrea
andrei andrey andriy andrii andrej; andrew andy drew; angela angie; ann anne anna annie anya hanna
anthony tony antony ant; anton tony; antonia; antonio toni; arash; archibald archie; arkady arkadiy arkasha
arthur art artie; artyom artem artemy; astrid; attila; ayman; barbara barb babs; bartholomew bart; bashar; beata
beatrice bea; benjamin ben benny benji binyamin bibi; bernadette; bernard bernie; bjorn; boris borya barys
bradley brad; bruno; calvin cal; cameron cam; carla; carlo; carlos; carmen; carol carrie; carolina; caroline carrie
catherine katherine kathryn catharine cathy kate katie kathy kitty cate katy; charles charlie chuck chas; chiara
christina christine chris tina chrissy; christopher chris kit topher; claude; claudia; claudio; clifford cliff
constantine konstantin kostya kostyantyn kanstantsin; cornelius neil; curtis curt; cynthia cindy
cyril kirill kyrylo kiryl; daniel dan danny; daniela daniella; danylo danila danilo; dariusz; david dave davey
deborah debbie deb debra; denis dennis denys; diego; dieter; dilma; dmitry dmitri dmytro dima mitya dmitriy dzmitry
donald don donny; dorothy dot dottie; douglas doug; dragan; edgar ed; edmund ed ned; eduarda; eduardo edu
edward ed eddie ted ned teddy; ekaterina katya yekaterina kateryna katerina; eleanor ellie nora
elena olena yelena lena alena; elizabeth liz beth betty eliza lizzie lisa libby bess betsy elisabeth
elizaveta liza yelizaveta; emily em; emma em; emmanuel; enrique; erik eric; erika erica; esther; eugene gene
evgeny yevgeny evgeni yevhen evgeniy zhenya yauhen; ewa; fabio; faisal faysal feisal; fatima fatma fatemeh; felix
fernanda; fernando; fidel; francesca; francesco; francis frank; francisco paco pancho; frank frankie franklin; franz
frederica; frederick fred freddie freddy frederik; friedrich fritz; fyodor fedor fedir; gabriel gabe; gabriela
gabriella gabby; galina galya halyna; gennady gennadi hennadiy gena; geoffrey geoff jeff
george georgie georgios giorgos yorgos; georgia; georgina; georgy georgi heorhiy gosha; gerald gerry jerry
gerard gerry; giorgia; giovanni; giulia; giuseppe; gleb hlib; goran; gordon; gregory greg; greta
grigory grigori hryhoriy grisha; guido; guillermo memo; gustav gus; gyorgy; hafez; hamid hameed; hamza
harold harry hal; hasan hassan; hector; heinrich heinz; helen nell; henrietta; henry harry hank hal; hillary hilary
hugh hughie; husayn hussein husain hussain hossein; igor ihor; ilya illya ilia; ingrid; irina iryna ira
isaac ike yitzhak; isabel; istvan; ivan vanya; ivana; ivanka; jacob jake jakob; jacques
jamal gamal djamel jamel cemal; james jim jimmy jamie; jana; jane janie; janet jan; jaroslav; jaroslaw; jason jay
javier; jean; jeffrey jeff; jennifer jen jenny; jens; jeremy jerry jez; jerome jerry; jessica jess jessie; jesus; jill
joan joanie; joanna; johann hans; johanna; johannes hans; john johnny jack jon; jonathan jon jonny; jorge; jose pepe
josef sepp; joseph joe joey jo; josephine; joshua josh; juan; juana; judith judy; julia julie; julian; juliana; jun
jurgen; kamal kamel kemal; kamala; karim kareem kerim; karl carl; katalin; keir; kenji; kenneth ken kenny
khadija khadijah; khalid khaled; kimberly kim; klaus; kofi; kristin; kristina; krzysztof; larisa larysa; lars; laszlo
laura; laurence lawrence larry laurie; layla leila; lech; leo lev; leonard leo len lenny; leonid lyonya; leopold leo
li; linda; lorenzo; louis lou louie lewis; louisa luisa; louise; luca; lucas luke; luciana; luciano lucian; luigi
luis; lyudmila liudmyla lyuda; magdalena lena; mahmoud mahmud mahmood mehmood; malala; malgorzata; manuel; marco
marcus; marek; margaret maggie meg peggy marge margie; maria masha mariya mariia; mariana; mariano; marin; marina
mario; mark marc; marta; martin marty; martina; mary; mateusz; matteo; matthew matt matty; matvei matviy
maxim maksim maksym max; maximilian max; maxwell max; mehmet; melania; michael mike mick micky mickey mikey
michaela mikaela; michel; michele; michelle; miguel; mikhail mykhailo mikhailo misha mikhael mikhaylo; milan; milos
mitt; mohammed muhammad mohamed muhammed mohamad mohammad mahomed mohd maxamed; monica; moses moshe moishe
mustafa mostafa mustapha; nadia; nancy nan; naomi; narendra; nasser nasir naser
natalia nataliya natasha natalya nataliia; nathaniel nathan nat nate; nicholas nick nicky nicolas; nicola; nicole
nigel; nikita mykyta; nikola; nikolai nikolay mykola mikalai kolya; noor nur; norman norm; novak; olaf olav
oleg oleh aleh; olga olha; omar umar; osama usama; oscar; otto; pablo; pamela pam; paolo
patricia pat patty tricia trish; patrick pat paddy; paul pauly; paula; pauline; pavel pavlo pasha pavlik; pedro
peter pete; philip phil phillip; pierre; piotr; polina paulina; priya; pyotr petr petro petya; rachel; radovan
rafael rafa rafi; rafaela; rahul; randolph randy; rania; rashid rasheed rachid; ratko; raul; ravi; raymond ray
rebecca becky becca; recep; regina; reginald reg reggie; ricardo; richard rick dick rich ricky richie; rishi
robert bob rob bobby robbie; roberta; roberto beto; robin; roderick rod; rodney rod; roger rog; roland roly
roman roma; ronald ron ronnie; rosa; rose rosie; rostislav rostyslav slava; rudolph rudy; ruslan; russell russ
ruth ruthie; saeed said saeid saad; salim saleem selim; salman salmaan; samantha sam; samuel sam sammy; sanna
sarah sally sara; sergei sergey serhiy serhii sergej siarhei seryozha; sergio; shmuel sam; sigrid; silvio; simon si
simona; simone; slobodan; sofia sophia sofya; soren; stanislav stas; stanley stan; stefania stefanie; stefano stefan
stepan stephan; stephanie steph; stephen steve steven stevie; susan sue suzie susie; suzanne sue; sven
svetlana svitlana sveta; sviatlana svetlana; sybil; tariq tarek tarik; tatiana tatyana tetiana tanya; terence terry
thea; theodore ted teddy theo; theresa; thomas tom tommy; tigran; timofey tymofiy; timothy tim timmy; tipper; todd
tomasz; ulrich; ursula; usman osman othman uthman; vadim vadym; valentin valya; valentina; valery valeriy valeri
vanessa; vasily vasyl vasiliy vasya; veronica ronnie; victoria vicky tori viktoria viktoriya; viktor victor vitya
vincent vince vinny; vitaly vitaliy vitali vital; vladimir volodymyr vladimer uladzimir volodya vova wolodymyr
vladislav vladyslav vlad; vsevolod seva; vyacheslav viacheslav slava; walid waleed oualid; walter walt wally
wilhelm willi; william bill will billy willie willy liam; wojciech; wolfgang; xavier; yahya yahia; yakov jacob; yana
yaroslav slava iaroslav; yasmin; yasser yasir yaser; yoko; yousef yusuf youssef yusef yosef; yulia yuliya julia iuliia
yuri yury yuriy iurii yura; zachary zach zack; zainab zaynab zeinab; zhanna; zoltan; zoran
"""
_FAMILY_NAMES = """
qaeda qaida kaida qaidah
gaddafi qaddafi kadhafi gadhafi kaddafi qadhafi gheddafi qathafi; kim gim; park pak bak bag; lee yi ri rhee; choi choe
chung jung jeong chong; cho jo; kang gang; yoon yun; shin sin; ahn an; im lim rim; moon mun; chiang jiang; tsai cai
hsu xu; hsieh xie; chang zhang; chou zhou; wong wang huang; chan chen; cheung zhang
"""
# Family names that are written first where the rest of the name is East Asian too.
FAMILY_FIRST = word_set(
    "xi wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han "
    "tang feng yu dong xiao cheng cao yuan deng peng zeng lu jiang cai jia ding wei xue ye yan pan du dai xia zhong "
    "tian fan fang shi yao mao hua hsu tsai chiang chou kim gim lee yi ri rhee park pak choi choe jung jeong chung "
    "kang cho jo yoon yun jang lim shin han oh seo kwon hwang ahn song ryu hong nguyen tran le pham hoang phan vu vo "
    "dang bui do ho ngo duong ly hun"
)


def _groups(*tables: str) -> dict[str, frozenset[int]]:
    rows = [group.split() for table in tables for group in re.split(r"[;\n]", table.strip())]
    found: dict[str, set[int]] = {}
    for i, words in enumerate(rows):
        for word in words:
            found.setdefault(word, set()).add(i)
    return {word: frozenset(ids) for word, ids in found.items()}


def _legal_forms() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(form.split()) for line in _LEGAL_FORMS.strip().splitlines() for form in line.split(","))


def _numbers() -> dict[str, int]:
    values = {word: i for i, word in enumerate(f"{_NUMBERS} {_MORE_NUMBERS}".split())}
    values |= {word: i for i, word in enumerate(_ORDINALS.split())}
    values |= {word: 10 * i for i, word in enumerate(_TENS.split(), 2)} | {"fourty": 40}
    return values


def _relatives(groups: dict[str, frozenset[int]]) -> dict[str, frozenset[str]]:
    members: dict[int, set[str]] = {}
    for word, ids in groups.items():
        for i in ids:
            members.setdefault(i, set()).add(word)
    return {word: frozenset().union(*(members[i] for i in ids)) for word, ids in groups.items()}


FIRST_NAMES = _groups(_FIRST_NAMES)
ALIASES = _groups(_FIRST_NAMES, _FAMILY_NAMES, _ABBREVIATIONS)
RELATIVES = _relatives(ALIASES)
LEGAL_FORMS = _legal_forms()
LEGAL_WORDS = frozenset(form[0] for form in LEGAL_FORMS if len(form) == 1) - UNSURE_LEGAL_FORMS
LEGAL_HEADS = frozenset(form[0] for form in LEGAL_FORMS)
NUMBERS = _numbers()
ROMAN = {word: i for i, word in enumerate(_ROMAN.split(), 1)}


def known_first_names(words: Iterable[str]) -> bool:
    """Tell whether every word is a first name of the table."""
    return all(word in FIRST_NAMES for word in words)
