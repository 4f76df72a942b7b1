import { plainCharacters } from './characters.ts'

/** `code` is UN/ECE Rec 20, null when the printed form is unknown; `raw` as printed. */
export interface Unit {
  readonly code: string | null
  readonly raw: string
}

// ОКЕИ code → Rec 20.
const OKEI: Readonly<Record<string, string>> = {
  '796': 'H87',
  '166': 'KGM',
  '163': 'GRM',
  '168': 'TNE',
  '112': 'LTR',
  '111': 'MLT',
  '006': 'MTR',
  '004': 'CMT',
  '003': 'MMT',
  '008': 'KMT',
  '055': 'MTK',
  '113': 'MTQ',
  '356': 'HUR',
  '355': 'MIN',
  '359': 'DAY',
  '360': 'WEE',
  '362': 'MON',
  '366': 'ANN',
  '839': 'SET',
  '778': 'PK',
  '245': 'KWH',
  '642': 'C62',
  '876': 'C62',
  '715': 'PR',
  '736': 'RO',
  '625': 'ST',
  '728': 'PK',
  '812': 'BX',
  '868': 'BO',
  '233': 'GV',
  '384': 'MIL',
  '792': 'IE',
}

const OKEI_OF: ReadonlyMap<string, string> = new Map(
  // The first code of a unit is its plain one: 642 before the conditional unit 876.
  ['642', '778', ...Object.keys(OKEI)].toReversed().map((okei) => [OKEI[okei]!, okei] as const),
)

/** The ОКЕИ code (three digits) of a Rec 20 code; null where the table has none. */
export function okeiOf(code: string): string | null {
  return OKEI_OF.get(code) ?? null
}

// Printed words (lower case, no final point) → Rec 20.
const WORDS: Readonly<Record<string, readonly string[]>> = {
  H87: [
    'шт',
    'штук',
    'штука',
    'штуки',
    'pc',
    'pcs',
    'piece',
    'pieces',
    'stk',
    'stck',
    'stück',
    'stueck',
    'pce',
    'pièce',
    'pièces',
    'st',
    'stuk',
    'stuks',
    'ea',
    'each',
    'h87',
  ],
  C62: ['ед', 'усл. ед', 'усл.ед', 'unit', 'units', 'einheit', 'einheiten', 'unité', 'unités', 'c62', 'услуга', 'усл', 'u'],
  KGM: ['кг', 'килограмм', 'kg', 'kilo', 'kilogramm', 'kilogramme', 'kgm'],
  GRM: ['г', 'гр', 'грамм', 'g', 'gr', 'gramm', 'grm'],
  TNE: ['т', 'тн', 'тонна', 'тонн', 't', 'to', 'tonne', 'tonnes', 'tonnen', 'tne'],
  LTR: ['л', 'литр', 'литров', 'l', 'ltr', 'liter', 'litre', 'litres'],
  MTR: ['м', 'метр', 'метров', 'пог. м', 'пог.м', 'п.м', 'м.п', 'm', 'mtr', 'meter', 'mètre', 'mètres', 'lfm'],
  MTK: ['м2', 'м²', 'кв. м', 'кв.м', 'm2', 'm²', 'qm', 'sqm', 'mtk'],
  MTQ: ['м3', 'м³', 'куб. м', 'куб.м', 'm3', 'm³', 'cbm', 'mtq'],
  HUR: [
    'ч',
    'час',
    'часа',
    'часов',
    'чел.-ч',
    'чел.ч',
    'h',
    'hr',
    'hrs',
    'hour',
    'hours',
    'std',
    'stunde',
    'stunden',
    'heure',
    'heures',
    'hur',
  ],
  DAY: ['сут', 'день', 'дня', 'дней', 'дн', 'day', 'days', 'tag', 'tage', 'jour', 'jours', 'day(s)'],
  WEE: ['нед', 'неделя', 'week', 'weeks', 'woche', 'wochen', 'semaine', 'semaines'],
  MON: ['мес', 'месяц', 'месяца', 'месяцев', 'month', 'months', 'monat', 'monate', 'mois', 'mon'],
  ANN: ['год', 'лет', 'year', 'years', 'jahr', 'jahre', 'an', 'année'],
  MIN: ['мин', 'минута', 'min', 'minute', 'minutes', 'minuten'],
  SET: ['компл', 'комплект', 'набор', 'наб', 'set', 'sets', 'satz', 'kit', 'jeu'],
  PK: ['упак', 'упаковка', 'уп', 'пач', 'pack', 'package', 'packs', 'pkg', 'packung', 'paket', 'paquet', 'pck'],
  BX: ['кор', 'коробка', 'ящ', 'box', 'boxes', 'karton', 'boîte', 'carton'],
  PR: ['пар', 'пара', 'пары', 'pair', 'pairs', 'paar', 'paire'],
  RO: ['рул', 'рулон', 'roll', 'rolls', 'rolle', 'rollen', 'rouleau'],
  BO: ['бут', 'бутылка', 'bottle', 'bottles', 'flasche', 'flaschen', 'bouteille', 'bouteilles'],
  KWH: ['квт·ч', 'квт*ч', 'квт.ч', 'квтч', 'квт ч', 'kwh'],
  KMT: ['км', 'km'],
  LS: ['pauschal', 'pauschale', 'psch', 'forfait', 'lump sum', 'flat'],
  P1: ['%', 'percent', 'prozent'],
}

const CODE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([code, words]) => words.map((word) => [word, code] as const)),
)

/** The unit named by a printed word (ru, en, de, fr), an ОКЕИ code or a Rec 20 code. */
export function unitOf(printed: string): Unit {
  const raw = printed.trim()
  const word = plainCharacters(raw).toLowerCase().replace(/\.+$/, '')
  // «Unit(s)», "Liter(s)": the plural in brackets is a form's, not a part of the word.
  return { raw, code: OKEI[word] ?? CODE_OF.get(word) ?? CODE_OF.get(word.replace(/\((?:s|e|en)\)$/, '')) ?? null }
}
