import type { DocumentClass } from '../define.ts'
import { ACT_SIGNS } from './signs.ts'

export const actClasses: readonly DocumentClass[] = [{ name: 'act', caption: { en: 'Act of acceptance', ru: 'Акт' }, signs: ACT_SIGNS }]
