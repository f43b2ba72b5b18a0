/** What a button or a form carries: which pair and cycle it was about. An id, never authority. */
export interface Reference {
  readonly pairId: number
  /** '' where the message came before the kickoff: the pair's cycle of the day is meant */
  readonly cycleOn: string
  /** what the button chose: `4`, `yes`, a version; '' where it only opens something */
  readonly choice: string
}

/** `12/2026-11-02/4` */
export const referenceText = (pairId: number, cycleOn: string, choice: string | number = ''): string =>
  `${pairId}/${cycleOn}/${choice}`

const FORM = /^(\d{1,9})\/(\d{4}-\d{2}-\d{2})?\/([a-z0-9]{0,12})$/u

/** Undefined for anything that none of our buttons carries. */
export function readReference(value: string): Reference | undefined {
  const found = FORM.exec(value)
  if (!found) return undefined
  const [, pairId = '', cycleOn = '', choice = ''] = found
  return { pairId: Number(pairId), cycleOn, choice }
}
