/** Those who lead a program, as they are named to somebody who may be one of them. */
export interface ReadLeads {
  /** first names of the others */
  readonly others: readonly string[]
  readonly isReader: boolean
}
