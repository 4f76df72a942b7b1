import type { Prose } from '../../../core/prose/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const TITLE =
  /(?<!\p{L})(?:agreement|contract|lease|deed|memorandum\sof\sunderstanding|letter\sof\sintent|terms\sand\sconditions|addendum|amendment|договор\p{L}{0,2}|контракт|соглашение|оферта|vertrag|vereinbarung|\p{L}+vertrag|\p{L}+vereinbarung)(?!\p{L})/iu
const NO_TITLE =
  /^(?:this|whereas|by\sand|the\sparties|настоящ|стороны|between|dieser|exhibit|annex|приложение|к\sдоговору|table\sof)|(?:shall|hereby|dated)\s|[;:]$|\.{4,}/iu
// «Договор поставки», «Агентский договор», «Дополнительное соглашение»
const KIND_FIRST =
  /^(?:(?:договор|контракт|соглашение|дополнительное)|\p{Lu}\p{L}+(?:ый|ий|ой|ое)\s(?:\p{L}+(?:ый|ий|ой|ое)\s)?(?:договор|контракт|соглашение)(?!\p{L}))/iu
const FRAME = /^(?:exhibit|ex-|execution\s(?:version|copy)|confidential|quicklinks|appendix|schedule|\d|page|form\s(?:8|10|s))/iu
const NUMBER =
  /(?:№|N[oо]?\.?|Nr\.?|No\.?|(?:[Cc]ontract|[Aa]greement)\s(?:number|no\.?):?)\s*((?=[\p{L}\d/.-]*\d)[\p{L}\d][\p{L}\d/.-]{0,29})/u
const LOOK_AT = 60 // rows: the cover and the beginning

/** Title and number, from the first rows in which a title of an agreement stands alone. */
export function findHeading(prose: Prose): readonly Found[] {
  const rows = prose.rows.slice(0, LOOK_AT).filter(({ page }) => page <= (prose.rows[0]?.page ?? 1) + 2)
  for (const [i, row] of rows.entries()) {
    const text = prose.text.slice(row.from, row.to).trim()
    if (!isTitle(text)) continue
    const [first, last] = wholeTitle(prose, rows, i)
    const whole = prose.text.slice(first, last)
    const number = NUMBER.exec(whole) ?? numberBelow(prose, rows[i + 1])
    const title = whole
      .replace(/\s*(?:№|N[oо]?\.?\s|Nr\.?\s|No\.?\s).*$/u, '')
      .replace(/\s+от\s.*$/iu, '')
      .replace(/[\s*_–—-]+$/u, '')
      .trim()
    if (title === '') continue
    const [value, end] = withKind(title, first + title.length, prose, rows[i + 1])
    const found: Found[] = [{ path: 'title', value, from: first, to: end, score: 0.85 }]
    if (number)
      found.push({
        path: 'number',
        value: number[1]!.replace(/[.-]+$/u, ''),
        from: first,
        to: Math.max(last, rows[i + 1]?.to ?? 0),
        score: 0.85,
      })
    return found
  }
  return []
}

const KIND =
  /^(?:на|об?|по|купли|поставки|аренды|подряда|оказания|возмездного|займа|перевозки|хранения|поручения|комиссии|субподряда|выполнения)(?!\p{L})/iu

/** «ДОГОВОР № 5» and below it «возмездного оказания услуг»: the kind stands behind the number. */
function withKind(title: string, end: number, prose: Prose, below: Prose['rows'][number] | undefined): readonly [string, number] {
  const text = below ? prose.text.slice(below.from, below.to).trim() : ''
  if (!below || !/^(?:договор|контракт|соглашение)$/iu.test(title) || !KIND.test(text) || text.split(/\s+/u).length > 12)
    return [title, end]
  return [`${title} ${text.replace(/[\s.]+$/u, '')}`, below.to]
}

function isTitle(text: string): boolean {
  const words = text.split(/\s+/u)
  if (words.length > 14 || NO_TITLE.test(text) || !TITLE.test(text)) return false
  const bare = text.replace(/(?:№|N[oо]?\.?|No\.?).*$/u, '').trim()
  const capitals = bare === bare.toUpperCase()
  const titled = bare
    .split(/\s+/u)
    .filter((word) => word.length > 3)
    .every((word) => /^["“«(]?\p{Lu}/u.test(word))
  return capitals || titled || (KIND_FIRST.test(bare) && words.length <= 12 && !/[,;]/u.test(bare))
}

/** A title in capitals may run over several rows: «FORM OF / TRADEMARK LICENSE AGREEMENT». */
function wholeTitle(prose: Prose, rows: readonly Prose['rows'][number][], at: number): readonly [number, number] {
  const text = (i: number) => (rows[i] ? prose.text.slice(rows[i].from, rows[i].to).trim() : '')
  const capital = (i: number) => {
    const own = text(i)
    return (
      rows[i]?.page === rows[at]!.page &&
      /\p{L}/u.test(own) &&
      own === own.toUpperCase() &&
      own.split(/\s+/u).length <= 10 &&
      !FRAME.test(own) &&
      !/[,:]$/u.test(own)
    )
  }
  let first = at
  let last = at
  const leads = (i: number) =>
    capital(i) &&
    capital(at) &&
    /(?:\sof|^form\sof|\sand|\s&|\sfor|-)$|^(?:non-?exclusive|exclusive|master|amended|form|договор|лицензионный)\b/iu.test(text(i))
  while (leads(first - 1)) first--
  if (/(?:\sof|\sfor|\sand|-|–|\sна|\sоб?|\sпо)$/iu.test(text(last)) && rows[last + 1] && text(last + 1).split(/\s+/u).length <= 10) last++
  else if (/^(?:договор|контракт|соглашение)$/iu.test(text(last)) && KIND.test(text(last + 1))) last++
  return [rows[first]!.from, rows[last]!.to]
}

function numberBelow(prose: Prose, row: Prose['rows'][number] | undefined): RegExpExecArray | null {
  if (!row) return null
  const text = prose.text.slice(row.from, row.to).trim()
  return text.split(/\s+/u).length <= 4 ? new RegExp(`^${NUMBER.source}`, 'u').exec(text) : null
}
