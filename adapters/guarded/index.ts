export { createGuardedPool, type GuardedPool } from './pool.ts'
