import type { Arrival } from '../../db/index.ts'
import type { Channel } from '../channel.ts'
import type { BucketSource } from '../settings.ts'
import { type BucketObject, createBucketClient } from './bucket-client.ts'

/**
 * A prefix of an S3 bucket. Objects stay where they are: what has been taken is known by its line in the journal, whose key is the object's name and ETag.
 * An object that is written anew under its name is another one.
 */
export function createBucketChannel(source: BucketSource): Channel {
  const client = createBucketClient(source)
  const placeOf = ({ key, etag }: BucketObject) => [source.bucket, key, etag]
  const arrivalOf = (object: BucketObject): Arrival => ({
    source: source.id,
    channel: 'bucket',
    identity: placeOf(object),
    name: object.key,
  })
  return {
    async look({ organisationId, intake, journal, goOn }) {
      let settled = 0
      for (let after: string | null = null, more = true; more && goOn(); more = after !== null) {
        const page = await client.list(after)
        after = page.next
        // Names that end in a slash are what consoles make for folders.
        const arrivals = page.objects.filter(({ key }) => !key.endsWith('/')).map((object) => ({ object, arrival: arrivalOf(object) }))
        const known = await journal.known(
          organisationId,
          arrivals.map(({ arrival }) => arrival),
        )
        for (const { object, arrival } of arrivals) {
          if (!goOn()) break
          const bytes = known.has(arrival) ? null : await client.read(object)
          if (!bytes) continue
          const origin = { organisationId, by: `intake:${source.id}`, type: source.type, idempotencyKey: null }
          await intake.take(
            { name: object.key, bytes },
            { ...origin, arrival: { source: source.id, channel: 'bucket', place: placeOf(object), namesContent: true } },
          )
          settled++
        }
      }
      return { settled }
    },
  }
}
