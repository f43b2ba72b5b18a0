import { refuse } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { form } from '../../slack/form.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import type { Listeners } from '../../slack/listener.ts'
import { findPlaceOfPair } from '../find-cycle.ts'
import { agreementMessage, agreementSavedView, agreementView } from '../views/agreement.ts'
import { confirmAgreement, findAgreed, readAgreement, writeAgreement } from '../write-agreement.ts'
import { fieldError, readForm, readPress, sayNo } from './press.ts'

/** What a pair agreed: write it, confirm it. */
export const agreementListeners = (deps: Deps): Listeners => ({
  actions: [
    {
      id: ACTION.agreementOpen,
      access: 'everyone',
      async run(call) {
        const asked = await readPress(call)
        if (!asked) return
        const found = await findPlaceOfPair(deps.db, asked)
        if (!found.ok) return sayNo(call, found.refusal)
        const agreement = await readAgreement(deps.db, deps.cipher, asked.workspaceId, asked.pairId)
        await call.open(agreementView(call.copy, found.value.scene, agreement?.words ?? ''))
      },
    },
    {
      id: ACTION.agreementConfirm,
      access: 'everyone',
      keep: true,
      async run(call) {
        const asked = await readPress(call)
        if (!asked) return
        const confirmed = await confirmAgreement(deps, { ...asked, version: Number(asked.choice) }, call.now)
        if (confirmed.ok) return call.redraw(agreementMessage(call.copy, confirmed.value))
        await sayNo(call, confirmed.refusal)
        if (confirmed.refusal.code !== 'agreement_changed') return
        const newer = await findAgreed(deps.db, deps.cipher, asked)
        if (newer.ok) await call.redraw(agreementMessage(call.copy, newer.value))
      },
    },
  ],
  submissions: [
    {
      id: VIEW.agreement,
      access: 'everyone',
      async run(call) {
        const asked = readForm(call)
        if (!asked) return fieldError(call, refuse('form_out_of_date').refusal, 'words')
        const written = await writeAgreement(deps, { ...asked, words: form(call.values).text('words') }, call.now)
        if (!written.ok) return fieldError(call, written.refusal, 'words')
        return { update: agreementSavedView(call.copy, written.value) }
      },
    },
  ],
})
