import { BadCall } from './http/answer.ts'
import type { Company, CompanyRequest } from './host.ts'
import { sendEvent } from './inbound/events.ts'
import { createPeople } from './people/client.ts'
import { addIm } from './state/conversations.ts'
import { removeAllBytes } from './state/files.ts'
import { setSettings, settingsOf, type World } from './world.ts'
import { firstMorning } from './zone.ts'

export const FIRST_COMPANY: CompanyRequest = { name: 'sachse-2016', seed: 1 }

/** @throws BadCall with the author's sentence when there is no such company or its file is bad */
export function makeCompany(world: World, request: CompanyRequest): Company {
  try {
    return world.host.rehearsal.make(request)
  } catch (problem) {
    throw new BadCall(problem instanceof Error ? problem.message : String(problem))
  }
}

/**
 * Replaces everything by a new company in a new workspace: the app is told that it was uninstalled from the old one,
 * started anew by its normal path, and the company's lead sets the programs up through Slack.
 */
export function loadCompany(world: World, request: CompanyRequest, company: Company): Promise<void> {
  return world.turns.run(async () => {
    try {
      await load(world, request, company)
    } catch (fault) {
      // the old company is gone by then: rather the default one than none, now and at every later start
      if (request.name !== FIRST_COMPANY.name) await load(world, FIRST_COMPANY, makeCompany(world, FIRST_COMPANY))
      throw fault
    }
  })
}

async function load(world: World, request: CompanyRequest, company: Company): Promise<void> {
  world.store.change(() => {
    world.store.put('loading', 'loading', request)
    setSettings(world, { ready: false })
  })
  world.failure = null
  try {
    await leaveOld(world)
    enterNew(world, company)
    await world.host.restart()
    await world.host.rehearsal.setUp(company, createPeople(world, 'setting-up'))
    await world.host.clock.idle()
  } catch (fault) {
    world.failure = fault instanceof Error ? fault.message : String(fault)
    throw fault
  }
  world.store.change(() => {
    world.store.remove('loading', 'loading')
    setSettings(world, { ready: true })
  })
  world.host.clock.hold(settingsOf(world).hold)
}

/** The old workspace takes the app away; the app deletes what it kept of it. */
async function leaveOld(world: World): Promise<void> {
  world.host.clock.hold(true)
  if (world.store.rows.company.size > 0) {
    world.isUninstalled = true
    await sendEvent(world, { type: 'app_uninstalled' })
  }
  await world.host.clock.idle()
  world.over.abort()
  world.over = new AbortController()
  await world.host.clock.idle()
}

function enterNew(world: World, company: Company): void {
  const now = firstMorning(company.tz)
  world.store.replaceAll(now, () => {
    world.store.next('forever', 'loads')
    setSettings(world, { revoked: [], fault: null })
    world.store.put('company', 'company', company)
    for (const user of company.users) {
      world.store.put('user', user.id, user)
      addIm(world, user.id)
    }
  })
  removeAllBytes(world)
  world.rates.clear()
  world.traffic.clear()
  world.requests.clear()
  world.lastSeen.clear()
  world.host.clock.reset(now)
  world.now.write(now)
  world.isUninstalled = false
}
