const SHELF = 'docket-draft:'

/** Where a person's unsent entries of one reading lie in this browser. A colleague on the same computer has shelves of their own. */
export function shelfOf(person: string, documentId: string, run: number): string {
  return `${SHELF}${person}:${documentId}:${run}`
}

/** Unsent entries are values of a company's documents: nothing of them stays behind for the next one at this computer. */
export function clearShelves(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(SHELF)) localStorage.removeItem(key)
  } catch {
    // A browser without storage has kept nothing.
  }
}
