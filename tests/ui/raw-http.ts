import { connect } from 'node:net'

export interface RawAnswer {
  /** 0 = the server closed without an answer. */
  readonly status: number
  readonly body: string
  readonly ms: number
}

export interface RawRequest {
  readonly port: number
  readonly head: readonly string[]
  /** Sent after the head; may stop half way. `write` tells whether anybody still listens. */
  readonly send: (write: (chunk: string | Buffer) => Promise<boolean>) => Promise<unknown>
  /** What the client does when it has sent everything: wait for the answer, say that it sends no more, or vanish. */
  readonly after: 'wait' | 'end' | 'vanish'
}

/** A client without manners: what goes over the wire is exactly what the test says. */
export function rawRequest({ port, head, send, after }: RawRequest): Promise<RawAnswer> {
  const startedMs = performance.now()
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let received = Buffer.alloc(0)
    let gone = false
    const finish = () => {
      gone = true
      const text = received.toString('utf8')
      const [headers = '', ...rest] = text.split('\r\n\r\n')
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(headers)?.[1] ?? 0),
        body: rest.join('\r\n\r\n'),
        ms: performance.now() - startedMs,
      })
      socket.destroy()
    }
    socket.on('error', () => {
      gone = true
    })
    socket.on('close', finish)
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      if (complete(received)) finish()
    })
    socket.on('connect', async () => {
      const write = (chunk: string | Buffer) =>
        new Promise<boolean>((done) => {
          if (gone) done(false)
          else socket.write(chunk, () => done(!gone))
        })
      await write(`${head.join('\r\n')}\r\n\r\n`)
      await send(write)
      if (after === 'vanish') socket.destroy()
      else if (after === 'end' && !gone) socket.end()
    })
  })
}

function complete(received: Buffer): boolean {
  const text = received.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))
  if (length) return received.length >= end + 4 + Number(length[1])
  return /transfer-encoding: chunked/i.test(text.slice(0, end)) ? text.endsWith('0\r\n\r\n') : false
}
