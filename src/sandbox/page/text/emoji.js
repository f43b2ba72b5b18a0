import { h, icon } from '../dom.js'

/** Drawn by the page itself, in the colour of the text: they stand in front of quiet lines, where a picture is loud. */
const DRAWN = new Map([
  ['eye', 'eye'],
  ['eyes', 'eye'],
  ['calendar', 'calendar'],
  ['date', 'calendar'],
  ['spiral_calendar_pad', 'calendar'],
  ['lock', 'lock'],
  ['warning', 'warning'],
  ['bust_in_silhouette', 'person'],
  ['busts_in_silhouette', 'pair'],
])

/** Names as Slack has them, each followed by its sign. */
const UNICODE = table(`
  +1 👍  thumbsup 👍  -1 👎  wave 👋  clap 👏  pray 🙏  raised_hands 🙌  handshake 🤝  muscle 💪  point_right 👉
  point_left 👈  point_up ☝️  point_down 👇  ok_hand 👌  smile 😄  smiley 😃  slightly_smiling_face 🙂  blush 😊
  wink 😉  thinking_face 🤔  heart ❤️  blue_heart 💙  star ⭐  sparkles ✨  tada 🎉  trophy 🏆  medal 🏅  seedling 🌱
  herb 🌿  sunny ☀️  coffee ☕  bulb 💡  memo 📝  pencil ✏️  pencil2 ✏️  books 📚  book 📖  bookmark 🔖  clipboard 📋
  pushpin 📌  round_pushpin 📍  paperclip 📎  link 🔗  envelope ✉️  email 📧  inbox_tray 📥  outbox_tray 📤
  speech_balloon 💬  thought_balloon 💭  bell 🔔  no_bell 🔕  mega 📣  loudspeaker 📢  mag 🔍  hourglass ⌛
  hourglass_flowing_sand ⏳  stopwatch ⏱️  alarm_clock ⏰  clock9 🕘  timer_clock ⏲️  bar_chart 📊
  chart_with_upwards_trend 📈  chart_with_downwards_trend 📉  key 🔑  unlock 🔓  shield 🛡️  gear ⚙️  wrench 🔧
  hammer 🔨  computer 💻  iphone 📱  telephone_receiver 📞  house 🏠  office 🏢  globe_with_meridians 🌐
  earth_americas 🌎  earth_africa 🌍  walking 🚶  mortar_board 🎓  compass 🧭  world_map 🗺️  dart 🎯  gift 🎁
  balloon 🎈  rocket 🚀  ship 🚢  white_check_mark ✅  heavy_check_mark ✔️  ballot_box_with_check ☑️  x ❌
  negative_squared_cross_mark ❎  no_entry ⛔  no_entry_sign 🚫  octagonal_sign 🛑  exclamation ❗  question ❓
  information_source ℹ️  rotating_light 🚨  red_circle 🔴  large_blue_circle 🔵  large_green_circle 🟢
  large_yellow_circle 🟡  large_orange_circle 🟠  white_circle ⚪  black_circle ⚫  arrow_right ➡️  arrow_left ⬅️
  arrow_up ⬆️  arrow_down ⬇️  arrows_counterclockwise 🔄  twisted_rightwards_arrows 🔀  repeat 🔁
  leftwards_arrow_with_hook ↩️  arrow_forward ▶️  double_vertical_bar ⏸️  pause_button ⏸️
  black_square_for_stop ⏹️  new 🆕  one 1️⃣  two 2️⃣  three 3️⃣  four 4️⃣  five 5️⃣  six 6️⃣  seven 7️⃣
  eight 8️⃣  nine 9️⃣  keycap_ten 🔟
`)

/** @param {string} text */
function table(text) {
  const words = text.trim().split(/\s+/)
  return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [])))
}

/**
 * @param {string} name  without its colons
 * @returns {Node | null} null for a name that nobody knows: Slack then shows what was typed
 */
export function emoji(name) {
  const label = name.replaceAll('_', ' ')
  const drawn = DRAWN.get(name)
  if (drawn) return h('span', { class: 'emoji emoji-drawn', role: 'img', 'aria-label': label }, icon(drawn, true))
  const sign = UNICODE.get(name)
  return sign ? h('span', { class: 'emoji', role: 'img', 'aria-label': label }, sign) : null
}
