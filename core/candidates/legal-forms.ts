// Company forms as printed. A name with one is a legal person's name wherever it stands.
const FORMS =
  /(?<![\p{L}\d])(?:GmbH(?:\s?&\s?Co\.?\s?(?:KG|KGaA|OHG))?|gGmbH|mbH|AG(?:\s?&\s?Co\.?\s?KG)?|KGaA|KG|OHG|GbR|UG(?:\s?\(haftungsbeschränkt\))?|e\.?\s?K\.|e\.?\s?V\.|eG|a\.\s?G\.|SE|S\.?A\.?R\.?L\.?|SAS(?:U)?|S\.A\.S\.?|S\.?A\.?|EURL|SCI|SNC|SCOP|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|PLC|plc|Inc\.?|Corp\.?|Corporation|Incorporated|Pty\.?|Pvt\.?|Co\.,?\s?Ltd\.?|B\.?\s?V\.?|N\.?\s?V\.?|V\.?O\.?F\.?|CVBA|BVBA|SPRL|S\.?r\.?l\.?|S\.?p\.?A\.?|S\.?L\.?U?\.?|Sp\.?\s?z\s?o\.?\s?o\.?|s\.r\.o\.|a\.s\.|ApS|A\/S|AB|AS|Oy|OÜ|UAB|SIA|Kft\.?|Zrt\.?|d\.o\.o\.|Lda\.?|Versicherungsverein|Sdn\.?\s?Bhd\.?|SDN\.?\s?BHD\.?|S\/B)(?![\p{L}\d])/u
const RUSSIAN =
  /(?<![\p{L}\d])(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|ТОО|ОДО|ЧП|ГУП|МУП|ФГУП|АНО|НКО|КФХ|[Оо]бщество с ограниченной ответственностью|[Аа]кционерное общество|[Ии]ндивидуальный предприниматель)(?![\p{L}\d])/u

/** Offset behind the first legal form of a text; null when there is none. */
export function legalFormEnd(text: string): number | null {
  const found = FORMS.exec(text)
  return found ? found.index + found[0].length : null
}

/** Whether a text names a company by its legal form. */
export function hasLegalForm(text: string): boolean {
  return FORMS.test(text) || RUSSIAN.test(text)
}
