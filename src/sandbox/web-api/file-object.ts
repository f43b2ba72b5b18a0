import { extname } from 'node:path'
import type { Json, StoredFile } from '../state/rows.ts'
import { BOT_USER, type World } from '../world.ts'

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  zip: 'application/zip',
}

const typeOf = (name: string): string => extname(name).slice(1).toLowerCase()

export const mimeOf = (name: string): string => TYPES[typeOf(name)] ?? 'application/octet-stream'

/** A file as Slack describes it; its bytes are behind url_private_download, for the bot token. */
export function fileObject(world: World, file: StoredFile): Json {
  const url = `${world.host.origin()}/files/${file.id}/${encodeURIComponent(file.name)}`
  const created = Math.floor(file.at / 1000)
  return {
    id: file.id,
    created,
    timestamp: created,
    name: file.name,
    title: file.title,
    mimetype: mimeOf(file.name),
    filetype: typeOf(file.name) || 'binary',
    user: file.owner === 'app' ? BOT_USER : file.owner,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: url,
    url_private_download: `${url}?download=1`,
    ims: file.channels.filter((channel) => channel.startsWith('D')),
    groups: file.channels.filter((channel) => !channel.startsWith('D')),
    channels: [],
  }
}
