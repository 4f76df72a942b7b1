import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

const PAGE_BYTES = 4096
const TICK_MS = 10 // Linux counts processor time in hundredths of a second

/** Resident memory of a process in MB; 0 where the system does not tell. */
export async function residentMb(pid: number | undefined): Promise<number> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')
    return (Number(resident) * PAGE_BYTES) / 1024 / 1024
  } catch {
    return 0
  }
}

/** Processor time that a process has used so far, user and system; null where the system does not tell. */
export function processorMs(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Fields 14 and 15 of proc(5); the name in field 2 may hold blanks and parentheses.
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return (Number(user) + Number(system)) * TICK_MS
  } catch {
    return null
  }
}
