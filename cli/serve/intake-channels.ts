import type { Config } from '../../adapters/config.ts'
import {
  createBucketChannel,
  createFolderChannel,
  createMailboxChannel,
  type IntakeSource,
  readIntakeSources,
} from '../../adapters/intake/index.ts'
import { documentTypes } from '../../schemas/registry.ts'
import type { Watched } from '../../workers/start-intake.ts'

/** The sources that the configuration names, each ready to be looked at. Throws `configuration`. */
export function watchedSources({ DOCKET_INTAKE_CONFIG: file }: Pick<Config, 'DOCKET_INTAKE_CONFIG'>): readonly Watched[] {
  const types = documentTypes.map(({ name }) => name)
  const sources = file === undefined ? [] : readIntakeSources(file, types)
  return sources.map((source) => {
    const { id, kind, organisation, everySeconds } = source
    return { id, kind, organisation, everySeconds, channel: channelOf(source, types) }
  })
}

function channelOf(source: IntakeSource, types: readonly string[]) {
  switch (source.kind) {
    case 'folder':
      return createFolderChannel({ source, types })
    case 'mailbox':
      return createMailboxChannel(source)
    case 'bucket':
      return createBucketChannel(source)
  }
}
