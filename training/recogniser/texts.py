"""Seeded texts of single lines, as accounting documents in Russian, English, German and French print them.

Words come from spelling dictionaries (npm dictionary-ru BSD-3-Clause, dictionary-en MIT/BSD, dictionary-fr MPL-2.0); they are only rendered, nothing
of them is shipped. Identifiers are random digits: a recogniser must read what is printed, so they need no valid checksum.
"""
import random
import re
from collections.abc import Callable
from pathlib import Path

from words import Words

CAPTIONS = (
    "ИНН|КПП|БИК|ОКПО|ОКЕИ|ОКУД|ОГРН|ОКДП|р/с|к/с|№|тел.|факс|Счет-фактура №|Счёт на оплату №|Товарная накладная|УПД|Акт №|от|по|на сумму|Итого|Всего|"
    "Всего к оплате|в том числе НДС|НДС 20%|НДС 10%|Без НДС|без налога (НДС)|Сумма|Сумма с НДС|Цена, руб. коп.|Количество|Кол-во|Ед. изм.|шт|шт.|кг|упак|м2|м³|"
    "л|компл|усл. ед.|час|Грузоотправитель|Грузополучатель|Поставщик|Плательщик|Покупатель|Продавец|Основание|Договор|Код|Код по ОКПО|Номер|Дата|"
    "Вид упаковки|Масса брутто|Масса нетто|наименование, характеристика, сорт, артикул товара|Главный бухгалтер|Руководитель|Отпуск груза разрешил|"
    "Отпуск груза произвел|Груз принял|Груз получил|подпись|расшифровка подписи|должность|М.П.|Страна происхождения|Номер ГТД|Транспортная накладная|"
    "руб.|коп.|рублей|копеек|Банк получателя|Сч. №|Приложение|листах|прописью|структурное подразделение|организация, адрес, телефон, факс, банковские реквизиты"
).split("|")
LATIN_CAPTIONS = (
    "Invoice No.|Invoice date|Due date|Total|Subtotal|VAT|VAT 20%|Amount due|Qty|Unit price|Description|Bill to|Rechnung Nr.|Rechnungsdatum|Gesamtbetrag|"
    "Zwischensumme|MwSt.|USt-IdNr.|Menge|Einzelpreis|Lieferschein|zzgl. 19 % USt|Straße|Überweisung|Facture n°|Date d'échéance|Montant HT|TVA|Total TTC|"
    "Désignation|Quantité|Prix unitaire|à régler|Siège social|IBAN|BIC|SWIFT|EUR|USD|GBP|€|£|$"
).split("|")
FORMS = "ООО|АО|ПАО|ЗАО|ИП|НКО|ФГУП|МУП".split("|")
LATIN_FORMS = "GmbH|AG|Ltd|LLC|Inc.|SARL|SA|S.A.S.|Co. KG|e.K.|B.V.|s.r.o.|Sp. z o.o.".split("|")
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
LATIN_MONTHS = "Jan Feb March April May June Juli August Sept. Oktober novembre décembre février août".split()
LIKE = "АВЕКМНОРСТУХ"  # letters of Russian codes that look like Latin ones
QUOTES = (("«", "»"), ('"', '"'), ("“", "”"), ("„", "“"), ("‘", "’"))
SIGNS = "!\"#$%&'()*+,-./:;<=>?@[]_{|}«»№€£₽§°±²³×–—•…"


class Texts:
    """`line()` gives one text of 1 to `longest` characters. `packages`: the node_modules with the dictionaries."""

    def __init__(self, packages: Path, seed: str, longest: int = 42):
        self.random = random.Random(seed)
        self.longest = longest
        r = self.random
        russian = Words(packages / "dictionary-ru", "А-Яа-яЁё-", r)
        latin = [Words(packages / "dictionary-en", "A-Za-z'-", r), Words(packages / "dictionary-fr", "A-Za-zÀ-ÿœŒ'-", r)]
        self.russian, self.latin = russian.any, lambda: r.choice(latin).any()
        self.kinds = [
            (22, lambda: self.phrase(self.russian)), (14, lambda: r.choice(CAPTIONS) + self.tail()), (5, self.company), (4, self.person), (5, self.address),
            (12, self.amount), (8, self.identifier), (7, self.code), (4, self.date), (3, self.goods), (9, lambda: self.phrase(self.latin)),
            (4, lambda: r.choice(LATIN_CAPTIONS) + self.tail()), (2, self.german), (2, self.web), (2, self.signs),
            (2, self.blank), (3, self.sum_in_words), (3, self.leaders), (2, self.accented),
        ]

    def line(self) -> str:
        weights = [w for w, _ in self.kinds]
        while True:
            text = re.sub(r"\s+", " ", self.random.choices(self.kinds, weights)[0][1]()).strip()
            if self.random.random() < 0.04:
                text = text.replace("ё", "е").upper()
            if len(text) > self.longest:
                start = self.random.randrange(len(text) - self.longest)
                text = text[start : start + self.longest].strip()
            if text:
                return text

    def digits(self, count: int) -> str:
        return "".join(self.random.choice("0123456789") for _ in range(count))

    def cased(self, word: str) -> str:
        roll = self.random.random()
        return word.upper() if roll < 0.22 else word.capitalize() if roll < 0.42 else word

    def phrase(self, word: Callable[[], str]) -> str:
        r = self.random
        chosen = [self.cased(word()) for _ in range(r.choice((1, 1, 2, 2, 3, 4)))]
        for k in range(len(chosen)):
            roll = r.random()
            if roll < 0.08:
                chosen[k] += r.choice(",.:;)")
            elif roll < 0.12:
                chosen[k] = f"({chosen[k]})"
            elif roll < 0.15:
                chosen[k] = f"«{chosen[k]}»"
            elif roll < 0.19:
                left, right = r.choice(QUOTES)
                chosen[k] = f"{left}{chosen[k]}{right}"
            elif roll < 0.21 and len(chosen[k]) > 5:
                chosen[k] = r.choice((chosen[k][: len(chosen[k]) // 2] + "-", f"{r.randint(1, 40)} {chosen[k]}", chosen[k] + ", " + word().upper()[:4] + ","))
            elif roll < 0.26:
                chosen[k] = r.choice((self.digits(r.randint(1, 4)), chosen[k][:3] + ".", "-", "и", "в", "с", "по", "к", "о"))
        return " ".join(chosen)

    def tail(self) -> str:
        roll = self.random.random()
        if roll < 0.5:
            return self.random.choice(("", "", ":", "."))
        return " " + self.digits(self.random.randint(1, 12)) if roll < 0.75 else ": " + self.amount()

    def company(self) -> str:
        r = self.random
        if r.random() < 0.3:
            return f"{self.cased(self.latin()).capitalize()} {self.latin()} {r.choice(LATIN_FORMS)}"
        left, right = r.choice(QUOTES[:4])
        return f"{r.choice(FORMS)} {left}{self.phrase(self.russian)}{right}{r.choice(('', ',', ', ИНН ' + self.digits(10)))}"

    def person(self) -> str:
        r = self.random
        initials = f"{r.choice('АБВГДЕЖЗИКЛМНОПРСТЮЯ')}. {r.choice('АБВГДЕИКЛМНОПРСЮЯ')}.".replace(" ", r.choice(("", " ")))
        name = self.russian().capitalize() + r.choice(("ов", "ова", "ин", "ский", "енко", ""))
        return f"{name} {initials}" if r.random() < 0.7 else f"{initials} {name}"

    def address(self) -> str:
        r = self.random
        town = self.russian().capitalize()
        return f"{self.digits(6)}, {r.choice(('г.', 'обл.', 'Россия, г', 'респ'))} {town}, {r.choice(('ул.', 'пр-кт', 'пер.', 'ш.', 'наб.'))} {self.russian().capitalize()}, д. {r.randint(1, 199)}{r.choice(('', ', корп. 2', ', оф. 31', 'А', ', стр. 1'))}"

    def amount(self) -> str:
        r = self.random
        whole = self.digits(r.randint(1, 8)).lstrip("0") or "0"
        mark = r.choice((" ", " ", "", "", ".", ",", "'"))
        grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", mark, whole)
        point = r.choice((",", ",", ".", "-"))
        text = f"{grouped}{point if point != mark else ','}{self.digits(r.choice((2, 2, 2, 3, 4)))}" if r.random() < 0.85 else grouped
        return r.choice(("", "", "", "", "-", "€ ", "$", "= ")) + text + r.choice(("", "", "", "", "", " руб.", " €", " ₽", "%", " %", " EUR", " р.", " шт", " кг"))

    def identifier(self) -> str:
        r = self.random
        kind = r.randrange(6)
        if kind == 0:
            return f"{r.choice(('ИНН', 'ИНН/КПП', 'КПП', 'БИК', 'ОГРН', 'ОКПО', ''))} {self.digits(r.choice((8, 9, 10, 12, 13)))}{r.choice(('', '/' + self.digits(9)))}"
        if kind == 1:
            return f"{r.choice(('р/с', 'Р/с №', 'к/с', 'Сч. №', ''))} {self.digits(20)}"
        if kind == 2:
            return f"{r.choice(('DE', 'FR', 'GB', 'AT', 'ES'))}{' '.join(self.digits(4) for _ in range(r.randint(3, 6)))}"
        if kind == 3:
            return f"+7 ({self.digits(3)}) {self.digits(3)}-{self.digits(2)}-{self.digits(2)}"
        return self.digits(r.randint(1, 14)) if kind == 4 else f"{self.digits(8)}/{self.digits(6)}/{self.digits(7)}"

    def letters(self, russian: bool) -> str:
        alphabet = LIKE + "БГДЖЗИЛПФЦЧШЭЮЯ" if russian else "ABCDEFGHIKLMNPRSTUVWXZ"
        return "".join(self.random.choice(alphabet) for _ in range(self.random.randint(1, 3)))

    def code(self) -> str:
        """Letters that Latin and Russian print share are Latin where nothing of the code tells: a picture cannot say, so one rule must."""
        r = self.random
        russian = r.random() < 0.5
        parts = [
            r.choice((self.letters(russian), self.digits(r.randint(1, 5)), self.digits(r.randint(1, 3)) + self.letters(russian), self.letters(russian) + self.digits(2)))
            for _ in range(r.randint(1, 3))
        ]
        text = r.choice(("-", "/", ".", " ", "")).join(parts)
        if russian and not set(text) - set(LIKE + "0123456789-/. "):
            text = text.translate(str.maketrans(LIKE, "ABEKMHOPCTYX"))
        return r.choice(("", "", "№ ", "арт. ", "ГОСТ ", "ТУ ", "№")) + text

    def date(self) -> str:
        r = self.random
        day, month, year = f"{r.randint(1, 31):02d}", f"{r.randint(1, 12):02d}", str(r.randint(1995, 2035))
        return r.choice((
            f"{day}.{month}.{year}", f"{day}.{month}.{year[2:]}", f"«{day}» {r.choice(MONTHS)} {year} г.", f"{day} {r.choice(MONTHS)} {year} г", f"от {day}.{month}.{year}г.",
            f"{year}-{month}-{day}", f"{day}/{month}/{year}", f"{r.choice(LATIN_MONTHS)} {int(day)}, {year}", f"{int(day)}. {r.choice(LATIN_MONTHS)} {year}", f"{r.randint(0, 23)}:{self.digits(2)}",
        ))

    def goods(self) -> str:
        r = self.random
        return f"{self.russian().capitalize()} {self.latin().upper()} {self.code()} {self.russian()}, {r.choice(('шт', 'кг', 'мм', 'л', 'м', 'В', 'Вт'))}"

    def german(self) -> str:
        r = self.random
        word = "".join(r.choice("bcdfghklmnprstwz") + r.choice(("a", "e", "i", "o", "u", "ä", "ö", "ü", "ei", "au", "ie")) + r.choice(("", "n", "r", "s", "ß", "ch", "l")) for _ in range(r.randint(2, 5)))
        return f"{word.capitalize()}{r.choice(('straße', 'ung', 'heit', '', 'weg'))} {r.choice(('', str(r.randint(1, 300)), 'für', self.digits(5)))}"

    def web(self) -> str:
        r = self.random
        name = re.sub("[^a-z]", "", self.latin().lower()) or "a"
        return r.choice((f"{name}@{name[:6]}.{r.choice(('ru', 'de', 'com', 'fr'))}", f"www.{name}.com", f"https://{name}.ru/{self.digits(3)}", f"Tel. +49 {self.digits(3)} {self.digits(6)}"))

    def signs(self) -> str:
        r = self.random
        return " ".join(r.choice((r.choice(SIGNS), self.digits(2), r.choice(SIGNS) + self.digits(1), "X", "-", "1")) for _ in range(r.randint(1, 6)))

    def blank(self) -> str:
        """A place to be filled in by hand."""
        r = self.random
        rule = lambda: "_" * r.randint(2, 12)
        left, right = r.choice(QUOTES)
        return r.choice((
            f"{left}{rule()[:4]}{right} {rule()} 20{r.choice(('__', self.digits(2)))} {r.choice(('г.', 'года', ''))}", f"{rule()} / {self.person()} /", f"{r.choice(CAPTIONS)} {rule()}",
            f"T_{r.randint(1, 9)}", f"{self.latin()[:6]}_{self.digits(2)}",
        ))

    def sum_in_words(self) -> str:
        r = self.random
        kopecks = r.choice(("00", "00", self.digits(2)))
        return f"{self.russian()} {r.choice(('рублей', 'рубля', 'рубль', 'руб.', 'тысяч'))} {kopecks} {r.choice(('копеек', 'коп.', 'копейки'))}"

    def leaders(self) -> str:
        """Tills and price lists: dots between a name and its amount, rows of one sign, words between stars."""
        r = self.random
        row = r.choice(".….-*=_~·") * r.randint(3, 24)
        word = r.choice(LATIN_CAPTIONS + CAPTIONS) if r.random() < 0.6 else self.cased(self.latin())
        return r.choice((f"{word}{row}", f"{word} {row} {self.amount()}", f"{word}{row}{r.choice(('RM', '€', 'EUR', ''))}", row, f"*** {word.upper()} ***", f"{row}{word}"))

    def accented(self) -> str:
        """Words of other European languages are strange to the dictionaries: letters with marks in them."""
        r = self.random
        marks = "áàâäãåąćčçďđéèêëęěğíìîïįłľňńñóòôöõőøřšśșťțúùûüůűýžźż"
        words = [self.cased("".join(r.choice(marks) if c in "aceinosuyz" and r.random() < 0.35 else c for c in self.latin())) for _ in range(r.randint(1, 3))]
        return " ".join(words)
