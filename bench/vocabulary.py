"""The words of a made-up register: a fixed number of beginnings and ends, whose compounds grow many, and sentences about them."""

import random

from bench.filling import run
from danish.folding import fold

KINDS = (
    "Orientering om",
    "Status på",
    "Godkendelse af",
    "Forslag til",
    "Ansøgning om",
    "Drøftelse af",
    "Anlægsbevilling til",
    "Evaluering af",
)
FIRST = """
    bolig sundheds skole cykel vej park havne kultur idræts børne ældre social misbrugs trafik klima miljø affalds vand varme lokal by landsby
    handicap frivillig udsatte herbergs varmestue ungdoms uddannelses beskæftigelses integrations erhvervs turist museums biblioteks svømme
    plejehjems rehabiliterings tandpleje psykiatri genoptrænings kloak spildevands vindmølle solcelle biogas skov strand sø å bro tunnel
    parkerings busbane letbane station torve gågade bymidte kvarter kolonihave campingplads sommerhus lufthavns færge
""".split()  # noqa: SIM905
SECOND = """
    plan strategi politik byggeri renovering udvidelse sanering tilskud pulje budget regnskab anlæg drift udbud aftale kontrakt samarbejde
    projekt forsøg analyse evaluering kortlægning rapport handleplan indsats tilsyn kontrol godkendelse dispensation ansøgning klage høring
    vedtægt regulativ takst normering garanti visitation bevilling overførsel lån lokalplan byggesag skiltning belysning vedligeholdelse
""".split()  # noqa: SIM905
STREETS = [first + last for first in ("Birke", "Ege", "Bøge", "Linde", "Nørre", "Vester", "Havne", "Kirke", "Mølle", "Skov", "Eng", "Rosen")
           for last in ("gade", "vej", "allé", "vænget", "stræde", "plads", "toften", "bakken")]  # fmt: skip
DECIDED = (
    "Godkendt.",
    "Taget til efterretning.",
    "Drøftet.",
    "Udsat til næste møde.",
    "Udvalget godkendte indstillingen.",
    "Indstillingen anbefales.",
)
SENTENCES = (
    "Forvaltningen redegjorde for {a} og {b} ved {c}.",
    "Udvalget lagde vægt på, at {a} ses i sammenhæng med {b}.",
    "Der er i budgettet for det kommende år afsat midler til {a} på {c}.",
    "Høringsparterne har peget på, at {a} bør afklares, før {b} sættes i gang.",
    "Rådet bemærkede, at beboerne ved {c} ønsker {a}.",
    "Udgiften til {a} afholdes af bevillingen til {b}.",
    "Forvaltningen vender tilbage med en status, når {a} er afsluttet.",
)
PARAGRAPHS = 5_000
RARE, PHRASE = "ørneredebeskyttelse", "fiskeripolitisk regatta"
TABLES = {"kind": KINDS, "street": STREETS, "decided": DECIDED}


def make_words(*, seed: int) -> None:
    """Temporary tables `word_kind`, `word_street`, `word_decided`, `word_compound` and `word_paragraph` of `n` from 0 and `text`."""
    compounds = [first + second for second in SECOND for first in FIRST]
    random.Random(seed).shuffle(compounds)
    paragraphs = [_paragraph(random.Random(f"{seed} {n}"), compounds) for n in range(PARAGRAPHS)]
    assert all(fold(text) == text.lower() for text in (*compounds, *paragraphs, *KINDS, *STREETS, *DECIDED)), "lower() in SQL folds them"
    for name, words in {**TABLES, "compound": compounds, "paragraph": paragraphs}.items():
        run(
            f"CREATE TEMP TABLE word_{name} AS SELECT (n - 1)::bigint n, text FROM unnest(%s::text[]) WITH ORDINALITY AS given(text, n)",
            list(words),
        )
        run(f"CREATE UNIQUE INDEX ON word_{name} (n)")
        run(f"ANALYZE word_{name}")


def _paragraph(chance: random.Random, compounds: list[str]) -> str:
    def one() -> str:
        common = int(len(compounds) ** chance.random()) - 1  # a few are in every second text, most in few
        return chance.choice(SENTENCES).format(a=compounds[common], b=chance.choice(compounds), c=chance.choice(STREETS))

    return " ".join(one() for _ in range(chance.randint(2, 8)))


def count_of(name: str) -> str:
    """The number of words, in SQL."""
    return f"(SELECT count(*) FROM word_{name})"
