import type { Copy } from '../../copy/copy.ts'
import { FLOOR } from '../../copy/visibility.ts'
import { clip, escape } from '../../slack/blocks.ts'
import type { WaitingLook } from '../look-at-waiting.ts'

const MOST_SKILLS = 8

/** "12 people"; a private program's numbers are treated like answers: "fewer than 5 people", the same for 0 and 4. */
export const peopleOrFew = (copy: Copy, { isPrivate }: { readonly isPrivate: boolean }, people: number): string =>
  isPrivate && people < FLOOR ? copy.coverage.fewPeople : copy.general.people(people)

/** What the program has to pair people with, and what it lacks; mrkdwn. */
export function coverageText(copy: Copy, look: WaitingLook): string {
  const words = copy.coverage
  const { coverage, program } = look
  const number = (n: number) => (program.isPrivate && n < FLOOR ? words.few : String(n))
  const known = <T>(n: number, say: (n: number) => T) => (n === 0 && !program.isPrivate ? null : say(n))
  const people = (n: number) => peopleOrFew(copy, program, n)
  const joined = people(coverage.joined)
  return [
    ...(coverage.freePlaces === null
      ? [words.turns(joined)]
      : [
          words.roles(joined, number(coverage.canGuide), number(coverage.canLearn)),
          words.places(
            number(coverage.freePlaces),
            coverage.canLearn === 0 && !program.isPrivate ? 'nobody' : known(coverage.learnersWithout, number),
          ),
        ]),
    ...wishes(copy, look),
    words.unknown(known(coverage.noLevel, people), known(coverage.noManager, people)),
  ].join('\n')
}

/** In a private program only what many wish for: a rare wish would say who is in it. */
function wishes(copy: Copy, { coverage, program, names }: WaitingLook): readonly string[] {
  const words = copy.coverage
  const { unoffered } = coverage
  const named = program.isPrivate ? unoffered.filter(({ people }) => people >= FLOOR) : unoffered
  if (named.length === 0) return coverage.hasWishes && !program.isPrivate ? [words.allOffered] : []
  const shown = named
    .slice(0, MOST_SKILLS)
    .map(({ skill, people }) => words.wished(escape(clip(names.skill(skill), 60)), people))
  const rest = named.length - shown.length
  return [words.unoffered([...shown, ...(rest > 0 ? [words.more(rest)] : [])].join(', '))]
}
