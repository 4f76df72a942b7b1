/** A span of time as agreed in words, in one unit. `dayType` is given where it is said («рабочих дней», business days). */
export interface Duration {
  readonly count: number
  readonly unit: DurationUnit
  readonly dayType: 'calendar' | 'working' | 'banking' | null
}
export type DurationUnit = 'day' | 'week' | 'month' | 'year'

/** `from`/`to`: offsets in the text. */
export interface FoundDuration extends Duration {
  readonly from: number
  readonly to: number
}

const UNITS: readonly (readonly [RegExp, DurationUnit, number])[] = [
  [/^(?:days?|дн(?:ей|я|ями)|день|tage?n?|kalendertage?n?|werktage?n?|arbeitstage?n?|bankarbeitstage?n?)$/iu, 'day', 1],
  [/^(?:weeks?|недел[а-я]+|wochen?)$/iu, 'week', 1],
  [/^(?:months?|месяц[а-я]*|monate?n?|monats)$/iu, 'month', 1],
  [/^(?:quarters?|квартал[а-я]*|quartale?n?)$/iu, 'month', 3],
  [/^(?:years?|год[а-я]*|лет|jahre?n?|jahres)$/iu, 'year', 1],
]

// As counts of a term are written: nominative, genitive («в течение двух лет»), dative; German with endings.
const NUMBERS: readonly (readonly [number, RegExp])[] = [
  [1, /^(?:one|один|одного|одному|одна|одной|ein(?:e[mnrs]?)?)$/iu],
  [2, /^(?:two|два|две|двух|двум|zwei|zweier)$/iu],
  [3, /^(?:three|три|тр[её]х|тр[её]м|drei)$/iu],
  [4, /^(?:four|четыре|четыр[её]х|vier)$/iu],
  [5, /^(?:five|пять|пяти|fünf)$/iu],
  [6, /^(?:six|шесть|шести|sechs)$/iu],
  [7, /^(?:seven|семь|семи|sieben)$/iu],
  [8, /^(?:eight|восемь|восьми|acht)$/iu],
  [9, /^(?:nine|девять|девяти|neun)$/iu],
  [10, /^(?:ten|десять|десяти|zehn)$/iu],
  [11, /^(?:eleven|одиннадцат[ьи]|elf)$/iu],
  [12, /^(?:twelve|двенадцат[ьи]|zwölf)$/iu],
  [14, /^(?:fourteen|четырнадцат[ьи]|vierzehn)$/iu],
  [15, /^(?:fifteen|пятнадцат[ьи]|fünfzehn)$/iu],
  [18, /^(?:eighteen|восемнадцат[ьи]|achtzehn)$/iu],
  [20, /^(?:twenty|двадцат[ьи]|zwanzig)$/iu],
  [24, /^(?:twenty-four|vierundzwanzig)$/iu],
  [25, /^(?:twenty-five|fünfundzwanzig)$/iu],
  [30, /^(?:thirty|тридцат[ьи]|dreißig)$/iu],
  [36, /^(?:thirty-six|sechsunddreißig)$/iu],
  [40, /^(?:forty|сорока?|vierzig)$/iu],
  [45, /^(?:forty-five|fünfundvierzig)$/iu],
  [50, /^(?:fifty|пятьдесят|пятидесяти|fünfzig)$/iu],
  [60, /^(?:sixty|шестьдесят|шестидесяти|sechzig)$/iu],
  [90, /^(?:ninety|девяност[оа]|neunzig)$/iu],
  [99, /^(?:ninety-nine)$/iu],
  [120, /^(?:one-hundred-twenty)$/iu],
  [180, /^(?:one-hundred-eighty)$/iu],
]

const UNIT_WORDS =
  'days?|weeks?|months?|quarters?|years?|дн(?:ей|я|ями)|день|недел\\p{L}+|месяц\\p{L}*|квартал\\p{L}*|год(?:а|у|ом|ов)?|лет|(?:kalender|werk|arbeits|bankarbeits)?tage?n?|wochen?|monate?n?|monats|quartale?n?|jahre?n?|jahres'
const KIND_WORDS =
  '(?:calendar|business|working|banking|consecutive|successive|full|календарн\\p{L}+|рабоч\\p{L}+|банковск\\p{L}+|полн\\p{L}+)'
// «five (5) years», «30 (тридцати) календарных дней», «thirty (30) business days», «one-year», «12 months’».
const DURATION = new RegExp(
  `(?<![\\p{L}\\d.,-])(?:(\\d{1,3})\\s?(?:\\(\\s?[\\p{L}\\s-]{2,40}\\))?|(\\p{L}+(?:-\\p{L}+)?)\\s?(?:\\(\\s?(\\d{1,3})\\s?\\))?)[\\s-]{0,2}(?:(${KIND_WORDS})\\s?(?:\\([^)]{1,20}\\)\\s?)?)?(${UNIT_WORDS})(?!\\p{L})`,
  'giu',
)

/** All spans of time of a text, left to right; a count in brackets behind its words settles them. */
export function findDurations(text: string): readonly FoundDuration[] {
  return [...text.matchAll(DURATION)].flatMap((match) => {
    const [raw, digits, word, bracketed, kind, unitWord] = match
    const count = (digits ?? bracketed) ? Number(digits ?? bracketed) : NUMBERS.find(([, form]) => form.test(word ?? ''))?.[0]
    const unit = UNITS.find(([form]) => form.test(unitWord!))
    if (count === undefined || count === 0 || !unit) return []
    // «2026 года» and «on the 3 day» are no spans; a year is never above 99 here.
    if (unit[1] === 'year' && count > 150) return []
    return [
      { count: count * unit[2], unit: unit[1], dayType: dayTypeOf(kind ?? unitWord!), from: match.index, to: match.index + raw.length },
    ]
  })
}

function dayTypeOf(word: string): Duration['dayType'] {
  if (/^(?:bank|банк)/iu.test(word)) return 'banking'
  if (/^(?:business|working|рабоч|werk|arbeits)/iu.test(word)) return 'working'
  return /^(?:calendar|календ|kalender)/iu.test(word) ? 'calendar' : null
}

/** Canonical form: `2 years`, `1 month`, `30 days`, `10 working days`. Years and months are not turned into days: they have no fixed length. */
export function durationText({ count, unit, dayType }: Duration): string {
  const kind = dayType === null || dayType === 'calendar' ? '' : `${dayType} `
  return `${count} ${kind}${unit}${count === 1 ? '' : 's'}`
}

/** Reads a canonical or printed span; null when the text holds none. */
export function parseDuration(text: string): Duration | null {
  const [found] = findDurations(text)
  return found ? { count: found.count, unit: found.unit, dayType: found.dayType } : null
}

/** The ISO date `duration` after `start`; null for working days (they need a calendar). The 31st plus a month is that month's last day. */
export function afterDuration(start: string, { count, unit, dayType }: Duration, sign: 1 | -1 = 1): string | null {
  if (dayType === 'working' || dayType === 'banking') return null
  const [y, m, d] = start.split('-').map(Number) as [number, number, number]
  if (unit === 'day' || unit === 'week') {
    const days = sign * count * (unit === 'week' ? 7 : 1)
    return new Date(Date.UTC(y, m - 1, d + days)).toISOString().slice(0, 10)
  }
  const months = sign * count * (unit === 'year' ? 12 : 1)
  const last = new Date(Date.UTC(y, m - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(d, last.getUTCDate()))).toISOString().slice(0, 10)
}
