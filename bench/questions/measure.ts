import { parseArgs } from 'node:util'
import pg from 'pg'
import { type AnsweringPassage, createAccounts, createAnswers, createSearchEntries, newId, openDatabase } from '../../adapters/db/index.ts'
import { createLog } from '../../adapters/log.ts'
import { codesIn, pagePassages, plainText } from '../../core/search/index.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { startTestPostgres } from '../../tests/postgres.ts'
import { entryOf } from '../../workers/index-documents.ts'
import { type Asked, asked } from './asked.ts'
import { type Paper, papersOf } from './papers.ts'

/**
 * How well "not found" is told from an answer, at every threshold, over papers that the generator makes:
 *   node --import ./cli/tsx-hook.ts bench/questions/measure.ts --folder DIR [--seed S] [--each]
 * DIR keeps the papers once they are made and read. `--each` prints every question as well.
 */
const { values } = parseArgs({ options: { folder: { type: 'string' }, seed: { type: 'string', default: 'q' }, each: { type: 'boolean' } } })
if (!values.folder) throw new Error('Name a folder for the papers: --folder DIR')
const SHOWN = 6 // passages, as the API shows them
const LOWEST = 0.2
const THRESHOLDS = [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9]

interface Measured {
  readonly asked: Asked
  readonly text: string
  /** Best first, those below the threshold as well. */
  readonly passages: readonly AnsweringPassage[]
  /** From 0; -1 = in none of them. */
  readonly right: number
}

const papers = await papersOf(values.folder, values.seed)
const postgres = await startTestPostgres()
const url = await postgres.database()
const db = openDatabase(url, createLog('error'))
const owner = new pg.Client({ connectionString: url })
try {
  await owner.connect()
  const organisationId = await createAccounts(db).createOrganisation('Bench')
  const ids = new Map<string, Paper>()
  for (const paper of papers) ids.set(await index(organisationId, paper), paper)
  const answers = createAnswers(db, LOWEST)
  const measured: Measured[] = []
  for (const question of asked) {
    const paper = papers.find(({ layout }) => layout === question.of)
    if (question.of !== null && !paper) throw new Error(`no paper of the layout ${question.of}`)
    const text = filled(question.text, paper)
    const passages = await answers.passages(organisationId, text, SHOWN)
    const right = passages.findIndex((passage) => ids.get(passage.documentId) === paper && paper && holds(passage, question, paper))
    measured.push({ asked: question, text, passages, right })
  }
  if (values.each) for (const one of measured) console.log(lineOf(one))
  report(measured)
} finally {
  await owner.end()
  await db.close()
  await postgres.stop()
}

async function index(organisationId: string, { name, result, reading }: Paper): Promise<string> {
  const documentId = newId()
  await owner.query(
    `insert into documents (id, organisation_id, file_name, file, media_type, bytes, sha256, status, uploaded_by)
     values ($1, $2, $3, '{}', 'application/pdf', 1, $1, 'approved', 'bench')`,
    [documentId, organisationId, `${name}.pdf`],
  )
  const read = reading.pages.flatMap((page) => pagePassages(page))
  const entry = entryOf(result, read, `${name}.pdf`, documentTypes)
  await createSearchEntries(db).write({ documentId, organisationId, run: 1, status: 'approved' }, entry)
  return documentId
}

function filled(text: string, paper: Paper | undefined): string {
  if (!paper) return text
  return text.replace('{number}', paper.number).replace('{one}', paper.parties[0]).replace('{two}', paper.parties[1])
}

/** The field itself, or a passage with its words; numbers in any spelling. */
function holds({ path, text }: AnsweringPassage, { answer }: Asked, { printed, name }: Paper): boolean {
  if (answer === null) return false
  const wanted = answer.startsWith('"') ? answer.slice(1, -1) : printed[answer]
  if (wanted === undefined) throw new Error(`${name} prints no ${answer}`)
  const codes = codesIn(wanted)
  const there = new Set(codesIn(text))
  return path === answer || plainText(text).includes(plainText(wanted)) || (codes.length > 0 && codes.every((code) => there.has(code)))
}

function best({ passages }: Measured): number {
  return passages[0]?.coverage ?? 0
}

/** Positive = «not found» was said. */
function report(measured: readonly Measured[]): void {
  const [able, unable] = [measured.filter(({ asked }) => asked.answer !== null), measured.filter(({ asked }) => asked.answer === null)]
  console.log(`${papers.length} papers, ${able.length} questions that a paper answers, ${unable.length} that none does`)
  console.log('| threshold | not found: precision | recall | F1 | answered: passages shown | the right passage among them |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  for (const threshold of THRESHOLDS) {
    const said = (all: readonly Measured[]) => all.filter((one) => best(one) < threshold).length
    const [right, wrong] = [said(unable), said(able)]
    const [precision, recall] = [right / Math.max(1, right + wrong), right / unable.length]
    const cited = able.filter(({ passages, right }) => right >= 0 && (passages[right]?.coverage ?? 0) >= threshold).length
    const numbers = [precision, recall, (2 * precision * recall) / Math.max(1e-9, precision + recall)].map((n) => n.toFixed(2))
    console.log(`| ${threshold.toFixed(2)} | ${numbers.join(' | ')} | ${able.length - wrong} of ${able.length} | ${cited} |`)
  }
}

function lineOf(one: Measured): string {
  const kind = one.asked.answer === null ? 'none ' : one.right < 0 ? 'MISSED' : `at ${one.right + 1}`
  const [first] = one.passages
  return `${best(one).toFixed(2)} ${kind} ${one.text}  ->  ${first ? `${first.fileName}: ${first.text.replace(/\s+/g, ' ').slice(0, 110)}` : ''}`
}
