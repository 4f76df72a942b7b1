import { type CaptionList, captions } from './caption.ts'

/** Captions as printed on French documents. */
export const FRENCH: CaptionList = [
  captions(
    'number',
    1,
    `
    Numéro de facture | N° de facture | N° facture | Facture n° | Facture numéro | Facture no | No facture | Num. facture |
    Réf. facture | Référence facture | N° d'avoir | Avoir n° | Numéro de l'avoir | Facture N | N° de la facture
  `,
  ),
  captions(
    'number',
    0.5,
    `
    Facture
  `,
  ),
  captions(
    'title',
    1,
    `
    Facture | Facture proforma | Facture d'acompte | Facture de solde | Facture de vente | Note de frais
  `,
  ),
  captions(
    'creditTitle',
    1,
    `
    Avoir | Facture d'avoir | Note de crédit
  `,
  ),
  captions(
    'issueDate',
    1,
    `
    Date de facture | Date de la facture | Date facture | Date de facturation | Date d'émission | Date d'établissement | Facture du |
    Date émission | Date de l'avoir | Date d'avoir | Facturé le | Émise le | Date de création
  `,
  ),
  captions(
    'dueDate',
    1,
    `
    Date d'échéance | Échéance | Échéance le | Date limite de paiement | Date limite de paiement le | À régler avant le |
    À payer avant le | Payable avant le | Date de règlement | À régler le | Payable le | Date de paiement | Échéance de paiement |
    Règlement avant le | Date échéance | Date d'exigibilité | Prélèvement à partir du | Payable au plus tard le |
    À régler au plus tard le | À payer au plus tard le | Règlement au plus tard le | Paiement au plus tard le | Au plus tard le |
    À régler pour le
  `,
  ),
  captions(
    'deliveryDate',
    1,
    `
    Date de livraison | Livraison le | Livré le | Date de prestation | Date de la prestation | Date d'exécution | Date de la livraison |
    Date de l'opération | Prestation réalisée le | Prestation effectuée le | Prestations réalisées le | Travaux réalisés le |
    Intervention du | Intervention le | Livraison effectuée le | Réalisé le | Effectué le
  `,
  ),
  captions(
    'period',
    1,
    `
    Période | Période de facturation
  `,
  ),
  captions(
    'purchaseOrder',
    0.7,
    `
    Commande
  `,
  ),
  captions(
    'purchaseOrder',
    1,
    `
    Bon de commande | N° de commande | N° commande | Numéro de commande | Votre commande | Commande n° | Référence commande |
    Commande client | N° de bon de commande | Réf. commande | Votre commande n° | BC n°
  `,
  ),
  captions(
    'buyerReference',
    0.8,
    `
    Référence client | Réf. client | Votre réf | Votre référence | V/Réf
  `,
  ),
  captions(
    'contract',
    0.8,
    `
    Contrat | Contrat n° | N° de contrat | Réf. marché | Numéro de contrat | Marché n°
  `,
  ),
  captions(
    'precedingInvoice',
    1,
    `
    Facture liée | Facture d'origine | Facture d'acompte n° | Avoir sur facture | sur facture n° | Facture concernée
  `,
  ),
  captions(
    'paymentReference',
    0.9,
    `
    Référence de paiement | Communication structurée
  `,
  ),
  captions(
    'paymentTerms',
    0.9,
    `
    Conditions de paiement | Conditions de règlement | Modalités de paiement | Mode de paiement | Mode de règlement | Modes de règlement
  `,
  ),
  captions(
    'currency',
    1,
    `
    Devise | Monnaie | Montants en | Montants exprimés en
  `,
  ),
  captions(
    'linesNet',
    0.9,
    `
    Somme des lignes
  `,
  ),
  captions(
    'net',
    1,
    `
    Total HT | Montant HT | Total hors taxes | Total H.T. | Montant total HT | Total net HT | Sous-total HT | Net HT | Total HT net |
    Total général HT | Montant hors taxes | Total hors TVA | Total HTVA | Base HT | Total hors taxe | Montant net HT | Prix total HT |
    Total HT après remise | Net commercial | Montant total hors taxes | Total EUR HT
  `,
  ),
  captions(
    'tax',
    1,
    `
    TVA | Montant TVA | Total TVA | Total taxes | Montant de la TVA | T.V.A. | Total T.V.A. | Montant total TVA | Dont TVA |
    TVA totale | Montant TVA total | Taxes | Taxe | Total de la TVA | TVA à | Montant total de la TVA | Montant taxe
  `,
  ),
  captions(
    'gross',
    1,
    `
    Total TTC | Montant TTC | Net à payer TTC | Total T.T.C. | Montant total TTC | Total toutes taxes comprises | Total facture |
    Total général | Montant EUR TTC | Total général TTC | Montant de la facture | Total à payer TTC | Total TVAC | Montant total | TTC |
    Total TVA comprise | Total TVA incluse | Prix total TTC | Total EUR TTC
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
    Montant du prélèvement
  `,
  ),
  captions(
    'prepaid',
    1,
    `
    Acompte | Acompte versé | Déjà payé | Déjà réglé | Montant déjà payé | Acomptes versés | Acomptes | Avance | Paiement reçu |
    Montant payé | Règlement reçu
  `,
  ),
  captions(
    'allowances',
    1,
    `
    Remise | Remise globale | Rabais | Escompte | Remise commerciale | Total remises | Remise totale
  `,
  ),
  captions(
    'charges',
    1,
    `
    Frais de port | Port | Frais de livraison | Transport | Port et emballage | Frais de transport
  `,
  ),
  captions(
    'rounding',
    1,
    `
    Arrondi
  `,
  ),
  captions(
    'taxBase',
    1,
    `
    Base TVA | Base de TVA | Taux TVA | Taux de TVA | Taux | % TVA | TVA % | Code TVA
  `,
  ),
  captions(
    'inWords',
    1,
    `
    Montant en lettres | Arrêté la présente facture à la somme de | Arrêtée la présente facture à la somme de
  `,
  ),
  captions(
    'seller',
    1,
    `
    Émetteur | Vendeur | Fournisseur | Prestataire | Émise par
  `,
  ),
  captions(
    'buyer',
    1,
    `
    Facturé à | Adresse de facturation | Destinataire | Acheteur | Facturer à | Nom de l'abonné | Client facturé | Adressé à |
    Facturation | À l’attention de
  `,
  ),
  captions(
    'shipTo',
    1,
    `
    Adresse de livraison | Livré à | Livraison | Adresse de l'installation | Livrer à | Lieu de livraison
  `,
  ),
  captions(
    'payee',
    1,
    `
    Bénéficiaire | Titulaire du compte | Titulaire
  `,
  ),
  captions(
    'otherParty',
    1,
    `
    Contact commercial | Votre contact | Votre interlocuteur | Interlocuteur | Vendeur contact | Objet | Transporteur
  `,
  ),
  captions(
    'name',
    0.9,
    `
    Nom | Raison sociale | Société
  `,
  ),
  captions(
    'vatId',
    1,
    `
    N° TVA | TVA | TVA intracommunautaire | N° TVA intracommunautaire | Numéro de TVA | N° de TVA | N° de TVA intracommunautaire |
    N° TVA intra | TVA intracom | TVA intra | N° TVA Intra-communautaire | N° de TVA intra communautaire | Identifiant TVA | Id. TVA |
    Numéro TVA | Numéro de TVA intracommunautaire | N° id. TVA | TVA FR | N° identification TVA | Code TVA intracommunautaire |
    Numéro TVA intracommunautaire | N° Intracommunautaire
  `,
  ),
  captions(
    'buyerVatId',
    1,
    `
    N° TVA client | TVA client | Votre n° TVA | N° de TVA client | N° TVA du client | Votre TVA | Votre numéro de TVA |
    Votre N° TVA intracommunautaire | Votre numéro de TVA intracommunautaire | TVA intra client | N° TVA intra client
  `,
  ),
  captions(
    'legalId',
    1,
    `
    SIRET | SIREN | RCS | N° SIRET | Siret | N° SIREN | Siret n° | RCS n°
  `,
  ),
  captions(
    'account',
    1,
    `
    N° de compte | Numéro de compte
  `,
  ),
  captions(
    'bankName',
    1,
    `
    Banque | Nom de la banque | Domiciliation
  `,
  ),
  captions(
    'customerNumber',
    1,
    `
    N° client | Numéro client | Code client | Id client | Id.client | Numéro de dossier | Numéro de ligne | Réf client |
    Numéro de client | N° de client | N° compte client | Compte client
  `,
  ),
  captions(
    'orderDate',
    1,
    `
    Date de commande | Commande du | Date commande
  `,
  ),
  captions(
    'otherNumber',
    1,
    `
    Bon de livraison | BL n° | N° de BL | Devis | Devis n° | N° devis | Référence | Notre référence | N/Réf | Code banque | APE |
    Code APE | NAF | Réf | Réf. interne | Dossier | Affaire
  `,
  ),
  captions(
    'otherDate',
    1,
    `
    Date du devis | Date d'impression | Date d’adhésion
  `,
  ),
  captions(
    'contact',
    1,
    `
    Téléphone | Tél | Portable | Courriel
  `,
  ),
]
