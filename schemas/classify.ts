import { ClassifierModel, type Guess, type ToTell, tellClass } from '../core/classification/index.ts'
import type { Reading } from '../core/reading.ts'
import trained from './classifier.json' with { type: 'json' }
import type { DocumentType } from './define.ts'
import { classesOf, type KnownClass } from './registry.ts'

/** The model that comes with the product; training/classifier/train.ts makes it, docs/models/classifier.md says how good it is. */
export const CLASSIFIER: ClassifierModel = ClassifierModel.parse(trained)

/** What a reading most likely is, the best guess first; empty where nothing could be read. */
export function classify(reading: Reading, types: readonly DocumentType[]): readonly (Guess & { readonly known: KnownClass })[] {
  const classes = classesOf(types)
  return tellClass(reading, toTell(reading, classes), CLASSIFIER).map((guess) => ({
    ...guess,
    known: classes.find(({ name }) => name === guess.name)!,
  }))
}

/** A type is asked once; its judgement counts for every kind it reads, and signs tell these apart. */
export function toTell(reading: Reading, classes: readonly KnownClass[]): readonly ToTell[] {
  const judged = new Map<DocumentType, number>()
  return classes.map(({ name, signs, type }) => {
    if (type && !judged.has(type)) judged.set(type, type.recognise(reading))
    return { name, signs, judgement: type ? judged.get(type)! : null }
  })
}
