import type { ComponentChildren } from 'preact'

/** Something secret that was just made and can be seen no more afterwards. */
export const ShownOnce = ({ title, text, note }: { title: ComponentChildren; text: string; note: string }) => (
  <section class="card" role="status">
    <h2>{title}</h2>
    <pre class="command">
      <code>{text}</code>
    </pre>
    <p class="muted">{note}</p>
  </section>
)
