import { promptDay } from '../cycle/cadence.ts'
import { introductionsSent } from '../cycle/introduction-store.ts'
import { asIntroduced } from '../cycle/kickoff.ts'
import { guideIn } from '../cycle/roles.ts'
import { cycleNow, firstNames, ownCycles, partnersOf, type Scene, talkIn } from '../cycle/scene.ts'
import { scenesOf } from '../cycle/scene-store.ts'
import type { Deps } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import { missingAnswer } from '../enrollment/attribute-store.ts'
import type { Enrollment } from '../enrollment/enrollment.ts'
import { enrollmentsOf } from '../enrollment/store.ts'
import { placeOf } from '../enrollment/waiting.ts'
import { waitingList } from '../enrollment/waiting-store.ts'
import { lastLeftOver } from '../pairing/last-round-store.ts'
import { reasonOf } from '../pairing/left-over.ts'
import { nextPartner } from '../pairing/next-partner.ts'
import { firstName } from '../people/person.ts'
import { findTopic } from '../program/curricula/curricula.ts'
import type { Program } from '../program/program.ts'
import type { Home, MyPair, MyPast, MyRest, MyWait } from './home.ts'
import { type PastPair, pastPairs } from './store.ts'

type Mine = Pick<Home, 'pairs' | 'waits' | 'rests' | 'past'>

/** ended pairs shown at most */
const MOST_PAST = 5

/** What somebody has in all their programs: partners, places on waiting lists, breaks, and what was before. */
export async function lookAtMine(
  deps: Deps,
  who: { readonly workspaceId: string; readonly personId: string; readonly programs: readonly Program[] },
  now: Date,
): Promise<Mine> {
  const { workspaceId, personId, programs } = who
  const scenes = await scenesOf(deps.db, workspaceId, personId)
  const past = await pastPairs(deps.db, workspaceId, personId, MOST_PAST)
  const waits: MyWait[] = []
  const rests: MyRest[] = []
  for (const enrollment of await enrollmentsOf(deps.db, workspaceId, personId)) {
    const program = programs.find((p) => p.id === enrollment.programId && p.state !== 'closed')
    if (!program) continue
    if (enrollment.state === 'paused' && enrollment.pausedUntil !== null) {
      rests.push({ program, until: enrollment.pausedUntil })
    } else if (enrollment.state === 'active' && !scenes.some((scene) => scene.program.id === program.id)) {
      waits.push(await waitIn(deps, { workspaceId, program, enrollment, past }, now))
    }
  }
  const pairs = await pairsOf(deps, { workspaceId, personId, scenes }, now)
  return { pairs, waits, rests, past: past.map(toPast) }
}

async function pairsOf(
  { db }: Deps,
  mine: { readonly workspaceId: string; readonly personId: string; readonly scenes: readonly Scene[] },
  now: Date,
): Promise<MyPair[]> {
  const { workspaceId, personId, scenes } = mine
  const fresh = scenes.filter(
    ({ pair, program }) => pair.kickoffOn === null || pair.kickoffOn > localDate(now, program.tz),
  )
  const ids = fresh.map(({ pair }) => pair.id)
  const sent = await introductionsSent(db, workspaceId, ids)
  return scenes.map((scene) => pairOf(scene, personId, sent.get(scene.pair.id) ?? null, now))
}

async function waitIn(
  { db }: Deps,
  mine: {
    readonly workspaceId: string
    readonly program: Program
    readonly enrollment: Enrollment
    readonly past: readonly PastPair[]
  },
  now: Date,
): Promise<MyWait> {
  const { workspaceId, program, past } = mine
  const { personId } = mine.enrollment
  const list = await waitingList(db, workspaceId, program.id)
  const at = list.findIndex((one) => one.personId === personId)
  const since = list[at]?.since ?? null
  const lost = past.find((pair) => pair.programId === program.id && since !== null && toPast(pair).to >= since)
  return {
    program,
    place: placeOf(list, at),
    all: list.length,
    since,
    ended: lost ? toPast(lost).partners : [],
    // the round before that pair says nothing of why they wait now
    reason: lost ? null : reasonOf(await lastLeftOver(db, workspaceId, program), personId, since),
    unanswered: await missingAnswer(db, { workspaceId, programId: program.id, personId }),
    next: await nextPartner(db, { workspaceId, personId, program }, now),
  }
}

/** @param introducedAt null where the introduction is not out, or the kickoff has followed it */
function pairOf(found: Scene, personId: string, introducedAt: Date | null, now: Date): MyPair {
  const scene = introducedAt === null ? found : asIntroduced(found, introducedAt, now)
  const { pair, program } = scene
  const cycle = cycleNow(scene, now)
  const common = { pairId: pair.id, program, partners: firstNames(partnersOf(scene, personId)) }
  if (!cycle) return { ...common, cycle: null }
  const cycles = ownCycles(scene)
  const next = cycles[cycles.findIndex((one) => one.on === cycle.on) + 1]
  const guide = guideIn(pair.members, program.kind, cycle)
  return {
    ...common,
    cycle: {
      on: found.pair.kickoffOn === null ? '' : cycle.on,
      kickoffOn: introducedAt === null ? null : cycle.on,
      topic: cycle.topicKey === null ? null : (findTopic(cycle.topicKey)?.title ?? cycle.topicKey),
      role: guide === null ? null : guide === personId ? 'guide' : 'learner',
      talkAt: talkIn(scene, cycle.on)?.at ?? null,
      nextOn: next ? promptDay(next.on, program.holidays) : null,
      endsOn: program.endsOn,
    },
  }
}

const toPast = (past: PastPair): MyPast => ({
  program: past.program,
  partners: past.partners.map(firstName),
  from: past.from,
  to: localDate(past.endedAt, past.tz),
})
