"""A small knowledge base in all languages for the tests of the search: five articles, short texts."""

from knowledge.catalog import to_latin
from knowledge.index import Document

LOCALES = ("en", "hu", "ro", "ka", "mk", "sr", "sr_Latn", "uk")

# article id -> locale -> title, phrase, phrase, body
TEXTS: dict[str, dict[str, tuple[str, str, str, str]]] = {
    "hot-pursuit": {
        "en": (
            "Pursuing a fleeing person across the border",
            "May we follow a car that flees over the border?",
            "hot pursuit into the neighbouring country",
            "Contact the other side at the latest when crossing. Stop at once when told to.",
        ),
        "hu": (
            "Menekülő személy üldözése a határon át",
            "Átmehetünk a határon, ha üldözünk valakit?",
            "forró nyomon üldözés a szomszéd országba",
            "Legkésőbb átlépéskor értesítse a másik felet. Felszólításra azonnal álljon meg.",
        ),
        "ro": (
            "Urmărirea transfrontalieră a unei persoane care fuge",
            "Putem trece frontiera după o mașină care fuge?",
            "urmărire peste graniță în țara vecină",
            "Anunțați cealaltă parte cel târziu la trecere. Opriți-vă imediat la cerere.",
        ),
        "ka": (
            "გაქცეული პირის დევნა საზღვრის გადაღმა",
            "შეგვიძლია გავყვეთ მანქანას, რომელიც საზღვარზე გარბის?",
            "დევნა მეზობელ ქვეყანაში",
            "დაუკავშირდით მეორე მხარეს არაუგვიანეს გადაკვეთისას. მოთხოვნისთანავე გაჩერდით.",
        ),
        "mk": (
            "Гонење лице кое бега преку граница",
            "Смееме ли да гониме возило што бега преку граница?",
            "прекугранично гонење во соседна држава",
            "Известете ја другата страна најдоцна при преминувањето. Запрете веднаш на нејзино барање.",
        ),
        "sr": (
            "Гоњење лица које бежи преко границе",
            "Смемо ли да гонимо возило које бежи преко границе?",
            "прекогранична потера у суседну државу",
            "Обавестите другу страну најкасније при преласку. На њен захтев одмах станите.",
        ),
        "uk": (
            "Переслідування втікача через кордон",
            "Чи можна гнатися за автомобілем, що тікає за кордон?",
            "погоня на територію сусідньої держави",
            "Повідомте іншу сторону щонайпізніше під час перетину. На вимогу негайно зупиніться.",
        ),
    },
    "red-notice": {
        "en": (
            "Red Notice: a wanted person",
            "Can we arrest somebody who has a Red Notice?",
            "international wanted notice through INTERPOL",
            "A Red Notice asks to locate and provisionally arrest a person. Its legal effect differs by country.",
        ),
        "hu": (
            "Vörös körözés: körözött személy",
            "Letartóztathatjuk, akire vörös körözést adtak ki?",
            "nemzetközi elfogatóparancs Interpol",
            "A vörös körözés a személy felkutatását és ideiglenes letartóztatását kéri.",
        ),
        "ro": (
            "Notificarea roșie: persoană urmărită internațional",
            "Putem aresta pe cineva cu notificare roșie?",
            "mandat internațional prin Interpol",
            "Notificarea roșie cere localizarea și arestarea provizorie a persoanei.",
        ),
        "ka": (
            "წითელი ცირკულარი: ძებნილი პირი",
            "შეიძლება დაკავება წითელი ცირკულარით?",
            "საერთაშორისო ძებნა ინტერპოლით",
            "წითელი ცირკულარი ითხოვს პირის ადგილსამყოფლის დადგენას და დროებით დაპატიმრებას.",
        ),
        "mk": (
            "Црвена потерница: барано лице",
            "Може ли да се приведе лице со црвена потерница?",
            "меѓународна потерница преку Интерпол",
            "Црвената потерница бара лоцирање и привремен притвор на лицето.",
        ),
        "sr": (
            "Црвена потерница: тражено лице",
            "Да ли се може ухапсити лице са црвеном потерницом?",
            "међународна потерница преко Интерпола",
            "Црвена потерница тражи лоцирање и привремени притвор лица.",
        ),
        "uk": (
            "Червоне оповіщення: розшук особи",
            "Чи можна затримати особу за червоним оповіщенням?",
            "міжнародний розшук через Інтерпол",
            "Червоне оповіщення просить встановити місце перебування та тимчасово заарештувати особу.",
        ),
    },
    "stolen-vehicle": {
        "en": (
            "Stolen vehicle: check and return",
            "How do we return a stolen car to its owner abroad?",
            "chassis number hit in the stolen motor vehicle database",
            "Seize the vehicle and confirm the hit with the country that recorded it.",
        ),
        "hu": (
            "Lopott jármű: ellenőrzés és visszaadás",
            "Hogyan adjuk vissza a lopott autót a külföldi tulajdonosnak?",
            "alvázszám találat a lopott járművek adatbázisában",
            "Foglalja le a járművet, és erősíttesse meg a találatot a rögzítő országgal.",
        ),
        "ro": (
            "Vehicul furat: verificare și restituire",
            "Cum restituim proprietarului o mașină furată din străinătate?",
            "serie de șasiu găsită în baza vehiculelor furate",
            "Indisponibilizați vehiculul și confirmați rezultatul cu țara care l-a înregistrat.",
        ),
        "ka": (
            "მოპარული მანქანა: შემოწმება და დაბრუნება",
            "როგორ დავუბრუნოთ მოპარული ავტომობილი უცხოელ მესაკუთრეს?",
            "შასის ნომერი მოპარულების ბაზაში",
            "ამოიღეთ მანქანა და დაადასტურეთ დამთხვევა ჩამწერ ქვეყანასთან.",
        ),
        "mk": (
            "Украдено возило: проверка и враќање",
            "Како да му го вратиме украденото возило на сопственик од странство?",
            "број на шасија во базата на украдени возила",
            "Одземете го возилото и потврдете го поклопувањето со државата што го запишала.",
        ),
        "sr": (
            "Украдено возило: провера и враћање",
            "Како да вратимо украдени аутомобил власнику у иностранству?",
            "број шасије у бази украдених возила",
            "Одузмите возило и потврдите поклапање са државом која га је унела.",
        ),
        "uk": (
            "Викрадений транспортний засіб: перевірка та повернення",
            "Як повернути викрадене авто власникові за кордоном?",
            "номер шасі збігся в базі викрадених машин",
            "Вилучіть транспортний засіб і підтвердьте збіг із державою, яка внесла запис.",
        ),
    },
    "missing-child": {
        "en": (
            "Missing or abducted child",
            "A father took his daughter abroad, what do we do?",
            "child abduction by a parent, Yellow Notice, hotline 116 000",
            "Record the child as missing at once and ask for a Yellow Notice.",
        ),
        "hu": (
            "Eltűnt vagy elrabolt gyermek",
            "Az apa külföldre vitte a kislányát, mi a teendő?",
            "gyermek jogellenes elvitele, sárga körözés, 116 000 forródrót",
            "A gyermeket azonnal eltűntként kell rögzíteni és sárga körözést kérni.",
        ),
        "ro": (
            "Copil dispărut sau răpit",
            "Tatăl și-a dus fiica în străinătate, ce facem?",
            "răpire de copil de către părinte, notificare galbenă, 116 000",
            "Înregistrați imediat copilul ca dispărut și cereți notificarea galbenă.",
        ),
        "ka": (
            "დაკარგული ან გატაცებული ბავშვი",
            "მამამ ქალიშვილი საზღვარგარეთ წაიყვანა, რა ვქნათ?",
            "მშობლის მიერ ბავშვის გატაცება, ყვითელი ცირკულარი, 116 000",
            "ბავშვი დაუყოვნებლივ ჩაწერეთ დაკარგულად და მოითხოვეთ ყვითელი ცირკულარი.",
        ),
        "mk": (
            "Исчезнато или грабнато дете",
            "Таткото ја однел ќерката во странство, што да правиме?",
            "грабнување дете од родител, жолта потерница, 116 000",
            "Веднаш запишете го детето како исчезнато и побарајте жолта потерница.",
        ),
        "sr": (
            "Нестало или отето дете",
            "Отац је одвео ћерку у иностранство, шта да радимо?",
            "отмица детета од стране родитеља, жута потерница, 116 000",
            "Одмах унесите дете као нестало и затражите жуту потерницу.",
        ),
        "uk": (
            "Зникла або викрадена дитина",
            "Батько вивіз доньку за кордон, що робити?",
            "викрадення дитини одним із батьків, жовте оповіщення, 116 000",
            "Негайно внесіть дитину як зниклу та попросіть жовте оповіщення.",
        ),
    },
    "siena-message": {
        "en": (
            "Sending a request through SIENA",
            "Who has access to SIENA and how do I send a message?",
            "Europol secure message handling code",
            "SIENA is Europol's secure network. Choose the handling code before you send.",
        ),
        "hu": (
            "Megkeresés küldése a SIENA rendszeren",
            "Kinek van hozzáférése a SIENA-hoz, és hogyan küldök üzenetet?",
            "Europol biztonságos üzenet kezelési kód",
            "A SIENA az Europol biztonságos hálózata. Küldés előtt válasszon kezelési kódot.",
        ),
        "ro": (
            "Trimiterea unei cereri prin SIENA",
            "Cine are acces la SIENA și cum trimit un mesaj?",
            "mesaj securizat Europol cod de manipulare",
            "SIENA este rețeaua securizată a Europol. Alegeți codul de manipulare înainte de trimitere.",
        ),
        "ka": (
            "მოთხოვნის გაგზავნა SIENA-თი",
            "ვის აქვს წვდომა SIENA-ზე და როგორ გავგზავნო შეტყობინება?",
            "ევროპოლის დაცული შეტყობინება დამუშავების კოდი",
            "SIENA ევროპოლის დაცული ქსელია. გაგზავნამდე აირჩიეთ დამუშავების კოდი.",
        ),
        "mk": (
            "Испраќање барање преку SIENA",
            "Кој има пристап до SIENA и како се праќа порака?",
            "безбедна порака Европол код за постапување",
            "SIENA е безбедната мрежа на Европол. Изберете код за постапување пред да испратите.",
        ),
        "sr": (
            "Слање захтева преко SIENA",
            "Ко има приступ SIENA и како се шаље порука?",
            "безбедна порука Европол код за поступање",
            "SIENA је безбедна мрежа Европола. Изаберите код за поступање пре слања.",
        ),
        "uk": (
            "Надсилання запиту через SIENA",
            "Хто має доступ до SIENA і як надіслати повідомлення?",
            "захищене повідомлення Європол код обробки",
            "SIENA — захищена мережа Європолу. Перед надсиланням виберіть код обробки.",
        ),
    },
}


def documents() -> list[Document]:
    """Return all language versions of the five articles; `sr_Latn` comes from `sr`."""
    return [
        document
        for article_id, versions in TEXTS.items()
        for locale, texts in (versions | {"sr_Latn": latin(versions["sr"])}).items()
        for document in [Document(article_id, locale, texts[0], texts[1:3], (texts[3],))]
    ]


def latin(texts: tuple[str, str, str, str]) -> tuple[str, str, str, str]:
    """Return Serbian Cyrillic texts in Latin letters."""
    title, first, second, body = map(to_latin, texts)
    return title, first, second, body
