import type { Language } from '../sample.ts'

/** Key of a unit; `units` says how each language prints it. */
export type UnitKey = 'piece' | 'hour' | 'month' | 'kilogram' | 'metre' | 'pack' | 'service'

export interface Good {
  readonly name: string
  readonly unit: UnitKey
  /** Range of the unit price in whole currency units of the country. */
  readonly price: readonly [number, number]
  /** Taxed at the reduced rate. */
  readonly reduced?: boolean
  /** A line of text below the name. */
  readonly description?: string
}

const good = (unit: UnitKey, low: number, high: number, name: string, more: Pick<Good, 'reduced' | 'description'> = {}): Good => ({
  name,
  unit,
  price: [low, high],
  ...more,
})

export type Trade = 'goods' | 'services' | 'food' | 'craft'

/** Own lists, so that the prices fit the things. */
export const goods: Readonly<Record<Language, Readonly<Record<Trade, readonly Good[]>>>> = {
  ru: {
    goods: [
      good('pack', 320, 480, 'Бумага офисная А4, 80 г/м², класс C, 500 листов'),
      good('piece', 2400, 9800, 'Картридж лазерный чёрный, ресурс 7 000 страниц'),
      good('piece', 5400, 18900, 'Кресло офисное с подлокотниками, сетка, цвет чёрный, крестовина металлическая'),
      good('piece', 12000, 31000, 'Стол письменный угловой 1600×1200×750 мм, дуб светлый, с тумбой на три ящика'),
      good('metre', 42, 190, 'Кабель ВВГнг(А)-LS 3×2,5'),
      good('piece', 180, 900, 'Выключатель автоматический однополюсный 16 А, характеристика C'),
      good('kilogram', 95, 240, 'Саморезы по металлу 4,2×19 мм'),
      good('pack', 150, 420, 'Перчатки рабочие с латексным покрытием, 10 пар'),
      good('piece', 780, 3400, 'Светильник светодиодный потолочный 36 Вт, 4000 К'),
      good('piece', 61, 340, 'Папка-регистратор 75 мм'),
      good('piece', 1450, 6900, 'Дрель-шуруповёрт аккумуляторная 12 В'),
      good('pack', 210, 560, 'Скобы для степлера № 24/6, 1000 шт. в упаковке'),
    ],
    services: [
      good('month', 9000, 64000, 'Абонентское обслуживание рабочих мест'),
      good('hour', 1800, 4200, 'Консультация по настройке учётной системы'),
      good('service', 15000, 98000, 'Разработка технической документации по договору, этап 2'),
      good('month', 3500, 12500, 'Аренда виртуального сервера, 8 ядер, 32 ГБ'),
      good('service', 7400, 36000, 'Техническое обслуживание системы кондиционирования'),
      good('hour', 1500, 2900, 'Выезд инженера в пределах города'),
    ],
    food: [
      good('kilogram', 68, 120, 'Мука пшеничная высшего сорта', { reduced: true }),
      good('kilogram', 74, 160, 'Сахар-песок', { reduced: true }),
      good('piece', 79, 130, 'Масло подсолнечное рафинированное 1 л', { reduced: true }),
      good('pack', 310, 890, 'Чай чёрный листовой, 100 пакетиков'),
      good('kilogram', 890, 2300, 'Кофе в зёрнах обжаренный'),
      good('piece', 42, 96, 'Вода питьевая негазированная 5 л'),
      good('pack', 120, 260, 'Крупа гречневая ядрица, 6×800 г', { reduced: true }),
    ],
    craft: [],
  },
  en: {
    goods: [
      good('piece', 12, 48, 'Ergonomic keyboard tray, adjustable'),
      good('pack', 4, 11, 'Copy paper, letter size, 500 sheets'),
      good('piece', 140, 420, 'Desk chair with mesh back and lumbar support, black, five-star base'),
      good('piece', 2, 9, 'Cable tie set, 200 mm'),
      good('piece', 26, 88, 'LED panel light 600 × 600 mm, 4000 K'),
      good('pack', 14, 32, 'Nitrile gloves, size L, box of 100'),
      good('piece', 55, 230, 'Cordless drill driver 18 V'),
      good('metre', 1, 6, 'Copper cable 3 × 2.5 mm²'),
      good('piece', 7, 24, 'Safety goggles, anti-fog'),
      good('piece', 310, 890, 'Standing desk frame, dual motor'),
    ],
    services: [
      good('hour', 75, 160, 'Consulting: network design and review'),
      good('hour', 60, 120, 'On-site installation'),
      good('month', 29, 240, 'Managed backup, 2 TB'),
      good('month', 9, 49, 'Team plan, per seat', { description: 'Includes single sign-on and audit log' }),
      good('month', 40, 190, 'Premium support, response within four hours'),
      good('service', 450, 2600, 'Migration of mailboxes'),
    ],
    food: [
      good('pack', 8, 22, 'Ground coffee, 1 kg', { reduced: true }),
      good('pack', 3, 9, 'Oat biscuits, 12 × 40 g', { reduced: true }),
      good('piece', 1, 4, 'Sparkling water 750 ml'),
      good('kilogram', 2, 6, 'Cane sugar, unrefined', { reduced: true }),
      good('piece', 14, 38, 'Porcelain teapot, white'),
    ],
    craft: [],
  },
  de: {
    goods: [
      good('piece', 89, 390, 'Bürodrehstuhl mit Armlehnen, Netzrücken, schwarz'),
      good('pack', 4, 9, 'Kopierpapier A4, 80 g/m², 500 Blatt'),
      good('piece', 1, 6, 'Sechskantschraube M12 × 80, verzinkt, DIN 933'),
      good('piece', 24, 96, 'LED-Einbauleuchte 60 × 60 cm, neutralweiß, inklusive Vorschaltgerät'),
      good('metre', 1, 5, 'Mantelleitung NYM-J 3 × 1,5 mm²'),
      good('piece', 39, 210, 'Akku-Bohrschrauber 18 V im Koffer'),
      good('pack', 6, 19, 'Schutzhandschuhe, Größe 9, 12 Paar'),
      good('piece', 119, 480, 'Aktenschrank, zwei Flügeltüren, lichtgrau'),
      good('piece', 3, 12, 'Ordner A4, 80 mm breit'),
      good('kilogram', 3, 9, 'Drahtstifte 2,8 × 65 mm'),
      good('piece', 15, 44, 'Kabeltrommel 25 m, IP44'),
    ],
    services: [
      good('hour', 82, 145, 'Beratung und Konzeption'),
      good('month', 29, 190, 'Wartungspauschale Serverraum'),
      good('hour', 65, 98, 'Schulung der Mitarbeiter vor Ort'),
      good('service', 390, 2400, 'Einrichtung der Arbeitsplätze'),
    ],
    food: [
      good('kilogram', 9, 24, 'Röstkaffee ganze Bohne', { reduced: true }),
      good('pack', 3, 9, 'Vollkornkekse, 24 × 50 g', { reduced: true }),
      good('piece', 1, 3, 'Mineralwasser still 0,75 l'),
      good('kilogram', 1, 4, 'Weizenmehl Type 550', { reduced: true }),
      good('pack', 5, 14, 'Kräutertee, 50 Beutel', { reduced: true }),
      good('piece', 12, 39, 'Servierkanne Edelstahl 1,5 l'),
      good('pack', 7, 18, 'Papierservietten, 500 Stück'),
    ],
    craft: [
      good('hour', 52, 68, 'Facharbeiterstunde Elektro'),
      good('hour', 36, 48, 'Helferstunde'),
      good('metre', 2, 9, 'Kabelkanal 40 × 60 mm montiert'),
      good('piece', 9, 28, 'Steckdose Aufputz, zweifach'),
      good('service', 28, 65, 'Anfahrt und Fahrzeugpauschale'),
      good('piece', 64, 190, 'Fehlerstrom-Schutzschalter 40 A / 30 mA'),
    ],
  },
  fr: {
    goods: [
      good('pack', 5, 10, 'Papier A4 80 g, ramette de 500 feuilles'),
      good('piece', 95, 320, 'Fauteuil de bureau à dossier résille, accoudoirs réglables, noir'),
      good('piece', 18, 75, 'Lampe de bureau LED'),
      good('piece', 4, 13, 'Classeur à levier, dos 80 mm'),
      good('piece', 49, 180, 'Perceuse-visseuse sans fil 18 V'),
      good('metre', 1, 5, 'Câble souple 3G1,5 mm²'),
    ],
    services: [
      good('hour', 65, 120, 'Conseil et paramétrage'),
      good('month', 35, 180, 'Maintenance mensuelle du parc'),
      good('service', 240, 1800, 'Formation des utilisateurs sur site'),
    ],
    food: [
      good('kilogram', 11, 26, 'Café en grains', { reduced: true }),
      good('piece', 3, 8, 'Jus de pomme artisanal 1 l', { reduced: true }),
      good('pack', 4, 12, 'Biscuits sablés, 20 × 30 g', { reduced: true }),
      good('piece', 9, 28, 'Carafe en verre 1 l'),
    ],
    craft: [],
  },
}

/** How a unit is printed, and its code of UN/ECE Recommendation 20. */
export const units: Readonly<Record<UnitKey, { readonly code: string } & Readonly<Record<Language, string>>>> = {
  piece: { code: 'H87', ru: 'шт', en: 'pcs', de: 'Stk.', fr: 'pce' },
  hour: { code: 'HUR', ru: 'ч', en: 'hrs', de: 'Std.', fr: 'h' },
  month: { code: 'MON', ru: 'мес', en: 'months', de: 'Monate', fr: 'mois' },
  kilogram: { code: 'KGM', ru: 'кг', en: 'kg', de: 'kg', fr: 'kg' },
  metre: { code: 'MTR', ru: 'м', en: 'm', de: 'm', fr: 'm' },
  pack: { code: 'PK', ru: 'упак', en: 'pack', de: 'Pack', fr: 'paquet' },
  service: { code: 'C62', ru: 'усл. ед.', en: 'unit', de: 'psch.', fr: 'forfait' },
}
