import { part } from '../dom.js'
import { state, watch } from '../state.js'

const WORDS = {
  starting: ['The sandbox is starting', 'This takes a few seconds. The page goes on by itself.'],
  loading: [
    'A company is moving in',
    'People are invented, the lead is appointed, programs are opened. This takes some seconds.',
  ],
  lost: [
    'The sandbox does not answer',
    'It has stopped or is starting again. I try once a second, and nothing that you did is lost.',
  ],
  ready: ['', ''],
}

/** The page while there is no company to show: says what is going on, kindly. */
export function startWaiting() {
  watch(['link'], () => {
    const [title = '', text = ''] = WORDS[state.link]
    part('waiting').hidden = state.link === 'ready'
    part('waiting-title').textContent = title
    part('waiting-text').textContent = text
    document.documentElement.dataset['link'] = state.link
    // Nothing behind the notice can be used meanwhile, by no means of input.
    for (const id of ['sidebar', 'main', 'clock', 'drawer']) part(id).inert = state.link !== 'ready'
  })
}
