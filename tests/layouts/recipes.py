"""How each layout looks as a Word document and as a PDF."""

from tests.layouts.build import Recipe

RECIPES = {
    "vesteraa-socialudvalget-2012-12-04": Recipe(
        sections=r"Indstilling|Beslutningstema|Sagsfremstilling|Økonomi|Bilag|Lukket dagsorden|\w+s beslutning den [\d.]+",
        docx="bold",
        pdf="Socialudvalget",
        footer="Vesterå Kommune",
        paper="a5",
    ),
    "noerrelund-oekonomiudvalget-2018-10-01": Recipe(
        sections=r"Beslutningstema|Baggrund|Retligt grundlag|Handlemuligheder|Økonomiske og .*|Indstilling|Bilag|Beslutning i .*",
        pdf="Nørrelund Kommune",
        footer="Økonomiudvalget",
        font="DejaVu Sans",
        justify=False,
    ),
    "granby-kommunalbestyrelsen-2019-09-24": Recipe(
        sections=r"Medlemmer|Fraværende|Beslutningskompetence: KB|Sagens kerne|Indstilling|Beslutning|Sagsfremstilling|Økonomi|Bilag"
        r"|.*, pkt\. \d+:",
        pdf="Granby Kommune - Kommunalbestyrelsen",
        items_apart=True,
    ),
    "fjordby-oekonomiudvalget-2017-03-08": Recipe(
        sections=r"Resumé|Baggrund|Bilag|(Administrationens|Alternativ) indstilling|Beslutning i .*",
        pdf="Fjordby Kommune",
        footer="Referat, Økonomiudvalget",
        paper="a5",
        items_apart=True,
    ),
    "skovager-handicapraadet-2022-02-17": Recipe(
        sections=r"Deltagere:|Afbud:|Gæst:|Dagsorden med referat:", docx="bold", footer="Skovager Kommune"
    ),
    "marsted-aeldreraadet-2017-08-30": Recipe(
        sections=r"Tidsplan|Indholdsfortegnelse|Beslutning|Indledning og baggrund|Sagsfremstilling|Indstilling|Bilag:",
        docx="headings",
        pdf="Ældrerådet - Referat - 30. august 2017",
        paper="a5",
        items_apart=True,
    ),
    "havnsoe-velfaerdsudvalget-2024-10-09": Recipe(
        sections=r"Indstilling|Resumé|Sagsfremstilling|Bilag|Beslutning|Beslutning Handicaprådet .*",
        pdf="Havnsø Kommune",
        footer="Dagsorden",
        font="DejaVu Sans",
        justify=False,
    ),
    "ellested-udvalget-for-kultur-og-fritid-2010-11-03": Recipe(
        sections=r"Indholdsfortegnelse|(Resumé|Indstilling|Sagsfremstilling|Udvalgets handlemuligheder|Økonomi og finansiering|Bilag):"
        r"|Beslutning .*:",
        docx="bold",
        pdf="Udvalget for Kultur & Fritid, onsdag den 3. november 2010",
        paper="a5",
    ),
    "bjergherred-byraadet-2020-01-29": Recipe(
        sections=r"Indholdsfortegnelse|Resume|Sagsfremstilling|Beslutning|Personale|Indstilling|Bilag|Beslutning fra .*",
        docx="headings",
        pdf="Byrådet - Referat",
        footer="Bjergherred Kommune",
        paper="a5",
    ),
    "langvig-byraadet-2016-12-19": Recipe(
        sections=r"Sagsresumé|Indstilling|Bilag|Beslutning i .*", pdf="Langvig Kommune", font="DejaVu Sans", justify=False
    ),
    "havnekvarteret-lokaludvalg-2018-04-19": Recipe(
        sections=r"Beslutning|Indstilling|Sagsfremstilling|Fremmøde og inhabilitet:",
        docx="bold",
        pdf="Havnekvarterets Lokaludvalg",
        items_apart=True,
    ),
    "rosendal-kultur-og-idraetsudvalget-2019-04-03": Recipe(
        sections=r"Resume|Indstilling|Beslutningskompetence|Sagsfremstilling|Økonomi|Tillægsdagsorden",
        pdf="Rosendal Kommune",
        footer="Kultur- og Idrætsudvalget",
        paper="a5",
    ),
    "kirkeby-aeldreraadet-2016-11-10": Recipe(
        sections=r"Resumé|Sagen behandles i|Forslag|Beslutning .*|Sagsfremstilling|Bilag",
        docx="headings",
        pdf="Ældrerådet",
        footer="Kirkeby Kommune",
        font="DejaVu Sans",
        justify=False,
    ),
    "stormark-byraadet-2021-05-27": Recipe(
        sections=r"Problemstilling|Indstilling|Løsning|Videre proces|Bilag|Forslag|.*s beslutning i mødet den .*",
        pdf="Stormark Byråd",
        footer="Referat",
        paper="a5",
    ),
    "havnelev-kommunalbestyrelsen-2020-01-29": Recipe(
        sections=r"Resume|Indstilling|Beslutning|Sagsfremstilling|Økonomi|Bilag|.*, pkt\. \d+:",
        pdf="Kommunalbestyrelsen 29.01.2020",
        footer="Havnelev Kommune",
        items_apart=True,
    ),
    "toftlev-udsatteraadet-2023-04-18": Recipe(docx="bold", pdf="Toftlev Kommune", footer="Udsatterådet", paper="a5"),
    "bakkeholm-handicapraadet-2013-06-03": Recipe(
        sections=r"Sagsresume|Sagsfremstilling|Indstilling|Beslutning|Bilag:|Dagsordenpunkter", docx="bold", footer="Bakkeholm Kommune"
    ),
    "oddeby-integrationsraadet-2018-01-11": Recipe(
        sections=r"Dagsorden|Sagsfremstilling|Bilag|Kompetence|Beslutningstema|Sagens opståen|Lovgrundlag|Økonomiske konsekvenser|Udtalelser og høring|Administrativ indstilling|Beslutning fra Integrationsrådet",
        docx="headings",
        footer="Oddeby Kommune",
    ),
    "aalykke-aeldreraadet-2014-06-11": Recipe(docx="numbered", footer="Ældrerådet"),
    "hovby-byraadet-2008-03-27": Recipe(
        sections=r"Indholdsfortegnelse|ÅBEN SAG|LUKKET SAG|LUKKET MØDE|Sagsfremstilling|Indstilling|Bilag|Beslutning .*",
        pdf="Byrådet, 27-03-2008",
        footer="Hovby Kommune",
        items_apart=True,
    ),
    "nordsund-integrationsraadet-2011-11-02": Recipe(sections=r"Besluttet på .*|Bilag:|Medlemmer:|INDHOLDSFORTEGNELSE:", docx="bold"),
    "egelund-kommunalbestyrelsen-2002-05-15": Recipe(
        sections=r"Indholdsfortegnelse|Bilag:|Til (efterretning|behandling) - for \w+ døre|\w+ den \d\d-\w+-\d{4}:",
        pdf="Egelund Kommune",
        footer="Kommunalbestyrelsen",
        items_apart=True,
    ),
    "vestmose-kommunalbestyrelsen-2006-09-25": Recipe(
        sections=r"REFERAT|INDHOLDSFORTEGNELSE|Resumé|Indstilling|Bilag|ØKONOMIUDVALGET|TEKNIK- OG MILJØUDVALGET|SOCIALUDVALGET"
        r"|SAGER FOR LUKKEDE DØRE",
        docx="bold",
        footer="Vestmose Kommune",
    ),
    "region-vesterland-udvalg-for-sundhed-2019-08-07": Recipe(
        sections=r"Sagsfremstilling|Resume|Beslutning", pdf="Region Vesterland", font="DejaVu Sans", justify=False
    ),
    "region-sundkysten-regionsraadet-2019-11-25": Recipe(
        sections=r"Mødedato|Mødested|Deltagere|Afbud|Resumé|Sagsfremstilling|Indstilling|Bilag|Beslutning i .*",
        docx="headings",
        footer="Region Sundkysten",
    ),
    "nybaek-oekonomiudvalget-2017-01-16": Recipe(
        sections=r"Indholdsfortegnelse|Punkter på \w+ møde:|Indstilling|Beslutning|Resumé|Sagsfremstilling|Bilag|Tidligere beslutning"
        r"|Underskriftsside",
        docx="bold",
        pdf="Nybæk Kommune",
        footer="Økonomiudvalget",
        items_apart=True,
    ),
    "birkholm-seniorraadet-2021-11-18": Recipe(sections=r"Dagsorden:", docx="bold"),
    "tornby-integrationsraadet-2015-09-10": Recipe(
        sections=r"PKT\. \d+|Valg af \w+|Til stede:|Afbud:|Uden afbud:", docx="bold", footer="Tornby Kommune"
    ),
    "dalsoe-boerne-og-skoleudvalget-2013-05-14": Recipe(
        sections=r"\d\. \w+|Beslutning|SAG NR\. .*", pdf="Børne- og Skoleudvalget", footer="Dalsø Kommune", paper="a5"
    ),
    "kystrup-integrationsudvalget-2011-12-12": Recipe(
        sections=r"[A-ZÆØÅ]{5,}|\w+s møde den .*", pdf="Kystrup Kommune", footer="Integrationsudvalget"
    ),
    "midtfjord-udvalget-for-nye-veje-2017-11-06": Recipe(
        sections=r"Beslutning|Resume|Sagsfremstilling|Bilag", docx="headings", pdf="Udvalget for Nye Veje", paper="a5"
    ),
    "sydhede-sundhedsudvalget-2012-08-21": Recipe(
        sections=r"Resume|Sagsfremstilling|Indstilling|Beslutning i .*|Bilag|Mødedato|Mødested|Deltagere|Afbud", docx="bold"
    ),
    "egebaek-kommunalbestyrelsen-2002-05-15": Recipe(
        sections=r"Til .* døre|Beslutning:|Indholdsfortegnelse|.*, punkt \d+:", pdf="Egebæk Kommune", paper="a5"
    ),
}
