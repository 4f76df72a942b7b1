import { execFile, spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eventually } from '../workflow/wait.ts'
import { answers, freePort } from './port.ts'

const run = promisify(execFile)
const NOBODY = 65_534
const PROGRAM = '/usr/sbin/dovecot'

/** Whether a real IMAP server is installed here (Debian: dovecot-imapd). */
export async function hasDovecot(): Promise<boolean> {
  return run(PROGRAM, ['--version']).then(
    () => true,
    () => false,
  )
}

export interface Dovecot {
  readonly port: number
  /** Where a connection begins in the clear and says nothing before STARTTLS. */
  readonly startTlsPort: number
  /** PEM file of the authority that signed the server's certificate. */
  readonly ca: string
  readonly passwordFile: string
  /** Puts a message into the inbox, as a delivery agent would. */
  deliver(message: string): Promise<void>
  /** How many messages lie in a mailbox (`INBOX`, `Docket/Done`). */
  count(mailbox: string): Promise<number>
  stop(): Promise<void>
}

/** A real IMAP server over TLS with an authority of its own, in a temporary folder. */
export async function startDovecot(user: string, password: string): Promise<Dovecot> {
  const dir = await mkdtemp(join(tmpdir(), 'docket-imap-'))
  await chmod(dir, 0o755)
  const isRoot = process.getuid?.() === 0
  const uid = isRoot ? NOBODY : (process.getuid?.() ?? NOBODY)
  const mail = join(dir, 'mail')
  for (const folder of ['', 'cur', 'new', 'tmp']) {
    await mkdir(join(mail, folder), { recursive: true })
    if (isRoot) await chown(join(mail, folder), uid, uid)
  }
  await certificates(dir)
  const port = await freePort()
  const startTlsPort = await freePort()
  const me = isRoot ? '' : `default_internal_user = ${process.env.USER}\ndefault_login_user = ${process.env.USER}\n`
  const config = join(dir, 'dovecot.conf')
  await writeFile(
    config,
    `base_dir = ${dir}/run
state_dir = ${dir}/run
log_path = ${dir}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${dir}/server.pem
ssl_key = <${dir}/server.key
mail_location = maildir:${mail}:LAYOUT=fs
first_valid_uid = 1
${me}namespace inbox {
  inbox = yes
  separator = /
}
passdb {
  driver = static
  args = user=${user} password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${uid} home=${dir}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${startTlsPort}
  }
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
`,
  )
  const passwordFile = join(dir, 'password')
  await writeFile(passwordFile, `${password}\n`)
  const server = spawn(PROGRAM, ['-F', '-c', config], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await eventually('the IMAP server', () => answers(port))
  let delivered = 0
  return {
    port,
    startTlsPort,
    ca: join(dir, 'ca.pem'),
    passwordFile,
    async deliver(message) {
      const file = join(mail, 'new', `${Date.now()}.${++delivered}.test`)
      await writeFile(file, message.replace(/\r?\n/g, '\r\n'), 'latin1')
      if (isRoot) await chown(file, uid, uid)
    },
    async count(mailbox) {
      const folder = mailbox === 'INBOX' ? mail : join(mail, mailbox)
      const lists = await Promise.all(['cur', 'new'].map((part) => readdir(join(folder, part)).catch(() => [])))
      return lists.flat().length
    },
    async stop() {
      server.kill('SIGTERM')
      await ended
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function certificates(dir: string): Promise<void> {
  const openssl = (...args: string[]) => run('openssl', args, { cwd: dir })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  await openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test authority', '-days', '2')
  await openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost')
  await writeFile(join(dir, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1')
  await openssl(
    ...['x509', '-req', '-in', 'server.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-out', 'server.pem', '-days', '2', '-extfile', 'names'],
  )
}
