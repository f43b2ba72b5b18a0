/** What one month is about, and how each of the two comes to it. */
export interface Topic {
  /** unique over all curricula; what the database keeps */
  readonly key: string
  readonly title: string
  /** why it is worth an hour, in one or two sentences */
  readonly why: string
  /** three to five, in the order they are asked */
  readonly questions: readonly string[]
  /** the guide's card: how to open, organise, ask and close this talk */
  readonly leadTheTalk: string
  /** the learner's card: what helps a guide */
  readonly helpsAGuide: string
  /** what only a senior learner gets, before the talk: listen and understand first */
  readonly listenFirst: { readonly card: string; readonly questions: readonly string[] }
  /** where the subject comes from */
  readonly source: string
}

/** Topics in the order a program takes them; the look back comes after the last, whatever the curriculum. */
export interface Curriculum {
  readonly id: string
  readonly title: string
  readonly topics: readonly Topic[]
}
