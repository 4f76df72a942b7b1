import { type CaptionList, captions } from './caption.ts'

/** Captions of parties, their numbers and accounts as printed on French documents. */
export const FRENCH_PARTY: CaptionList = [
  captions(
    'seller',
    1,
    `
    Émetteur | Vendeur | Fournisseur | Prestataire | Émise par | Facturé par | Émis par | Expéditeur | Société émettrice |
    Prestataire de services | Facture émise par | Entreprise
  `,
  ),
  captions(
    'seller',
    0.7,
    `
    De
  `,
  ),
  captions(
    'buyer',
    1,
    `
    Facturé à | Doit | Adresse de facturation | Destinataire | Acheteur | Facturer à | Nom de l'abonné | Client facturé | Adressé à |
    Facturation | À l’attention de | Preneur | Facture adressée à | Client final | Coordonnées client | Coordonnées du client |
    Adresse du client | Adresse client | Facture pour | Destinataire de la facture | Donneur d'ordre | Adresse facturation |
    Maître d'ouvrage | Vendu à | Locataire
  `,
  ),
  captions(
    'buyer',
    0.9,
    `
    À
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
    Bénéficiaire | Titulaire du compte | Titulaire | À l'ordre de
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
    Numéro TVA intracommunautaire | N° Intracommunautaire | N° de TVA intracom | N° TVA intracom | Code TVA | Identification TVA |
    Id TVA intracommunautaire | N° TVA CEE | TVA n° | N° de TVA intra | N° d'identification TVA | Numéro d'identification TVA |
    Numéro d'identification à la TVA | N° identifiant TVA
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
    SIRET | SIREN | RCS | N° SIRET | Siret | N° SIREN | Siret n° | RCS n° | RNE | N° RCS | Numéro SIRET | Numéro SIREN |
    Immatriculation | N° d'immatriculation | Registre du commerce | BCE | N° SIREN / SIRET
  `,
  ),
  captions(
    'account',
    1,
    `
    N° de compte | Numéro de compte | Compte | N° compte | Compte n° | Compte bancaire
  `,
  ),
  captions(
    'bankName',
    1,
    `
    Banque | Nom de la banque | Domiciliation | Établissement | Établissement bancaire | Domiciliation bancaire |
    Nom de banque | Notre banque | Banque domiciliataire | Coordonnées bancaires | Références bancaires
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
    'contact',
    1,
    `
    Téléphone | Tél | Portable | Courriel | Mél | Mail | Mob. | Télécopie
  `,
  ),
]
