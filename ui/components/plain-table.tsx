import type { ComponentChildren } from 'preact'

/** A table of settings or events: wide ones scroll by themselves, so the page does not. */
export const PlainTable = ({ heads, children }: { heads: readonly string[]; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach what scrolls (WCAG 2.1.1)
  <div class="scroll" tabIndex={0}>
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
