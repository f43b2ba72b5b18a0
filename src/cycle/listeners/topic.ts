import { refuse } from '../../copy/refusal.ts'
import { refusalText } from '../../copy/copy.ts'
import type { Deps } from '../../database/deps.ts'
import { skillLabels } from '../../people/skill-store.ts'
import { findTopic } from '../../program/curricula/curricula.ts'
import { ACTION } from '../../slack/ids.ts'
import type { CommandCall, Listeners } from '../../slack/listener.ts'
import type { Message } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'
import { findMeant } from '../answer-check-in.ts'
import { findPlace } from '../find-cycle.ts'
import { otherTopics } from '../other-topics.ts'
import { cycleNow, memberOf, type Place, type Scene } from '../scene.ts'
import { reasonOf } from '../scene-reason.ts'
import { scenesOf } from '../scene-store.ts'
import { checkInMessage } from '../views/check-in.ts'
import { kickoffMessage } from '../views/kickoff.ts'
import { otherTopicsMessage, promptMessage } from '../views/prompt.ts'
import { readPress, sayNo } from './press.ts'

/** The message in question again: topic, check-in; and three other subjects. */
export const topicListeners = (deps: Deps): Listeners => ({
  commands: [
    { name: 'topic', access: 'everyone', isSecondary: true, run: (call) => forEachPair(deps, call, topicAgain(deps)) },
    { name: 'met', access: 'everyone', isSecondary: true, run: (call) => forEachPair(deps, call, checkInAgain(deps)) },
    {
      name: 'check-in',
      access: 'everyone',
      isSecondary: true,
      run: (call) => forEachPair(deps, call, checkInAgain(deps)),
    },
  ],
  actions: [
    {
      id: ACTION.topicOther,
      access: 'everyone',
      async run(call) {
        const asked = await readPress(call)
        if (!asked) return
        const place = await findPlace(deps.db, asked, call.now)
        if (!place.ok) return sayNo(call, place.refusal)
        const { scene, cycle, person } = place.value
        if (cycle.topicKey === null) return sayNo(call, refuse('message_out_of_date').refusal)
        const others = otherTopics(scene.cycles, cycle.topicKey)
        await call.reply(otherTopicsMessage(call.copy, scene, person.id, others))
      },
    },
  ],
})

/** Slack takes five answers to a command. */
const MOST_ANSWERS = 5

/** One answer a pair, so that each can be redrawn by itself; the last is what the command returns. */
async function forEachPair(
  deps: Deps,
  call: CommandCall,
  say: (call: CommandCall, scene: Scene) => Promise<Message | undefined>,
): Promise<Message> {
  const scenes = await scenesOf(deps.db, call.workspaceId, call.userId)
  if (scenes.length === 0) return plainMessage(refusalText(call.copy, refuse('no_pair').refusal))
  const messages: Message[] = []
  for (const scene of scenes) {
    const message = await say(call, scene)
    if (message) messages.push(message)
  }
  const last = messages.slice(0, MOST_ANSWERS).pop()
  for (const message of messages.slice(0, MOST_ANSWERS - 1)) if (message !== last) await call.reply(message)
  return last ?? plainMessage(call.copy.cycle.prompt.none)
}

const topicAgain =
  (deps: Deps) =>
  async (call: CommandCall, scene: Scene): Promise<Message | undefined> => {
    const place = placeNow(call, scene)
    if (!place) return undefined
    if (place.cycle.topicKey === null) return kickoffAgain(deps, call, place)
    const topic = findTopic(place.cycle.topicKey)
    return topic && promptMessage(call.copy, scene, place.cycle, topic, place.person.id)
  }

async function kickoffAgain(deps: Deps, call: CommandCall, { scene, cycle, person }: Place): Promise<Message> {
  const labels = await skillLabels(deps.db, call.workspaceId)
  const reason = reasonOf(call.copy, scene, (id) => labels.get(id) ?? id)
  return kickoffMessage(call.copy, scene, cycle, person.id, reason)
}

const checkInAgain =
  (deps: Deps) =>
  async (call: CommandCall, scene: Scene): Promise<Message | undefined> => {
    const place = placeNow(call, scene)
    const meant = place && (await findMeant(deps.db, scene, place.person, call.now))
    return meant ? checkInMessage(call.copy, meant) : plainMessage(call.copy.cycle.checkIn.nothingAsked)
  }

function placeNow(call: CommandCall, scene: Scene): Place | undefined {
  const cycle = cycleNow(scene, call.now)
  const person = memberOf(scene, call.userId)
  return cycle && person && { scene, cycle, person }
}
