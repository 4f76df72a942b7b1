import { chainFor } from '../../../adapters/llm/index.ts'
import type { PlannedProvider } from '../../../core/llm/llm-reading.ts'
import type { Part } from '../../../core/result.ts'
import { dec } from '../../../core/rules/index.ts'
import type { DocumentInput } from '../../../core/stages.ts'
import type { Deps } from '../../deps.ts'

/** Who may be asked: in the chain of the type, where the data may go, allowed by an administrator if it leaves the house, within the day's budget. */
export const createPlanLlm = ({ llm, types, store }: Pick<Deps, 'llm' | 'types'> & { readonly store: Pick<Deps['store'], 'llmTerms'> }) =>
  async function planLlm(document: DocumentInput, part: Part): Promise<readonly PlannedProvider[]> {
    const type = types.find(({ name }) => name === part.type)
    if (!llm || !type?.prompt) return []
    const { allowed, spentToday } = await store.llmTerms(document.organisationId, type.name)
    const { budgetPerDay } = llm.settings
    if (budgetPerDay !== undefined && dec(spentToday).gte(dec(budgetPerDay))) return []
    return chainFor(llm.settings, type.name).flatMap(({ provider: { id, place, timeoutS }, barred }) => {
      const may = barred === null && (place === 'inside' || allowed.includes(id))
      return may ? [{ id, limitMs: timeoutS * 1000 }] : []
    })
  }
