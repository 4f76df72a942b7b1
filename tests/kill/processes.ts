import { readdir, readFile } from 'node:fs/promises'

export interface ProcessFacts {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** All processes of the machine (Linux). */
async function processes(): Promise<readonly ProcessFacts[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const facts = await Promise.all(pids.map((pid) => factsOf(Number(pid)).catch(() => null)))
  return facts.filter((each) => each !== null)
}

async function factsOf(pid: number): Promise<ProcessFacts | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  // The name in parentheses may hold spaces and parentheses itself.
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (state === 'Z') return null
  return { pid, parent: Number(parent), command: (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ') }
}

/** The process with `text` in its command line among the descendants of `root`; undefined when there is none. */
export async function descendant(root: number, text: string): Promise<number | undefined> {
  return (await descendants(root)).find(({ command }) => command.includes(text))?.pid
}

export async function descendants(root: number): Promise<readonly ProcessFacts[]> {
  const all = await processes()
  const below = (pid: number): readonly ProcessFacts[] =>
    all.filter(({ parent }) => parent === pid).flatMap((each) => [each, ...below(each.pid)])
  return below(root)
}

/** Processes with `text` in their command line, wherever they hang. */
export async function running(text: string): Promise<readonly ProcessFacts[]> {
  return (await processes()).filter(({ pid, command }) => pid !== process.pid && command.includes(text))
}
