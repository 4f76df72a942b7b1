import { execFile } from 'node:child_process'
import { chmod, chown, stat } from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** How PostgreSQL, which refuses to be root, is started: as we are, as another user, or inside a user namespace where we have another number. */
export interface ServerUser {
  readonly ids: { readonly uid: number; readonly gid: number } | null
  /** Command and arguments to put before the server's own. */
  readonly through: readonly string[]
}

const AS_WE_ARE: ServerUser = { ids: null, through: [] }
const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

/**
 * The user for a server on `dir` with programs in `programs`; opens our own folders on the way to `dir` for walking, not for listing (a home
 * folder is not ours to open). Where another user cannot come, a user namespace serves: files stay root's, and the server is not root to itself.
 * Errors: an Error that says what to do.
 */
export async function serverUser(dir: string, programs: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return AS_WE_ARE
  const ids = await anotherUser()
  if (ids) await openWay(dir)
  const barred = (await firstBarred(dir)) ?? (await firstBarred(programs))
  if (ids && barred === null) {
    await chown(dir, ids.uid, ids.gid)
    return { ids, through: [] }
  }
  if (await namespaceWorks()) {
    await chown(dir, 0, 0)
    return { ids: null, through: NAMESPACE }
  }
  throw new Error(
    ids
      ? `PostgreSQL does not run as root, and no other user can reach ${dir} through ${barred}. Start Docket as an ordinary user, ` +
          'move its folder (and DOCKET_DATA_DIR) out of there, or name a server with DATABASE_URL.'
      : 'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody". Name a server with DATABASE_URL.',
  )
}

async function anotherUser(): Promise<{ uid: number; gid: number } | null> {
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name]).then(({ stdout }) => Number(stdout)))).catch(
      () => null,
    )
    if (ids) return { uid: ids[0] as number, gid: ids[1] as number }
  }
  return null
}

async function openWay(dir: string): Promise<void> {
  for (const parent of parentsOf(dir)) {
    const { mode, uid } = await stat(parent)
    if (!(mode & 0o001) && uid === 0 && parent !== homedir() && parent !== userInfo().homedir) await chmod(parent, mode | 0o011)
  }
}

async function firstBarred(dir: string): Promise<string | null> {
  for (const parent of parentsOf(dir)) if (!((await stat(parent)).mode & 0o001)) return parent
  return null
}

function parentsOf(dir: string): readonly string[] {
  const parent = dirname(dir)
  return parent === dir ? [] : [parent, ...parentsOf(parent)]
}

async function namespaceWorks(): Promise<boolean> {
  const [command = '', ...args] = NAMESPACE
  return run(command, [...args, 'true']).then(
    () => true,
    () => false,
  )
}
