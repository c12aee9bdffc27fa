"""Words about publicity or confidentiality put an item in doubt, however they are set; words that are plainly about something else do not."""

import pytest

from reader.parsing.closed import half_of, line_says, title_is_closed
from reader.parsing.clues import clue_in, clue_in_title
from tests.parsing.formats import FORMATS
from tests.parsing.test_marks import alternating, minutes_as, standing

TITLES = [
    "Luket: Nabosag", "Lukkket punkt - Nabosag", "Lukt punkt: Nabosag", "Nabosag (lukkettt)", "Nabosag lukket", "Nabosag (LUK)", "Nabosag (Lkt)",
    "L. Nabosag", "Forslag fra Bo Dam (L)", "Nabosag (fortr.)", "Fortr.: Nabosag", "Uoffentlig: Nabosag", "Nabosag (tavshedsbelagt)",
    "IKKE OFFENTLIG Nabosag", "Nabosag (må ikke omtales)", "Nabosag (diskretion)", "Privat: Nabosag", "L υkket".replace(" ", "") + ": Nabosag",
    "ＬＵＫＫＥＴ: Nabosag", "L\u200bukket: Nabosag", "L.U.K.K.E.T. Nabosag", "Nabosag – undtaget for offentlighed", "Nabosag, behandles lukket",
    "Nabosag (§ 10)", "Lukket vedr. nabosag", "Nabosag (luk ket)", "Nabosag (ikke-off.)", "Nabosag /L", "Personsag om en nabo", "Lukket\u00a0punkt\u00a0–\u00a0Nabosag", "lukket sag Nabosag", "Orientering om lukkede punkter",
    "Lukket nabosag - Skovvej", "Lukket aftale med en nabo", "Lukket drøftelsespunkt: Nabosag", "Lukketsag Nabo", "Lkt. pkt. - Nabosag", "Nabosag (l.d.)", "Ld. Nabosag", "Nabosag (l)",
    "FRI - Nabosag", "(F) Nabosag", "Konfidentielt: Nabosag", "Klassificeret: Nabosag", "Personalesagen om en nabo", "Lukkede personsager: en nabo", "Nabosag (ikke off.)", "Ej off.: Nabosag",
    "l u k k e t  p u n k t  Nabosag", "Nabosag (ksl § 10)", "Nabosag - ikke i åben dagsorden", "Private session: a neighbour", "Fortrolig henvendelse fra en nabo", "Nabosag, som er lukket",
    "Tavshedspligt! Nabosag", "Nabosag (anonymiseres ved offentliggørelse)",
    "Nabosag – § 10, stk. 1", "Nabosag (undtages jf. § 10)", "Nabosag (LD)", "Nabosag / F", "2L Nabosag", "L2 Nabosag", "F: Nabosag", "Nabosag (l.p.)", "Nabosag [F]", "Nabosag (L.P.)", "Nabosag – i enrum", "Nabosag (uden referat)", "Nabosag (privat møde)",
]  # fmt: skip
TITLES_APART = [
    "Nabosag - lukekt sag", "Nabosag (LUK KET)", "Nabosag (strengt fortr.)", "Nabosag, ekskl. tilhørere", "Nabosag (u/off.)", "Nabosag (FORT)", "Nabosag (fortrol.)", "(Skjult titel)", "[Fjernet]", "xxxxx", "Sag uden titel", "Titel ikke tilgængelig", "Udeladt punkt", "Ikke vist",
]  # fmt: skip
LINES = [
    "Offentlig = nej", "Lægges ikke på hjemmesiden", "Indeholder personoplysninger", "Behandles internt", "Kun for de folkevalgte", "Hjemmel: § 10, stk. 2",
    "Uden offentlig adgang", "Tilhørerpladserne rømmes", "Ingen offentlighed", "Sagen behandles uden offentlighed", "Kun udvalgets medlemmer har adgang", "Adgang: kun medlemmer", "Kun til intern brug",
    "Tilhørerne forlod salen", "Herefter forlod tilhørerne mødet.", "Tilhørere har ikke adgang", "Offentlighedslovens § 23", "jf. forvaltningslovens § 27",
    "Behandles efter styrelseslovens § 10", "Sagen behandles efter § 10, stk. 2 i den kommunale styrelseslov", "Offentlig (J/N): N", "Åben (Ja/Nej): Nej",
    "Mødesagstype: L", "Persondata: Ja", "Personfølsomme oplysninger", "Indeholder fortrolige oplysninger om en borger", "Må ikke gengives i pressen",
    "Undtaget aktindsigt", "Ingen adgang for publikum", "Åben sag - nej", "Sikkerhedsklasse: Fortrolig", "F O R T R O L I G T", "Hemmeligstemplet",
    "Udvalget besluttede at lukke dørene under behandlingen.", "Udvalget besluttede, at sagen skal holdes fortrolig.",
    "Sagen blev behandlet, mens tilhørerne var ude af lokalet.", "Punktet blev flyttet til den lukkede dagsorden.", "Beslutningen må ikke refereres.",
    "Referatet af dette punkt offentliggøres ikke.", "Materialet er klausuleret til den 1. maj.", "Medlemmerne blev mindet om deres tavshedspligt i sagen.",
    "Formanden bad om, at sagen ikke omtales offentligt.", "Punktet er lukket, fordi det rummer private forhold.", "Status for offentlighed: ikke offentlig",
    "Rapporten er endnu ikke offentliggjort.", "Alle medlemmer er underlagt tavshedspligt.", "Udvalget blev husket på tavshedspligten.",
    "Sagen om havnegrunden er lukket.", "Drøftelsen om lejemålet var lukket.", "Dette er lukket.", "Punktet er lukket for andre end rådet.",
    "Vises på internettet: Nej", "Internet: N", "Off.: Nej", "Lægges på web: nej", "Må ikke stå på hjemmesiden", "Offentliggøres først i maj",
    "Punktet er fjernet fra den udgave, der lægges på nettet.", "Står ikke i den offentlige udgave", "Udelades i offentlig udgave", "Transmissionen var slukket under sagen.",
    "Alene til medlemmernes brug", "Udleveres kun til medlemmerne.", "(medlemmer)", "Undtaget efter databeskyttelsesreglerne.", "In camera", "Executive session",
    "Behandles for lukkkede døre", "Behandles for luckede døre", "Grundlag: kommunestyrelseslovens paragraf 10", "Jf. ofl. § 23", "fvl. § 27", "Lov om offentlighed i forvaltningen § 23",
    "Mødet lukkes", "Overgang til lukket møde", "Fortrolighed er aftalt med ejeren.", "Klassificeret materiale", "Konfidentielt", "Sagen er tavshedspligtig.",
    "Punktet er ikke åbent for offentligheden", "Sagen er undtaget fra aktindsigt efter loven.", "Der henvises til den lukkede sag.",
]  # fmt: skip
# By themselves: one document with a page for each of all the lines would be longer than any that is read.
LINES_APART = [
    "Offentliggørelse afventer kontrakten.", "Publiceres tidligst i maj", "Kun til udvalgsbrug", "Forbeholdt udvalget", "Materialet bliver i salen", "Strengt personligt",
    "Vises ikke for borgerne", "Sendes ikke ud på skærmen", "Udgår af netudgaven", "Må ikke komme ud", "Gæster bedes gå", "Lydoptagelsen standses",
    "Nabosag, dørlukning", "Dørlukning: Ja", "Lukkemøde - referat", "Følgende sager er ikke åbne: 2", "Referat (LP)", "Nabosag LP", "§10-sag: Nabosag", "Nabosag (N.O.)", "Dørene blev genåbnet.", "Tilhørerne fik igen adgang til salen.",
    "Herefter fortsatte mødet for åbne døre.", "Synlighed: Skjult", "Gradering: Til tjenestebrug", "(Punktet gengives ikke i det trykte referat)",
    "Sagens status: L", "Visning: Intern", "L", "F-punkt", "Dagsordenspunkt (l)", "Ikke tilgængelig", "Sendt i særskilt kuvert", "Særskilt protokolleret",
    "Behandlet uden tilstedeværelse af publikum.", "Punktet blev behandlet, efter at tilhørerne havde forladt salen.", "Jf. § 10, stk. 1",
    "Åbenhed: Nej", "Publikum: Ingen adgang", "Synlig for: Medlemmer", "Særlig beskyttelse: Ja", "Sagstype: F", "Følger reglerne om tavshedspligt", "For medlemmerne alene",
    "Medlemmerne bedes ikke omtale sagen", "Må først omtales efter d. 1. maj", "Nævnes ikke udadtil", "Adgangsbegrænsning: Ja", "Tilgængelighed: Kun rådet", "Offentliggøres efter aftalens underskrift", "Ikke til deling", "Internt arbejdspapir", "Bilagene indsamles efter mødet", "Materialet makuleres efter mødet",
    "Til medlemmernes personlige orientering.", "Oplysninger efter straffelovens § 152", "Databeskyttelsesforordningen: vises ej", "Sagen er spærret", "Beskyttet dokument", "Konf.: en nabo",
    "Drøftet med udelukkelse af pressen.", "Sagen drøftes ikke for åbne døre", "Punktet lukkes efter styrelsesloven", "Lukkes med tilbagevirkende virkning", "Sagen holdes internt.", "Sagen er taget af hjemmesiden", "Visning: kun rådet", "Forv.lovens § 27", "Referatet blev makuleret", "Adgang for pressen: Nej",
    "Udvalget besluttede at lukke punkt 4.", "Det blev vedtaget at lukke sagen om havnen for offentligheden.", "Internt – deles ikke", "Papirerne videresendes ikke", "Dette punkt er ikke omfattet af livestreaming", "Streaming stoppet", "Mikrofonerne slukkes", "Kameraet slukkes", "Offentliggørelse: Udsat", "Offentlighed udelukket", "Status på offentliggørelse: Afvist",
    "Publiceringsstatus: Upubliceret", "Nabosag (luk et)",
    "Kan ikke ses her", "Indholdet er skjult.", "Punktet kan ikke vises", "Kræver log-in", "Vises kun for brugere med adgang", "Læserettighed: Udvalg", "Intet offentligt referat", "Borgere har ikke adgang under punktet",
    "Du har ikke adgang til dette punkt", "Må ikke komme uden for udvalget", "Må ikke udleveres", "Intern drøftelse i rådet", "Diskret", "Punktet er rødt", "jf. sundhedsloven, § 40", "Jf. retssikkerhedslovens § 43", "Paragraf 27",
    "Sagen behandles uden borgere i salen.", "Oplysningerne under sagen bliver i lokalet.", "Det sagte forbliver i rummet.", "Til bestyrelsens eget brug: en nabo", "Naboens navn nævnes ikke i referatet.", "Modtagerens navn holdes tilbage til maj.",
    "Slet dette punkt, før referatet sendes ud.", "Må ikke røbes", "Tophemmeligt", "Udvalget voterede i lukket rum.", "For andre end rådet lukkes der ned", "Borgerne kan ikke overvære punktet.", "Salen blev tømt for tilhørere.", "Udelukket fra visning",
    "(Udelades af den offentlige udskrift)", "Medtages ikke i den offentlige gengivelse", "Udgår af det offentlige eksemplar.",
    "Der er ikke givet adgang til sagen.", "Ikke til almindelig kendskab", "Medlemmerne alene", "Uofficiel del", "Udsendes på papir til rådet", "Enkeltpersoners private forhold", "Forretningshemmeligheder", "Drifts- eller forretningsforhold", "Sagen er følsom", "Materialet læses i sagsrummet", "Transmissionen slutter her", "Efterfølgende i lukket kreds",
]  # fmt: skip
ABOUT_SOMETHING_ELSE = [
    "Udgiften bør findes inden for udvalgets egen ramme.", "Forslaget er til rådets egen høringsproces.",
    "Daginstitutionerne holder lukket i uge 29.", "Lukkede institutioner får besked.", "Nedlukning af skolen blev drøftet.", "Vejen er lukket for trafik.",
    "Kommunen har lukket to skoler siden 2015.", "Den lukkede afdeling flytter.", "Biblioteket har prøvet med lukket om mandagen.",
    "Orientering om tavshedspligt for frivillige.", "Personalet har tavshedspligt.",
    "Fortrolighed mellem borger og medarbejder er vigtig.", "En fortrolig samtale med sundhedsplejersken.", "Planen er sendt i offentlig høring.",
    "Ikke-offentlige veje er ejernes.", "Offentlige toiletter er ikke åbne om natten.",
    "Forvaltningen åbner for offentlig adgang til havnen.", "Adgang for alle til svømmehallen.", "Internt samarbejde i afdelingen.",
    "Punktet er ikke lukket.", "Lukket: Nej", "Offentlig: Ja", "Fortrolig: Nej", "Der er ingen lukkede punkter.", "Sagen er ikke fortrolig.",
    "Forslag til L 81 om ny lov.", "Åben/lukket: Åben", "Der blev plukket blomster.", "Kontoen er lukket.", "Den lukkede ledning skiftes.", "Forældrene har en lukket facebookgruppe.", "Under nedlukningen var plejehjemmet lukket for besøg.",
    "Offentlige ydelser gives ikke til alle.", "Antallet af personsager faldt.", "Kun tre medlemmer deltog.", "Som kasserer kan kun medlemmer, der bor i byen, vælges.", "Der blev holdt hemmelig afstemning.", "Der holdes kursus om tavshedspligt for personalet.", "Vejen er klassificeret som lokalvej.", "Hallen bliver lukket ned.",
    "Biblioteket holder åbent hus den 4. maj og er lukket dagen efter.", "Ansøgningsrunden er lukket den 1. maj.", "Den har været lukket siden marts.",
    "Ventilen var lukket, og ledningen blev skyllet.", "De gamle døre kan ikke lukkes ordentligt.", "Klubhuset kan kun bruges af medlemmer af foreningen.",
    "Lukkede punkter: Ingen", "Dispensation efter planlovens § 10", "Parti: L", "Kontakt: Intern revision",
    "Hjemmesiden er ikke tilgængelig for blinde borgere.", "Krisetelefonen er fortrolig og gratis.", "Skatten er gemt på et hemmeligt sted i skoven.", "Kontrakten har en klausul om bod ved fejl.",
    "Offentlige stier ryddes først.", "Gæsterne gik kl. 23.", "Arealet er klausuleret, og der må ikke bygges.", "Svarene er fortrolige for skolen.", "Publikum blev bedt om at tage affaldet med hjem.",
    "Planen offentliggøres først, når høringen er slut.", "Skolebussen var lukket i frostperioden.", "Fonden er lukket for nye investorer.", "Beskyttelse af søen: ja tak fra naboerne.", "Rådet hørte et foredrag om en handelsembargo.",
    "Mødet er åbent. Tilhørere bedes møde senest kl. 16.", "Publikum bedes tage plads i god tid.", "Døren lukkes elektronisk.", "Byen vil lukke parken for publikum om natten.", "Museet lukkes for publikum i januar.", "Biblioteket er lukket for publikum i maj.", "Publikum forlod dialogmødet glade.",
    "Borgere har ikke adgang til stranden.", "Tilmelding kræver MitID.", "Planen kan ikke ses isoleret.", "Punktet er slettet fra dagsordenen.", "Medicin må ikke udleveres til børn.", "Midlerne holdes tilbage til efteråret.", "Skjult ledighed i kommunen.", "Følsom natur langs åen.",
    "Udvalget voterede om to forslag.", "Sundhedslovens § 119 om forebyggelse.", "Salen tømmes for stole efter koncerten.", "Diskret belysning langs stien.", "Adgang: fra gården", "Skoven er ikke tilgængelig for kørestole.", "Borgerne kan ikke følge med i busplanen.",
]  # fmt: skip


@pytest.mark.parametrize("title", TITLES + TITLES_APART)
def test_words_in_titles(title):
    assert clue_in_title(title) or title_is_closed(title)


@pytest.mark.parametrize("line", LINES + LINES_APART)
def test_words_in_lines(line):
    assert clue_in(line) or line_says(line) == "closed"


@pytest.mark.parametrize("line", ABOUT_SOMETHING_ELSE)
def test_words_about_something_else(line):
    assert clue_in(line) is None


@pytest.mark.parametrize("format", FORMATS)
def test_words_in_titles_and_lines_leave_no_item_open(format):
    rows = [(title, "") for title in TITLES] + [(f"Nabosag nr. {n}", f"{line}\n\n") for n, line in enumerate(LINES)]
    rows = [
        row for row in rows if "forlod" not in row[1] and half_of(row[1].strip()) is None
    ]  # what the audience leaves for may be the next item, too
    found = standing(minutes_as(format, alternating(lambda row: rows[row][0], lambda row: rows[row][1], len(rows))))
    open_items = [rows[n // 2] for n, one in enumerate(found) if n % 2 and one == "open"] if len(found) == 2 * len(rows) + 1 else None
    assert open_items == []


@pytest.mark.parametrize("format", FORMATS)
def test_words_about_something_else_leave_every_item_open(format):
    rows = ABOUT_SOMETHING_ELSE
    found = standing(minutes_as(format, alternating(lambda row: f"Orientering nr. {row}", lambda row: f"{rows[row]}\n\n", len(rows))))
    assert set(found) == {"open"}
