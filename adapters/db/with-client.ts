import pg from 'pg'

/**
 * One connection for one piece of work, then closed. A server that goes away in between is the next query's error, never an event
 * that nobody hears: that would end the process.
 */
export async function withClient<T>(connection: string | pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
