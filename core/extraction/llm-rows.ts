import type { Candidate } from '../field.ts'
import type { Finding } from '../finding.ts'
import { overlap } from '../geometry.ts'
import { sameText } from './doubts.ts'
import { llmDoubt } from './llm-doubts.ts'

const CELL = /^(\w+)\[(\d+)\]\.(.+)$/
const NUMBER = /^-?\d+(\.\d+)?$/
const SAME_ROW = 0.5 // of the lower one's height; a name may run over two lines of print

interface Row {
  readonly list: string
  readonly index: string
  readonly cells: readonly Candidate[]
}

interface Place {
  readonly page: number
  readonly y0: number
  readonly y1: number
}

/**
 * The rows of a language model beside our own, told by where they stand and not by their number: each reader may have missed one.
 * `cells` are the model's under the paths of our rows. Only lists that were read off the page by ourselves are compared.
 */
export function alignRows(
  chosen: Readonly<Record<string, Candidate>>,
  llm: readonly Candidate[],
): { readonly cells: readonly Candidate[]; readonly findings: readonly Finding[] } {
  const own = rowsOf(Object.values(chosen).filter(({ source }) => source === 'text' || source === 'ocr'))
  const others = rowsOf(llm)
  const lists = [...new Set(own.map(({ list }) => list))].filter((list) => others.some((row) => row.list === list))
  const compared = lists.map((list) => {
    const ours = own.filter((row) => row.list === list)
    const theirs = others.filter((row) => row.list === list)
    const pairs = pairsOf(ours, theirs)
    const cells = pairs.flatMap(([our, their]) => their.cells.map((cell) => moved(cell, our)))
    const alone = ours.filter((row) => !pairs.some(([our]) => our === row))
    const differs = alone.length > 0 || pairs.length < theirs.length
    return {
      cells,
      findings: [...(differs ? [rowsDiffer(ours, theirs, alone)] : []), ...cells.flatMap((cell) => doubtOf(chosen[cell.path], cell))],
    }
  })
  return { cells: compared.flatMap(({ cells }) => cells), findings: compared.flatMap(({ findings }) => findings) }
}

function rowsOf(candidates: readonly Candidate[]): readonly Row[] {
  const rows = Map.groupBy(
    candidates.filter(({ path }) => CELL.test(path)),
    ({ path }) => path.slice(0, path.indexOf(']') + 1),
  )
  return [...rows.values()].map((cells) => {
    const [, list, index] = CELL.exec(cells[0]!.path)!
    return { list: list!, index: index!, cells }
  })
}

/** Nearest first; a row is paired once. */
function pairsOf(ours: readonly Row[], theirs: readonly Row[]): readonly (readonly [Row, Row])[] {
  const all = ours.flatMap((our) => theirs.map((their) => ({ our, their, shared: sharedHeight(placeOf(our), placeOf(their)) })))
  const taken = new Set<Row>()
  const pairs: [Row, Row][] = []
  for (const { our, their, shared } of all.toSorted((a, b) => b.shared - a.shared)) {
    if (shared < SAME_ROW || taken.has(our) || taken.has(their)) continue
    taken.add(our).add(their)
    pairs.push([our, their])
  }
  return pairs
}

function placeOf({ cells }: Row): Place | null {
  const seen = cells.flatMap(({ evidence }) => evidence.flatMap(({ page, box }) => (page === null || box === null ? [] : [{ page, box }])))
  const page = seen[0]?.page
  if (page === undefined) return null
  const boxes = seen.filter((one) => one.page === page).map(({ box }) => box)
  return { page, y0: Math.min(...boxes.map(({ y0 }) => y0)), y1: Math.max(...boxes.map(({ y1 }) => y1)) }
}

function sharedHeight(a: Place | null, b: Place | null): number {
  if (!a || !b || a.page !== b.page) return 0
  return overlap(a.y0, a.y1, b.y0, b.y1) / Math.max(1e-6, Math.min(a.y1 - a.y0, b.y1 - b.y0))
}

function moved(cell: Candidate, { list, index }: Row): Candidate {
  return { ...cell, path: `${list}[${index}].${CELL.exec(cell.path)![3]}` }
}

/** Names are cut differently by everybody; a number that differs is one misreading at least. */
function doubtOf(own: Candidate | undefined, cell: Candidate): readonly Finding[] {
  if (!own || cell.proposal || ![own, cell].every(({ value }) => NUMBER.test(String(value)))) return []
  return sameText(String(own.value), String(cell.value)) ? [] : [llmDoubt(cell.path, own, cell)]
}

function rowsDiffer(ours: readonly Row[], theirs: readonly Row[], alone: readonly Row[]): Finding {
  return {
    ruleId: 'llm_rows_differ',
    severity: 'warning',
    fields: alone.map(({ cells }) => cells[0]!.path),
    expected: String(theirs.length),
    actual: String(ours.length),
    delta: null,
    message: {
      en: `Docket and the language model do not see the same rows (${ours.length} and ${theirs.length}). Compare them with the page.`,
      ru: `Docket и языковая модель видят разные строки (${ours.length} и ${theirs.length}). Сверьте строки со страницей.`,
    },
  }
}
