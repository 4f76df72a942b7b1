import type { Holder, QueuePlace, SetAside } from '../../adapters/db/index.ts'
import type { Language } from '../language.ts'
import { deskTexts } from '../texts/desk.ts'
import { queueTexts } from '../texts/queues.ts'
import { presentDate } from '../views/present.ts'
import { presentTime } from '../views/present-time.ts'
import { Icon } from './icons.tsx'

interface Props {
  readonly documentId: string
  readonly holder: Holder | null
  /** Whether this person may work on the document at all. */
  readonly mayTake: boolean
  readonly aside: (SetAside & { readonly person: string; readonly at: string }) | null
  /** Who approved it first, where two people have to. */
  readonly first: QueuePlace['approved']
  readonly person: string
  readonly claim: string
  readonly language: Language
}

/** That somebody else works on the document, and that it was set aside. */
export const DeskNotices = ({ documentId, holder, mayTake, aside, first, person, claim, language }: Props) => {
  const t = deskTexts(language)
  return (
    <>
      {holder ? (
        <form method="post" action={`/documents/${documentId}/claim`} class="notice notice--warning held">
          <Icon name="human" />
          <span>
            {t.heldBy.replace('{person}', holder.person).replace('{time}', presentTime(holder.since, language))} {t.heldText}
          </span>
          <input type="hidden" name="claim" value={claim} />
          {mayTake ? (
            <button type="submit" name="take" value="true">
              {t.takeOver}
            </button>
          ) : null}
        </form>
      ) : null}
      {first ? (
        <p class="notice notice--warning">
          <Icon name="human" />
          <span>
            {first.id === person
              ? queueTexts(language).youApproved
              : queueTexts(language).otherApproved.replace('{person}', first.name).replace('{time}', presentTime(first.at, language))}
          </span>
        </p>
      ) : null}
      {aside ? (
        <p class="notice notice--slim">
          <Icon name="info" />
          <span>
            {(aside.kind === 'postponed' ? t.wasPostponed : t.wasEscalated)
              .replace('{person}', aside.person)
              .replace('{time}', presentTime(aside.at, language))}{' '}
            {t.laterReasons[aside.reason as keyof typeof t.laterReasons] ?? aside.reason}
            {aside.until ? ` (${t.untilDay} ${presentDate(aside.until, language)})` : ''}
            {aside.note ? (
              <>
                {' — '}
                <bdi>{aside.note}</bdi>
              </>
            ) : null}
          </span>
        </p>
      ) : null}
    </>
  )
}
