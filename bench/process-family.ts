import { readdirSync, readFileSync } from 'node:fs'

/** What a process and all its descendants hold and have spent. Linux only: the benchmark's machine has /proc. */
export interface FamilyUse {
  /** Sum of resident memory, MiB; pages shared between processes count in each. */
  readonly residentMb: number
  /** Processor time since their start, user and system, with children that have ended, seconds. */
  readonly cpuSeconds: number
}

const TICKS_PER_SECOND = 100 // USER_HZ of every Linux that Node runs on
const PAGE_MB = 4096 / 2 ** 20

interface Process {
  readonly pid: number
  readonly parent: number
  readonly residentMb: number
  readonly cpuSeconds: number
}

export function familyUse(root: number): FamilyUse {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? processOf(Number(name)) : []))
  const family = new Set([root])
  for (let size = 0; size !== family.size; ) {
    size = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  const own = all.filter(({ pid }) => family.has(pid))
  return {
    residentMb: own.reduce((sum, p) => sum + p.residentMb, 0),
    cpuSeconds: own.reduce((sum, p) => sum + p.cpuSeconds, 0),
  }
}

/** Empty when it has ended meanwhile. Fields of proc(5), counted behind the name, which may hold blanks and brackets. */
function processOf(pid: number): readonly Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const field = (number: number) => fields[number - 3] ?? 0
    const ticks = field(14) + field(15) + field(16) + field(17)
    return [{ pid, parent: field(4), residentMb: field(24) * PAGE_MB, cpuSeconds: ticks / TICKS_PER_SECOND }]
  } catch {
    return []
  }
}
