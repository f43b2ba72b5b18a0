import { HAND_TRIES, HAND_TRY_DAYS, type Reader, type Trace } from '../visibility.ts'

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
  /** for whoever answers and for the lead who asks alike */
  trace: {
    by_hand: `A lead who names two people to be paired by hand reads at most that it cannot be, which has many possible reasons, and has ${HAND_TRIES} such tries in ${HAND_TRY_DAYS} days.`,
    partners_differ: 'Partners, and leads who see the pair, can tell that the two answers differ.',
    guide_answered: 'Whoever is guided, and leads who see the pair, can tell that the guide has answered.',
  } satisfies Record<Trace, string>,
  seenBy: (readers: readonly string[]) => `Seen by ${readers.join(' and ')}.`,
}
