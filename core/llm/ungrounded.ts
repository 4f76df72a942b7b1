import type { Finding } from '../finding.ts'
import type { Answer } from './read-answers.ts'

/** What of a model's answer was not taken, and which parts of the document it did not see. Facts for the reviewer: nothing of it became a value. */
export function ungrounded(refused: readonly Answer[], unseenParts: number): readonly Finding[] {
  const paths = [...new Set(refused.map(({ path }) => path))]
  return [
    ...(paths.length > 0
      ? [
          notice(
            'llm_ungrounded',
            paths,
            `The language model named ${paths.length} value(s) that do not stand where it pointed. They were not taken.`,
            `Языковая модель назвала значения, которых нет в указанном месте страницы: ${paths.length}. Они не использованы.`,
          ),
        ]
      : []),
    ...(unseenParts > 0
      ? [
          notice(
            'llm_partly',
            [],
            'The language model read the beginning and the end of this long document only.',
            'Языковая модель прочитала только начало и конец этого длинного документа.',
          ),
        ]
      : []),
  ]
}

function notice(ruleId: string, fields: readonly string[], en: string, ru: string): Finding {
  return { ruleId, severity: 'info', fields, expected: null, actual: null, delta: null, message: { en, ru } }
}
