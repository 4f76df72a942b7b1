export { checkStorage, type StorageReport } from './check-storage.ts'
export { type Installation, makeBackup } from './make-backup.ts'
export { restoreBackup } from './restore-backup.ts'
