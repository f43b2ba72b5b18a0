import type { Reader } from '../visibility.ts'

/** The sentence beside a question. Leads are not named here: there may be several, and all of them see it. */
export const visibility = {
  reader: {
    partner: 'your partner',
    leads: "the program's leads",
    totals: "the program's leads, only in totals of 5 people or more",
    everyone: 'everyone here who asks for it',
    pairing: 'nobody; only the pairing uses it',
    contacts: 'the contacts for concerns',
    nobody: 'nobody',
  } satisfies Record<Reader, string>,
  seenBy: (readers: readonly string[]) => `Seen by ${readers.join(' and ')}.`,
}
