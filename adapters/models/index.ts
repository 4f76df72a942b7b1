export { type FetchHooks, fetchModels } from './fetch-models.ts'
export type { WheelPlaces } from './get-wheel.ts'
export { fetchedModelsDir, type LockedModel, pathOf, readModelsLock, type WheelModel } from './models-lock.ts'
export { type ModelState, verifyModels } from './verify-models.ts'
