// Puts one wrong cell into what generated invoices say and asks the rules: is it caught, and is the cell named?
// node --import ./cli/tsx-hook.ts samples/generate.ts --count 252 --seed S --truth --out DIR
// node --import ./cli/tsx-hook.ts bench/seeded-errors.ts --in DIR [--count 1000] [--show KIND]
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { leaves } from '../core/paths.ts'
import { createRandom } from '../samples/random.ts'
import { type Judged, judgeData } from './seeded-errors/judge-data.ts'
import { KINDS, type Mistake } from './seeded-errors/mistakes.ts'

const { values } = parseArgs({ options: { in: { type: 'string' }, count: { type: 'string', default: '1000' }, show: { type: 'string' } } })
if (!values.in) {
  process.stderr.write('usage: seeded-errors.ts --in DIR [--count 1000] [--show KIND]\n')
  process.exit(2)
}

interface Tally {
  tried: number
  knowable: number
  caught: number
  caughtKnowable: number
  alone: number
  few: number
}
const tallies = new Map<string, Tally>()
const count = Number(values.count)
const folders = (await readdir(values.in)).sort()
let [done, i] = [0, 0]
for (; done < count && i < count * 20; i++) {
  // Drawn, not counted through: with as many layouts as kinds of mistakes each kind would meet the same layout again and again.
  const folder = createRandom(`folder/${i}`).pick(folders)
  const { data } = JSON.parse(await readFile(join(values.in, folder, 'expected.json'), 'utf8'))
  const random = createRandom(`${folder}/${i}`)
  const printed = Object.fromEntries(leaves(data).map(([path, value]) => [path, value as string | boolean]))
  const kind = KINDS[done % KINDS.length]!
  const clean = await judgeData(printed, true)
  const mistake = kind.make(printed, random, clean)
  if (mistake === null) continue
  done++
  count1(kind.name, mistake, clean, await judgeData({ ...printed, ...mistake.changed }, true), folder)
}
report()

function count1(name: string, mistake: Mistake, clean: Judged, dirty: Judged, folder: string): void {
  const tally = tallies.get(name) ?? { tried: 0, knowable: 0, caught: 0, caughtKnowable: 0, alone: 0, few: 0 }
  tallies.set(name, tally)
  const paths = Object.keys(mistake.changed)
  const before = new Set(clean.findings.map((finding) => JSON.stringify(finding)))
  const fresh = dirty.findings.filter((finding) => finding.severity !== 'info' && !before.has(JSON.stringify(finding)))
  const caught = fresh.length > 0
  const naming = fresh.filter(({ fields }) => fields.some((field) => paths.includes(field)))
  const smallest = Math.min(...naming.map(({ fields }) => fields.length))
  tally.tried++
  tally.knowable += Number(mistake.knowable)
  tally.caught += Number(caught)
  tally.caughtKnowable += Number(caught && mistake.knowable)
  tally.alone += Number(smallest <= paths.length)
  tally.few += Number(smallest <= 3)
  if (values.show === name && ((mistake.knowable && !caught) || (caught && !(smallest <= 3))))
    process.stdout.write(
      `${folder}: ${JSON.stringify(mistake.changed)} was ${paths.map((path) => mistake.before[path])}; ${caught ? JSON.stringify(fresh.map(({ ruleId, fields }) => [ruleId, ...fields])) : 'not caught'}\n`,
    )
}

function report(): void {
  const share = (part: number, of: number) => (of === 0 ? '–' : `${((part / of) * 100).toFixed(1)} %`)
  const rows = [...tallies].sort(([a], [b]) => a.localeCompare(b))
  const all = rows.reduce<Tally>(
    (sum, [, tally]) => ({
      tried: sum.tried + tally.tried,
      knowable: sum.knowable + tally.knowable,
      caught: sum.caught + tally.caught,
      caughtKnowable: sum.caughtKnowable + tally.caughtKnowable,
      alone: sum.alone + tally.alone,
      few: sum.few + tally.few,
    }),
    { tried: 0, knowable: 0, caught: 0, caughtKnowable: 0, alone: 0, few: 0 },
  )
  process.stdout.write(
    '| wrong cell | tried | a rule can know | caught of those | caught of all | named alone | named among ≤ 3 |\n| --- | --- | --- | --- | --- | --- | --- |\n',
  )
  for (const [name, t] of [...rows, ['all', all] as const])
    process.stdout.write(
      `| ${name} | ${t.tried} | ${t.knowable} | ${share(t.caughtKnowable, t.knowable)} | ${share(t.caught, t.tried)} | ${share(t.alone, t.caught)} | ${share(t.few, t.caught)} |\n`,
    )
}
