"""Words that say what a number beside them is, in all our languages.

Matching ignores script, case, diacritics and romanisation (`bot.guard.words`), so "pasoš" also finds "пасош" and
"pasosa", and a language that spells a word like another is not listed again.
"""

from bot.guard.words import phrases

PASSPORT = phrases(
    """
    passport*, pass, útlevél*, utlevel*, pașaport*, pasaport*, паспорт*, пасош*, pasoš*, პასპორტ*, putna isprava,
    putne isprave, putnu ispravu, путна исправа, патна исправа, патната исправа, закордонн* паспорт*,
    travel document*
    """
)
IDENTITY_CARD = phrases(
    """
    identity card*, id card*, identity document*, személyi igazolvány*, személyazonosító igazolvány*, személyi,
    személyije, szem ig,
    személyijének, szig, sz ig, carte de identitate, cartea de identitate, cărții de identitate, carte identitate,
    buletin*, ci seria, ci nr, ci numar, ci număr*, лична карта, лична картата, личната карта, личне карте,
    личну карту, lična karta, lične karte,
    ličnu kartu, lk, л к, бр лк, посвідчення особи, посвідчення, ід картк*, id картк*, ід карт*, айді картк*,
    айді карт*,
    карта особи, პირადობის მოწმობ*, პირადობის ბარათ*, პირადობის, id ბარათ*, აიდი ბარათ*
    """
)
NATIONAL_ID = phrases(
    """
    personal number*, personal no, identification number*, identity number*, id number*, id no, id broj, id br,
    personal code, personal id, national id, national number, tax number, tax id, social security*,
    személyi szám*, személyi azonosító*, személyazonosító jel*, adóazonosító*, adószám*,
    cnp, cod numeric personal, codul numeric personal, cod personal, codul personal, idnp, cod fiscal,
    codul fiscal, cod numeric,
    jmbg*, jmb, embg*, јмбг*, ембг*, ембг, matični broj, matičnog broja, матични број, матичен број,
    матичниот број,
    lični broj, lični br, личен број, poreski broj, даночен број, emšo,
    рнокпп, іпн, ідентифікаційн* код*, ідентифікаційн* номер*, податков* номер*, податков* код*, особист* номер*,
    პირადი ნომერ*, პირადი ნომრ*, პირადი, პ ნ, პირადი no, საიდენტიფიკაციო*, საგადასახადო კოდ*, საგადასახადო*
    """
)
TAJ = phrases(
    """
    taj, taj szám*, tajszám*, társadalombiztosítás*, social security*
    """
)
CHASSIS = phrases(
    """
    vin, vin code, vin kod*, vin კოდ*, ვინ კოდ*, він код*, вин код*, chassis*, frame number, alvázszám*,
    alvázszáma,
    serie șasiu, serie de șasiu, seria de șasiu, șasiu*, sasiu*, nr identificare vehicul, număr de identificare,
    broj šasije, šasij*, шасиј*, шасії, номер кузова, номера кузова, кузов*, ძარის ნომერ*, ძარის*, შასი*
    """
)
PLATE = phrases(
    """
    plate, plates, licence plate*, license plate*, number plate*, registration, registration number, reg, regnr,
    reg no,
    rendszám*, forgalmi rendszám*, forgalmi száma,
    înmatricul*, inmatricul*, plăcuț*, placut*, numere, nr auto, cu numerele,
    tablic*, tablice, таблиц*, таблич*, registarsk*, регистарск*, registracij*, регистраци*, рег, reg oznaka,
    номерн* знак*, держномер*, держ номер*, реєстраційн* номер*, номерами, на номерах,
    სანომრე*, სახელმწიფო ნომერ*, სახელმწიფო ნომრ*, ნომრით, ნომრის, ნომრები*, ნომერი
    """
)
VEHICLE = phrases(
    """
    car, cars, vehicle*, vans, a van, the van, white van, lorry, truck, trucks, bus, motorcycle*, motorbike*, driver,
    autó, autója, autót, autóval, autóban, autók, kocsi*, gépjármű*, gépkocsi*, jármű*, kamion*, teherautó*, motor,
    motorja, furgon*, üzembentartó*,
    mașin*, masin*, autoturism*, autovehicul*, camion*, autoutilitar*, dubă, duba, dubei, șofer*,
    vozil*, возил*, vozač*, возач*, kola, kolima, кола, колима, колата, auto, ауто, kombi*, комби*, камион*,
    automobil*, аутомобил*,
    авто, автомобіл*, автомобил*, автівк*, машин*, фура, фури, фурою, бус, буса, бусик*, мотоцикл*, вантажівк*,
    седан*, водія, водієм,
    მანქან*, ავტო, ავტომობილ*, ავტომანქან*, სატვირთო*, მიკროავტობუს*, მოტოციკლ*, მძღოლ*,
    audi, bmw, citroen, dacia, fiat, ford, golf, honda, hyundai, lada, mazda, mercedes, nissan, octavia, opel,
    passat,
    peugeot, renault, skoda, škoda*, suzuki, toyota, volkswagen, volvo, vw, дачі*, дачиј*, голф*, шкод*, тойот*,
    ტოიოტ*
    """
)
PHONE = phrases(
    """
    phone*, telephone*, tel, mob, mobile*, cell, cellphone, call, calls, called, caller, whatsapp*, viber*, signal,
    sms, fax, dial,
    telefon*, mobil*, hív, hívd, hívj*, hívta, hívták, hívott, hívás*, felhív*, visszahív*, számról, telefonszám*,
    sunat, sunați, sună, apelat, apelează, apelați,
    моб, тел, телефон*, мобилн*, мобілн*, дзвон*, зателефон*, подзвон*, вайбер*, ватсап*, дзвонив*,
    zove, zvao, zvala, zovite, javite*, јавите*, јавете*, pozovite, позовите, бараше, звао, звала, звони,
    ტელ, ტელეფონ*, მობ, მობილურ*, დარეკ*, რეკავ*, ურეკავ*, ვაიბერ*, ვოთსაპ*
    """
)
REFERENCE = phrases(
    """
    ref, reference*, our ref, your ref, case*, file, docket, siena, message*, invoice*, protocol*, request no,
    ticket*, no ref,
    ügyszám*, iktatószám*, iktató, hiv, hivatkozás*, jegyzőkönyv*, számla sz,
    dosar*, adresa nr, referin*, mesaj*, factur*,
    реф, арх, арх бр, предмет*, дело, фактур*, порук*, протокол*, predmet*, faktur*, poruk*,
    вих, вх, справ*, єрдр, рахунок фактура, повідомленн*, isbn, issn, imei, celex,
    საქმ*, წერილ*, ოქმ*, რეფ, შეტყობინებ*
    """
)
BORN = phrases(
    """
    born, dob, o b, geboren, né le, née le, date of birth, birth date, birthdate, birthday, birth,
    szül*, született*, születési*, születésű*, szül idő, sz idő,
    născut*, nascut*, născ, data nașterii, data nasterii, nașterii, nasterii,
    нар, народив*, народил*, народженн*, народжен*, дата народження, днж, р н, г р,
    rođen*, rodjen*, rođ, rodj, rod, род, рођ, рођен*, роден*, рођења, rođenja, роденден*, rođendan*,
    раѓање, раѓањето, родена,
    god rođenja,
    დაბ, დაბად*, დაიბად*
    """
)
BORN_SHORT = phrases(
    """
    b, n, r, р, sz, н
    """
)
INSTRUMENT = phrases(
    """
    convention*, agreement*, treaty, treaties, protocol*, act, acts, law, laws, council*, commission*, decision*,
    directive*, regulation*,
    resolution*, conference*, committee*, meeting*, framework*, ministry, police*, court, courts, office, union,
    republic*, network*,
    recommendation*, memorandum*, parliament*, journal*, gazette*, official*, european*, national*, article*,
    declaration*, code, group*, programme*, program*, summit*, strateg*, plan, report*, government*, day, forum*,
    europol*, interpol*, eurojust*, frontex*, schengen*, selec, siena, sirene, eppo, olaf, the, az, article, annex,
    section,
    egyezmény*, megállapodás*, szerződés*, jegyzőkönyv*, törvény*, tanács*, határozat*, irányelv*, rendelet*,
    értekezlet*, bizottság*,
    minisztérium*, rendőrség*, bíróság*, nyilatkozat*, közlöny*, európai, magyar,
    convenți*, acord*, tratat*, legea, legii, lege, consili*, decizi*, directiv*, regulament*, hotărâr*,
    conferinț*, ședinț*, comisi*,
    comitet*, minister*, poliți*, instanț*, ordonanț*, monitorul, parlament*, guvern*,
    конвенц*, споразум*, договор*, протокол*, закон*, савет*, совет*, одлук*, директив*, уредб*, регулатив*,
    конференц*, састан*,
    состан*, одбор*, министарств*, министерств*, полициј*, суд, суда, судот, служб*, весник*, гласник*, комисиј*,
    konvencij*, sporazum*, ugovor*, zakon*, odluk*, uredb*, konferencij*, sastan*, odbor*, ministarstv*, policij*,
    sud, glasnik*,
    угод*, договір*, рада, ради, раді, рішен*, регламент*, постанов*, наказ*, конференці*, зустріч*, комітет*,
    міністерств*, поліці*,
    комісі*, верховн*, кабінет*, влада, владе, владата, vlada, vlade, стратегі*, програм*,
    კონვენცი*, შეთანხმებ*, ხელშეკრულებ*, ოქმ*, კანონ*, საბჭო*, გადაწყვეტილებ*, დირექტივ*, რეგულაცი*, კონფერენცი*,
    შეხვედრ*, სამინისტრო*
    """
)
PLACE_PREPOSITION = phrases(
    """
    in, at, of, from, near, în, la, din, u, iz, kod, у, из, код, во, од, кај, в, з, із, до, від, біля
    """
)
