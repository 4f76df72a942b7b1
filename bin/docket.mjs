#!/usr/bin/env node
// Starts the command line on the Node that the project ships (npm package `node`), so that an older system Node does not matter.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environmentOf } from './environment.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const ownNode = join(root, 'node_modules', 'node', 'bin', 'node')
const node = existsSync(ownNode) ? ownNode : process.execPath
const child = spawn(
  node,
  [
    '--disable-warning=ExperimentalWarning',
    '--import',
    join(root, 'cli', 'tsx-hook.ts'),
    join(root, 'cli', 'main.ts'),
    ...process.argv.slice(2),
  ],
  {
    // The channel carries nothing; its end tells the child that we are gone, however we went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environmentOf(process.env),
  },
)
// The terminal sends Ctrl+C to the whole group; the child decides when to end. A signal sent to us alone is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
process.on('SIGHUP', () => child.kill('SIGTERM'))
// npm starts us through a shell that dies of SIGTERM without passing it on: then our parent changes.
const parent = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref()
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
