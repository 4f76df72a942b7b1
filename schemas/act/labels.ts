import { captionIndex } from '../../core/extraction/labels/index.ts'
import { type CaptionList, captions } from '../shared/trade/labels/caption.ts'
import { captionsOfPaper } from '../shared/trade/labels/other-papers.ts'

/** Captions that an act has of its own, in Russian, English, German and French; all others are those of every trade paper. */
const OWN: CaptionList = [
  captions(
    'number',
    1,
    `
    Номер акта | № акта | Certificate no | Certificate number | Certificate # | Act no | Act number | Acceptance no | Report no |
    Reference | Reference no | Reference number |
    Acceptance certificate no | Acceptance certificate number | Completion certificate no | Protokoll-Nr | Protokollnummer |
    Abnahmeprotokoll-Nr | PV n° | Procès-verbal n°
  `,
  ),
  captions(
    'title',
    1,
    `
    Акт | Акт выполненных работ | Акт оказанных услуг | Акт об оказании услуг | Акт о выполнении работ | Акт на выполнение работ-услуг |
    Акт выполненных работ (оказанных услуг) | Акт сдачи-приемки | Акт приемки-сдачи | Акт приема-передачи | Акт приема-сдачи |
    Акт сдачи-приемки работ | Акт сдачи-приемки услуг | Акт сдачи-приемки выполненных работ | Акт сдачи-приемки оказанных услуг |
    Акт сдачи-приемки выполненных работ (оказанных услуг) | Акт сдачи-приемки работ (услуг) | Акт приемки-сдачи выполненных работ |
    Акт приемки-сдачи оказанных услуг | Акт приема-передачи оказанных услуг | Акт приема-передачи выполненных работ |
    Акт о приемке выполненных работ | Акт приемки выполненных работ | Акт приемки оказанных услуг | Акт о приемке оказанных услуг |
    Акт сдачи-приема | Акт об оказанных услугах | Акт выполнения работ |
    Act | Act of acceptance | Acceptance act | Acceptance certificate | Acceptance protocol | Certificate of acceptance |
    Certificate of completion | Completion certificate | Work completion certificate | Delivery and acceptance act |
    Delivery and acceptance certificate | Services acceptance certificate | Service acceptance certificate | Act of completed works |
    Act of rendered services | Work acceptance certificate | Certificate of completed works | Certificate of services rendered |
    Abnahmeprotokoll | Leistungsnachweis | Übergabeprotokoll | Procès-verbal de réception | Attestation de service fait
  `,
  ),
  captions(
    'issueDate',
    1,
    `
    Дата акта | Дата приемки | Дата подписания | Дата подписания акта | Date of the act | Act date | Certificate date |
    Date of certificate | Date of acceptance | Acceptance date | Datum der Abnahme | Abnahmedatum | Date de réception
  `,
  ),
  captions(
    'seller',
    1,
    'Исполнитель работ | Исполнитель услуг | Организация-исполнитель | Организация-подрядчик | Service provider | Performer | Executor | Auftragnehmer | Prestataire',
  ),
  captions('buyer', 1, 'Заказчик работ | Заказчик услуг | Организация-заказчик | Auftraggeber | Donneur d’ordre'),
  captions(
    'period',
    1,
    'Услуги оказаны за период | Период выполнения работ | Работы выполнены за период | Services rendered for the period | Service period | Period of services | Leistungszeitraum',
  ),
  captions(
    'net',
    1,
    'Value of services | Value of the services | Value of work | Value of the work | Стоимость работ без НДС | Стоимость услуг без НДС',
  ),
  captions(
    'gross',
    1,
    `
    Общая стоимость работ | Общая стоимость услуг | Общая стоимость выполненных работ | Общая стоимость оказанных услуг |
    Стоимость выполненных работ | Стоимость оказанных услуг | Стоимость работ составляет | Стоимость услуг составляет |
    Стоимость выполненных работ составляет | Стоимость оказанных услуг составляет | Общая стоимость работ составляет |
    Общая стоимость услуг составляет | Общая стоимость оказанных услуг составила | Общая стоимость выполненных работ составила |
    Общая стоимость работ (услуг) | Общая стоимость выполненных работ (оказанных услуг) | Total value of services | Total cost of services |
    Total value of the services | Total value of work | Total contract value accepted |
    Accepted value | Accepted amount | Value accepted | Amount accepted
  `,
  ),
]

export const ACT_CAPTIONS = captionIndex(captionsOfPaper(OWN))
