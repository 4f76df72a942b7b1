import type { Candidate } from '../field.ts'
import type { Extraction } from './extraction.ts'

/** Most trusted first (ARCHITECTURE §4); what a person corrected on the supplier's last document outranks the rules that were wrong there.
 * A field found higher up is not guessed again below; what the others say stays as candidates. */
const TRUST: readonly string[] = ['xml', 'qr', 'correction', 'labels', 'model', 'llm', 'memory']
const KEPT = 8 // a reviewer picks with one key, 1…9
const LIST = /^(\w+)\[\d+\]/

/**
 * One value per path. Lists (lines, taxes) come whole from the most trusted extractor that has any of that list: rows of two readings
 * do not correspond by number.
 */
export function mergeCandidates(candidates: readonly Candidate[]): Pick<Extraction, 'chosen' | 'others'> {
  const owners = listOwners(candidates)
  const chosen: Record<string, Candidate> = {}
  const others: Record<string, Candidate[]> = {}
  for (const candidate of candidates.toSorted(byTrust)) {
    const { path, extractor } = candidate
    const list = LIST.exec(path)?.[1]
    const own = list === undefined || owners.get(list) === extractor
    if (own && !chosen[path] && !candidate.proposal) chosen[path] = candidate
    else if (own || !list) others[path] = [...(others[path] ?? []), candidate]
  }
  return { chosen, others: shortened(others) }
}

/** Further voices for fields that have a value; they stand behind those that are there. */
export function withVoices(others: Extraction['others'], voices: readonly Candidate[]): Extraction['others'] {
  const all: Record<string, readonly Candidate[]> = { ...others }
  for (const voice of voices) all[voice.path] = [...(all[voice.path] ?? []), voice]
  return shortened(all)
}

function shortened(others: Readonly<Record<string, readonly Candidate[]>>): Extraction['others'] {
  return Object.fromEntries(Object.entries(others).map(([path, all]) => [path, all.slice(0, KEPT)]))
}

function byTrust(a: Candidate, b: Candidate): number {
  return rank(a) - rank(b) || b.score - a.score
}

function rank({ extractor }: Candidate): number {
  const at = TRUST.indexOf(extractor)
  return at < 0 ? TRUST.length : at
}

function listOwners(candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  const owners = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const list = LIST.exec(candidate.path)?.[1]
    if (list === undefined) continue
    const owner = owners.get(list)
    if (!owner || rank(candidate) < rank(owner)) owners.set(list, candidate)
  }
  return new Map([...owners].map(([list, { extractor }]) => [list, extractor]))
}
