import type { ModalView } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { actions, button, context, divider, escape, option, section } from '../../slack/blocks.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import { groupedMultiSelect, input, modal, personSelect, radio, select, textInput } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import { LONGEST_SKILL, MOST_SKILLS } from '../enrollment.ts'
import { type JoinForm, writeTag } from '../join-form.ts'
import { attributeBlocks, isNeeded, moreBlocks } from './more-blocks.ts'
import { seen } from './seen.ts'

type Blocks = ModalView['blocks']

/** The one form of a program: to join it, or, filled, to change what one said. */
export function joinView(copy: Copy, form: JoinForm): View {
  const words = copy.enrollment
  const isJoining = form.mode === 'join'
  return modal({
    id: isJoining ? VIEW.join : VIEW.profile,
    title: isJoining ? words.joinTitle(form.program.name) : words.profileTitle,
    submit: isJoining ? words.joinAndAccept : copy.general.save,
    close: isJoining ? words.notJoin : copy.general.cancel,
    metadata: writeTag({ mode: form.mode, programId: form.program.id, isOpen: form.isOpen, typed: form.typed }),
    blocks: [
      section(words.aboutProgram(escape(form.program.name), form.program.kind, words.voluntary)),
      ...(isJoining ? [context(words.seenThatJoined)] : []),
      ...roleBlocks(copy, form),
      ...skillBlocks(copy, form, 'offers'),
      ...skillBlocks(copy, form, 'wants'),
      ...fileBlocks(copy, form),
      ...(isNeeded(form) ? attributeBlocks(copy, form) : []),
      ...(form.isOpen ? moreBlocks(copy, form) : [actions([button(ACTION.joinMore, words.more, 'more')], 'more')]),
      ...(isJoining ? [divider(), section(words.conduct(form.contacts.map(escape)))] : []),
    ],
  })
}

function roleBlocks(copy: Copy, form: JoinForm): Blocks {
  if (!form.asks.role) return []
  const words = copy.enrollment.roles
  const options = (['guide', 'learner', 'both'] as const).map((role) =>
    option(words[role].label, role, words[role].help),
  )
  return [input('role', copy.enrollment.role, radio(options, form.filled.role)), seen(copy, 'role')]
}

/** Block `offers` or `wants`, action `skills`: the public control API submits these. */
function skillBlocks(copy: Copy, form: JoinForm, side: 'offers' | 'wants'): Blocks {
  const words = copy.enrollment
  const groups = form.skills.map((group) => ({
    label: group.label,
    options: group.skills.map((skill) => option(skill.label, skill.id)),
  }))
  const own = input(`${side}_other`, words[`${side}Other`], textInput({ max: LONGEST_SKILL }), {
    optional: true,
    hint: words.otherHint,
  })
  const choice = input(
    side,
    words[side],
    groupedMultiSelect(groups, form.filled[side], {
      max: MOST_SKILLS,
      action: 'skills',
      placeholder: words.chooseSkill,
    }),
    { optional: true, hint: words[`${side}Hint`] },
  )
  return [choice, own, seen(copy, side)]
}

/** What a file usually says: level and manager. */
function fileBlocks(copy: Copy, form: JoinForm): Blocks {
  const words = copy.enrollment
  const levels = Array.from({ length: form.topLevel }, (_, i) => option(words.levelOption(i + 1), String(i + 1)))
  const { level, managerId } = form.filled
  return [
    ...(form.asks.level
      ? [
          input('level', words.level, select(levels, level === null ? undefined : String(level)), {
            optional: true,
            hint: words.levelHint,
          }),
          seen(copy, 'level'),
        ]
      : []),
    ...(form.asks.manager
      ? [
          input('manager', words.manager, personSelect(managerId ?? undefined), {
            optional: true,
            hint: words.managerHint,
          }),
          seen(copy, 'manager'),
        ]
      : []),
  ]
}
