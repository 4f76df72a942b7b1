import { type ColumnList, columns } from './column.ts'

/** Headings over the columns of line items as printed on French documents. */
export const FRENCH_COLUMNS: ColumnList = [
  columns(
    'position',
    `
    N° | Ligne | N° ligne | N° de ligne | Lig. | Poste | Rang | N° ordre
  `,
  ),
  columns(
    'name',
    `
    Désignation | Libellé | Produit | Prestation | Description des articles | Intitulé | Désignation des produits |
    Désignation des prestations | Nature | Prestations | Produits | Produit / service | Produit ou service | Désignation / prestation |
    Description des prestations | Détail | Objet | Nature de la prestation | Nature des prestations | Services | Prestation / produit |
    Description de la prestation | Article / désignation | Libellé article
  `,
  ),
  columns(
    'article',
    `
    Réf | Référence | Code article | Réf. article | Références | Code produit | N° article | Réf. produit | Référence article |
    Référence produit | Art. | Code art. | Code | Réf. art | N° art.
  `,
  ),
  columns(
    'quantity',
    `
    Qté | Quantité | Nombre | Nb | Qte | Heures | Nbre | Jours | Q. | Qtés | Quant. | Quantités | Quantité facturée
  `,
  ),
  columns(
    'unit',
    `
    Unité | Unités | U. | Unité de mesure
  `,
  ),
  columns(
    'unitPrice',
    `
    Prix unitaire | P.U. | PU | PU HT | P.U. HT | Prix unitaire HT | Prix unit | Prix unit. HT | Prix U. HT | Prix | P.U. net | Tarif |
    PU net | PU net HT | Prix U | PUHT | Prix unitaire net | Px unitaire | Px unit | Prix/unité | Tarif HT | Montant unitaire |
    P.U. H.T. | P. unitaire | Prix à l'unité | Px unit. HT | Prix un. | Prix unitaire hors taxes | PU hors taxe |
    Taux horaire | Coût unitaire
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
    Montant | Total ligne | Prix total | Valeur | Montant total | Total | Montant ligne | Somme | Sous-total
  `,
  ),
  columns(
    'net',
    `
    Montant HT | Total HT | Prix HT | Prix total HT | Montant net HT | Net HT | Total net HT | Total H.T. | Montant H.T. | MT HT | HT |
    Mt HT | Montant EUR HT | Total € HT | Total hors taxes | Montant hors taxes | Total ligne HT | Prix total hors taxes
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
    TVA | TVA % | Taux TVA | % TVA | Taux | Taux de TVA | T.V.A. | TVA (%) | Taux TVA % | TVA en % | Tx TVA | Taux %
  `,
  ),
  columns(
    'tax',
    `
    Montant TVA | Montant de la TVA | Mt TVA | TVA montant
  `,
  ),
  columns(
    'discount',
    `
    Remise | Rem | Remise % | % Rem | Remise (%) | % Remise | Rabais | Réduction
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
