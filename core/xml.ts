/** A parsed XML element. `name` is the local name, `namespace` the URI ('' = none). `text` joins the element's own character data, trimmed. `path` is an XPath with positions, for evidence. */
export interface XmlElement {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
  readonly path: string
}
