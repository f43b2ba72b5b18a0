import { expect, test } from 'vitest'
import { decode } from '../../src/people/csv/decode.ts'
import type { Known } from '../../src/people/csv/known.ts'
import { readEntries, type Reading } from '../../src/people/csv/read-entries.ts'
import { readTable } from '../../src/people/csv/table.ts'
import { BUILT_IN, skillIndex } from '../../src/people/skills.ts'
import { aPerson, byId } from './a-person.ts'

const people = byId([
  aPerson({ id: 'U1' }),
  aPerson({ id: 'U2' }),
  aPerson({ id: 'U3' }),
  aPerson({ id: 'W4' }),
  aPerson({ id: 'UBOT', isBot: true }),
  aPerson({ id: 'UGONE', name: 'Gone', leftAt: new Date(0) }),
  aPerson({ id: 'UGUEST', name: 'Guest', isGuest: true }),
])
const known: Known = { people, emails: null, skills: skillIndex(BUILT_IN), mapping: {}, levelOrder: null }

/** The whole way of a file's bytes. */
function read(file: string | Uint8Array, over: Partial<Known> = {}): Reading {
  const decoded = decode(typeof file === 'string' ? Buffer.from(file) : file)
  if ('fault' in decoded) return { is: 'faulty', faults: [decoded.fault] }
  const parsed = readTable(decoded.text)
  return 'faults' in parsed ? { is: 'faulty', faults: parsed.faults } : readEntries(parsed.table, { ...known, ...over })
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
const BAD_BYTE = Buffer.concat([Buffer.from('id,team\nU1,A\nU2,'), Buffer.from([0xff]), Buffer.from('\n')])

test.each([
  ['an empty file', '', 'empty', null],
  ['spaces only', ' \n\n ', 'empty', null],
  ['a header alone', 'id,level\n', 'header_only', null],
  ['a workbook', Buffer.from('PK\x03\x04rest'), 'workbook', null],
  ['a byte that is no UTF-8', BAD_BYTE, 'encoding', 3],
  ['UTF-16 without its mark', Buffer.from('id,level\n', 'utf16le'), 'encoding', 1],
  ['a NUL', 'id,team\nU1,a\0b\n', 'control', 2],
  ['a quote that never ends', 'id,team\nU1,"open\n', 'quotes', null],
  ['65 columns', `id,${Array.from({ length: 64 }, (_, i) => `c${i}`).join(',')}\nU1\n`, 'too_many_columns', 1],
  ['10 MB of lines', `id,level\n${'U1,3\n'.repeat(2_000_000)}`, 'too_many_lines', null],
  ['10 MB in one cell', `id,team\nU1,"${'a'.repeat(10_000_000)}"\n`, 'text_long', 2],
  ['10 MB of nothing between commas', ','.repeat(10_000_000), 'too_many_columns', 1],
  ['10 MB of cells in one line', `id,level\nU1${',3'.repeat(5_000_000)}\n`, 'ragged', 2],
  ['90,000 lines in a quote that never ends', `id,team\nU1,"${'a\n'.repeat(90_000)}`, 'quotes', null],
  ['10 MB of a picture', Buffer.alloc(10_000_000, 0x89), 'encoding', 1],
  ['UTF-16 that ends in the middle of a letter', utf16('id,level\nU1,3\n').subarray(0, -1), 'encoding', 1],
  ['Windows-1252', Buffer.from('id,team\nU1,B\u00fcro\n', 'latin1'), 'encoding', 2],
  ['one column twice', 'id,level,grade\nU1,1,2\n', 'header_twice', 1],
  ['a line with too many cells', 'id,level\nU1,3\nU2,3,4\n', 'ragged', 3],
  ['a line without a person', 'id,level\nU1,3\n,4\n', 'who_missing', 3],
  ['somebody unknown', 'id,level\nU999,3\n', 'who_unknown', 2],
  ['a bot', 'id,level\nUBOT,3\n', 'bot', 2],
  ['somebody twice', 'id,level\nU1,3\nU2,4\nu1,5\n', 'twice', 4],
  ['somebody twice with two roles', 'id,role\nU1,guide\nU1,learner\n', 'twice', 3],
  ['level 0', 'id,level\nU1,3\nU2,0\n', 'level', 3],
  ['level 100', 'id,level\nU1,100\n', 'level', 2],
  ['level 2.5', 'id,level\nU1,2.5\n', 'level', 2],
  ['30 February', 'id,start_on\nU1,2026-02-30\n', 'date', 2],
  ['hours that end before they begin', 'id,hours\nU1,17:00-09:00\n', 'hours', 2],
  ['a language that is none', 'id,languages\nU1,en;Klingon!\n', 'language', 2],
  ['a role that is none', 'id,role\nU1,boss\n', 'role', 2],
  ['capacity 11', 'id,capacity\nU1,11\n', 'capacity', 2],
  ['a team of 81 letters', `id,team\nU1,${'a'.repeat(81)}\n`, 'text_long', 2],
])('%s refuses the file and names its line', (_, file, code, line) => {
  const reading = read(file)
  expect(reading.is).toBe('faulty')
  expect(reading.is === 'faulty' && reading.faults[0]).toMatchObject(line === null ? { code } : { code, line })
})

test('every fault is found, not only the first', () => {
  const reading = read('id,level,role\nU1,0,boss\nU9,3,guide\n')
  expect(reading.is === 'faulty' && reading.faults.map((f) => [f.line, f.code])).toEqual([
    [2, 'level'],
    [2, 'role'],
    [3, 'who_unknown'],
  ])
})

test.each([
  ['a byte order mark', '\ufeffid,level\nU1,3\n'],
  ['UTF-16 with its mark', utf16('id,level\nU1,3\n')],
  ['CRLF', 'id,level\r\nU1,3\r\n'],
  ['CR', 'id,level\rU1,3\r'],
  ['semicolons', 'id;level\nU1;3\n'],
  ['tabs', 'id\tlevel\nU1\t3\n'],
  ['another order', 'level,id\n3,U1\n'],
  ['spaces around', ' ID , Level \n U1 , 3 \n'],
  ['German headers', 'Mitglieds-ID;Stufe\nU1;3\n'],
  ['full-width letters in the header', 'ｉｄ,ｌｅｖｅｌ\nU1,3\n'],
  ['a mention', 'id,level\n<@U1|ana>,3\n'],
  ['a lower-case id', 'id,level\nu1,3\n'],
  ['empty lines between', 'id,level\n\nU1,3\n\n'],
  ['cells left off at the end', 'id,level,team\nU1,3\n'],
  ['a number as spreadsheets write it', 'id,level\nU1,"3,00"\n'],
])('%s reads as the same list', (_, file) => {
  const reading = read(file)
  expect(reading.is === 'read' && reading.entries.map(({ personId, facts }) => [personId, facts])).toEqual([
    ['U1', { level: 3 }],
  ])
})

test('an id of an organisation (W) is an id like any other', () => {
  expect(read('id,level\nW4,3\n')).toMatchObject({ is: 'read', entries: [{ personId: 'W4' }] })
})

test('lines are counted through cells that span several', () => {
  const reading = read('id,team\nU1,"one\ntwo"\nU999,x\n')
  expect(reading).toMatchObject({ is: 'faulty', faults: [{ line: 4, code: 'who_unknown' }] })
})

test('who has left, and guests, are left out with a remark', () => {
  const reading = read('id,level\nUGONE,3\nUGUEST,3\nU1,3\n')
  expect(reading).toMatchObject({
    is: 'read',
    entries: [{ personId: 'U1' }],
    remarks: [
      { code: 'has_left', line: 2, value: 'Gone' },
      { code: 'guest', line: 3, value: 'Guest' },
    ],
  })
})

test('columns that are none of ours are named, __proto__ among them, and write nothing', () => {
  const reading = read('id,__proto__,constructor,level\nU1,a,b,3\n')
  expect(reading).toMatchObject({
    is: 'read',
    entries: [{ facts: { level: 3 } }],
    remarks: [{ code: 'unused_columns', value: '__proto__, constructor' }],
  })
  expect(({} as Record<string, unknown>).a).toBeUndefined()
})

test('declared attributes and trial columns are never taken over', () => {
  const reading = read('id,attribute,waiting,never_with\nU1,x,2,U2\n')
  expect(reading).toMatchObject({
    is: 'read',
    entries: [{ facts: {} }],
    remarks: [{ code: 'not_imported', value: 'attribute, waiting, never_with' }],
  })
})

test('a manager who is not here stays unknown, and nobody manages themselves', () => {
  const reading = read('id,manager_id\nU1,U999\nU2,U2\nU3,<@U1>\n')
  expect(reading).toMatchObject({
    is: 'read',
    entries: [{ facts: {} }, { facts: {} }, { facts: { managerId: 'U1' } }],
    remarks: [
      { code: 'manager_unknown', line: 2 },
      { code: 'manager_self', line: 3, value: 'Person U2' },
    ],
  })
})

test('managers in a circle are remarked once and do not hang', () => {
  const reading = read('id,manager_id\nU1,U2\nU2,U3\nU3,U1\nW4,U1\n')
  expect(reading.is === 'read' && reading.remarks).toEqual([
    { code: 'manager_circle', line: 2, value: 'Person U1, Person U2, Person U3' },
  ])
})

test('level words ask for their order, and then count from the most junior', () => {
  const file = 'id,level\nU1,Junior\nU2,Director\nU3,junior\n'
  expect(read(file)).toEqual({ is: 'unordered', words: ['Junior', 'Director'] })
  const reading = read(file, { levelOrder: ['junior', 'Director'] })
  expect(reading.is === 'read' && reading.entries.map((e) => e.facts.level)).toEqual([1, 2, 1])
})

test('more level words than there can be levels are refused', () => {
  const many = byId(Array.from({ length: 21 }, (_, i) => aPerson({ id: `U${i}` })))
  const file = ['id,level', ...Array.from({ length: 21 }, (_, i) => `U${i},title ${i}`)].join('\n')
  expect(read(file, { people: many })).toMatchObject({ is: 'faulty', faults: [{ code: 'too_many_words' }] })
})

test('a file without a recognised person column asks which one it is, and then reads', () => {
  expect(read('Kürzel,level\nU1,3\n')).toEqual({ is: 'unnamed', headers: ['Kürzel', 'level'] })
  expect(read('Kürzel,level\nU1,3\n', { mapping: { id: 'Kürzel' } })).toMatchObject({
    is: 'read',
    entries: [{ personId: 'U1', facts: { level: 3 } }],
  })
})

test('e-mails wait until Slack was asked, and compare without case and composition', () => {
  const file = 'email,manager_id\nJOSE\u0301@example.com,boss@example.com\n'
  expect(read(file)).toEqual({ is: 'without-emails' })
  const emails = new Map([
    ['josé@example.com', 'U1'],
    ['boss@example.com', 'U2'],
  ])
  expect(read(file, { emails })).toMatchObject({
    is: 'read',
    entries: [{ personId: 'U1', facts: { managerId: 'U2' } }],
  })
})

test('the same address in two spellings is one person twice', () => {
  const emails = new Map([['ana@example.com', 'U1']])
  const reading = read('email,level\nana@example.com,1\nANA@EXAMPLE.COM,2\n', { emails })
  expect(reading).toMatchObject({ is: 'faulty', faults: [{ code: 'twice', line: 3 }] })
})

test('skills are found by id or by label, and new words become new skills once', () => {
  const reading = read('id,offers,wants\nU1,excel;AI Assistants,Beekeeping\nU2,beekeeping,hiring\n')
  expect(reading).toMatchObject({
    is: 'read',
    entries: [
      { facts: { offers: ['excel', 'ai-assistants'], wants: ['beekeeping'] } },
      { facts: { offers: ['beekeeping'], wants: ['hiring'] } },
    ],
    newSkills: ['Beekeeping'],
  })
})

test('languages by code, country or English name are one language', () => {
  expect(read('id,languages\nU1,en-GB;English;de\n')).toMatchObject({
    is: 'read',
    entries: [{ facts: { languages: ['en', 'de'] } }],
  })
})
