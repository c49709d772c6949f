"""Short documents that need no format of their own."""

# Path below the library -> text. Languages that only a search across languages will find.
NOTES: dict[str, str] = {
    "International/Bibliothèque de quartier.txt": """Bibliothèque de quartier des Tilleuls

La bibliothèque ouvre le mardi et le jeudi de quatorze à dix-neuf heures, et le samedi matin.
Chaque lecteur peut emprunter six livres pour quatre semaines; un retard coûte vingt centimes par
jour et par livre. Les enfants de moins de douze ans ne paient jamais d'amende.

L'atelier de reliure a lieu le premier samedi du mois. Il faut apporter une règle en métal et un
vieux torchon; la colle et le fil sont fournis. Inscription auprès de Solène Marquet.
""",
    "International/Viaje a Asturias.md": """# Viaje a Asturias, mayo de 2025

## Itinerario

El lunes salimos de Oviedo a las nueve y subimos en autobús a los lagos de Covadonga. El camino
alrededor del lago Enol dura dos horas y media y no es difícil.

## Alojamiento

La casa rural de Cangas cuesta 74 euros la noche con desayuno. Se puede anular sin gastos hasta
tres días antes de la llegada. El perro de la familia es bienvenido.
""",
    "International/Ricetta della nonna.txt": """Pesto come lo faceva la nonna Ilaria

Settanta foglie di basilico piccolo, due spicchi d'aglio dolce, due cucchiai di pinoli, sale grosso,
sei cucchiai di pecorino e parmigiano grattugiati, mezzo bicchiere d'olio della riviera.

Si pesta tutto nel mortaio di marmo, mai nel frullatore, perché il calore della lama annerisce le
foglie. Il pesto si conserva quattro giorni in frigorifero, coperto d'olio.
""",
    "International/Регламент клуба.md": """# Правила шахматного клуба

Клуб работает по средам с шести до десяти вечера. Взнос составляет восемьсот рублей в квартал,
школьники играют бесплатно. Опоздавший на партию более чем на двадцать минут получает поражение.

Ключ от зала хранится у секретаря, Павла Дроздова. Последний уходящий выключает свет и закрывает
окна.
""",
    "International/茶馆笔记.txt": """茶馆开业笔记

茶馆位于老城南门附近，每天上午十点开门，晚上九点关门。龙井茶用八十度的水冲泡，普洱茶用沸水。

周末的客人最多，需要两名服务员。茶叶每月从杭州订购一次，货款在收到货物后三十天内支付。
""",
    "Notes/car log.txt": """Car log, green estate, licence MB-LK 318

2025-02-11  86,420 km  winter service, oil 5W-30, 214 euros, Kranz garage
2025-05-03  89,105 km  summer tyres on, front left brake disc worn, replace before autumn
2025-08-22  92,870 km  air conditioning smells, new cabin filter, smell gone
2025-10-14  94,002 km  front brake discs and pads replaced, 388 euros
""",
    "Notes/Einkauf.txt": """Einkauf für Samstag

Möhren, Äpfel, Öl, süße Sahne, 2 kg Kartoffeln (festkochend), Grünkohl
Für Jördis: glutenfreie Nudeln, keine Nüsse wegen der Allergie!
Pfandflaschen mitnehmen, Gutschein über 5 € läuft am 30. November ab
""",
    "Notes/meeting.txt": """Meeting with the bicycle workshop, 3 November 2025

Harbour Street will lend us three cargo bikes from April. We pay the insurance, they do repairs.
Open: who stores the batteries in winter? Nadia asks the school about its dry cellar.
""",
}
ENCODINGS = {"Notes/Einkauf.txt": "cp1252", "Notes/meeting.txt": "utf-16"}

REVIEW: list[tuple[str, list[str]]] = [
    (
        "Quarterly review, autumn 2025",
        ["Corvetta coffee machines, Brennfeld Appliances"],
    ),
    ("Sales", ["4,180 machines, 9 percent more than a year ago", "Norway overtook Denmark"]),
    ("Returns", ["2.1 percent, down from 3.4", "Half of them leaking tanks of the May series"]),
    ("Service", ["Median repair takes four working days", "Spare tanks are back in stock"]),
    (
        "Next quarter",
        ["New manual in Polish", "Choose a second supplier for pumps"],
    ),
]
BUDGET: dict[str, list[list[object]]] = {
    "Ausgaben": [
        ["Monat", "Miete", "Strom", "Lebensmittel"],
        ["Januar", 985, 62, 412],
        ["Februar", 985, 58, 396],
        ["März", 985, 51, 431],
        ["Summe", "=SUM(B2:B4)", "=SUM(C2:C4)", "=SUM(D2:D4)"],
    ],
    "Rücklagen": [["Zweck", "Betrag"], ["Urlaub Asturien", 900], ["Neue Waschmaschine", 450]],
}
BOOK: list[tuple[str, list[str]]] = [
    (
        "January: the long lamp",
        [
            "In January the lamp burns sixteen hours. I trim the wick at dusk and at midnight, "
            "and I count the ships only when the snow lets me.",
            "On the ninth the supply boat could not land, so we ate the last herring.",
        ],
    ),
    (
        "April: paint and terns",
        [
            "The gallery rail gets two coats of red lead before the terns come. They nest where "
            "the ladder ends and fly at my hat until June.",
        ],
    ),
    (
        "October: the fog bell",
        [
            "The bell is struck twice every minute in fog. The striking gear broke on the 3rd, and "
            "my daughter and I rang by hand for eleven hours.",
        ],
    ),
]
MAIL = """\
From: Orla Brandt <orla@brandt-roofing.example>
To: Ute Hagedorn <hagedorn@hausverwaltung.example>
Subject: Re: Roof repair offer
Date: Thu, 05 Jun 2025 09:12:00 +0200
Message-ID: <roof-2@brandt-roofing.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Dear Ms Hagedorn,

thank you for the order. We can put up the scaffolding on 16 June and need nine working days for
the north side. The price stays at 23,900 euros including disposal of the old slates.

Kind regards
Orla Brandt

> Could you start before the summer holidays, and is the scaffolding included?
"""
