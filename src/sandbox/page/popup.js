/** Space between a popup and what it belongs to. */
const GAP_PX = 4
const EDGE_PX = 8

/**
 * Shows `popup` in the browser's top layer beside `anchor`: below it where there is room, else above. The top layer
 * matters: inside a modal or a scrolling conversation a list would be cut off.
 * @param {HTMLElement} popup  inside the same dialog as its anchor, and filled: its height decides where it goes
 * @param {HTMLElement} anchor
 * @param {'stretch' | 'end'} fit  as wide as the anchor, or ending where it ends
 */
export function openPopup(popup, anchor, fit) {
  popup.popover = 'manual'
  popup.showPopover()
  // A list that stays open, as one of several choices does, must not hide the button that sends the form.
  const foot = anchor.closest('dialog')?.querySelector('.modal-footer')
  const place = () => {
    const box = anchor.getBoundingClientRect()
    const below = (foot?.getBoundingClientRect().top ?? innerHeight) - box.bottom - GAP_PX - EDGE_PX
    const above = box.top - GAP_PX - EDGE_PX
    popup.style.maxHeight = 'none'
    const goesBelow = below >= Math.min(popup.scrollHeight, 320) || below >= above
    popup.style.maxHeight = `${Math.min(320, goesBelow ? below : above)}px`
    if (fit === 'stretch') popup.style.width = `${box.width}px`
    const left = fit === 'stretch' ? box.left : box.right - popup.offsetWidth
    popup.style.left = `${Math.max(EDGE_PX, Math.min(left, innerWidth - popup.offsetWidth - EDGE_PX))}px`
    // Held at the anchor's side: a list that grows shorter while one types stays beside its field.
    popup.style.top = goesBelow ? `${box.bottom + GAP_PX}px` : 'auto'
    popup.style.bottom = goesBelow ? 'auto' : `${innerHeight - box.top + GAP_PX}px`
  }
  place()
  const listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  addEventListener('scroll', (event) => event.target === popup || place(), options)
  addEventListener('resize', place, options)
  return () => {
    listening.abort()
    if (popup.matches(':popover-open')) popup.hidePopover()
  }
}
