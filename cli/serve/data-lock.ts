import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runsWith } from '../../temporal/processes.ts'

export interface DataLock {
  release(): Promise<void>
}

/**
 * One `docket serve` per data folder: two would end each other's servers as left-overs. Throws with the running one's pid.
 * A lock whose process is gone (SIGKILL, power cut) is taken over.
 */
export async function lockData(dataDir: string): Promise<DataLock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'serve.pid')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = await open(file, 'wx', 0o600)
      await handle.writeFile(String(process.pid))
      await handle.close()
      return { release: () => rm(file, { force: true }) }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
      if (pid !== process.pid && Number.isInteger(pid) && (await runsWith(pid, 'main.ts'))) {
        throw new Error(
          `Docket is already running on ${dataDir} (process ${pid}). Stop it first, or set DOCKET_DATA_DIR to another folder.`,
        )
      }
      await rm(file, { force: true })
    }
  }
  throw new Error(`Two Dockets are starting on ${dataDir} at once; start one of them again.`)
}
