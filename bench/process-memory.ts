import { readdirSync, readFileSync } from 'node:fs'

/** A process' resident memory in MiB; 0 when it is gone. Linux only. */
export function residentMb(pid: number): number {
  return Number(field(pid, 'VmRSS')) / 1024
}

/** Processes that the process has started, and theirs. */
export function descendantsOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [[Number(name), Number(field(Number(name), 'PPid'))]] : []))
  const below = (root: number): readonly number[] =>
    parents.flatMap(([child, parent]) => (parent === root && child !== undefined ? [child, ...below(child)] : []))
  return below(pid)
}

/** Processor time of the process itself so far, user and system, in seconds. */
export function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [utime, stime] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return (Number(utime) + Number(stime)) / TICKS
  } catch {
    return 0
  }
}

const TICKS = 100 // a second, on every Linux that Node runs on

function field(pid: number, name: string): string {
  try {
    return new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
  } catch {
    return '0'
  }
}
