import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { documentTypes } from '../schemas/registry.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

interface Rule {
  /** Folders of the project, or single files. */
  readonly own: readonly string[]
  /** Packages and `node:` modules; '*' = any. */
  readonly packages: readonly (string | RegExp)[]
}

/** Who may import what (docs/decisions/0001-shape.md and the table in the architecture). A folder may always import itself. */
const RULES: Readonly<Record<string, Rule>> = {
  core: { own: [], packages: ['zod', 'decimal.js', /^n2words/, /^number-to-words-ru/] },
  schemas: { own: ['core'], packages: ['zod'] },
  workflows: { own: ['core'], packages: ['@temporalio/workflow', '@temporalio/common'] },
  adapters: { own: ['core'], packages: [/./] },
  temporal: { own: ['core', 'adapters'], packages: [/./] },
  workers: { own: ['core', 'schemas', 'adapters', 'temporal'], packages: [/./] },
  ui: { own: ['core', 'schemas', 'adapters', 'temporal', 'workflows/messages.ts'], packages: [/./] },
}

interface Import {
  readonly file: string
  readonly target: string
  readonly typeOnly: boolean
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.tsx?$/.test(e.name) && !/\.(test|d)\.tsx?$/.test(e.name))
    .map((e) => relative(root, join(e.parentPath, e.name)))
}

function importsOf(file: string): readonly Import[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map((match) => {
    const specifier = (match[2] ?? match[3]) as string
    const target = specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : specifier
    return { file, target, typeOnly: match[1] !== undefined }
  })
}

function allowed(folder: string, { target, typeOnly }: Import): boolean {
  const { own, packages } = RULES[folder] as Rule
  const isOwn = existsAsFolder(target)
  if (!isOwn) return packages.some((p) => (typeof p === 'string' ? p === target : p.test(target)))
  if (folder === 'workflows' && typeOnly && target.startsWith('workers/activities')) return true
  return [folder, ...own].some((place) => target === place || target.startsWith(`${place}/`)) || target === 'package.json'
}

const FOLDERS = ['core', 'schemas', 'workflows', 'workers', 'adapters', 'temporal', 'ui', 'samples', 'cli', 'tests']

function existsAsFolder(target: string): boolean {
  return FOLDERS.some((folder) => target === folder || target.startsWith(`${folder}/`)) || target === 'package.json'
}

describe('the layers', () => {
  for (const folder of Object.keys(RULES)) {
    it(`${folder} imports only what it may`, () => {
      const wrong = sources(folder)
        .flatMap(importsOf)
        .filter((one) => !allowed(folder, one))
        .map(({ file, target }) => `${file} → ${target}`)
      assert.deepEqual(wrong, [])
    })
  }

  it('islands run in the browser: only core and the captions of types', () => {
    const wrong = sources('ui/islands')
      .flatMap(importsOf)
      .filter(({ target, typeOnly }) => existsAsFolder(target) && !typeOnly && !/^(core|schemas|ui)\//.test(target))
      .map(({ file, target }) => `${file} → ${target}`)
    assert.deepEqual(wrong, [])
  })

  it('core and schemas know no clock, no chance and no environment', () => {
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.(?!getBuiltin)/
    const wrong = [...sources('core'), ...sources('schemas')].filter((file) =>
      impure.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    )
    assert.deepEqual(wrong, [])
  })

  it('only the configuration reads the environment', () => {
    const allowedFiles = [
      /^adapters\/config\.ts$/,
      /^cli\//,
      /^temporal\/(get-server|install)\.ts$/,
      /^adapters\/ocr\/download-language\.ts$/,
      /^adapters\/guarded\/process\.ts$/,
      /^adapters\/ocr\/onnx\/reading-process\.ts$/,
      /^samples\//,
    ]
    const wrong = FOLDERS.filter((f) => f !== 'tests')
      .flatMap(sources)
      .filter(
        (file) =>
          /process\.env\b(?!\.(?:PATH|TZ)\b)/.test(withoutComments(readFileSync(join(root, file), 'utf8'))) &&
          !allowedFiles.some((ok) => ok.test(file)),
      )
    assert.deepEqual(wrong, [])
  })
})

describe('a document type', () => {
  it('is named only in its folder, the registry and the samples', () => {
    const names = documentTypes.map(({ name }) => name)
    const wrong = FOLDERS.filter((f) => !['samples', 'tests'].includes(f))
      .flatMap(sources)
      .filter((file) => !names.some((name) => file.startsWith(`schemas/${name}/`)) && file !== 'schemas/registry.ts')
      .flatMap((file) => {
        const text = withoutComments(readFileSync(join(root, file), 'utf8'))
        return names.filter((name) => new RegExp(`['"\`]${name}['"\`]|schemas/${name}/`).test(text)).map((name) => `${file} names ${name}`)
      })
    assert.deepEqual(wrong, [])
  })

  it('knows no other type: what two of them need lies in schemas/shared or core', () => {
    const names = documentTypes.map(({ name }) => name)
    const wrong = sources('schemas')
      .flatMap(importsOf)
      .filter(({ file, target }) => names.some((name) => target.startsWith(`schemas/${name}/`) && !file.startsWith(`schemas/${name}/`)))
      .filter(({ file }) => file !== 'schemas/registry.ts')
      .map(({ file, target }) => `${file} → ${target}`)
    assert.deepEqual(wrong, [])
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}
