import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { conversations, home, message, type Message } from './conversations.ts'
import { form_blocks, modal } from './element-blocks.ts'
import { commands, companies, people } from './people.ts'
import { plain, section } from './text-blocks.ts'

/** The page is plain files: served as they lie. */
const PAGE = join(import.meta.dirname, '../../../src/sandbox/page')
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="#0d5a60"/></svg>'

/** As the sandbox sends it: the page may load nothing from elsewhere and carries no inline style or script. */
const POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

export interface Post {
  readonly path: string
  readonly method: string
  readonly body: Record<string, unknown>
}

export type Fixture = Awaited<ReturnType<typeof startFixture>>

/** What the fixture's world is made of; tests change it and call `tell`. */
function world() {
  const added = new Map<string, Message[]>()
  return {
    company: 'sachse-2016',
    load: 1,
    now: Date.parse('2026-01-05T14:00:30Z'),
    ledger: 3,
    inbound: 1,
    ready: true,
    moving: null as null | { from: string; to: string; now: string },
    unread: { U01: 2, U02: 1 } as Record<string, number>,
    views: [] as ReturnType<typeof modal>[],
    added,
    /** days from 2026-01-05 on which U01 gets a message, by the clock */
    promptOn: '2026-01-08',
    moments: ['2026-01-05'],
    posts: [] as Post[],
    streams: new Set<ServerResponse>(),
    errors: {} as Record<string, string>,
    /** the long calls, of the clock and of a company, are answered once this is resolved */
    held: Promise.resolve(),
  }
}
type World = ReturnType<typeof world>

const iso = (at: number) => new Date(at).toISOString()

function tell(w: World) {
  const frame = {
    now: iso(w.now),
    ledger: w.ledger,
    inbound: w.inbound,
    moving: w.moving,
    company: w.company,
    ready: w.ready,
  }
  for (const stream of w.streams) stream.write(`data: ${JSON.stringify(frame)}\n\n`)
}

function add(w: World, user: string, each: Message) {
  w.added.set(user, [...(w.added.get(user) ?? []), each])
  w.ledger += 1
}

function told(w: World, user: string) {
  return conversations(user).map((each) =>
    each.kind === 'im' ? { ...each, messages: [...each.messages, ...(w.added.get(user) ?? [])] } : each,
  )
}

function traffic(since: number) {
  const all = [
    {
      n: 1,
      at: '2026-01-05T14:00:01Z',
      direction: 'to-app',
      what: 'app_home_opened',
      user: 'U01',
      ms: 11,
      outcome: 'ok',
      body: { type: 'event_callback' },
    },
    {
      n: 2,
      at: '2026-01-05T14:00:02Z',
      direction: 'to-slack',
      what: 'chat.postMessage',
      user: 'U01',
      ms: null,
      outcome: 'ok',
      body: { channel: 'D01', n: 4, on: true },
    },
    {
      n: 3,
      at: '2026-01-05T14:00:03Z',
      direction: 'to-slack',
      what: 'chat.postMessage',
      user: 'U03',
      ms: null,
      outcome: 'status-429',
      body: {},
    },
  ]
  return all.filter(({ n }) => n > since)
}

function answerGet(w: World, path: string, query: URLSearchParams): unknown {
  const user = query.get('user') ?? ''
  if (path === '/') {
    return {
      company: w.company,
      title: 'Sachse 2016',
      about: 'an invented builder of 170 people',
      seed: 1,
      team_id: `T0SANDBOX000${w.load}`,
      now: iso(w.now),
      transport: 'http',
      simulate: true,
      users: people,
    }
  }
  if (path === '/conversations') return told(w, user)
  if (path === '/unread') return w.unread
  if (path === '/view') return w.views.at(-1) ?? null
  if (path === '/companies') return companies
  if (path === '/commands') return commands
  if (path === '/moments') return w.moments
  if (path === '/traffic') return traffic(Number(query.get('since')))
  if (path === '/home') return home
  if (path === '/ledger') return { calls: calls(w, Number(query.get('since')), query.get('method')) }
  return undefined
}

/** The messages that came later than the canned ones, as calls of the app; the ledger begins at 3. */
function calls(w: World, since: number, method: string | null) {
  const sent = [...w.added.values()]
    .flat()
    .map((each, index) => ({ n: index + 4, accepted: true, arguments: { text: each.text } }))
  return method === 'chat.postMessage' ? sent.filter(({ n }) => n > since) : []
}

async function answerPost(w: World, path: string, body: Record<string, unknown>): Promise<unknown> {
  const user = String(body['user'])
  if (path === '/command') return command(w, user, String(body['text']))
  if (path === '/action') return action(w, String(body['action_id']))
  if (path === '/submit') return submit(w)
  if (path === '/close') w.views.pop()
  if (path === '/clock') return await move(w, Date.parse(String(body['to'])), body['until'])
  if (path === '/company') return await load(w, String(body['name']))
  if (path === '/read') w.unread[user] = 0
  if (path === '/message') add(w, user, message(iso(w.now), String(body['text']), [], { from: user }))
  return {}
}

function command(w: World, user: string, text: string) {
  if (text === 'bad') return { error: 'The sandbox did not like that.' }
  if (text === 'join')
    w.views.push(modal('V1', 'Join Generations 2026', form_blocks, { submit: plain('Join and accept') }))
  else add(w, user, message(iso(w.now + 1000), `You asked for ${text}.`, [], { ephemeral: true }))
  return { ack_ms: 9, response: null, view: w.views.at(-1) ?? null }
}

function action(w: World, id: string) {
  const top = w.views.at(-1)
  if (id === 'form.push')
    w.views.push(
      modal(`V${w.views.length + 1}`, 'The rules', [
        section('Be kind.'),
        {
          type: 'actions',
          block_id: 'again',
          elements: [{ type: 'button', action_id: 'form.push', text: plain('Once more') }],
        },
      ]),
    )
  if (id === 'form.more' && top)
    w.views.splice(-1, 1, { ...top, hash: 'V1.2', blocks: [...top.blocks, section('Here is more.')] })
  w.ledger += 1
  return { ack_ms: 7, response: null, view: null }
}

function submit(w: World) {
  if (Object.keys(w.errors).length > 0) return { errors: w.errors }
  w.views.pop()
  return { closed: true }
}

/** Moves the clock; a message for U01 comes on the day of the prompt, and a move until then ends a minute after it. */
async function move(w: World, end: number, until: unknown) {
  await w.held
  const prompt = Date.parse(`${w.promptOn}T14:20:00Z`)
  const heard = until === 'U01' && w.now < prompt && prompt <= end
  const to = heard ? prompt + 60_000 : end
  let sent = 0
  if (w.now < prompt && prompt <= to) {
    add(w, 'U01', message(iso(prompt), 'January: technology', [section('January: technology')]))
    w.moments.push(w.promptOn)
    sent = 1
  }
  w.now = to
  w.inbound += 1
  return { now: iso(to), ticks: 1, sent, ...(until !== undefined && { heard }) }
}

async function load(w: World, name: string) {
  w.ready = false
  tell(w)
  await w.held
  Object.assign(w, {
    company: name,
    load: w.load + 1,
    ready: true,
    now: Date.parse('2026-01-05T14:00:00Z'),
    moments: [],
  })
  w.added.clear()
  return { company: name }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
}

async function serveFile(path: string, response: ServerResponse) {
  const file = path === '/' ? 'index.html' : path.replace(/^\/page\//, '')
  try {
    const body = await readFile(join(PAGE, file))
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    // unlike the sandbox: a browser that opens the page for one test after another need not read it anew
    const headers = { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'max-age=3600' }
    response.writeHead(200, headers).end(body)
  } catch {
    response.writeHead(404).end()
  }
}

async function control(w: World, request: IncomingMessage, response: ServerResponse, url: URL) {
  const path = url.pathname.slice('/_sandbox'.length) || '/'
  if (path === '/stream') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    w.streams.add(response)
    response.on('close', () => w.streams.delete(response))
    return tell(w)
  }
  if (path === '/file')
    return void response
      .writeHead(200, { 'content-type': url.searchParams.get('id') === 'F0PICTURE' ? 'image/svg+xml' : 'text/csv' })
      .end(url.searchParams.get('id') === 'F0PICTURE' ? PICTURE : 'id\n1\n')
  if (!w.ready && path === '/' && request.method === 'GET')
    return void response.writeHead(503).end('{"error":"The company is moving in."}')
  if (request.method === 'GET') return reply(response, answerGet(w, path, url.searchParams))
  const body = await readBody(request)
  w.posts.push({ path, method: request.method ?? '', body })
  // As the long calls of the real server do: headers first, then a space.
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write(' ')
  response.end(JSON.stringify(await answerPost(w, path, body)))
  if (path !== '/read') tell(w)
}

function reply(response: ServerResponse, answer: unknown) {
  if (answer === undefined) return void response.writeHead(404).end('{"error":"No such thing."}')
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

/** A stand-in for the sandbox's server: canned conversations with every block and element, and a record of what is posted. */
export async function startFixture(port = 0) {
  let w = world()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fixture')
    void (url.pathname.startsWith('/_sandbox') ? control(w, request, response, url) : serveFile(url.pathname, response))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : 0
  return {
    get world() {
      return w
    },
    get posts() {
      return w.posts
    },
    isOpen: () => server.listening,
    /** The world as it was at the start. */
    renew: () => {
      w = world()
    },
    origin: `http://127.0.0.1:${bound}`,
    port: bound,
    tell: () => tell(w),
    add: (user: string, each: Message) => add(w, user, each),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
