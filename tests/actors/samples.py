"""Reports of our own with marks in place, and texts of any size."""

from firsthand.spans import Link, Mention
from firsthand.types import Report

FERRY = """\
{1 person {2 place Norway}’s deputy trade minister Petra Nowil} flew to {3 place Kessik} on Tuesday, two days after \
{4 thing the ferry Orla} ran aground. {S1 {1 person She}} {C1 told} reporters {X1 that {5 organization Halvard \
Marine} had known of {4 thing the ferry}’s broken pump since May}.

{X2 “{5 organization We} acted as soon as {5 organization we} could,”} {C2 said} {S2 {6 person {5 organization \
Halvard Marine}’s chief engineer, {6 person Odd Lien}}}. {X3 {6 person He} had warned the crew {6 person himself}}, \
{S3 {6 person he}} {C3 added}.

{S4 {7 person A spokeswoman for {8 organization the coast guard}}} {C4 said} {X4 the wreck was leaking}. {S5 {9 \
thing A report by {8 organization the coast guard}}}, which {10 organization Reuters} has seen, {C5 puts} {X5 the \
loss at two million}. {S6 {10 organization The agency}} {C6 reported} earlier {X6 that divers were on their way}.

{S7 {11 person Three people familiar with the inquiry}} {C7 said} {X7 {1 person the minister} would resign}. {S8 {11 \
person They}} {C8 did not say} {X8 when}. {C9 It was not clear} {X9 who would follow {1 person Nowil}}. {S10 {12 \
organization The Norwegian government}} {C10 declined} {X10 to comment}, and {S11 {13 organization Oslo}} {C11 said} \
only {X11 that {13 organization it} had seen the reports}."""

SPELLINGS = """\
{1 person Volodymyr Zelenskyy} landed in {2 place Kessik} on Monday for a day of talks about grain, and left again \
before the storm. {S1 {1? person Zelenskiy}} {C1 said} {X1 the talks had been good}. {S2 {1? person Vladimir \
Zelensky}} {C2 told} {3? person Rasmus Kell} {X2 that he would come again in June}, and {S3 {1? person Zelenski}} \
{C3 wrote} {X3 so} on his channel. In {4? place Berlin}, {S4 {1? person Wolodymyr Selenskyj}} {C4 called} {X4 the \
harbour “a gate”}. {S5 {1? person Володимир Зеленський}} {C5 was quoted as saying} {X5 it will stay open}. {S6 {3? \
person Kell}} {C6 agreed}: {X6 nobody in the harbour, he thought, would want it closed before the autumn, when the \
ships come back and the silos are full}. {S7 {1? person Mr. Zelenskyy}} {C7 laughed} {X7 at that}. The harbour of \
{2? place Kessik} takes ships of every size, and its cranes work day and night."""

NAMELESS = """\
{S1 {1 person Residents}} {C1 said} {X1 they heard a bang shortly before midnight}. {S2 {2 person A woman who lives \
across the street}} {C2 said} {X2 {2 person her} windows were blown in}. {X3 “{2 person I} thought it was thunder,”} \
{S3 {2 person she}} {C3 said}. {S4 {3 person Two officials}} {C4 blamed} {X4 a gas pipe}, but {S5 {4 person a third \
official}} {C5 said} {X5 nobody knew yet}. {S6 {5 organization The gas company}} {C6 denied} {X6 that its pipes were \
old}. {C7 It was said} {X7 that there had been a smell for weeks}. {S8 {6 organization The council}} {C8 will meet} \
{X8 tomorrow}, and {S9 {3 person the officials}} {C9 promised} {X9 to answer every question}. The street was closed \
until the morning, when the first cars were let through again, and the school had no lessons."""

SCRIPTS = """\
{1 person Олена Коваленко}, {1 person the mayor of {2 place Kyiv}}, met {3 person Γιώργος Παππάς} on Friday. {S1 {1? \
person Коваленко}} {C1 said} {X1 the tram would run again}. {S2 {3 person He}} {C2 promised} {X2 new rails}. {S3 {1? \
person Kovalenko}} {C3 thanked} {X3 him}. {S4 {4 person Zoë Ægirsdóttir}} {C4 was} {X4 less sure}, and {S5 {4? \
person Aegirsdottir}} {C5 told} {5 organization Reuters} {X5 so}."""

HEADLINE = """\
{S1 {1 person MINISTER NOWIL}} {C1 DENIES} {X1 LEAK AT {2 organization VISTRA}}

{S2 {1? person Petra Nowil}} {C2 said} on Friday {X2 that nothing had leaked}. {2? organization Vistra} makes paint \
in {3 place Kessik}. {S3 {4 person Tom Reyes}, {4 person {2 organization the firm}’s lawyer},} {C3 said} {X3 {1 \
person the minister} was right}."""

# Names that sound like no other on their list.
FIRST = """
Anna Boris Carla Dmitri Elena Fabio Greta Hugo Ingrid Javier Keiko Ludwig Miriam Nabil Olga Pedro Quentin Rasmus
Sofia Timur Ursula Viktor Wanda Xavier Yusuf Henrietta Arturo Brigitte Cedric Dolores Emeka Francine Giorgio Heidi
Igor Jasmin Klaus Leticia Mahmoud Natasha Bronwen Priya Ragnar Svetlana Tobias Umberto Veronica Winston Yolanda
Zbigniew
"""
LAST = """
Abernathy Bjornstad Castellano Dombrowski Eriksen Fitzgerald Gutierrez Hashimoto Ivanchenko Jankowski Kipchoge
Lindqvist McAllister Nkemelu Oyelaran Papadakis Quigley Rodriguez Szymanski Tchaikov Underhill Vandermeer Wojtowicz
Xenakis Yamaguchi Zimmermann Abdulov Bakker Chowdhury Delacroix Engstrom Farouk Goldberg Hernandez Ibrahimovic
Jovanovic Kowalczyk Lefebvre Mbappe Nakamura Obradovic Pellegrini Qureshi Rasmussen Schneider Takahashi Ulyanov
Vasquez Whitfield Yilmaz Zapata Aguilar Blomqvist Cunningham Dubois Espinoza Fujimoto Grunwald Hoffmann Ishikawa
Johansson Kaczmarek Lombardi Mazowiecki Nightingale Okonkwo Petropoulos Quispe Rothschild Santangelo Thorvald
Urquhart Villanueva Wickham Yablonsky Zubkov Ashworth Bhattacharya Cisneros Drummond Ekstrand Fonseca Gallagher
Haverford Iglesias Jimenez Karlsson Lukashevich Montgomery Novak Orbanic Pritchard Ramirez Stavros Tudor Ueda
Vlasenko Westbrook Ybarra Zhdanov
"""


def crowd(count: int) -> tuple[Report, tuple[Mention, ...]]:
    """A text with so many names, each of them one person's."""
    first, last = FIRST.split(), LAST.split()
    names = [f"{first[(n + n // 100) % 50]} {last[n % 100]}" for n in range(count)]
    assert len(set(names)) == count
    text, found = "", []
    for name in names:
        found.append(Mention(span=(len(text), len(text) + len(name)), type="person"))
        text += f"{name} came. "
    return Report(id="r", text=text), tuple(found)


def monologue(count: int) -> tuple[Report, tuple[Mention, ...]]:
    """A text about one person, with so many pronouns."""
    text, found = "Petra Nowil came. ", [Mention(span=(0, 11), type="person")]
    for n in range(count):
        found.append(Mention(span=(len(text), len(text) + 3), type="person", links=(Link(n, 0.9),)))
        text += "She went. "
    return Report(id="r", text=text), tuple(found)
