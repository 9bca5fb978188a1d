"""Letters on licence plates: codes that they begin with, and what stands beside numbers without being a plate.

A plate has too few places to be recognised by its shape alone. All are capitals, in the script in which they are typed.
"""


def _codes(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ROMANIAN = _codes(
    """
    AB AG AR B BC BH BN BR BT BV BZ CJ CL CS CT CV DB DJ GJ GL GR HD HR IF IL IS MH MM MS MT NT OT PH SB SJ SM SV TL
    TM TR TS VL VN VS
    """
)
SERBIAN = _codes(
    """
    AC AL AP AR BB BC BG BJ BK BO BP BT BU BĆ BČ CA CU DE DJ GL GM GU IC IN IĐ JA KA KC KG KI KL KM KO KP KR KS KV
    KĆ KŠ LB LE LO LU LZ LŽ MA MI NG NI NP NS NV PA PB PE PI PK PN PO PP PR PT PZ PŽ RA RU RV SA SC SD SJ SM SO SP
    ST SU SV TO TS TT UB UE UR VA VB VG VL VM VP VR VS VŠ ZA ZR ZV ĆU ČA ĐA ŠA ŠI ŠP ŠT ŽA ŽB ŽI ŽU
    """
)
MACEDONIAN = _codes(
    """
    BE BT DB DE DH DK GE GV KA KI KO KP KR KU MB MK NE OH PE PP PS RA RE RK SK SN SR SS ST SU TE VA VE VI VV
    """
)
CYRILLIC = _codes(
    """
    ЈА АЛ БГ БЕ БО БП БТ ВА ВВ ВЕ ВИ ВР ВШ ГВ ГЕ ДБ ДЕ ДК ДХ ЗА ЗР ИЂ КА КВ КГ КИ КЛ КО КП КР КУ КШ ЛЕ ЛО МБ НЕ НИ
    НП НС ОХ ПА ПЕ ПЗ ПИ ПК ПО ПП ПР ПС РА РЕ РУ СЈ СА СД СК СМ СН СО СП СР СТ СУ ТЕ ТО УЕ УР ЧА ША
    """
)
TOWNS = SERBIAN | MACEDONIAN | CYRILLIC
"""Of Serbia and North Macedonia; on plates they are Latin, people type them in Cyrillic as well."""
UKRAINIAN = _codes(
    """
    AA AB AC AE AH AI AK AM AO AP AT AX BA BB BC BE BH BI BK BM BO BT BX CA CB CC CE CH CO EA EB EC EE EH EI EK EM
    EO EP ET EX HA HB HC HE HH HI HK HM HO HT HX IA IB IE IH II IM IO KA KB KC KE KH KI KK KM KO KP KT KX MA MB ME
    MH MI MK MO MP MT OA OB OE OH OM OO OP OX PA PB PE PH PI PM PO PP PX TA TB TC TE TH TI TK TM TO TP TT TX XA XB
    XC XE XH XI XK XM XO XP XT XX
    """
)
"""The series of the regions; Cyrillic letters that look the same are read as these."""
COUNTRIES = _codes(
    """
    AL AT BA BG CZ DE ES EU FR GE GR HR HU IT MD ME MK PL RO RS SI SK TR UA UK UN US XK
    """
)
"""Two of these with a number between are figures by country."""
UNITS = _codes(
    """
    AM CAL CC CHF CM DB DIN DL EUR FT FŐ GB GBP GEL GHZ HP HUF KB KG KM KMH KS KW KWH LEI LEV MB MDL MHZ MIN MKD
    ML MM PCS PM PS RON RSD SEC TB TD UAH USD
    """
)
"""Money and measures, which stand behind a number."""
NAMES = _codes(
    """
    ABS ADR API ART AUDI BMW CET CETS CMR CNP CODE COM DAF DOC EAW ECHR EES EIO ETS FAQ FIAT FORD FORM GAZ GMT GPS
    ISO ITEM JHA JIT KIA LADA LINE MAN MLA MUP MVR NCB OPEL PAGE PART PDF PNR PUP REF RFC ROOM RULE SEAT SIS SOP
    STCE STEP SUV TEL TFEU TIR UAZ USB UTC VAZ VIN VIS XML ZAZ ZONE БМВ ВАЗ ГАЗ КИА МАН МВР МВС МУП САД УАЗ
    """
)
"""Series of documents and makes of cars, which stand before a number."""
FUNCTION_WORDS = _codes(
    """
    AN AS AT AZ BR BY CU DE DIN DO ES EZ IN IS IT IZ JE LA NA NO NR OD OF ON OR PE PO SA SE SI TO WE ZA ІЗ ЈЕ БР ВО
    ДО ЗІ ЗА ИЗ НА НЕ ОД ПІД ПО СА СЕ СО ТА ЦЕ ЧИ
    """
)
"""Short words that stand on either side of a number in a text all in capitals."""
