import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sniff } from '../../../../adapters/sniff/index.ts'
import { parseXml } from '../../../../adapters/xml/index.ts'
import { setAt } from '../../../../core/paths.ts'
import { updOf, windows1251 } from '../../../../samples/einvoice/upd.ts'
import { createInvoice } from '../../../../samples/model.ts'
import { createRandom } from '../../../../samples/random.ts'
import { readInvoiceXml } from '../index.ts'

const read = (xml: string) => {
  const data: Record<string, unknown> = {}
  for (const { path, value } of readInvoiceXml(parseXml(windows1251(xml))) ?? []) setAt(data, path, value)
  return data
}

const HEAD = '<?xml version="1.0" encoding="windows-1251"?>'
const ID = 'ИдФайл="ON_NSCHFDOPPR_2BM-1_2BM-2_20260814_00000000-0000-4000-8000-000000000001_0_0_0_0_0_00"'

/** Two rates and an exempt line; the amounts are calculated by hand. */
const UPD_503 = `${HEAD}
<Файл ${ID} ВерсФорм="5.03" ВерсПрог="test"><Документ КНД="1115131" Функция="СЧФДОП">
 <СвСчФакт НомерДок="УТ-17/3" ДатаДок="14.08.2026">
  <СвПрод СокрНаим="Образец"><ИдСв><СвЮЛУч НаимОрг="ООО &quot;Образец&quot;" ИННЮЛ="7707083893" КПП="770701001"/></ИдСв>
   <Адрес><АдрРФ Индекс="125009" КодРегион="77" НаимРегион="г. Москва" Улица="Тверская ул." Дом="7" Корпус="2"/></Адрес>
   <БанкРекв НомерСчета="40702810938000000001"><СвБанк НаимБанк="ПАО Банк" БИК="044525225" КорСчет="30101810400000000225"/></БанкРекв>
   <Контакт><Тлф>+7 000 555-01-01</Тлф><ЭлПочта>info@obrazec.example</ЭлПочта></Контакт></СвПрод>
  <ГрузОт><ОнЖе>он же</ОнЖе></ГрузОт>
  <ГрузПолуч><ИдСв><СвИП ИННФЛ="500100732259"><ФИО Фамилия="Примерова" Имя="Анна" Отчество="Юрьевна"/></СвИП></ИдСв></ГрузПолуч>
  <СвПРД НомерПРД="88" ДатаПРД="01.08.2026" СуммаПРД="100.00"/>
  <СвПокуп><ИдСв><СвИП ИННФЛ="500100732259" ОГРНИП="304500116000157"><ФИО Фамилия="Примерова" Имя="Анна" Отчество="Юрьевна"/></СвИП></ИдСв>
   <Адрес><АдрГАР ИдНом="1" Индекс="142100"><Регион>50</Регион><НаимРегион>Московская область</НаимРегион><НаселенПункт Вид="г." Наим="Подольск"/>
    <ЭлУлДорСети Тип="ул." Наим="Мира"/><Здание Тип="д." Номер="4"/></АдрГАР></Адрес></СвПокуп>
  <ДенИзм КодОКВ="643" НаимОКВ="Российский рубль"/></СвСчФакт>
 <ТаблСчФакт>
  <СведТов НомСтр="1" НаимТов="Реле времени" ОКЕИ_Тов="796" НаимЕдИзм="шт" КолТов="2.000" ЦенаТов="2451.64" СтТовБезНДС="4903.28" НалСт="22%" СтТовУчНал="5982">
   <СвДТ КодПроисх="156" НомерДТ="10702070/010126/0000001"/><ДопСведТов КодТов="A-1" АртикулТов="B-1" ГТИН="04609664786013"/>
   <Акциз><БезАкциз>без акциза</БезАкциз></Акциз><СумНал><СумНал>1078.72</СумНал></СумНал></СведТов>
  <СведТов НомСтр="2" НаимТов="Книга" ОКЕИ_Тов="796" НаимЕдИзм="шт" КолТов="1" ЦенаТов="500" СтТовБезНДС="500" НалСт="10%" СтТовУчНал="550">
   <Акциз><БезАкциз>без акциза</БезАкциз></Акциз><СумНал><СумНал>50</СумНал></СумНал></СведТов>
  <СведТов НомСтр="3" НаимТов="Лицензия" ОКЕИ_Тов="0000" НаимЕдИзм="-" КолТов="1" ЦенаТов="1000" СтТовБезНДС="1000" НалСт="без НДС" СтТовУчНал="1000">
   <Акциз><БезАкциз>без акциза</БезАкциз></Акциз><СумНал><БезНДС>без НДС</БезНДС></СумНал></СведТов>
  <ВсегоОпл СтТовБезНДСВсего="6403.28" СтТовУчНалВсего="7532"><СумНалВсего><СумНал>1128.72</СумНал></СумНалВсего></ВсегоОпл>
 </ТаблСчФакт>
 <СвПродПер><СвПер СодОпер="Товары переданы" ДатаПер="15.08.2026" ДатаНачПер="01.08.2026" ДатаОконПер="15.08.2026">
  <ОснПер РеквНаимДок="Договор" РеквНомерДок="К-48" РеквДатаДок="10.02.2026"/></СвПер></СвПродПер>
 <Подписант Должн="Директор" СпосПодтПолном="1"><ФИО Фамилия="Образцов" Имя="Иван"/></Подписант>
</Документ></Файл>`

describe('УПД 5.03', () => {
  it('is read into the canonical invoice', () => {
    assert.deepEqual(read(UPD_503), {
      number: 'УТ-17/3',
      issueDate: '2026-08-14',
      typeCode: '380',
      currency: 'RUB',
      seller: {
        name: 'ООО "Образец"',
        tradeName: 'Образец',
        inn: '7707083893',
        kpp: '770701001',
        address: { zip: '125009', region: 'г. Москва', city: 'Москва', line1: 'Тверская ул., д. 7, корп. 2', country: 'RU' },
        contact: { phone: '+7 000 555-01-01', email: 'info@obrazec.example' },
      },
      payment: {
        reference: '88',
        account: '40702810938000000001',
        bik: '044525225',
        corrAccount: '30101810400000000225',
        bankName: 'ПАО Банк',
      },
      buyer: {
        name: 'ИП Примерова Анна Юрьевна',
        inn: '500100732259',
        legalId: '304500116000157',
        address: { zip: '142100', region: 'Московская область', city: 'Подольск', line1: 'ул. Мира, д. 4', country: 'RU' },
      },
      consignor: 'он же',
      consignee: 'ИП Примерова Анна Юрьевна',
      contractRef: { name: 'Договор', number: 'К-48', date: '2026-02-10' },
      deliveryDate: '2026-08-15',
      period: { start: '2026-08-01', end: '2026-08-15' },
      totals: { net: '6403.28', tax: '1128.72', gross: '7532.00' },
      taxes: [
        { category: 'S', rate: '22', base: '4903.28', amount: '1078.72' },
        { category: 'S', rate: '10', base: '500.00', amount: '50.00' },
        { category: 'E', base: '1000.00', exemptionReason: 'без НДС' },
      ],
      lines: [
        {
          no: '1',
          name: 'Реле времени',
          sellerItemId: 'A-1',
          gtin: '04609664786013',
          quantity: '2',
          unit: 'H87',
          unitRaw: 'шт',
          unitPrice: '2451.64',
          net: '4903.28',
          taxCategory: 'S',
          taxRate: '22',
          tax: '1078.72',
          gross: '5982.00',
          originCountry: 'CN',
          customsDecl: '10702070/010126/0000001',
        },
        {
          no: '2',
          name: 'Книга',
          quantity: '1',
          unit: 'H87',
          unitRaw: 'шт',
          unitPrice: '500',
          net: '500.00',
          taxCategory: 'S',
          taxRate: '10',
          tax: '50.00',
          gross: '550.00',
        },
        { no: '3', name: 'Лицензия', quantity: '1', unitPrice: '1000', net: '1000.00', taxCategory: 'E', gross: '1000.00' },
      ],
      lineAmountsIncludeTax: false,
      signatories: [{ role: 'Директор', name: 'Образцов Иван' }],
    })
  })

  it('says where in the file each value stands', () => {
    const found = readInvoiceXml(parseXml(windows1251(UPD_503)))!.find(({ path }) => path === 'lines[1].tax')!
    assert.deepEqual(found.evidence, [{ page: null, box: null, text: '50', path: '/Файл/Документ/ТаблСчФакт/СведТов[2]/СумНал/СумНал' }])
    const number = readInvoiceXml(parseXml(windows1251(UPD_503)))!.find(({ path }) => path === 'number')!
    assert.equal(number.evidence[0]!.path, '/Файл/Документ/СвСчФакт/@НомерДок')
  })

  it('of an advance has VAT taken out of the gross amount and no net', () => {
    const advance = read(`${HEAD}<Файл ${ID} ВерсФорм="5.03"><Документ Функция="СЧФ"><СвСчФакт НомерДок="А1" ДатаДок="01.02.2026"/>
      <ТаблСчФакт><СведТов НомСтр="1" НаимТов="Аванс" СтТовБезНДС="-" НалСт="22/122" СтТовУчНал="36600"><СумНал><СумНал>6600</СумНал></СумНал></СведТов>
      <ВсегоОпл СтТовУчНалВсего="36600"><СумНалВсего><СумНал>6600</СумНал></СумНалВсего></ВсегоОпл></ТаблСчФакт></Документ></Файл>`)
    assert.deepEqual(advance.taxes, [{ category: 'S', rate: '22', amount: '6600.00' }])
    assert.deepEqual(advance.totals, { tax: '6600.00', gross: '36600.00' })
    assert.deepEqual(advance.lines, [{ no: '1', name: 'Аванс', taxCategory: 'S', taxRate: '22', tax: '6600.00', gross: '36600.00' }])
  })

  it('that corrects another keeps what it corrects', () => {
    const corrected = read(UPD_503.replace('<СвПрод ', '<ИспрДок НомИспр="2" ДатаИспр="20.08.2026"/><СвПрод '))
    assert.equal(corrected.typeCode, '384')
    assert.deepEqual(corrected.precedingInvoice, { number: 'УТ-17/3', date: '2026-08-14' })
    assert.equal(corrected.note, 'Исправление № 2 от 20.08.2026')
  })

  it('says nothing for a day that does not exist', () => {
    assert.equal(read(UPD_503.replace('ДатаДок="14.08.2026"', 'ДатаДок="31.02.2026"')).issueDate, undefined)
  })
})

describe('УПД 5.01', () => {
  it('has other names for the same values', () => {
    const { number, issueDate, currency, contractRef, lines, signatories } =
      read(`${HEAD}<Файл ${ID} ВерсФорм="5.01"><Документ Функция="СЧФДОП">
      <СвСчФакт НомерСчФ="5" ДатаСчФ="01.02.2025" КодОКВ="643"><СвПрод><ИдСв><СвЮЛУч НаимОрг="АО Образец" ИННЮЛ="7707083893"/></ИдСв></СвПрод></СвСчФакт>
      <ТаблСчФакт><СведТов НомСтр="1" НаимТов="Бумага" ОКЕИ_Тов="796" КолТов="1" ЦенаТов="100" СтТовБезНДС="100" НалСт="20%" СтТовУчНал="120">
        <СумНал><СумНал>20</СумНал></СумНал><СвТД КодПроисх="276" НомерТД="1/2/3"/><ДопСведТов КодТов="7" НаимЕдИзм="шт"/></СведТов></ТаблСчФакт>
      <СвПродПер><СвПер><ОснПер НаимОсн="Без документа-основания"/></СвПер></СвПродПер>
      <Подписант><ИП ИННФЛ="500100732259"><ФИО Фамилия="Образцов" Имя="Иван"/></ИП></Подписант></Документ></Файл>`)
    assert.deepEqual([number, issueDate, currency, contractRef], ['5', '2025-02-01', 'RUB', undefined])
    const [line] = lines as Record<string, unknown>[]
    assert.deepEqual([line!.unitRaw, line!.originCountry, line!.customsDecl, line!.sellerItemId], ['шт', 'DE', '1/2/3', '7'])
    assert.deepEqual(signatories, [{ name: 'Образцов Иван' }])
  })
})

describe('what is no УПД of a seller', () => {
  it('is not read', () => {
    const root = (id: string, kind: string) => parseXml(windows1251(`${HEAD}<Файл ИдФайл="${id}"><Документ Функция="${kind}"/></Файл>`))
    assert.equal(readInvoiceXml(root('ON_NSCHFDOPPOK_1_2_3', 'СЧФДОП')), null)
    assert.equal(readInvoiceXml(root('ON_NKORSCHFDOPPR_1_2_3', 'КСЧФ')), null)
    assert.equal(readInvoiceXml(root('ON_NSCHFDOPPR_1_2_3', 'СвРК')), null)
  })
  it('is refused by its content', () => {
    assert.deepEqual(sniff(windows1251(UPD_503)), { format: 'xml', mediaType: 'application/xml' })
    const other = windows1251(`${HEAD}<Файл ИдФайл="ON_NSCHFDOPPOK_1_2"><Документ/></Файл>`)
    assert.throws(() => sniff(other), /an XML file of another kind/)
    assert.throws(() => sniff(Buffer.from('<?xml version="1.0" encoding="UTF-8"?><Файл ИдФайл="NO_NDS_1"/>')), /another kind/)
    assert.equal(sniff(Buffer.from(UPD_503.replace('windows-1251', 'UTF-8'))).format, 'xml')
  })
})

describe('generated УПД', () => {
  it('come back as they were written, in both versions', () => {
    for (let i = 0; i < 20; i++) {
      const rates = i % 5 === 0 ? null : { main: '22', reduced: '10' }
      const plan = { country: 'RU', currency: 'RUB', trade: 'goods', lineCount: 1 + (i % 7), rates, taxPerLine: true } as const
      const invoice = createInvoice(plan, 'ru', createRandom(`upd-${i}`))
      for (const version of ['5.03', '5.01'] as const) {
        const data = read(updOf(invoice, version)) as {
          lines: Record<string, unknown>[]
          totals: unknown
          number: string
          seller: { inn: string }
        }
        assert.equal(data.number, invoice.number)
        assert.equal(data.seller.inn, invoice.seller.inn)
        const { net, tax, gross } = invoice.totals
        assert.deepEqual(data.totals, plan.rates === null ? { net, gross } : { net, tax, gross })
        assert.deepEqual(
          data.lines.map(({ name, quantity, net: own, gross: all, taxRate }) => [name, quantity, own, all, taxRate ?? null]),
          invoice.lines.map((line) => [line.name, line.quantity, line.net, line.gross, rates === null ? null : line.taxRate]),
        )
      }
    }
  })
})
