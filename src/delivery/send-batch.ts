import type { WebClient } from '@slack/web-api'
import type { Cipher } from '../database/cipher.ts'
import type { Claimed } from './claim.ts'
import { LEASE_MS } from './claim.ts'
import type { Conversations } from './conversations.ts'
import type { Held } from './held.ts'
import type { Method } from './limiter.ts'
import { classify } from './outcome.ts'
import { post } from './post.ts'
import type { Results } from './results.ts'
import { giveBack, type Outcomes, settle } from './settle.ts'

/** A call that begins later than this before its lease ends might outlast it: 10 s of call, and 5 to be safe. */
const LAST_START_MS = LEASE_MS - 15_000
/** For less than this nothing is set aside: who leaves waits that long. */
const SHORT_MS = 250

export interface BatchDeps extends Outcomes {
  readonly client: WebClient
  readonly cipher: Cipher
  readonly conversations: Conversations
  /** what was claimed */
  readonly held: Held
  /** messages on their way at once; 1 keeps the same order every time */
  readonly parallel: number
  /** rings when everything is to stop */
  readonly stop: AbortSignal
}

/**
 * Sends what was claimed in its order, each when the pace allows; what cannot be started before the lease runs low
 * goes back untried. Their outcomes are in `results`, and written unless the database failed.
 * @throws what the database throws; by then nothing is on its way any more
 */
export async function sendBatch(its: BatchDeps, claimedAt: number): Promise<void> {
  const { held } = its
  const onTheirWay = new Set<Promise<void>>()
  const deadline = claimedAt + LAST_START_MS
  let failed: Failed | undefined
  for (let item = held.first; item !== undefined; item = held.first) {
    failed ??= await failureOf(startOne(its, item, deadline, onTheirWay))
    if (failed) giveBack(its, item, null)
    held.drop(item)
    failed ??= its.results.isStale(its.clock.now()) ? await tryFlush(its.results) : undefined
  }
  await Promise.all(onTheirWay)
  failed = (await tryFlush(its.results)) ?? failed
  if (failed) throw failed.fault
}

interface Failed {
  readonly fault: unknown
}

const failureOf = (doing: Promise<unknown>): Promise<Failed | undefined> =>
  doing.then(
    () => undefined,
    (fault: unknown) => ({ fault }),
  )

const tryFlush = (results: Results): Promise<Failed | undefined> => failureOf(results.flush())

/**
 * Starts it when its turn comes, and waits until another may start.
 * @throws what the database throws; it has not been started then
 */
async function startOne(
  its: BatchDeps,
  item: Claimed,
  deadline: number,
  onTheirWay: Set<Promise<void>>,
): Promise<void> {
  const channel = await channelFor(its, item, deadline)
  if (channel === undefined || !(await mayStart(its, item, deadline))) return
  const posting = its.clock.work('post', () => postOne(its, item, channel))
  onTheirWay.add(posting)
  void posting.finally(() => onTheirWay.delete(posting))
  if (onTheirWay.size >= its.parallel) await Promise.race(onTheirWay)
}

async function postOne(its: BatchDeps, item: Claimed, channel: string): Promise<void> {
  const posted = await post(its.client, its.cipher, item, channel, new Date(its.clock.now()))
  settle(its, item, posted)
}

/** Whom it goes to, as far as Slack counts one message a second. */
const conversationOf = ({ to }: Claimed): string => ('person' in to ? to.person : to.group.toSorted().join(','))

/** A person's own id stands for the app's conversation with them; a group's must be opened. Undefined: not now. */
async function channelFor(its: BatchDeps, item: Claimed, deadline: number): Promise<string | undefined> {
  const { to } = item
  if ('person' in to) return to.person
  const known = its.conversations.known(to.group)
  if (known !== undefined) return known
  if (!(await waitFor(its, item, 'conversations.open', deadline))) return undefined
  try {
    return await its.conversations.open(to.group)
  } catch (fault) {
    const failure = classify(fault, new Date(its.clock.now()))
    // Opening posts nothing, so what is unknown here is at worst an empty conversation.
    settle(its, item, failure.is === 'unknown' ? { ...failure, is: 'not_sent' } : failure, 'conversations.open')
    return undefined
  }
}

const mayStart = (its: BatchDeps, item: Claimed, deadline: number): Promise<boolean> =>
  waitFor(its, item, 'chat.postMessage', deadline, conversationOf(item))

async function waitFor(
  its: BatchDeps,
  item: Claimed,
  method: Method,
  deadline: number,
  conversation?: string,
): Promise<boolean> {
  const at = its.pace.earliest(method, its.clock.now(), conversation)
  if (at > its.clock.now() && at <= deadline) {
    // What has ended by now need not wait with us; a database that is down is met again at the end of the batch.
    await tryFlush(its.results)
    await sleepUntil(its, at)
  }
  await its.held.keepLong()
  if (its.held.first !== item) return false // taken back, or recalled
  // Looked at again: a process that was frozen wakes up here, long after its lease.
  const now = its.clock.now()
  if (its.stop.aborted || now > deadline || its.pace.earliest(method, now, conversation) > now) {
    giveBack(its, item, method === 'chat.postMessage' ? null : at)
    return false
  }
  its.pace.take(method, now, conversation)
  return true
}

/** A long sleep is one in which somebody may leave: what has to wait is then theirs to take back. */
function sleepUntil({ clock, held, stop }: BatchDeps, at: number): Promise<void> {
  const sleep = () => clock.sleep(at, stop)
  return at - clock.now() < SHORT_MS ? sleep() : held.asideWhile(sleep)
}
