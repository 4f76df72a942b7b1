import { parseConfig } from '../../adapters/config.ts'
import { createFolderChannel, createIntake } from '../../adapters/intake/index.ts'
import { openStorage } from '../../cli/serve/open-storage.ts'
import { silent } from './source-world.ts'

/** A process that looks at a folder once and dies by SIGKILL at the given step of the given file. Arguments: database, data folder, folder, organisation, step, number. */
const [databaseUrl = '', dir = '', folder = '', organisationId = '', step, number] = process.argv.slice(2)
let seen = 0
const reached = (name: string) => {
  if (name === step && ++seen === Number(number)) process.kill(process.pid, 'SIGKILL')
}
const storage = openStorage(parseConfig({ DOCKET_DATA_DIR: dir }), databaseUrl, silent)
const intake = createIntake({
  blobs: {
    ...storage.blobs,
    async putStream(...all) {
      reached('storing')
      const stored = await storage.blobs.putStream(...all)
      reached('stored')
      return stored
    },
  },
  documents: {
    async accept(upload) {
      const accepted = await storage.documents.accept(upload)
      reached('accepted')
      return accepted
    },
  },
  journal: storage.intakeJournal,
  maxFileBytes: 1_000_000,
})
const source = {
  kind: 'folder',
  id: 'scans',
  organisation: organisationId,
  type: 'auto',
  everySeconds: 1,
  path: folder,
  quietSeconds: 0,
} as const
await createFolderChannel({ source, types: ['invoice'] }).look({
  organisationId,
  journal: storage.intakeJournal,
  intake: {
    async take(file, origin) {
      const outcomes = await intake.take(file, origin)
      reached('taken')
      return outcomes
    },
  },
  goOn: () => true,
})
await storage.close()
