"""Names of cities of Kazakhstan in Kazakh, Russian and English, by venue id."""

CITIES = {
    "almaty": ("Алматы", "Алматы", "Almaty"),
    "astana": ("Астана", "Астана", "Astana"),
    "shymkent": ("Шымкент", "Шымкент", "Shymkent"),
    "oskemen": ("Өскемен", "Усть-Каменогорск", "Oskemen"),
    "karagandy": ("Қарағанды", "Караганда", "Karaganda"),
    "aqtobe": ("Ақтөбе", "Актобе", "Aktobe"),
    "atyrau": ("Атырау", "Атырау", "Atyrau"),
    "kostanay": ("Қостанай", "Костанай", "Kostanay"),
    "pavlodar": ("Павлодар", "Павлодар", "Pavlodar"),
    "kyzylorda": ("Қызылорда", "Кызылорда", "Kyzylorda"),
}
