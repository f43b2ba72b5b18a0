import nock from 'nock'
import { afterAll } from 'vitest'

/** Test files share a process, which loads the app once: what one of them said about the network is not for the next. */
afterAll(() => {
  nock.cleanAll()
  nock.enableNetConnect()
  nock.restore()
})
