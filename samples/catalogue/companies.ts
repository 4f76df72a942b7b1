import type { Country } from '../sample.ts'

/** Firms nobody founded: every name says that it is an example. */
export const companies: Readonly<Record<Country, readonly string[]>> = {
  RU: [
    'ООО «Образцовый Склад»',
    'ООО «Пример-Снаб»',
    'АО «Вымышленные Машины»',
    'ООО «Макет и Чертёж»',
    'ООО «ТД «Небывалый»',
    'ООО «Тестовые Технологии»',
    'АО «Условный Завод»',
    'ООО «Демонстрационная Логистика»',
  ],
  US: [
    'Specimen Tools Inc.',
    'Placeholder Paper LLC',
    'Imaginary Networks Corp.',
    'Nowhere Furniture Co.',
    'Sampleton Software Inc.',
    'Fictional Freight LLC',
  ],
  GB: ['Makebelieve Supplies Ltd', 'Example & Specimen Ltd', 'Invented Foods Ltd', 'Neverwas Engineering Ltd', 'Mockup Interiors plc'],
  DE: [
    'Musterwerk GmbH',
    'Beispiel Bürobedarf GmbH & Co. KG',
    'Phantasie Elektrotechnik GmbH',
    'Nirgendwo Handels AG',
    'Erfunden & Partner GmbH',
    'Probe Lebensmittel GmbH',
  ],
  FR: ['Exemple Fournitures SARL', 'Société Imaginaire SAS', 'Modèle et Cie SARL', 'Atelier Fictif SAS'],
}

/** Streets and towns that read right and are no known address: [street, zip, city, region?]. */
export const addresses: Readonly<Record<Country, readonly (readonly [string, string, string, string?])[]>> = {
  RU: [
    ['ул. Примерная, д. 14, оф. 305', '198099', 'Образцовск'],
    ['пр-т Вымышленный, д. 7, стр. 2', '198011', 'Макетоград'],
    ['ул. Тестовая, д. 101', '198045', 'Условный'],
    ['наб. Небывалая, д. 33, пом. 12Н', '198073', 'Образцовск'],
  ],
  US: [
    ['1200 Placeholder Avenue, Suite 40', '00042', 'Sampleton', 'NV'],
    ['88 Specimen Street', '00017', 'Nowhere Falls', 'OR'],
    ['4501 Imaginary Boulevard', '00093', 'Exampleville', 'TX'],
  ],
  GB: [
    ['12 Makebelieve Lane', 'ZZ1 4AB', 'Exampleton'],
    ['Unit 7, Specimen Business Park', 'ZZ9 2QT', 'Mockbury'],
    ['48 Invented Road', 'ZZ3 8LN', 'Neverham'],
  ],
  DE: [
    ['Musterstraße 12', '00815', 'Musterstadt'],
    ['Am Beispielpark 3a', '00317', 'Probehausen'],
    ['Phantasieallee 144', '00999', 'Nirgendwo'],
    ['Erfundener Weg 8', '00451', 'Beispielburg'],
  ],
  FR: [
    ["12 rue de l'Exemple", '00120', 'Villemodèle'],
    ['4 avenue Imaginaire', '00750', 'Sainte-Fiction'],
    ['27 quai du Spécimen', '00690', 'Port-Exemple'],
  ],
}

export const banks: Readonly<Record<Country, readonly string[]>> = {
  RU: ['АО «Образец-Банк» г. Образцовск', 'ПАО «Банк Пример» г. Макетоград', 'АО КБ «Условный кредит» г. Условный'],
  US: ['First Placeholder Bank'],
  GB: ['Specimen Bank plc'],
  DE: ['Musterbank eG', 'Beispielkasse Nirgendwo'],
  FR: ['Banque Exemple'],
}
