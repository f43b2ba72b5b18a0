import { describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import type { Command, Standing } from '../../src/slack/listener.ts'
import { didYouMean, mayUse, mergeListeners, readCommand, usageHint } from '../../src/slack/registry.ts'
import { helpMessage } from '../../src/slack/views.ts'
import { checkMessageBlocks } from '../../src/sandbox/blocks/check.ts'

const member: Standing = { isMember: true, isSlackAdmin: false, isWorkspaceLead: false, leads: [], isSetUp: true }
const command = (name: Command['name'], access: Command['access'] = 'everyone'): Command => ({
  name,
  access,
  run: async () => undefined,
})

test.each([
  ['', '', ''],
  ['   ', '', ''],
  ['\u00a0', '', ''],
  [' JOIN ', 'join', ''],
  ['ｊｏｉｎ Generations', 'join', 'Generations'],
  ['join  Generations   2026', 'join', 'Generations 2026'],
  ['lead add <@U1|ana>', 'lead', 'add <@U1|ana>'],
  ['\u0000join', 'join', ''],
  ['he\u200blp\u202e', 'help', ''],
  ['join R&amp;D &lt;new&gt;', 'join', 'R&D <new>'],
])('"%s" is read as the subcommand "%s" and "%s"', (text, word, rest) => {
  expect(readCommand(text)).toEqual({ word, rest })
})

test('what is typed is read up to 4,000 characters', () => {
  expect(readCommand('x'.repeat(40_000)).word).toHaveLength(4_000)
})

test.each([
  ['jion', 'join'],
  ['joi', 'join'],
  ['reprot', 'report'],
  ['helo', 'help'],
  ['banana', undefined],
  ["join';", undefined],
])('"%s" suggests %s', (typed, near) => {
  expect(didYouMean(typed, ['join', 'report', 'help', 'leave'])).toBe(near)
})

describe('who may use what', () => {
  const lead = { ...member, leads: [3] }
  const workspaceLead = { ...member, isWorkspaceLead: true }
  const admin = { ...member, isSlackAdmin: true }
  test.each([
    ['everyone', member, true],
    ['lead', member, false],
    ['lead', lead, true],
    ['lead', workspaceLead, true],
    ['lead', admin, false],
    ['workspace-lead', lead, false],
    ['workspace-lead', workspaceLead, true],
    ['admin-or-workspace-lead', admin, true],
    ['admin-or-workspace-lead', lead, false],
  ] as const)('%s', (access, standing, may) => {
    expect(mayUse(access, standing)).toBe(may)
  })
})

test('two listeners of one name are refused at start', () => {
  expect(() => mergeListeners([{ commands: [command('join')] }, { commands: [command('join')] }])).toThrow('join')
})

test('help lists what this person may do, and no more', () => {
  const all = [{ ...command('met'), isSecondary: true as const }, command('join'), command('report', 'lead')]
  const text = (standing: Standing) => JSON.stringify(helpMessage(en, all, standing).blocks)
  expect(text(member)).toContain('/mentor join')
  expect(text(member)).not.toContain('/mentor report')
  expect(text(member)).toMatch(/mentor join.*mentor met/u)
  expect(usageHint(all)).toBe('[join | help]')
  expect(text({ ...member, isWorkspaceLead: true })).toContain('/mentor report')
})

test('an unknown word comes back in at most 80 characters and harmless', () => {
  const message = helpMessage(en, [command('join')], member, {
    word: `<!channel>${'x'.repeat(4_000)}`,
    near: undefined,
  })
  expect(checkMessageBlocks(message.blocks)).toEqual([])
  expect(JSON.stringify(message.blocks)).not.toContain('<!channel>')
  expect(JSON.stringify(message)).not.toContain('x'.repeat(81))
})
