import type { XmlElement } from '../../../../core/xml.ts'
import type { Normalise } from '../collect.ts'

/**
 * An attribute as an element of its own, so that values are collected alike: the tax service's formats keep nearly everything in attributes. `names`
 * as `A|B`: the first that is there (newer format first). Dashes stand for «no value» in these formats.
 */
export function attribute(of: XmlElement | undefined, names: string): XmlElement | undefined {
  for (const name of of ? names.split('|') : []) {
    const text = of!.attributes[name]?.trim()
    if (text && !/^[-–—]+$/.test(text))
      return { name: `@${name}`, namespace: '', attributes: {}, children: [], text, path: `${of!.path}/@${name}` }
  }
  return undefined
}

/** `14.08.2026` → `2026-08-14`; null for what is no day. */
export const russianDate: Normalise = ({ text }) => {
  const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text)
  if (!match) return null
  const iso = `${match[3]}-${match[2]}-${match[1]}`
  const parsed = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso ? null : iso
}
