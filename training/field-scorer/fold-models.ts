import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TreeModel } from '../../core/scoring/trees.ts'
import type { KnownDocument } from './documents.ts'

/** The models of `train.py`'s folder by document: the one whose fold left out the document's layout or supplier, else the whole one. */
export async function foldModels(dir: string): Promise<(document: Pick<KnownDocument, 'group'>) => Promise<TreeModel>> {
  const folds = JSON.parse(await readFile(join(dir, 'folds.json'), 'utf8')) as Record<string, number>
  const models = new Map<string, Promise<TreeModel>>()
  return ({ group }) => {
    const fold = folds[group]
    const file = fold === undefined ? 'model.json' : `fold-${fold}.json`
    const known = models.get(file) ?? readFile(join(dir, file), 'utf8').then((text) => TreeModel.parse(JSON.parse(text)))
    models.set(file, known)
    return known
  }
}
