"""The one who is to act is named first in the sentence; a person who acts together with an office comes before the office."""

import datetime as dt

import pytest

from reader import facts
from reader.obligations import Setting, obligations_of
from reader.obligations.responsibility import responsible

COUNCIL = Setting("Ældrerådet", dt.date(2025, 3, 12))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Gerda Thorup laver i samarbejde med sekretær Bo Lund et udkast.", "Gerda Thorup"),
        ("Gerda Thorup taler sammen med forvaltningen om busserne.", "Gerda Thorup"),
        ("Forvaltningen laver sammen med Gerda Thorup et udkast.", "Forvaltningen"),
        ("Formanden skriver sammen med sekretæren et brev.", "Formanden"),
        ("Sekretæren skriver til Gerda Thorup.", "Sekretæren"),
        ("Gerda Thorup skriver et brev.", "Gerda Thorup"),
    ],
)
def test_who_is_to_act(sentence, who):
    assert responsible(sentence, "task", COUNCIL) == who


@pytest.mark.parametrize(
    ("body", "sentence", "who"),
    [
        ("Aavang Ældreråd", "Grethe Bøllund udfylder spørgeskemaet fra landsforeningen på rådets vegne.", "Grethe Bøllund"),
        ("Aavang Ældreråd", "Karsten Vium fremskaffer tegningerne fra boligforeningen.", "Karsten Vium"),
        ("Aavang Ældreråd", "Slides fra oplægget bliver sendt til medlemmerne sammen med referatet.", None),
        ("Aavang Ældreråd", "Centerlederen lovede, at der bliver sat lys op ved indgangen inden jul.", "Centerlederen"),
        ("Aavang Ældreråd", "Formanden oplyste, at hun skriver til direktøren om de manglende ramper.", "Formanden"),
        ("Aavang Ældreråd", "Det blev aftalt at rejse spørgsmålet om diæter over for borgmesteren.", "Borgmesteren"),
        ("Møllebyens Lokaludvalg", "Sekretariatet færdiggør ruten og omdeler den til bydelens skoler.", "Sekretariatet"),
        ("Møllebyens Lokaludvalg", "Lokaludvalget hyrer en tegner til bydelsavisens forside.", "Møllebyens Lokaludvalg"),
        ("Møllebyens Lokaludvalg", "Trafikgruppen foretager en optælling af cykler på pladsen.", "Trafikgruppen"),
        (
            "Møllebyens Lokaludvalg",
            "Det besluttedes, at Anker, Sally og Ditte mødes den 2. oktober og skriver programmet.",
            "Anker, Sally og Ditte",
        ),
        ("Møllebyens Lokaludvalg", "Ad 2. Formandskabet fik mandat til at skrive høringssvaret færdigt.", "Formandskabet"),
        ("Teknik- og Havneudvalget", "De nævnte sætningsskader udbedres af Vejgården inden udgangen af marts.", "Vejgården"),
        (
            "Teknik- og Havneudvalget",
            "Idet udvalget tiltræder indstillingen, bedes forvaltningen afsøge muligheden for statstilskud.",
            "Forvaltningen",
        ),
        (
            "Teknik- og Havneudvalget",
            "Udvalget indsender bemærkninger til ministeriets udkast inden høringsfristen den 6. marts 2026.",
            "Teknik- og Havneudvalget",
        ),
        ("Udvalget for Børn og Læring", "Skolechefen afstemmer forventningerne med lederne.", "Skolechefen"),
        ("Udvalget for Børn og Læring", "Forvaltningen lovede at svare på det skriftligt.", "Forvaltningen"),
        ("Ungerådet", "Malik prøver igen at få fat i biografen.", "Malik"),
        ("Ungerådet", "Asger og Noor er på indkøb til filmaftenen.", "Asger og Noor"),
        ("Ungerådet", "Logo: Noor laver tre udkast.", "Noor"),
        ("Højmark Byråd", "Administrationen besvarer Else Toftes spørgsmål om grundpriser skriftligt inden næste møde.", "Forvaltningen"),
        ("Økonomiudvalget", "Kommunaldirektøren tager sagen op med de øvrige kommuner.", "Kommunaldirektøren"),
        ("Handicaprådet", "Karl skriver rådets svar til høringen om snerydning, inden fristen udløber den 6. juni 2025.", "Karl"),
        ("Handicaprådet", "Rådets anbefalinger oversendes til Teknisk Udvalg.", None),
        ("Landdistriktsrådet", "Konsulenten sagde, at han tager kontakt til fibernetselskabet.", "Konsulenten"),
        ("Udsatterådet", "Den opsøgende medarbejder følger op på de tre henvendelser.", "Den opsøgende medarbejder"),
        ("Udsatterådet", "Natcaféens leder skal give brugerne besked om aftalen.", "Natcaféens leder"),
        ("Udsatterådet", "Rie laver suppe til fælles spisning, og Bo henter brød.", "Rie"),
        ("Social- og Forebyggelsesudvalget", "Formanden og direktøren aftaler et møde med regionen.", "Formanden og direktøren"),
        ("Seniorrådet", "Oluf og Ruth samler underskrifter ind ved brugsen.", "Oluf og Ruth"),
        ("Råd for Socialt Udsatte", "Sekretæren sender en mail til Kirsten Beck om lokalet.", "Sekretæren"),
        ("Råd for Socialt Udsatte", "Der sendes en mail til Kirsten Beck.", None),
        ("Råd for Socialt Udsatte", "Bo sender en mail til Kirsten Beck om lokalet.", "Bo"),
        ("Råd for Socialt Udsatte", "Svaret sendes til formanden.", None),
        ("Råd for Socialt Udsatte", "Brevet skrives af Ulla og Poul Erik.", "Ulla og Poul Erik"),
        ("Råd for Socialt Udsatte", "Rådet beder forvaltningen om at rydde stien.", "Forvaltningen"),
        ("Råd for Socialt Udsatte", "Visitator lover at undersøge sagen.", "Visitator"),
        ("Råd for Socialt Udsatte", "Biblioteksleder Tove Rask laver en liste over bøger til formanden.", "Biblioteksleder Tove Rask"),
        ("Råd for Socialt Udsatte", "Til næste møde finder sekretæren et lokale i samråd med formanden.", "Sekretæren"),
        ("Råd for Socialt Udsatte", "Vi rykker kommunen for svar.", "Råd for Socialt Udsatte"),
        ("Råd for Socialt Udsatte", "Jytte tager en snak med forvaltningen.", "Jytte"),
    ],
)
def test_who_owes_what_a_decision_promises_and_nobody_who_only_receives_it(body, sentence, who):
    item = facts.ItemFacts(1, "Sagen", sections=[facts.SectionFacts("Beslutning", sentence)], decision=sentence)
    [follow_up, *_] = obligations_of(item, Setting(body, dt.date(2025, 4, 9))).follow_ups
    assert follow_up.responsible == who
