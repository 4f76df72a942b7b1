import type { Found } from '../../shared/worded/found.ts'
import type { FoundParty } from './parties.ts'

const OFFICE =
  /(?:(?:registered|principal|head)\s(?:executive\s)?offices?|offices?|place\sof\sbusiness|business\saddress|address)\s(?:is\s|are\s)?(?:located\s|situated\s)?(?:at\s|:\s?)([\p{Lu}\d][^;()]{7,160}?)(?=\s?[(;]|,?\s(?:represented|hereinafter|acting|each\s|collectively|and\s(?:registered|with|having|its))|\.\s|$)/u
const OF = /^,?\sof\s((?:\d|Unit|Suite|Flat|Floor|P\.?\s?O\.?\s)[^;()]{7,160}?)(?=\s?[(;]|$)/u
const BEHIND = 400 // characters of what is said of a party behind its name

/** The seat that the opening gives a party («with its registered office at …»), up to where the next party is named. A number belongs to an address. */
export function findPartyAddresses(text: string, parties: readonly FoundParty[]): readonly Found[] {
  return parties.flatMap(({ to }, i): readonly Found[] => {
    const next = parties.map(({ from }) => from).filter((from) => from > to)
    const own = text.slice(to, Math.min(to + BEHIND, ...next))
    const match = OF.exec(own) ?? OFFICE.exec(own)
    const value = match?.[1]?.replace(/(?:,?\s(?:and|by))?[\s,.]*$/u, '')
    if (!match || !value || !/\d/u.test(value)) return []
    const from = to + match.index + match[0].indexOf(value)
    return [{ path: `parties[${i}].address`, value, from, to: from + value.length, score: 0.75 }]
  })
}
