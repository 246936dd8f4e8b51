"""Queries and the event each must put first on 3 April 2016: in 'corner_programme.py' and in the demo.

The tables of the first three are for words that many events have, such as a city: 'ids: what is typed'.
"""

CORNER = """
robots: робот|роб|РОБОТ|robot|собираем робота|robotics|#robotics|робат|работ|rjbot|роботы|роботты|hj,jn
book-club: кітап|китап|kitap|кит|книжни клуб|книжный|книжн|book|абай|abai|абай жолы|abay zholy|путь абая
book-club: knizhniy klub|#кітап
book-club: кітап клубына|rbnfg|кытап|книжый клуб|bok club
speaking: разговорный|разговорный клуб|conversation|ағылшын|агылшын|agylshyn|english conv|әңгімелесу
speaking: angimelesu|анлийский
speaking: razgovorny|#english|hfpujdjhysq|ағылшынша
writing: академ|академиялық жазу|akademialyq|academic|writing|письмо|тренинг по письму|трениг|academik
writing: педагог
writing: мұғалімдерге|teachers|учителям|учителя май
university: университет|university|universitet|США|АҚШ|акш|поступить|как поступить|u.s. university
university: US university|унивирситет
university: EducationUSA|қыркүйек|сентябрь|в сентябре|sentyabr|universitetke|унивеситет
interstellar: интерстеллар|interstellar|кино|kino|кино кеші|вечер кино|movie|movies|инерстеллар
interstellar: интерстелар|bynthcntkkfh|астана кино
jazz: джаз|jazz|dzhaz|джаз кеші|вечер джаза|jaz|джас вечер|июнь|маусымда|июне|june|#jazz|караганда июнь
hackathon: хакатон|hackathon|hakaton|хакотон|хакатоны|хакатонға|ақылды қала|акылды кала|умный город
hackathon: smart city|xakaton|[frfnjy
hackathon: караганда июль|қарағанды шілде
printer: 3d|3D принтер|3d-принтер|принтер|printer|3дпринтер|знакомство|принтермен|#3Dprinting
printer: усть-каменогорск принтер
startups: стартап|startup|стартапы|startap|школа стартапов|стартап мектебі|стартп|entrepreneurs
startups: кәсіпкерлер|касипкер|предприниматели
women: женщины|женщины в науке|women|ғылым|гылым|gylym|әйелдер|айелдер|наука женщины|womn|techwomen
women: мамандар|жещины
thanksgiving: благодарения|день благодарения|thanksgiving|алғыс|алгыс|алғыс айту күні|algys|ноябрь|қараша
thanksgiving: november|tanksgiving|благодорения
halloween: хэллоуин|хеллоуин|halloween|haloween|хэлоуин|октябрь дети|halloween party|#Halloween
halloween: костанай октябрь
nauryz: наурыз|nauryz|наурыз мейрамы|праздник наурыз|naurys|науруз|март|в марте
poetry: поэзия|poetry|поэтический|поэтическии вечер|poezia|поэзиа|poetry evening|өнерпаздар
photo: фото|photo|фотография|фотографии|мастер класс|мастер-класс|masterclass|мастр класс|photography
photo: fotografia|шеберхана|зрщещ|ajnj
stars: звёзды|звезды|под звездным|жұлдыз|жулдыз|zhuldyz|stars|astronomy|астрономия|тамыз|август|в августе
stars: avgust
volunteers: волонтёр|волонтер|volunteer|еріктілер|ериктилер|школа волонтеров|волантер|волонтёрам|eriktiler
volunteers: volonter
debate: дебаты|debate|пікірсайыс|пикирсайыс|pikirsayis|турнир|дибаты|debat|турнир по дебатам
tales: балалар|kids|сказка|сказки|ертегі|ертеги|ertegi|story|час сказки|story hour|skazka
girls: программирование|программирование для девочек|бағдарламалау|bagdarlamalau|coding|girls|девочки
girls: programming girls|qyzdar|програмирование
resume: резюме|rezume|resume|собеседование|түйіндеме|туиндеме|interview|сұхбат|резюмэ|cобеседование
earth: день земли|земля|earth|earth day|жер күні|жер куни|деревья|ағаш|agash|earthday|plant trees
hiphop: хип-хоп|хип хоп|хипхоп|hiphop|hip hop|hip-hop|танец|би|би сабағы|dance|танцы|dans
ielts: ielts|IELTS|айлтс|подготовка|дайындық|iels|шудеы|подготовка ielts|dayindyq|ielts preparation
safety: безопасность|безопасность в интернете|интернет|internet|safety|қауіпсіздік|кауипсиздик|qauipsizdik
safety: безопастность|интрнет
picnic: пикник|picnic|4 июля|4 шілде|piknik|july 4|шымкент июль|fourth of july|пикнек
dombra: домбыра|домбра|dombra|dombyra|банджо|banjo|домбыра мен банджо|домбира|music
cosmonaut: космос|космонавт|kosmonavt|ғарыш|гарышкер|garyshker|cosmonaut|встреча|космонафт|meet
cosmonaut: aqtobe april|ақтөбе сәуір
computer: компьютер|komputer|computer|комьютер|сауаттылық|sauattylyq|грамотность|компютер|kompyuter
computer: rjvgm.nth
"""

DEMO = """
techforum: techforum|тех форум|техфорум|TechForum|tehforum|сентябрь|қыркүйекте|september|texforum
techwomen: techwomen|tech women|текуимен|женщины технологии|women in tech
ultra-marathon: ультрамарафон|ультра марафон|марафон|ultramarathon|marathon|ultra-marathon|самарканд
ultra-marathon: самарқан|samarqand|таразда|шымкент
ultra-marathon: карназес|karnazes|дин карназес|dean|бишкек|бішкек|жүгіреді|бежит|маусым|июнь|в июне
us-kz-fest: us-kz fest|uskz fest|us kz fest|август|тамыз|фестиваль музыки|тамызда
us-kz-film-festival: film festival|кинофестиваль|кинофистиваль|киноыестиваль|kinofestival|кинофестивалі
us-kz-film-festival: kinofest
spelling-bee: spelling bee|spelling|спеллинг|speling bee|spelling be|ұлттық байқау|конкурс|конкурс spelling
love-to-code: love to code|love code|lovetocode|лав ту код|технотур|tehnotur|код жазу|программировать
love-to-code: технатур
maker-space: maker space|makerspace|мейкерспейс|мейкер спейс|meikerspeis|3d принтер|3d-принтер|лаборатория
maker-space: зертхана|мэйкерспейс
broadway-in-kazakhstan: бродвей|broadway|brodvey|мюзикл|musical|broadvay|бродвэй|эмерсон|хореограф|,hjldtq
boxing-exchange: бокс|boxing|боксшы|боксёр|боксер|boks|мухаммед али|muhammad ali|athletes|спортшылар
boxing-exchange: спортсмен
global-health: здоровье|здравоохранение|денсаулық|денсаулык|densaulyq|health|global health|CDC
global-health: здровоохранение
english-teaching-conference: английский|ағылшын тілі|english|english teaching|усть-каменогорск
english-teaching-conference: устькаменогорск|өскемен|оскемен|oskemen
english-teaching-conference: учителя английского|мұғалімдер|анлийский язык
central-asian-trade-forum: торговый форум|сауда форумы|trade forum|sauda|центральная азия|central asia
central-asian-trade-forum: кәсіпкер|торговый форм
business-training: бизнес|business|бизнес тренинг|biznes trening|тренинг|buisness|стартап|startup
the-exchange: музыка|музыка и танец|music|the exchange|exchange|кызылорда|қызылорда|qyzylorda|kyzylorda
the-exchange: а капелла
creating-a-relationship: отношения начинались|қарым-қатынас бастауы|creating a relationship|relationship
creating-a-relationship: дискуссия|пікірталас|relationshp
partnership-conference: партнёрство|партнерство|partnership|серіктестік|seriktestik|партнёрств|partnerstvo
through-the-eyes-of-ambassadors: глазами послов|послы|ambassadors|елшілердің көзімен|елши|elshiler
through-the-eyes-of-ambassadors: ambasadors|видео
exercise-open-evening: апрель|весна|көктем|april|open saturday|открытая суббота|ашық сенбі|ашык сенби
exercise-open-evening: суббота|9 апреля
"""

CORNER_THREE = """
earth ielts robots: алматы|almaty|АЛМАТЫ|Алмата|алмати|в алматы|fkvfns|Алматыда|алма-ата|алма ата
interstellar women writing: астана|astana|fcnfyf|в астане|Астанада|нур-султан|nur-sultan|нұр-сұлтан
volunteers jazz hackathon: караганда|қарағанды|qaraghandy|karaganda|karagandy|в караганде|rfhfufylf
printer computer hiphop: усть-каменогорск|өскемен|оскемен|oskemen|öskemen|ust-kamenogorsk|ecnm-rfvtyjujhcr
tales poetry dombra: костанай|қостанай|qostanai|kostanay|rjcnfyfq|кустанай|в костанае
speaking book-club debate: шымкент|shymkent|чимкент|шымкентте|isvrtyn|chimkent|в шымкенте
cosmonaut photo girls: актобе|ақтөбе|aktobe|aqtobe|frnj,t|актюбинск
speaking: english|английский|английский бесплатно|free english|english free|ағылшын тегін|курсы английского
speaking: английский для студентов|fyukbqcrbq|тегін ағылшын клубы|ағылшын тілі|aghylshyn|анлийский клуб
book-club speaking: клуб|club|клубы|rke,|klub|clab
tales: для детей|балаларға|kids|сказки детям|детский|balalar|ltnb
startups: предпринимателям|бизнес|стартап алматы|startup almaty|алматы стартап
hackathon: хакатон караганда|karaganda hackathon|қарағанды хакатон|хакатон в караганде
"""

DEMO_THREE = """
exercise-open-evening the-exchange ultra-marathon: алматы|almaty|fkvfns|Алмата|в алматы|алма-ата|алма ата
central-asian-trade-forum: алматы сауда
exercise-open-evening maker-space: almaty corner|алматыдағы бұрыш
the-exchange techforum broadway-in-kazakhstan: астана|astana|fcnfyf|нур-султан|nur-sultan
the-exchange: в астане|Астанада|алматыда|музыка группа|а капелла
ultra-marathon: тараз|taraz|nfhfp|шымкент|чимкент|shymkent|isvrtyn
maker-space english-teaching-conference: усть-каменогорск|өскемен|oskemen
boxing-exchange: алмасу|тәжірибе алмасу|обмен|обмен опытом|али
central-asian-trade-forum: форум алматы|сауда|торговый|trade almaty
exercise-open-evening love-to-code maker-space: american corner|американский уголок
exercise-open-evening maker-space: американ бұрышы|американ бұрыш
exercise-open-evening: американский уголок алматы|открытая|open
"""


def parse_rows(table: str) -> list[tuple[str, str]]:
    """(what is typed, id of the event)."""
    lines = (line.split(": ", 1) for line in table.strip().splitlines())
    return [(typed, event) for event, found in lines for typed in found.split("|")]
