import type { ComponentChildren } from 'preact'

/** A table of settings or events: wide ones scroll by themselves, so the page does not. */
export const PlainTable = ({ heads, children }: { heads: readonly string[]; children: ComponentChildren }) => (
  <div class="scroll">
    <table class="plain">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)
