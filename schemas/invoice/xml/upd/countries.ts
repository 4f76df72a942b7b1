/** ОКСМ (ISO 3166-1 numeric) → alpha-2, for the countries that Russian customs declarations commonly name. An unlisted code gives no value. */
const ALPHA2: Readonly<Record<string, string>> = Object.fromEntries(
  `643RU 112BY 398KZ 051AM 417KG 860UZ 762TJ 268GE 031AZ 498MD 804UA 156CN 344HK 158TW 392JP 410KR 704VN 764TH 458MY 360ID 702SG 608PH
   356IN 050BD 586PK 144LK 792TR 784AE 682SA 376IL 364IR 818EG 710ZA 504MA 276DE 250FR 380IT 724ES 528NL 056BE 040AT 756CH 616PL 203CZ
   703SK 348HU 705SI 191HR 688RS 100BG 642RO 300GR 620PT 372IE 826GB 208DK 752SE 578NO 246FI 233EE 428LV 440LT 840US 124CA 484MX 076BR
   032AR 152CL 218EC 036AU 554NZ`
    .trim()
    .split(/\s+/)
    .map((one) => [one.slice(0, 3), one.slice(3)]),
)

export function countryOf(code: string): string | null {
  return ALPHA2[code] ?? null
}
