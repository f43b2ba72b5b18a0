import { BadCall, sendJson } from '../http/answer.ts'
import { scopesOf, settingsOf, setSettings, type World } from '../world.ts'
import type { Endpoint } from './endpoint.ts'

/** POST /_sandbox/scopes: gives and takes optional scopes; the others are the manifest's. */
export const postScopes: Endpoint = {
  needsCompany: true,
  run(world, { body }, response) {
    const grant = optional(world, body.strings('grant'))
    const revoke = optional(world, body.strings('revoke'))
    const left = settingsOf(world).revoked.filter((scope) => !grant.includes(scope))
    setSettings(world, { revoked: [...new Set([...left, ...revoke])] })
    sendJson(response, 200, { scopes: scopesOf(world), revoked: settingsOf(world).revoked })
  },
}

function optional(world: World, scopes: readonly string[]): readonly string[] {
  const strange = scopes.find((scope) => !world.manifest.optional.includes(scope))
  if (strange !== undefined) throw new BadCall(`${strange} is not an optional scope of the manifest.`)
  return scopes
}

/** GET /_sandbox/commands: the slash commands of the manifest, for the page's completion. */
export const getCommands: Endpoint = {
  run(world, _input, response) {
    const commands = world.manifest.commands.map(({ command, description, usage_hint }) => ({
      command,
      description,
      usage_hint,
    }))
    sendJson(response, 200, commands)
  },
}
