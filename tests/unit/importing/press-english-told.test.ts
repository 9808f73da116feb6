import { expect, it } from 'vitest'
import { quoted } from '#tests/support/quoted.ts'

const WORDS = 'They took the boats first and the nets after that.'

it.each([
  [
    'no bank for the woman who calls it something',
    'Hanna Brook grilled Wells Marsh CEO Tove Lind on Monday. Wells Marsh was fined last week.\n\nIn a note, candidate Ada Lorne was more careful. Though she called Wells Marsh’s conduct “outrageous and cheap,” Lorne stopped there.',
    [['Ada Lorne', 'outrageous and cheap,']],
  ],
  [
    'a delegate with the title cut short',
    `Members met on Monday.\n\n“${WORDS}” said Del. Ada Lorne of Ostra.`,
    [['Ada Lorne', WORDS]],
  ],
  [
    'whom “who in 2010 said” tells of, whatever they are now',
    'Jan Brook said little on Monday, and Ada Lorne said less. Brook has had a cool time with Lorne, now the harbour mayor, who in 2010 said the aim was to make Brook a “one-term guest of this town.”',
    [['Ada Lorne', 'one-term guest of this town.']],
  ],
  [
    '“the man” for the witness of whom nothing else is told',
    `A 52-year-old witness testified on Monday about the night at the pier.\n\n“${WORDS}” the man said before the court rose.`,
    [['a 52-year-old witness', WORDS]],
  ],
  [
    'a report at its word',
    `Rowers Watch International said on Monday that the camp was run in secret.\n\n“${WORDS}” the report said.`,
    [['the report', WORDS]],
  ],
  [
    'a witness whose words the next paragraph holds',
    `The pier was burnt in May.\n\nOne witness quoted in the inquiry recalls having to leave the boats behind:\n\n“${WORDS}”`,
    [['one witness', WORDS]],
  ],
  [
    '“the PM” for whoever the report calls Prime Minister',
    'Prime Minister Ada Lorne came to the pier at noon.\n\nThe PM said the rowers “deserve answers and a boat.”',
    [['Ada Lorne', 'deserve answers and a boat.']],
  ],
  [
    'nobody for a firm that somebody is said to tell of',
    `The firm FlowOn came too. Ada Lorne, its chief officer, said FlowOn would go on. “${WORDS}” she said.`,
    [['Ada Lorne', WORDS]],
  ],
])('takes %s', (_what, text, expected) => {
  const given = quoted(`${text}\n`).map(([speaker, words]) => [speaker?.toLowerCase(), words])
  expect(given).toEqual(expected.map(([speaker, words]) => [speaker!.toLowerCase(), words]))
})

it('leaves a surname to confirm where another of that name has acted since', () => {
  const told = `“${WORDS}” said Tove Lind.`
  const text = [
    told,
    told,
    told,
    told,
    'Jan Lind came to the pier on Monday.',
    `“${WORDS}” Lind told the rowers.`,
  ]
  expect(quoted(`${text.join('\n\n')}\n`).at(-1)).toEqual([null, WORDS])
})
