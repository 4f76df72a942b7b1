/** Words that make up numbers, normalised (lower case, ё → е). `scale` multiplies what stands before it. */
interface NumberWord {
  readonly value: number
  readonly scale: boolean
}

const PLAIN: Readonly<Record<string, number>> = {
  // ru
  ноль: 0,
  нуль: 0,
  один: 1,
  одна: 1,
  одно: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  одиннадцать: 11,
  двенадцать: 12,
  тринадцать: 13,
  четырнадцать: 14,
  пятнадцать: 15,
  шестнадцать: 16,
  семнадцать: 17,
  восемнадцать: 18,
  девятнадцать: 19,
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  шестьдесят: 60,
  семьдесят: 70,
  восемьдесят: 80,
  девяносто: 90,
  сто: 100,
  двести: 200,
  триста: 300,
  четыреста: 400,
  пятьсот: 500,
  шестьсот: 600,
  семьсот: 700,
  восемьсот: 800,
  девятьсот: 900,
  // en
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  // de
  null: 0,
  ein: 1,
  eins: 1,
  eine: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  dreizehn: 13,
  vierzehn: 14,
  fünfzehn: 15,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
  zwanzig: 20,
  dreißig: 30,
  dreissig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
}

const SCALES: Readonly<Record<string, number>> = {
  тысяча: 1e3,
  тысячи: 1e3,
  тысяч: 1e3,
  миллион: 1e6,
  миллиона: 1e6,
  миллионов: 1e6,
  миллиард: 1e9,
  миллиарда: 1e9,
  миллиардов: 1e9,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  hundert: 100,
  tausend: 1e3,
  millionen: 1e6,
  milliarde: 1e9,
  milliarden: 1e9,
}

export function numberWord(word: string): NumberWord | null {
  const plain = PLAIN[word]
  if (plain !== undefined) return { value: plain, scale: false }
  const scale = SCALES[word]
  return scale === undefined ? null : { value: scale, scale: true }
}

/** Splits a German compound («zwölftausenddreihundertfünfundvierzig») into its number words; null when a part is none. */
export function splitGerman(compound: string): readonly string[] | null {
  const parts: string[] = []
  let rest = compound
  while (rest.length > 0) {
    const und = parts.length > 0 && rest.startsWith('und') && rest.length > 3
    const from = und ? 3 : 0
    const word = LONGEST_FIRST.find((w) => rest.startsWith(w, from))
    if (!word) return null
    if (und) parts.push('und')
    parts.push(word)
    rest = rest.slice(from + word.length)
  }
  return parts
}

const LONGEST_FIRST = [...Object.keys(PLAIN), ...Object.keys(SCALES)]
  .filter((w) => /^[a-zäöüß]+$/.test(w))
  .sort((a, b) => b.length - a.length)
