import type { Page } from '../reading.ts'
import { linkTables } from './link-tables.ts'
import { markRunning } from './running-lines.ts'

/** What only shows when pages are seen together: lines that stand on several of them, tables that go on. Safe to run again on more pages. */
export function linkPages(pages: readonly Page[]): readonly Page[] {
  return linkTables(markRunning(pages))
}
