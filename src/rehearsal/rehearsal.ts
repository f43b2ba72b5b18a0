import type { HostClock, Rehearsal } from '../sandbox/host.ts'
import { SPECS } from './companies/specs.ts'
import { makeCompany } from './make-company.ts'
import { createPlayers } from './play.ts'
import { setUp } from './set-up.ts'

/** What the page offers besides: a company of one's own. */
const FROM_FILE = {
  name: 'csv',
  title: 'From a file',
  about: 'Your own people from a CSV file; names, zones and skills that it does not say are invented.',
  size: 0,
} as const

/** The companies and the people in them, for the sandbox to show. */
export function createRehearsal(clock: HostClock, complain: (fault: unknown) => void): Rehearsal {
  const players = createPlayers(clock, complain)
  return {
    companies: [...SPECS.map(({ name, title, about, size }) => ({ name, title, about, size })), FROM_FILE],
    make: makeCompany,
    setUp: async (company, people) => {
      players.begin()
      await setUp(company, people)
    },
    play: players.play,
  }
}
