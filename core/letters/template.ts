/** A name in braces stands for a value: `{number}`, `{seller.name}`. */
const PLACE = /\{([^{}\n]*)\}/g

/** What stands in a text for a value that the document does not have: a person sees the gap and fills it. */
export const GAP = '____'

/** Names in braces that are none of these, each once, in the order of the text. */
export function unknownPlaces(text: string, known: ReadonlySet<string>): readonly string[] {
  return [...new Set(placesIn(text))].filter((name) => !known.has(name))
}

/** The text with its values; one that is absent leaves a gap. A value is never looked at for names itself. */
export function fillTemplate(
  text: string,
  values: ReadonlyMap<string, string>,
): { readonly text: string; readonly gaps: readonly string[] } {
  const gaps = [...new Set(placesIn(text))].filter((name) => !values.has(name))
  return { text: text.replace(PLACE, (_, name: string) => values.get(name.trim()) ?? GAP), gaps }
}

function placesIn(text: string): readonly string[] {
  return [...text.matchAll(PLACE)].map(([, name = '']) => name.trim())
}
