import type { Names } from './names.ts'

const LIST = /(documentTypes: readonly DocumentType\[\] = \[)([\s\S]*?)(\n?\])/

/** The registry's text with one more import and one more line. Throws when its list is not where it was. */
export function registered(registry: string, { kebab, camel }: Names): string {
  const found = LIST.exec(registry)
  if (!found) throw new Error('schemas/registry.ts has no list of document types')
  const [all, open, entries, close] = found as unknown as [string, string, string, string]
  const kept = entries.trim().replace(/,$/, '')
  const list = registry.replace(
    all,
    `${open}\n  ${kept},\n  ${camel} as unknown as DocumentType,${close.startsWith('\n') ? close : `\n${close}`}`,
  )
  const imports = list.split('\n')
  const line = `import { ${camel} } from './${kebab}/index.ts'`
  const at = imports.findIndex((one) => /^import .* from '\.\/[a-z-]+\/index\.ts'$/.test(one))
  return [...imports.slice(0, at), line, ...imports.slice(at)].join('\n')
}
