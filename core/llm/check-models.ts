/** Names that the workflow, its starters and the workers agree on. */
export const CHECK_MODELS = 'checkLanguageModels'
export const CHECK_MODELS_ID = 'language-model-checks'

/** Why known documents are asked about: the time for it has come, or a provider says that it is another model. */
export type CheckCause = 'schedule' | 'new_model'

export interface CheckedModel {
  readonly type: string
  readonly provider: string
  /** For all its known documents. */
  readonly limitMs: number
}

/** The activities of a check. */
export interface LanguageModelChecks {
  /** `providers`: null = all. */
  planModelChecks(providers: readonly string[] | null): Promise<readonly CheckedModel[]>
  checkModel(model: CheckedModel, cause: CheckCause): Promise<void>
}
