"""The names of columns in English, German, French, Russian and Kazakh, by what they say."""

from collections.abc import Mapping

COLUMN_WORDS: Mapping[str, str] = {
    "uid": "id uid guid uuid key nr no number №",
    "title": """
        title name event summary subject headline heading caption event_name topic_title titel
        veranstaltung veranstaltungsname vortrag thema_titel nom titre intitulé название заголовок
        мероприятие наименование тема атауы тақырыбы іс-шара ісшара
    """,
    "subtitle": "subtitle untertitel sous-titre подзаголовок тақырыпша",
    "summary": "abstract teaser short shortdescription excerpt kurzbeschreibung résumé анонс кратко қысқаша",
    "body": """
        description details text body content beschreibung inhalt descriptif описание подробности текст
        содержание сипаттама сипаттамасы мазмұны мәтін
    """,
    "begin": """
        start begin begins from when datetime date_time starts startdate start_date start_at starts_at
        startdatetime dtstart beginn anfang von début начало когда басталуы қашан
    """,
    "end": """
        end ends until to end_date enddate end_at ends_at enddatetime dtend ende bis fin конец окончание
        аяқталуы
    """,
    "day": "date day datum tag jour дата день күні күн",
    "begin_hour": """
        time start_time starttime start_hour hour hours uhrzeit zeit startzeit heure время часы час
        начало_время уақыты уақыт сағаты
    """,
    "end_hour": "end_time endtime end_hour endzeit время_окончания аяқталу_уақыты",
    "length": "duration length dauer durée длительность продолжительность ұзақтығы",
    "location": """
        location locations venue venues room place where ort raum saal lieu salle место площадка зал
        комната аудитория орны орын өтетін_орны мекен
    """,
    "address": "address adresse адрес мекенжай мекенжайы",
    "topic": """
        theme themes track tracks topic topics category categories type section kategorie rubrik thema
        art catégorie тип категория раздел направление рубрика санаты бағыты түрі
    """,
    "tags": "tags keywords hashtags schlagworte теги ключевые_слова тегтер",
    "people": """
        speaker speakers person persons people presenter presenters author authors host lecturer
        referent referenten referentin vortragende vortragender sprecher intervenant спикер спикеры
        ведущий ведущие лектор докладчик выступающие спикерлер жүргізуші дәріскер
    """,
    "organiser": """
        organiser organizer organisation organization veranstalter organisateur организатор
        ұйымдастырушы
    """,
    "url": "url link website web webseite internet page ссылка сайт сілтеме",
    "registration": "registration register signup tickets anmeldung inscription регистрация тіркелу",
    "language": "language lang sprache langue язык тілі тіл",
    "status": "status state статус күйі",
    "price": "price cost fee preis eintritt prix цена стоимость бағасы",
    "ages": "age ages alter возраст жасы",
}
