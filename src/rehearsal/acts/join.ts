import type { PeopleClient, SandboxView } from '../../sandbox/host.ts'
import { ACTION } from '../../slack/ids.ts'
import { inputsOf } from '../buttons.ts'
import { open, press, submit } from '../press.ts'
import type { CompanyRest, Resident } from '../resident.ts'
import type { Stage } from '../stage.ts'

/** Who joins, and in which company. */
interface Joiner {
  readonly people: PeopleClient
  readonly me: Resident
  readonly rest: CompanyRest
}

/** Opens the form that an invitation offers and joins with what one has to give and wants to learn. */
export async function join(stage: Stage): Promise<void> {
  const view = await open(stage, ACTION.joinOpen)
  if (view) await fillIn(stage, view)
}

/** Joins a program that invites nobody: whoever heard of it types its exact name. */
export async function joinByName(joiner: Joiner): Promise<void> {
  const { view } = await joiner.people.command(joiner.me.id, `join ${joiner.rest.program.name}`)
  if (view) await fillIn(joiner, view)
}

async function fillIn(joiner: Joiner, form: SandboxView): Promise<void> {
  const { people, me, rest } = joiner
  let view = form
  if (rest.program.attribute !== null && me.attribute !== null && !inputsOf(form).has('attribute')) {
    view = (await people.action({ user: me.id, view_id: view.id, action_id: ACTION.joinMore })).view ?? view
  }
  const fields = inputsOf(view)
  const answers: Record<string, unknown> = {
    offers: me.offers.slice(0, 3),
    wants: me.wants.slice(0, 3),
    ...(me.level !== null && { level: String(me.level) }),
    ...(me.attribute !== null && { attribute: me.attribute }),
  }
  const values = Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => {
      const field = fields.get(name)
      return field ? [[name, { [field.actionId]: value }]] : []
    }),
  )
  await submit(joiner, view, values)
}

/** Says no, which is as near as yes. */
export async function decline(stage: Stage): Promise<void> {
  await press(stage, ACTION.inviteDecline)
}
