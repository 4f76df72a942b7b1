import { type CaptionList, captions } from './caption.ts'

/** Captions of amounts as printed on French documents. */
export const FRENCH_MONEY: CaptionList = [
  captions(
    'linesNet',
    0.9,
    `
    Somme des lignes | Sous-total | Total lignes | Total des lignes | Total articles | Total marchandises | Total des articles |
    Total produits
  `,
  ),
  captions(
    'net',
    1,
    `
    Total HT | Montant HT | Total hors taxes | Total H.T. | Montant total HT | Total net HT | Sous-total HT | Net HT | Total HT net |
    Total général HT | Montant hors taxes | Total hors TVA | Total HTVA | Base HT | Total hors taxe | Montant net HT | Prix total HT |
    Total HT après remise | Net commercial | Montant total hors taxes | Total EUR HT | Montant hors TVA | Hors taxes |
    Sous-total hors taxes | Montant HT total | Total HT (EUR) | Total brut HT | Total prestations HT | Somme HT
  `,
  ),
  captions(
    'tax',
    1,
    `
    TVA | Montant TVA | Total TVA | Total taxes | Montant de la TVA | T.V.A. | Total T.V.A. | Montant total TVA | Dont TVA |
    TVA totale | Montant TVA total | Taxes | Taxe | Total de la TVA | TVA à | Montant total de la TVA | Montant taxe |
    Montant des taxes | Total des taxes | TVA collectée | Montant TVA (EUR) | Taxe sur la valeur ajoutée | Dont taxes | TVA incluse |
    TVA due | Montant des TVA | Total TVA collectée
  `,
  ),
  captions(
    'gross',
    1,
    `
    Total TTC | Montant TTC | Net à payer TTC | Total T.T.C. | Montant total TTC | Total toutes taxes comprises | Total facture |
    Total général | Montant EUR TTC | Total général TTC | Montant de la facture | Total à payer TTC | Total TVAC | Montant total | TTC |
    Total TVA comprise | Total TVA incluse | Prix total TTC | Total EUR TTC | Net TTC | Montant facturé | Montant net TTC |
    Total net TTC | Montant toutes taxes comprises | Total TTC (EUR) | Total de la facture | Montant de la facture TTC | Somme TTC |
    Total avec TVA | Montant total facturé | Total TTC à payer | Montant TTC à payer | Montant total toutes taxes comprises
  `,
  ),
  captions(
    'total',
    1,
    `
    Total général | Montant
  `,
  ),
  captions(
    'due',
    1,
    `
    Solde à payer | Net à payer | Montant à payer | Reste à payer | Somme à payer | Reste dû | Solde dû | Solde | Total à payer |
    À payer | Net à régler | Montant dû | Montant à régler | Reste à régler | Total dû | Solde restant dû | Total à régler |
    Montant du prélèvement | Net à payer EUR | Reste à charge | Solde restant | Reste à verser | Reste à devoir | Montant restant dû |
    Montant restant à payer | Somme due | Solde à régler | Reste à régler TTC
  `,
  ),
  captions(
    'prepaid',
    1,
    `
    Acompte | Acompte versé | Déjà payé | Déjà réglé | Montant déjà payé | Acomptes versés | Acomptes | Avance | Paiement reçu |
    Montant payé | Règlement reçu | Acompte reçu | Déjà versé | Montant réglé | Paiements | Moins acompte | Versement | Acompte réglé |
    Acompte payé | Acompte déjà versé | Acomptes reçus | Acomptes perçus | Acompte perçu | Paiements reçus | Payé | Réglé |
    Déjà encaissé | Encaissé | Avance versée | Avance reçue | Arrhes | Règlements reçus | Acompte encaissé | Montant déjà réglé |
    À déduire acompte | Déduction acompte
  `,
  ),
  captions(
    'allowances',
    1,
    `
    Remise | Remise globale | Rabais | Escompte | Remise commerciale | Total remises | Remise totale | Réduction |
    Remise exceptionnelle | Ristourne | Remise client | Remise pied de facture
  `,
  ),
  captions(
    'charges',
    1,
    `
    Frais de port | Port | Frais de livraison | Transport | Port et emballage | Frais de transport | Frais d'expédition |
    Frais d'envoi | Frais d'emballage | Participation aux frais de port | Frais de dossier | Emballage
  `,
  ),
  captions(
    'rounding',
    1,
    `
    Arrondi | Écart d'arrondi
  `,
  ),
  captions(
    'taxBase',
    1,
    `
    Base TVA | Base de TVA | Taux TVA | Taux de TVA | Taux | % TVA | TVA % | Code TVA | Détail de la TVA | Détail TVA |
    Ventilation de la TVA | Récapitulatif TVA | Récapitulatif de la TVA | Ventilation TVA | Taux de taxe
  `,
  ),
  captions(
    'inWords',
    1,
    `
    Montant en lettres | Arrêté la présente facture à la somme de | Arrêtée la présente facture à la somme de
  `,
  ),
]
