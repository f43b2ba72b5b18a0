import { isObject } from '../manifest.ts'
import { addFile, readBytes } from '../state/files.ts'
import { addMessage } from '../state/messages.ts'
import type { StoredFile } from '../state/rows.ts'
import type { World } from '../world.ts'
import { parseJson, required, type Args } from './arguments.ts'
import { writableChannelOf } from './channels.ts'
import { readContent } from './content.ts'
import { fileObject } from './file-object.ts'
import type { Method } from './method.ts'
import { TIER } from './rate.ts'
import { Refused } from './refused.ts'

export const filesGetUrl: Method = {
  scope: 'files:write',
  limit: TIER.four,
  run: (world, args) => {
    const size = Number(required(args, 'length'))
    if (!Number.isInteger(size) || size < 1)
      throw Refused.because('invalid_arguments', ['length must be a positive integer'])
    const file = addFile(world, { name: required(args, 'filename'), size, owner: 'app', isComplete: false })
    return { upload_url: `${world.host.origin()}/upload/${file.id}`, file_id: file.id }
  },
}

/** Without a channel the files stay private to the app. */
export const filesComplete: Method = {
  scope: 'files:write',
  limit: TIER.four,
  run: (world, args) => {
    const wanted = parseJson(required(args, 'files'), 'invalid_arguments')
    if (!Array.isArray(wanted) || wanted.length === 0) throw new Refused('invalid_arguments')
    const channel = args['channel_id'] ? writableChannelOf(world, args, 'channel_id') : null
    const content = readContent({
      text: args['initial_comment'] ?? ' ',
      ...(args['blocks'] && { blocks: args['blocks'] }),
    })
    const files = wanted.map((entry: unknown) => uploaded(world, entry))
    const shared = files.map((file) => ({ ...file, isComplete: true, channels: channel ? [channel.id] : [] }))
    for (const file of shared) world.store.put('file', file.id, file)
    if (channel) {
      const ids = shared.map(({ id }) => id)
      addMessage(world, {
        channel: channel.id,
        from: 'app',
        only: null,
        ...content,
        text: content.text.trim(),
        files: ids,
      })
    }
    return { files: shared.map((file) => fileObject(world, file)) }
  },
}

function uploaded(world: World, entry: unknown): StoredFile {
  const id = isObject(entry) ? entry['id'] : undefined
  const file = world.store.rows.file.get(typeof id === 'string' ? id : '')
  if (!file || file.owner !== 'app' || readBytes(world, file.id) === null) throw new Refused('file_not_found')
  const title = isObject(entry) && typeof entry['title'] === 'string' ? entry['title'] : file.title
  return { ...file, title }
}

export const filesInfo: Method = {
  scope: 'files:read',
  limit: TIER.four,
  run: (world, args: Args) => {
    const file = world.store.rows.file.get(required(args, 'file'))
    if (!file?.isComplete) throw new Refused('file_not_found')
    return { file: fileObject(world, file) }
  },
}
