import type { ReadLeads } from '../read-leads.ts'
import { general } from './general.ts'

const together = (partners: readonly string[]) => general.list(['you', ...partners])

/** The check-in: one question first, what rides along after it. */
export const cycleCheckIn = {
  notice: (partners: readonly string[]) => `Did ${together(partners)} meet?`,
  ask: (partners: readonly string[], month: string) =>
    `*Did ${together(partners)} meet in ${month}?* Either answer is fine.`,
  askKickoff: (partners: readonly string[]) =>
    `*Did ${together(partners)} have your first talk?* Either answer is fine.`,
  blind: (partners: readonly string[], leads: ReadLeads) =>
    `${general.list(partners)} ${partners.length > 1 ? 'are asked separately and never see' : 'is asked separately and never sees'} yours; ${general.leads(leads)} ${general.isOneLead(leads) ? 'sees' : 'see'} only totals from 5 people or more.`,
  met: 'We met',
  notMet: 'Not this month',
  notYet: 'Not yet',
  savedMet: 'Saved: you met.',
  savedNotMet: 'Saved: you did not meet. That is fine, and nothing is needed.',
  mayChange: 'You can change any answer here until the next check-in.',
  questions: {
    worth: 'What was it worth to you? 1 little, 5 a lot.',
    learned: 'How much did you learn? 1 little, 5 a lot.',
    taught: 'How much could you teach? 1 little, 5 a lot.',
    confident: 'I feel confident at work: 1 not at all, 5 fully.',
    heard: 'My voice is heard here: 1 not at all, 5 fully.',
  },
  answered: (question: string, step: number) => `${question} *Saved: ${step}*`,
  agreementHolds: 'Does what you agreed still hold?',
  holds: 'It still holds',
  changeIt: 'Change it',
  holdsSaved: '*Saved: it still holds*',
  changeSaved: '*Saved: it changes*',
  addWords: 'Add a few words',
  changeWords: 'Change my words',
  somethingCame: 'Something came of it',
  nothingCame: 'Nothing came of it after all',
  cameSaved: 'Saved: something came of it.',
  wordsSaved: 'Saved: your words.',
  wordsTitle: 'A few words',
  wordsLabel: 'What should be said about this talk?',
  wordsKept: 'Saved. You can change your words until the next check-in; there is nothing else you need to do.',
  wordsSave: 'Save my words',
  nothingAsked: 'No check-in is open for you at the moment. The next one comes by itself.',
}
