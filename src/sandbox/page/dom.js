/**
 * @typedef {Node | string | number | null | undefined | false} Child
 * @typedef {Record<string, string | number | boolean | null | undefined | Listener>} Props
 * @typedef {{ bivarianceHack(event: Event): unknown }['bivarianceHack']} Listener  takes the event it is given, whatever its kind
 */

/**
 * Makes one element. A function is a listener and its name starts with "on", true and false switch an attribute on and off,
 * everything else is an attribute; null and undefined are left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Props} [props]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value))
  }
  append(element, children)
  return element
}

/**
 * @param {Node} parent
 * @param {(Child | Child[])[]} children
 */
function append(parent, children) {
  for (const child of children.flat()) {
    if (child instanceof Node) parent.appendChild(child)
    else if (child !== null && child !== undefined && child !== false)
      parent.appendChild(document.createTextNode(String(child)))
  }
}

const SVG = 'http://www.w3.org/2000/svg'

/**
 * @param {string} tag
 * @param {Record<string, string | number>} [props]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function svg(tag, props = {}, ...children) {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, String(value))
  element.append(...children)
  return /** @type {SVGElement} made in the SVG namespace */ (element)
}

/**
 * One of the drawn symbols of index.html; never carries meaning alone.
 * @param {string} name
 * @param {boolean} [small]
 */
export const icon = (name, small = false) =>
  svg('svg', { class: small ? 'icon icon-small' : 'icon', 'aria-hidden': 'true' }, svg('use', { href: `#i-${name}` }))

/**
 * An element that index.html is known to have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function part(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`index.html has no #${id}`)
  return found
}

/** What is typed in a form's field; a file is no text. @param {FormData} data @param {string} name */
export function fieldText(data, name) {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

let made = 0
/** A fresh id, for labels and descriptions. @param {string} stem */
export const freshId = (stem) => `${stem}-${++made}`

/** @type {WeakMap<HTMLElement, string>} what each child was drawn from */
const signatures = new WeakMap()

/**
 * Makes `parent` hold one child for each item, in order. A child whose key and signature are unchanged stays the same
 * node, so that focus, typed text and what a screen reader has read survive a refresh.
 * @template T
 * @param {HTMLElement} parent
 * @param {readonly T[]} items
 * @param {(item: T) => { key: string, signature: string }} identify
 * @param {(item: T) => HTMLElement} draw
 */
export function keyed(parent, items, identify, draw) {
  const old = new Map(
    /** @type {HTMLElement[]} only elements are ever put here */ ([...parent.children]).map((node) => [
      node.dataset['key'],
      node,
    ]),
  )
  const next = items.map((item) => {
    const { key, signature } = identify(item)
    const kept = old.get(key)
    if (kept && signatures.get(kept) === signature) return kept
    const node = draw(item)
    node.dataset['key'] = key
    signatures.set(node, signature)
    return node
  })
  const wanted = new Set(next)
  for (const node of Array.from(parent.children))
    if (!wanted.has(/** @type {HTMLElement} as above */ (node))) node.remove()
  next.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null)
  })
}
