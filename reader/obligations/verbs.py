"""The verbs that are no deeds: what is, what is thought, said or decided, and what goes on. All other verbs are. A new exception is a word here."""

_IS = (
    "er", "har", "bliver", "kan", "skal", "vil", "må", "bør", "får", "gælder", "koster", "udgør", "ligger", "står", "sidder", "hedder", "bor", "består", "omfatter",
    "indeholder", "fremgår", "betyder", "kræver", "svarer", "stiger", "falder", "åbner", "lukker", "starter", "begynder", "slutter", "træder", "flytter",
    "stopper", "bruger", "anvender", "driver", "ejer", "dækker", "oplever", "repræsenterer", "fratræder", "udtræder", "indtræder", "forlader", "ankommer",
    "deltager", "holder", "fortsætter", "går", "kommer", "besøger", "mødes", "møder", "fylder", "fungerer", "virker", "arbejder", "efter", "under", "over", "eller", "derefter", "herefter", "viser", "tilhører", "rummer",
    "løber", "udløber", "varer", "foregår", "sker", "forbliver", "findes", "indgår", "undgår", "opnår", "forstår", "lever", "leverer", "udgiver", "udbyder", "modtager", "råder", "bidrager",
)  # fmt: skip
_THOUGHT = (
    "mener", "synes", "siger", "ønsker", "støtter", "bakker", "noterer", "konstaterer", "takker", "kvitterer", "roser", "beklager", "bemærker", "påpeger",
    "oplyser", "fortæller", "orienterer", "redegør", "informerer", "udtrykker", "opfatter", "forstår", "kender", "mangler", "afventer", "venter", "forventer",
    "forudsætter", "ser", "vægter", "understreger", "foreslår", "tror", "håber", "glæder", "vurderer", "anser", "anerkender", "respekterer", "savner",
    "undrer", "henviser", "henleder", "minder", "fremhæver", "peger", "gør", "foretrækker", "følger", "gentager", "præciserer", "udtaler", "nævner", "lægger", "byder",
    "tilslutter", "opfordrer", "efterspørger", "efterlyser", "imødeser", "spørger", "drøfter", "præsenterer", "fremlægger", "gennemgår", "beskriver",
    "bestræber", "deler", "skaber", "tæller", "søger", "uddyber", "kritiserer", "advarer", "accepterer", "erkender",
)  # fmt: skip
_DECIDED = (
    "godkender", "tiltræder", "vedtager", "beslutter", "anbefaler", "indstiller", "behandler", "stemmer", "bemyndiger", "udpeger", "vælger", "afviser", "afslår",
    "bevilger", "meddeler", "imødekommer", "ansætter", "fastholder", "delegerer", "begærer", "protesterer", "beder", "anmoder", "pålægger",
    "udsætter", "udskyder", "genoptager", "vender", "lader", "konstituerer", "tildeler", "frigiver", "overdrager", "afsætter", "prioriterer", "genåbner",
    "forelægger", "forlænger", "fastsætter", "tillader", "nedlægger", "hæver", "tilbyder", "påtager", "betaler", "yder",
)  # fmt: skip
NO_DEED = frozenset({*_IS, *_THOUGHT, *_DECIDED})

NO_INFINITIVE = frozenset({
    "godkende", "tiltræde", "vedtage", "beslutte", "anbefale", "indstille", "støtte", "afvise", "afslå", "bevilge", "meddele", "imødekomme", "fastholde", "følge",
    "give", "betale", "tage", "lade", "udpege", "vælge", "konstituere", "bemyndige", "delegere", "tildele", "frigive", "afsætte", "prioritere", "fastsætte", "forlænge",
    "nedlægge", "være", "have", "få", "udsætte", "udskyde", "hæve", "ændre", "bakke", "tilslutte", "notere", "kvittere", "gå", "blive", "stemme", "behandle",
    "drøfte", "sige", "træffe", "indgå", "fortsætte", "spørge", "modtage", "vende", "sende", "tilbyde", "yde", "tillade", "lukke", "ophæve", "stoppe", "opsige",
    "bruge", "anvende", "overdrage", "acceptere", "forkaste", "nedsætte", "genoptage", "optage", "høre", "holde", "begrænse", "reducere", "overføre", "sænke",
    "øge", "se",
})  # fmt: skip

NO_PASSIVE = frozenset({
    "godkendes", "tiltrædes", "vedtages", "anbefales", "indstilles", "besluttes", "imødekommes", "afvises", "meddeles", "bevilges", "gives", "fastholdes",
    "fastsættes", "frigives", "udpeges", "vælges", "ansættes", "forlænges", "nedlægges", "tages", "tilsluttes", "støttes", "konstateres", "bemærkes", "noteres",
    "oplyses", "henvises", "takkes", "roses", "beklages", "drøftes", "behandles", "tilkendegives", "nævnes", "føjes", "tilføjes", "slettes", "understreges", "præciseres", "forudsættes", "forventes",
    "skønnes", "vurderes", "menes", "siges", "anses", "ønskes", "opfordres", "bemyndiges", "delegeres", "tildeles", "afsættes", "prioriteres", "overføres",
    "bruges", "anvendes", "benyttes", "findes", "ses", "kaldes", "opleves", "dækkes", "finansieres", "afholdes", "betales", "udgøres", "omfattes", "kræves",
    "behøves", "ydes", "drives", "ejes", "tilbydes", "opkræves", "reguleres", "holdes", "markeres", "indvies", "fejres", "åbnes", "lukkes", "vises", "spilles",
    "mødes", "arbejdes", "lykkes", "skyldes", "trives", "etableres", "opføres", "bygges", "anlægges", "nedrives", "indsættes", "gennemføres", "udsættes", "udskydes",
    "sættes", "regnes", "udbetales", "ændres", "forhøjes", "nedsættes", "hæves", "sænkes", "afvikles", "ophører", "begrænses", "samles", "kommes", "hilses",
    "bifaldes", "tilgodeses", "genoptages", "fortsættes", "forelægges", "fremlægges", "præsenteres", "orienteres", "modtages", "udløses", "foretrækkes",
    "føres", "overgås", "fås", "nås", "opfyldes", "tillades", "udvides", "serveres", "starter", "sluttes", "ophæves", "indgås", "træffes", "udtales",
    "godkendt", "vedtaget", "tiltrådt", "holdt", "afholdt", "taget", "åbnet", "lukket", "behandlet", "drøftet", "anbefalet", "indstillet", "udsat", "færdigt",
    "opført", "bygget", "anlagt", "etableret", "valgt", "udpeget", "ansat", "ændret", "hævet", "gennemført", "indkaldt", "muligt", "nødvendigt", "indviet",
    "godt", "mødt", "støttet", "budt", "givet", "gjort", "sat", "udvidet", "startet", "nedlagt", "betalt", "finansieret", "dækket", "brugt", "anvendt",
})  # fmt: skip
