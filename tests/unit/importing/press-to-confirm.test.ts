import { describe, expect, it } from 'vitest'
import { quoted } from '#tests/support/quoted.ts'

describe('weak evidence of a speaker is left to confirm', () => {
  it.each([
    [
      'a role after paragraphs that tell of somebody else no more',
      'Per Brook was sacked by Lindholm in May.\n\nTalks went on into the night.\n\nNothing was told of them in Ostra.\n\nThe 56-year-old said after the talks: “I am glad to be joining a club like this.”\n',
    ],
    [
      'words of whoever spoke at a place',
      'A Watch Desk reporter Nisan Ahma’s source inside the Rukla camp, a woman who feared the guards and asked not to be named, said that the ministry’s claim is “absolutely not true.”\n',
    ],
  ])('%s', (_what, text) => {
    expect(quoted(text).map(([speaker]) => speaker)).toEqual([null])
  })

  it('takes no seat of a government for somebody', () => {
    expect(
      quoted(
        '“It is hard to find,” study lead author Tove Lind, a scientist at the Lind Center in Ostra, Merland, and the university in Western, D.C., said in a statement.\n',
      ),
    ).toEqual([['Tove Lind', 'It is hard to find,']])
  })
})
