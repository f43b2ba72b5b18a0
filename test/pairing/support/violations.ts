import type { Candidate, RoundInput, RoundPlan } from '../../../src/pairing/model.ts'

/**
 * The hard rules of product.md section 5 worked out again from the people, in other words than the app's: what a plan
 * breaks, as sentences.
 */
export function violations(input: RoundInput, plan: RoundPlan): string[] {
  const byId = new Map(input.people.map((person) => [person.id, person]))
  const found: string[] = []
  const partners = new Map<string, number>()
  const learning = new Map<string, number>()
  for (const { members } of plan.pairs) {
    for (const { id, role } of members) {
      partners.set(id, (partners.get(id) ?? 0) + 1)
      if (role !== 'guide') learning.set(id, (learning.get(id) ?? 0) + 1)
    }
    for (const [i, one] of members.entries()) {
      for (const other of members.slice(i + 1)) {
        found.push(
          ...between(input, byId.get(one.id)!, byId.get(other.id)!).map((rule) => `${one.id}+${other.id}: ${rule}`),
        )
      }
    }
  }
  for (const { id, capacity } of input.people) {
    if ((partners.get(id) ?? 0) > capacity) found.push(`${id} has more partners than places`)
    if ((learning.get(id) ?? 0) > 1) found.push(`${id} has two new partners`)
    const left = plan.unpaired.some((person) => person.id === id)
    if (left === partners.has(id)) found.push(`${id} is ${left ? 'both paired and unpaired' : 'left out silently'}`)
  }
  return found
}

function between(input: RoundInput, guide: Candidate, learner: Candidate): string[] {
  const { kind, rules } = input
  const broken: string[] = []
  const gap = (guide.level ?? Number.NaN) - (learner.level ?? Number.NaN)
  if (kind === 'traditional' && !(gap >= 1)) broken.push('level')
  if (kind === 'reverse' && !(gap <= -2)) broken.push('level')
  if (kind === 'cross-group' && !(Math.abs(gap) <= 1)) broken.push('level')
  if (rules.attributeRule === 'differs') {
    if (!guide.attribute || !learner.attribute || guide.attribute === learner.attribute) broken.push('attribute')
  }
  if (rules.attributeRule === 'guide-declares' && !guide.attribute) broken.push('attribute')
  if (rules.otherTeam && guide.team !== null && guide.team === learner.team) broken.push('team')
  const spoken = new Set(guide.languages)
  const bothSaid = guide.languages.length > 0 && learner.languages.length > 0
  if (rules.sharedLanguage && bothSaid && !learner.languages.some((word) => spoken.has(word))) broken.push('language')
  if (rules.sharedHours && hoursShared(input.on, guide, learner) < rules.minSharedHours) broken.push('hours')
  const apart = [...input.never, ...input.taken]
  if (apart.some(([a, b]) => [a, b].includes(guide.id) && [a, b].includes(learner.id))) broken.push('apart')
  if (line(input, guide.id).includes(learner.id) || line(input, learner.id).includes(guide.id)) broken.push('manager')
  return broken
}

function line(input: RoundInput, id: string): string[] {
  const bossOf = (who: string) =>
    input.people.find((person) => person.id === who)?.managerId ?? input.managers.get(who) ?? null
  const boss = bossOf(id)
  const chief = boss === null ? null : bossOf(boss)
  return [boss, chief].filter((who) => who !== null)
}

/** Counts quarter hours of the day at which both work; Infinity where one is not known or works when it suits. */
function hoursShared(on: string, one: Candidate, other: Candidate): number {
  if (one.asyncFirst || other.asyncFirst) return Number.POSITIVE_INFINITY
  const quarters = [one, other].map(({ tz, hours }) => {
    if (tz === null || hours === null) return null
    const local = new Intl.DateTimeFormat('en-GB', {
      timeZone: tz,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    return Array.from({ length: 96 }, (_, quarter) => {
      const at = new Date(new Date(`${on}T00:00:00Z`).getTime() + quarter * 15 * 60_000)
      const [hour = 0, minute = 0] = local.format(at).split(':').map(Number)
      const minutes = hour * 60 + minute
      return hours.from <= minutes && minutes < hours.to
    })
  })
  const [first, second] = quarters
  if (!first || !second) return Number.POSITIVE_INFINITY
  return first.filter((works, quarter) => works && second[quarter]).length / 4
}
