import dotenv from 'dotenv'
import { ConfigError, readConfig } from './config.ts'
import { run } from './main/run.ts'
import { createLog } from './slack/log.ts'

/** sysexits.h: a configuration error */
const EX_CONFIG = 78

dotenv.config({ quiet: true })

try {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const running = await run(config, log)
  console.log(running.greeting)
  let isStopping = false
  const stop = (code: number) => {
    if (isStopping) process.exit(1)
    isStopping = true
    running.stop().then(
      () => process.exit(code),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', () => stop(0))
  process.on('SIGINT', () => stop(0))
  process.on('unhandledRejection', (fault) => {
    log.fatal(
      {
        fault: fault instanceof Error ? { name: fault.name, message: fault.message, stack: fault.stack } : typeof fault,
      },
      'a fault nobody caught',
    )
    stop(1)
  })
} catch (fault) {
  if (!(fault instanceof ConfigError)) throw fault
  for (const problem of fault.problems) console.error(problem)
  process.exit(EX_CONFIG)
}
