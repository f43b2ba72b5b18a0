import { h } from '../dom.js'
import { plain, words } from '../text/mrkdwn.js'
import { press } from './host.js'

/** @import { Part } from '../types.js' @import { Host } from './host.js' */

/** @param {Part} element @param {Host} host */
export function button(element, host) {
  const text = words(typeof element.text === 'object' ? element.text : undefined)
  const style = element.style === 'primary' ? ' button-main' : element.style === 'danger' ? ' button-danger' : ''
  const control = h(
    'button',
    {
      class: `button${style}`,
      type: 'button',
      'aria-label': element.accessibility_label,
      onclick: () => {
        // Slack opens the address and tells the app of the click all the same.
        if (element.url && /^https?:/i.test(element.url)) open(element.url, '_blank', 'noreferrer')
        void press(host, element, element.value === undefined ? {} : { value: element.value }, control)
      },
    },
    ...plain(text),
  )
  return control
}
