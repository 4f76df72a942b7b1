import type { Layout } from '../sample.ts'
import { composedLayouts } from './composed/index.ts'
import { deCraft } from './de-craft.ts'
import { deDesk } from './de-desk.ts'
import { deLetter } from './de-letter.ts'
import { deSchluss } from './de-schluss.ts'
import { deTable } from './de-table.ts'
import { enStacked } from './en-stacked.ts'
import { frFacture } from './fr-facture.ts'
import { frMicro } from './fr-micro.ts'
import { frSolde } from './fr-solde.ts'
import { ruCompact } from './ru-compact.ts'
import { ruFacture } from './ru-facture.ts'
import { ruGrid } from './ru-grid.ts'
import { ruOrder } from './ru-order.ts'
import { ruSchet } from './ru-schet.ts'
import { ruService } from './ru-service.ts'
import { ruServices } from './ru-services.ts'
import { ruUpd } from './ru-upd.ts'
import { ruWide } from './ru-wide.ts'
import { saas } from './saas.ts'
import { ukLedger } from './uk-ledger.ts'
import { ukVat } from './uk-vat.ts'
import { usClassic } from './us-classic.ts'
import { usCloud } from './us-cloud.ts'
import { usMemo } from './us-memo.ts'

/** Forms as known programs and firms print them. */
const drawn: readonly Layout[] = [
  ruSchet,
  ruServices,
  ruCompact,
  ruFacture,
  ruUpd,
  ruOrder,
  usClassic,
  ukVat,
  saas,
  deLetter,
  deCraft,
  deTable,
  frFacture,
  deDesk,
  frMicro,
  ruGrid,
  ukLedger,
  usCloud,
  enStacked,
  usMemo,
  deSchluss,
  frSolde,
  ruWide,
  ruService,
]

/** Every layout; splits for tuning and testing go by layout, not by document. */
export const layouts: readonly Layout[] = [...drawn, ...composedLayouts]
