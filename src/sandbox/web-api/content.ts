import { checkMessageBlocks, isTooMuchText, withBlockIds } from '../blocks/check.ts'
import { isObject } from '../manifest.ts'
import type { Json } from '../state/rows.ts'
import { parseJson, type Args } from './arguments.ts'
import { Refused } from './refused.ts'

const TEXT_MAX = 40_000
const METADATA_MAX = 16_000

/** What a message says, checked as Slack checks it and ready to be stored. */
export interface Content {
  readonly text: string
  readonly blocks: string | null
  readonly metadata: string | null
}

/**
 * @param textMax longer text is refused (update, ephemeral); a new message's is cut instead
 * @throws Refused: no_text, msg_too_long, invalid_blocks, msg_blocks_too_long, invalid_metadata_format ...
 */
export function readContent(args: Args, textMax?: number): Content {
  const text = args['text'] ?? ''
  if (textMax !== undefined && text.length > textMax) throw new Refused('msg_too_long')
  const blocks = args['blocks'] ? readBlocks(args['blocks']) : null
  if (text === '' && blocks === null) throw new Refused('no_text')
  return { text: text.slice(0, TEXT_MAX), blocks, metadata: readMetadata(args['metadata']) }
}

function readBlocks(text: string): string | null {
  const blocks = parseJson(text, 'invalid_blocks_format')
  if (!Array.isArray(blocks)) throw new Refused('invalid_blocks_format')
  const problems = checkMessageBlocks(blocks)
  if (problems.length > 0) throw Refused.because('invalid_blocks', problems)
  if (isTooMuchText(blocks)) throw new Refused('msg_blocks_too_long')
  if (blocks.length === 0) return null
  // Checked above: a list of objects. Kept as it came where every block has its id already.
  return blocks.every((block: Json) => 'block_id' in block) ? text : JSON.stringify(withBlockIds(blocks as Json[]))
}

function readMetadata(text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  const metadata = parseJson(text, 'invalid_metadata_format')
  const isWhole =
    isObject(metadata) && typeof metadata['event_type'] === 'string' && isObject(metadata['event_payload'])
  if (!isWhole) throw new Refused('invalid_metadata_format')
  if (text.length > METADATA_MAX) throw new Refused('metadata_too_large')
  return text
}
