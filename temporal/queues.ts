/**
 * Task queues. `cpu` carries workflows and activities; `ocr-gpu` one slot per device and no workflows; `llm` as many slots as the provider allows.
 * One process serves all of them by default; in production the same code serves one each.
 */
export const QUEUES = ['cpu', 'ocr-gpu', 'llm'] as const
export type Queue = (typeof QUEUES)[number]

export function parseQueues(text: string): readonly Queue[] {
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !QUEUES.some((queue) => queue === name))
  if (unknown.length > 0) throw new RangeError(`Unknown queue ${unknown.join(', ')}; known: ${QUEUES.join(', ')}`)
  return QUEUES.filter((queue) => names.includes(queue))
}
