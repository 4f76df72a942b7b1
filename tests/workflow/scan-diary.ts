import { readFile } from 'node:fs/promises'

/** What a worker process did; `pages` of `read` and `begun` is one page, of `pages` a range's first and last, of `layout` all that have words. */
export interface DiaryEntry {
  readonly pid: number
  readonly queue: string
  readonly what: 'pages' | 'begun' | 'read' | 'layout'
  readonly pages: readonly number[]
}

export async function readDiary(file: string): Promise<readonly DiaryEntry[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as DiaryEntry]))
}
