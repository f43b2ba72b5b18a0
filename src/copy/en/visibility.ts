import type { Reader } from '../visibility.ts'

/** The sentence beside a question; `lead` is the first name of the program's lead. */
export const visibility = {
  reader: {
    partner: () => 'your partner',
    leads: (lead: string) => lead,
    totals: (lead: string) => `${lead}, only in totals of 5 people or more`,
    everyone: () => 'everyone here who asks for it',
    pairing: () => 'nobody; only the pairing uses it',
    contacts: () => 'the contacts for concerns',
    nobody: () => 'nobody',
  } satisfies Record<Reader, (lead: string) => string>,
  seenBy: (readers: readonly string[]) => `Seen by ${readers.join(' and ')}.`,
}
