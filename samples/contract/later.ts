import type { Agreement, AgreementParty } from './agreement.ts'
import { type Form, SANS, SERIF } from './form.ts'

const details = (p: AgreementParty) =>
  `<b>${p.plainRole}</b><br>${p.plainName}<br>${p.address}<br>ИНН/КПП: ${p.inn}/${p.kpp}<br>ОГРН: ${p.ogrn}<br>Расчётный счёт: ${p.account}<br>Банк: ${p.bank}<br>БИК: ${p.bik}<br>Корр. счёт: ${p.corrAccount}<br><br>_________ ${p.short}`

const rent: Form = {
  name: 'rent',
  language: 'ru',
  face: SERIF,
  pages(a: Agreement) {
    const [one, other] = [a.party(0, 'Арендодатель'), a.party(1, 'Арендатор')]
    return [
      `<p class="centre"><b>${a.title('ДОГОВОР АРЕНДЫ НЕЖИЛОГО ПОМЕЩЕНИЯ')}</b><br>№ ${a.number}</p><table style="width:100%"><tr><td>г. ${a.place('Макетоград')}</td><td style="text-align:right">${a.signDate}</td></tr></table>
      <p><b>${one.name}</b>, далее «${one.role}», в лице ${one.position} ${one.signer}, действующего на основании ${one.authority}, и <b>${other.name}</b>, далее «${other.role}», в лице ${other.position} ${other.signer}, действующего на основании ${other.authority}, далее вместе – «Стороны», а по отдельности – «Сторона», договорились о следующем.</p>
      <h2>I. ПРЕДМЕТ</h2><p>1. Арендодатель передаёт во временное владение и пользование Арендатору помещение площадью 120 кв. м для размещения склада.</p>
      <h2>II. АРЕНДНАЯ ПЛАТА</h2><p>2. Арендная плата за весь срок аренды составляет ${a.amount} рублей, НДС ${a.vatRate}% в том числе.</p><p>3. Арендатор перечисляет плату не позднее ${a.days} ${a.dayType('calendar', 'календарных')} дней с момента выставления счёта.</p>
      <h2>III. ОТВЕТСТВЕННОСТЬ</h2><p>4. При просрочке платежа начисляется пеня ${a.rate}% от просроченной суммы за ${a.per('каждый день')} просрочки, но не выше ${a.cap}% от неё.</p>
      <h2>IV. СРОК</h2><p>5. Срок аренды – ${a.term('months')} с даты подписания. Договор заключён ${a.shortDate} и начинает действовать ${a.effectiveDate}</p><p>6. Арендатор вправе отказаться от Договора во внесудебном порядке, предупредив об этом Арендодателя не менее чем за ${a.terminationNotice}.</p>
      <h2>V. СПОРЫ</h2><p>7. Неурегулированные споры передаются в ${a.venue('Арбитражный суд Новосибирской области')}; применяется право ${a.law('Российская Федерация', 'Российской Федерации')}.</p>`,
      `<h2>VI. СТОРОНЫ</h2><div class="two"><div>${details(one)}</div><div>${details(other)}</div></div>`,
    ]
  },
}

const agency: Form = {
  name: 'agency',
  language: 'ru',
  face: SANS,
  pages(a: Agreement) {
    // In the order in which the opening names them.
    const [other, one] = [a.party(0, 'Принципал'), a.party(1, 'Агент')]
    const line = (p: AgreementParty) =>
      `<tr><td>${p.plainRole}</td><td>${p.plainName}, ${p.address}, ИНН ${p.inn}, КПП ${p.kpp}, р/с № ${p.account} в ${p.bank}, БИК ${p.bik}, к/с № ${p.corrAccount}</td><td>____________ (${p.short})</td></tr>`
    return [
      `<p>${a.signDate}</p><h1>${a.title('Агентский договор')} № ${a.number}</h1><p class="centre">г. ${a.place('Условный')}</p>
      <p>${other.name} («${other.role}»), от имени которого действует на основании ${other.authority} ${other.signer}, и ${one.name} («${one.role}»), от имени которого действует на основании ${one.authority} ${one.signer}, заключили договор:</p>
      <h2>1. Предмет</h2><p>1.1. Агент за вознаграждение совершает по поручению Принципала юридические и иные действия.</p>
      <h2>2. Вознаграждение</h2><p>2.1. Размер вознаграждения по договору: ${a.amount} руб. (${a.words}), НДС не облагается.</p><p>2.2. Принципал платит вознаграждение в срок ${a.days} ${a.dayType('working', 'рабочих')} дней после утверждения отчёта.</p>
      <h2>3. Действие договора</h2><p>3.1. Договор вступает в силу ${a.effectiveDate} и прекращается ${a.expiryDate(1)} Он продлевается каждый раз на ${a.renewal}, если за ${a.renewalNotice} до окончания срока ни одна сторона не возразит.</p>
      <h2>4. Разное</h2><p>4.1. Споры рассматривает ${a.venue('Арбитражный суд Пермского края')}. 4.2. Совокупная ответственность Агента ограничена ${a.liability('суммой вознаграждения')}.</p><p>${a.appendix(0, 'Форма отчёта', 'Приложение')}</p>
      <table class="grid">${line(one)}${line(other)}</table>`,
    ]
  },
}

const maintenance: Form = {
  name: 'en-maintenance',
  language: 'en',
  face: SERIF,
  pages(a: Agreement) {
    const [one, other] = [a.party(0, 'Provider'), a.party(1, 'Client')]
    return [
      `<h1>${a.title('MASTER MAINTENANCE AGREEMENT')}</h1><p class="centre">Contract number: ${a.number}</p><p>THIS MASTER MAINTENANCE AGREEMENT, dated as of ${a.signDate}, is entered into between ${one.name} (“${one.role}”), having its principal office at ${one.address}, and ${other.name} (“${other.role}”), having its principal office at ${other.address}.</p>
      <p>WHEREAS, Client operates equipment that requires regular maintenance; NOW, THEREFORE, the parties agree as follows:</p>
      <p><b>Section 1. Services.</b> Provider shall keep the equipment listed in Exhibit A in good working order.</p>
      <p><b>Section 2. Charges.</b> Client shall pay Provider an aggregate amount of ${a.currency('GBP')} ${a.amount}, due ${a.days} days after the date of each invoice.</p>
      <p><b>Section 3. Term.</b> The initial term begins on ${a.effectiveDate} and ends on ${a.expiryDate(1)}. Thereafter this Agreement renews for successive periods of ${a.renewal} unless a party notifies the other of its intent not to renew no later than ${a.renewalNotice} prior to the end of the then current term.</p>
      <p><b>Section 4. Termination for convenience.</b> Client may terminate this Agreement for any reason upon ${a.terminationNotice} prior written notice.</p>
      <p><b>Section 5. Warranty.</b> Provider warrants its work for ${a.warranty}.</p>
      <p><b>Section 6. Applicable law.</b> The laws of ${a.law('Northern Ireland', 'Northern Ireland')} apply to this Agreement, and the ${a.venue('courts of Northern Ireland')} have jurisdiction.</p>
      <div class="two"><div>${one.plainName}<br><br>By: ____________</div><div>${other.plainName}<br><br>By: ____________</div></div>`,
    ]
  },
}

/** Forms written after the rules, to be looked at once: their first figures are those of unseen contracts. */
export const laterContracts: readonly Form[] = [rent, agency, maintenance]
