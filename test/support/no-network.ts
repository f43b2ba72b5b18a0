import nock from 'nock'

/** From here to the end of the test file nothing reaches a network but this machine's own, where PostgreSQL is. */
export function withoutNetwork(): void {
  // it is active from its first import on, and was put away after an earlier file of the same process
  if (!nock.isActive()) nock.activate()
  nock.disableNetConnect()
  nock.enableNetConnect(/127\.0\.0\.1|localhost/)
}
