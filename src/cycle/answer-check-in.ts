import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import { type Answer, type Answered, LONGEST_WORDS, UNANSWERED } from './check-in.ts'
import { type CheckInKey, findCheckIn, saveAnswer, saveWords, sealedWords } from './check-in-store.ts'
import { checkInAt } from './cycle-dues.ts'
import { type Asked, findPlace, takesAnswers } from './find-cycle.ts'
import { cycleNow, ownCycles, type Place, type Scene, type ScenePerson, talkIn } from './scene.ts'

/** Saves one tap of a check-in. Twice the same tap is once; another answer replaces it until the next check-in asks. */
export async function answerCheckIn(
  deps: Deps,
  input: Asked & { readonly answer: Answer },
  now: Date,
): Promise<Result<Answered>> {
  const place = await findOpen(deps.db, input, now)
  if (!place.ok) return place
  const checkIn = await saveAnswer(deps.db, keyOf(place.value), input.answer, now)
  return checkIn ? done({ ...place.value, checkIn }) : refuse('not_met')
}

/** Saves somebody's words about a cycle, encrypted; the last ones stand. */
export async function writeWords(
  deps: Deps,
  input: Asked & { readonly words: string },
  now: Date,
): Promise<Result<Answered>> {
  if (input.words === '') return refuse('words_missing', {}, 'words')
  const { length } = input.words
  if (length > LONGEST_WORDS) return refuse('words_too_long', { most: LONGEST_WORDS, length }, 'words')
  const place = await findOpen(deps.db, input, now)
  if (!place.ok) return place
  const key = keyOf(place.value)
  const sealed = deps.cipher.seal(input.words, wordsField(key))
  return done({ ...place.value, checkIn: await saveWords(deps.db, key, sealed, now) })
}

/** Somebody's own words about a cycle, opened; '' where there are none. */
export async function readWords(deps: Deps, place: Place): Promise<string> {
  const key = keyOf(place)
  const sealed = await sealedWords(deps.db, key)
  return sealed === null ? '' : deps.cipher.open(sealed, wordsField(key))
}

/** A cycle that takes answers, with those of that person so far. */
export async function findAnswered(db: Db, asked: Asked, now: Date): Promise<Result<Answered>> {
  const place = await findOpen(db, asked, now)
  if (!place.ok) return place
  return done({ ...place.value, checkIn: (await findCheckIn(db, keyOf(place.value))) ?? UNANSWERED })
}

/**
 * The check-in somebody means when they ask for it: the one asked last; before this cycle's is asked, the one before
 * as long as it is unanswered, else this cycle's.
 */
export async function findMeant(db: Db, scene: Scene, person: ScenePerson, now: Date): Promise<Answered | undefined> {
  const cycle = cycleNow(scene, now)
  if (!cycle || cycle.on > localDate(now, scene.program.tz)) return undefined
  const own = ownCycles(scene)
  const before = own[own.findIndex((c) => c.on === cycle.on) - 1]
  if (before && now < checkInAt(scene, cycle, person, talkIn(scene, cycle.on)?.at ?? null, new Date(0))) {
    const earlier = { scene, person, cycle: before }
    const answers = (await findCheckIn(db, keyOf(earlier))) ?? UNANSWERED
    if (answers.hasMet === null) return { ...earlier, checkIn: answers }
  }
  const place = { scene, person, cycle }
  return { ...place, checkIn: (await findCheckIn(db, keyOf(place))) ?? UNANSWERED }
}

async function findOpen(db: Db, asked: Asked, now: Date): Promise<Result<Place>> {
  const place = await findPlace(db, asked, now)
  if (!place.ok) return place
  const { scene, cycle } = place.value
  if (localDate(now, scene.program.tz) < cycle.on) return refuse('message_out_of_date')
  return takesAnswers(place.value, now) ? place : refuse('cycle_over')
}

export const keyOf = ({ scene, cycle, person }: Place): CheckInKey => ({
  workspaceId: scene.workspaceId,
  pairId: scene.pair.id,
  cycleOn: cycle.on,
  personId: person.id,
})

/** What the ciphertext of somebody's words is bound to. */
const wordsField = (key: CheckInKey) => ({
  table: 'check_in',
  row: `${key.workspaceId}/${key.pairId}/${key.cycleOn}/${key.personId}`,
})
