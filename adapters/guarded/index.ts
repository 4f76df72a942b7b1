export { createGuardedPool, type GuardedPool, type StoredFile } from './pool.ts'
export { processorMs, residentMb } from './process-use.ts'
