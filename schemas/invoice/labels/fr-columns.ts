import { type ColumnList, columns } from './column.ts'

/** Headings over the columns of line items as printed on French documents. */
export const FRENCH_COLUMNS: ColumnList = [
  columns(
    'position',
    `
    N°
  `,
  ),
  columns(
    'name',
    `
    Désignation | Libellé | Produit | Prestation | Description des articles | Intitulé | Désignation des produits |
    Désignation des prestations | Nature | Prestations | Produits
  `,
  ),
  columns(
    'article',
    `
    Réf | Référence | Code article | Réf. article | Références | Code produit
  `,
  ),
  columns(
    'quantity',
    `
    Qté | Quantité | Nombre | Nb | Qte | Heures | Nbre | Jours
  `,
  ),
  columns(
    'unit',
    `
    Unité | Unités
  `,
  ),
  columns(
    'unitPrice',
    `
    Prix unitaire | P.U. | PU | PU HT | P.U. HT | Prix unitaire HT | Prix unit | Prix unit. HT | Prix U. HT | Prix | P.U. net | Tarif |
    PU net | PU net HT | Prix U | PUHT | Prix unitaire net | Px unitaire | Px unit | Prix/unité | Tarif HT | Montant unitaire |
    P.U. H.T.
  `,
  ),
  columns(
    'grossPrice',
    `
    PU TTC | P.U. TTC | Prix unitaire TTC | Prix TTC
  `,
  ),
  columns(
    'amount',
    `
    Montant | Total ligne | Prix total | Valeur | Montant total
  `,
  ),
  columns(
    'net',
    `
    Montant HT | Total HT | Prix HT | Prix total HT | Montant net HT | Net HT | Total net HT | Total H.T. | Montant H.T. | MT HT | HT |
    Mt HT | Montant EUR HT | Total € HT
  `,
  ),
  columns(
    'gross',
    `
    Montant TTC | Total TTC | Montant EUR TTC | Prix total TTC | TTC | Total T.T.C.
  `,
  ),
  columns(
    'taxRate',
    `
    TVA | TVA % | Taux TVA | % TVA | Taux | Taux de TVA | T.V.A. | TVA (%)
  `,
  ),
  columns(
    'tax',
    `
    Montant TVA
  `,
  ),
  columns(
    'discount',
    `
    Remise | Rem | Remise % | % Rem | Remise (%)
  `,
  ),
  columns(
    'date',
    `
    Période
  `,
  ),
  columns(
    'other',
    `
    Poids | Garantie
  `,
  ),
]
