import { BadCall } from '../http/answer.ts'
import { sendFile } from '../web-api/transfer.ts'
import { person, type Endpoint } from './endpoint.ts'
import { queryText } from './fields.ts'

/** GET /_sandbox/file: a person downloads a file that was shared with them, or that they uploaded. */
export const getFile: Endpoint = {
  run(world, { query }, response) {
    const user = person(world, queryText(query, 'user'))
    const file = world.store.rows.file.get(queryText(query, 'id'))
    const isShared = file?.channels.some((id) => world.store.rows.channel.get(id)?.members.includes(user))
    if (!file || !(isShared || file.owner === user)) throw new BadCall('No such file was shared with this person.', 404)
    sendFile(world, file.id, response)
  },
}
