import type { Stages } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'
import { createClassify } from './classify.ts'
import { createExtract } from './extract.ts'
import { createInspect } from './inspect.ts'
import { createJoinReadings, createLayout } from './layout.ts'
import { createAskLlm } from './llm/ask.ts'
import { createPlanLlm } from './llm/plan.ts'
import { createShadowLlm } from './llm/shadow.ts'
import { createOcr, createOcrPages } from './ocr.ts'
import { createOpenPart } from './open-part.ts'
import { createPages } from './pages.ts'
import { createScore } from './score.ts'
import { createStorage } from './storage.ts'
import { createTakeUp } from './take-up.ts'
import { createValidate } from './validate.ts'

/** All stages with their real dependencies. The same functions serve the Temporal worker and the one-process command line. */
export function createActivities(deps: Deps): Stages {
  return {
    inspect: createInspect(deps),
    takeUp: createTakeUp(deps),
    openPart: createOpenPart(deps),
    pages: createPages(deps),
    ocr: createOcr(deps),
    ocrPages: createOcrPages(deps),
    layout: createLayout(deps),
    joinReadings: createJoinReadings(deps),
    classify: createClassify(deps),
    planLlm: createPlanLlm(deps),
    askLlm: createAskLlm(deps),
    shadowLlm: createShadowLlm(deps),
    extract: createExtract(deps),
    validate: createValidate(deps),
    score: createScore(deps),
    ...createStorage(deps),
  }
}

export type Activities = Stages
