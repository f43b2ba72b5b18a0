import type { Json } from './state/rows.ts'

export interface SlashCommand {
  readonly command: string
  readonly description: string
  readonly usage_hint: string
  readonly should_escape: boolean
}

/** What the app's manifest says, as far as Slack acts on it. */
export interface Manifest {
  readonly name: string
  readonly botName: string
  readonly commands: readonly SlashCommand[]
  readonly scopes: readonly string[]
  readonly optional: readonly string[]
  readonly events: ReadonlySet<string>
  readonly hasHome: boolean
  readonly hasMessages: boolean
  readonly isReadOnly: boolean
}

/** Reads a parsed manifest.yml; what is missing is off, as in Slack. */
export function readManifest(manifest: Json): Manifest {
  const features = object(manifest['features'])
  const home = object(features['app_home'])
  const scopes = object(object(manifest['oauth_config'])['scopes'])
  const events = object(object(manifest['settings'])['event_subscriptions'])
  const name = text(object(manifest['display_information'])['name'])
  return {
    name,
    botName: text(object(features['bot_user'])['display_name']) || name,
    commands: list(features['slash_commands'])
      .map(object)
      .map((command) => ({
        command: text(command['command']),
        description: text(command['description']),
        usage_hint: text(command['usage_hint']),
        should_escape: command['should_escape'] === true,
      })),
    scopes: list(scopes['bot']).map(text),
    optional: list(scopes['bot_optional']).map(text),
    events: new Set(list(events['bot_events']).map(text)),
    hasHome: home['home_tab_enabled'] === true,
    hasMessages: home['messages_tab_enabled'] === true,
    isReadOnly: home['messages_tab_read_only_enabled'] === true,
  }
}

// A JSON object has string keys, whatever else it holds.
const object = (value: unknown): Json => (isObject(value) ? value : {})
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
