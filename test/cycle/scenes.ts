import { planCycles } from '../../src/cycle/cadence.ts'
import { cycleNamed, type PairCycle } from '../../src/cycle/pair-cycle.ts'
import { memberOf, ownCycles, type Place, type Scene, type ScenePerson } from '../../src/cycle/scene.ts'
import { KINDS, type KindId } from '../../src/program/kinds.ts'
import { SIX_TOPICS } from './stage.ts'

const mei: ScenePerson = {
  id: 'UMEI',
  name: 'Mei Lin',
  tz: 'America/Detroit',
  level: 2,
  hours: { from: 540, to: 1020 },
  offers: ['how-new-people-see-the-company'],
  wants: [],
  isActive: true,
}
const luis: ScenePerson = { ...mei, id: 'ULUIS', name: 'Luis Ortega', level: 8, offers: [], wants: mei.offers }
const ana: ScenePerson = { ...mei, id: 'UANA', name: 'Ana Ruiz', level: 4, wants: ['budgets'] }

/** Mei guides Luis from November on; in kinds that take turns Ana makes it three where asked for. */
export function aScene(kind: KindId = 'reverse', size: 2 | 3 = 2): Scene {
  const people = (size === 3 ? [ana, luis, mei] : [luis, mei]) as readonly ScenePerson[]
  const role = (person: ScenePerson) => (KINDS[kind].takesTurns ? 'both' : person === mei ? 'guide' : 'learner')
  return {
    workspaceId: 'T1',
    program: {
      id: 3,
      name: 'Vice Versa',
      kind,
      state: 'running',
      tz: 'America/Detroit',
      cadence: 1,
      endsOn: '2027-06-01',
      holidays: [],
      wantsReminders: true,
    },
    pair: {
      id: 12,
      programId: 3,
      roundId: 1,
      state: 'active',
      members: people.map((person) => ({ personId: person.id, role: role(person) })),
      proposerId: 'ULUIS',
      startedOn: '2026-10-14',
      kickoffOn: '2026-10-15',
      firstCycleOn: '2026-11-01',
      endedAt: null,
    },
    people,
    cycles: planCycles({ firstOn: '2026-11-01', cadence: 1, endsOn: null, topicKeys: SIX_TOPICS }),
    talks: [],
    reasons: [
      {
        skills: [{ from: 'UMEI', to: 'ULUIS', skills: ['how-new-people-see-the-company'] }],
        sharedHours: { from: 840, to: 1140 },
        levelGap: 6,
        otherTeam: true,
        otherSite: false,
        languages: [],
      },
    ],
    leads: [{ id: 'UDANA', name: 'Dana Whitfield' }],
    lead: 'Dana',
  }
}

/** @param on '' for the kickoff, else the first day of a cycle */
export function aPlace(scene: Scene, personId: string, on: string): Place {
  const own = ownCycles(scene)
  const cycle: PairCycle | undefined = on === '' ? own[0] : cycleNamed(own, on)
  const person = memberOf(scene, personId)
  if (!cycle || !person) throw new Error('no such place')
  return { scene, cycle, person }
}
