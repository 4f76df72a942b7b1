/** A possible value of a field. `odds`: log-odds that it is the field's value, 0 = even. */
export interface Option {
  readonly value: string
  readonly odds: number
}

export interface Slot<O extends Option> {
  readonly path: string
  readonly options: readonly O[]
}

export type Choice<O extends Option> = Readonly<Record<string, O | null>>

/** The option of the best joint choice, and by how many log-odds that choice beats the best one that gives the field another value or none. */
export interface Chosen<O extends Option> {
  readonly path: string
  readonly option: O
  readonly margin: number
}

interface State<O extends Option> {
  readonly choice: Choice<O>
  readonly odds: number
  readonly total: number
}

const WIDTH = 80 // states kept per step: three amounts with six options each never fill it twice

/**
 * One option or none per field, so that the sum of log-odds and of what `agreement` says about the values together is highest. Beam search in the
 * order of the slots; `agreement` sees the fields decided so far and must not count on the others. `none`: log-odds of leaving a field empty.
 */
export function chooseJointly<O extends Option>(
  slots: readonly Slot<O>[],
  agreement: (choice: Choice<O>) => number,
  none = 0,
): readonly Chosen<O>[] {
  let states: readonly State<O>[] = [{ choice: {}, odds: 0, total: 0 }]
  for (const { path, options } of slots) {
    states = states
      .flatMap((state) =>
        [...options, null].map((option): State<O> => {
          const choice = { ...state.choice, [path]: option }
          const odds = state.odds + (option?.odds ?? none)
          return { choice, odds, total: odds + agreement(choice) }
        }),
      )
      .sort((a, b) => b.total - a.total)
      .slice(0, WIDTH)
  }
  const best = states[0]!
  return slots.flatMap(({ path }) => {
    const option = best.choice[path]
    if (!option) return []
    const rival = states.find((state) => state.choice[path]?.value !== option.value)
    return [{ path, option, margin: best.total - (rival?.total ?? best.total - Math.abs(option.odds)) }]
  })
}
