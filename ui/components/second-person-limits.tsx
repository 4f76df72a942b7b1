import type { SecondPersonLimit } from '../../core/second-person.ts'
import { queueTexts } from '../texts/queues.ts'
import { presentNumber } from '../views/present.ts'
import type { Frame } from './shell.tsx'

/** Up to which total one person is enough. Everybody who works at the desk may read it, administrators change it. */
export const SecondPersonLimits = ({ frame, limits }: { frame: Frame; limits: readonly SecondPersonLimit[] }) => {
  const t = queueTexts(frame.language)
  const mayChange = frame.may.has('settings:write')
  return (
    <section class="card queue-rules" id="second-person">
      <h2>{t.second}</h2>
      <p>{t.secondText}</p>
      {limits.length === 0 ? <p class="muted">{t.noLimits}</p> : null}
      {limits.length === 0 ? null : (
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{t.currency}</th>
              <th scope="col" class="amount">
                {t.upTo}
              </th>
              {mayChange ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {limits.map(({ currency, amount }) => (
              <tr>
                <th scope="row">{currency === '*' ? t.otherCurrency : currency}</th>
                <td class="amount">{presentNumber(amount, frame.language)}</td>
                {mayChange ? (
                  <td>
                    <form method="post" action="/queues/second-person">
                      <input type="hidden" name="currency" value={currency} />
                      <button
                        type="submit"
                        name="action"
                        value="remove"
                        aria-label={`${t.remove}: ${currency === '*' ? t.otherCurrency : currency}`}
                      >
                        {t.remove}
                      </button>
                    </form>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayChange ? (
        <form method="post" action="/queues/second-person" class="queue-form">
          <label>
            {t.currency}
            <input name="currency" type="text" maxLength={3} pattern="[A-Za-z]{3}" placeholder={t.otherCurrency} autocomplete="off" />
          </label>
          <label>
            {t.upTo}
            <input name="amount" type="text" inputMode="decimal" required maxLength={20} autocomplete="off" />
          </label>
          <p>
            <button type="submit" name="action" value="set">
              {t.setLimit}
            </button>
          </p>
        </form>
      ) : null}
    </section>
  )
}
