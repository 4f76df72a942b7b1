import { type CaptionList, captions } from './caption.ts'

/** Captions over numbers, references and dates as printed on French documents. */
export const FRENCH_HEAD: CaptionList = [
  captions(
    'number',
    1,
    `
    Numéro de facture | N° de facture | N° facture | Facture n° | Facture numéro | Facture no | No facture | Num. facture |
    Réf. facture | Référence facture | N° d'avoir | Avoir n° | Numéro de l'avoir | Facture N | N° de la facture | N° pièce |
    N° de pièce | Numéro de pièce | N° document | Numéro de document | N° doc | Pièce n° | Document n° | N° de document |
    Réf. de la facture | Facture réf | Numéro de la facture | N° fact. | Facture référence
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
    'number',
    0.6,
    `
    Numéro | Pièce
  `,
  ),
  captions(
    'title',
    1,
    `
    Facture | Facture proforma | Facture d'acompte | Facture de solde | Facture de vente | Note de frais | Facture client |
    Facture définitive | Facture finale | Facture de prestation | Facture de prestations | Facture de situation |
    Facture récapitulative | Facture rectificative | Note d'honoraires | Facture intermédiaire | Facture commerciale |
    Facture de clôture | Facture de services | Facture de travaux | Facture de régularisation | Votre facture
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
    Date émission | Date de l'avoir | Date d'avoir | Facturé le | Émise le | Date de création | En date du | Émis le | Établie le |
    Établi le | Date de pièce | Date de la pièce | Date d'édition | Éditée le | Date du document | Date de document | Facture émise le |
    Facture établie le | Date de facturation le | Facturée le | Date d'émission de la facture
  `,
  ),
  captions(
    'date',
    0.6,
    `
    Fait le
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
    À régler pour le | Date limite de règlement | Paiement avant le | À payer le | À payer pour le | Exigible le |
    Échéance de règlement | Échéance du | Date limite | Paiement pour le | Règlement le | Règlement pour le | Paiement le |
    Date d'échéance de paiement | Facture payable le | Facture à échéance du | Règlement à échéance du | Échéance au | Payable pour le |
    Limite de paiement
  `,
  ),
  captions(
    'deliveryDate',
    1,
    `
    Date de livraison | Livraison le | Livré le | Date de prestation | Date de la prestation | Date d'exécution | Date de la livraison |
    Date de l'opération | Prestation réalisée le | Prestation effectuée le | Prestations réalisées le | Travaux réalisés le |
    Intervention du | Intervention le | Livraison effectuée le | Réalisé le | Effectué le | Expédié le | Expédiée le |
    Date d'expédition | Date de réalisation | Prestation du | Livraison du | Date de la vente | Date de vente | Exécuté le |
    Exécutée le | Réalisée le | Livrée le | Date d'exécution de la prestation | Date d'envoi | Date de départ | Prestation le |
    Date de réalisation de la prestation | Date de fourniture
  `,
  ),
  captions(
    'period',
    1,
    `
    Période | Période de facturation | Période de prestation | Période concernée | Période du | Période facturée | Période d'abonnement
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
    Commande client | N° de bon de commande | Réf. commande | Votre commande n° | BC n° | N° bon de commande | Votre n° de commande |
    N° commande client | Votre bon de commande | Cde client | N° de cde | N° cde | Votre cde | Référence de commande |
    Bon de commande n° | N° d'engagement | Numéro d'engagement | Votre réf. commande | Réf. bon de commande | Réf. de commande
  `,
  ),
  captions(
    'buyerReference',
    0.8,
    `
    Référence client | Réf. client | Votre réf | Votre référence | V/Réf | Réf. acheteur | Référence acheteur | Vos références |
    V/Référence | Référence du client
  `,
  ),
  captions(
    'buyerReference',
    0.6,
    `
    Centre de coût | Code service | Code analytique | Centre de coûts | Centre de frais
  `,
  ),
  captions(
    'contractRef',
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
    'currency',
    1,
    `
    Devise | Monnaie | Montants en | Montants exprimés en | Devise de facturation | Tous les montants en
  `,
  ),
  captions(
    'customerNumber',
    1,
    `
    N° client | Numéro client | Code client | Id client | Id.client | Numéro de dossier | Numéro de ligne | Réf client |
    Numéro de client | N° de client | N° compte client | Compte client | Votre n° client | Votre numéro client
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
]
