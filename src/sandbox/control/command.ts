import { sendLate } from '../http/answer.ts'
import { checkCommand, command } from '../people/command.ts'
import { untilIdle } from '../people/interact.ts'
import { markByHand, type Endpoint } from './endpoint.ts'

/** POST /_sandbox/command */
export const postCommand: Endpoint = {
  needsCompany: true,
  async run(world, { body }, response) {
    const request = {
      user: body.string('user'),
      text: body.has('text') ? body.string('text') : '',
      channel: body.optionalString('channel'),
      command: body.optionalString('command'),
    }
    checkCommand(world, request)
    markByHand(world, request.user)
    await sendLate(response, () => command(world, untilIdle(world), request))
  },
}
