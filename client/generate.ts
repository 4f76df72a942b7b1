import { writeFileSync } from 'node:fs'
import { openApi } from '../ui/api/description/openapi.ts'
import { typescriptOf } from './typescript-of.ts'

/** Writes client/docket-api.ts from the description of the API: `npm run client`. tests/client.test.ts fails when that was forgotten. */
writeFileSync(new URL('docket-api.ts', import.meta.url), typescriptOf(openApi('') as never))
