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
    [
      'a noun alone that points back at nobody the report names',
      'FlowOn closed the lock on Monday.\n\nA letter went round Ostra that day. In a second text, the group said that FlowOn “is not following through on its word to the rowers.”\n',
    ],
    [
      'a noun of its own, even where the report tells of one person alone',
      'Per Brook, 40, rowed to Lindholm on Monday. Brook slept there.\n\n“I could not lift an oar that month,” the banker wrote.\n',
    ],
    [
      'the words of two',
      'Per Brook, 40, and Ada Lorne, 50, rowed on Monday. Brook slept. Lorne wept.\n\nBrook and Lorne both said it was “the worst night of the whole winter.”\n',
    ],
    [
      'words that a thing gives back',
      'Per Brook, 40, sat by the door.\n\nThe sign above the door says: “No rowers shall go beyond this point after dark.”\n',
    ],
    [
      'a message from somebody that another shows',
      'Per Brook, 40, sat by the door.\n\nBrook showed a reporter a message from his wife: “Bring the boat at once, the water is rising.”\n',
    ],
    [
      'what two say together, in Persian',
      'نگار سهندی، رئیس شورای بندر، و یونا مرادی، وکیل دادگستری، آمدند. سهندی و مرادی گفتند: «آب شبانه بالا آمد و همه خواب بودند.»\n',
    ],
    [
      'somebody’s representative, in Persian',
      'نگار سهندی، رئیس شورای بندر، دیروز آمد. نماینده‌اش تأکید کرد: «او سالم است و به خانه برگشته است.»\n',
    ],
    [
      'what is written somewhere, in Persian',
      'نگار سهندی، رئیس شورای بندر، دیروز آمد. روی دیوار نوشته شده بود: «قایق را بیاور که آب دارد بالا می‌آید.»\n',
    ],
    [
      'what somebody is asked, in Persian',
      'نگار سهندی، رئیس شورای بندر، آمد. سهندی در پاسخ به این پرسش که «آیا اسکله باز هم بسته می‌ماند یا نه؟»، سر تکان داد.\n',
    ],
  ])('%s', (_what, text) => {
    expect(quoted(text).map(([speaker]) => speaker)).toEqual([null])
  })

  it('leaves words to confirm whose tag it cannot read, and gives them to nobody who spoke before', () => {
    expect(
      quoted(
        'Per Brook, 40, rowed to Lindholm on Monday and slept there.\n\n“Did you see the light?” Brook asked. “I did not,” came the reply.\n',
      ),
    ).toEqual([
      ['Per Brook', 'Did you see the light?'],
      [null, 'I did not,'],
    ])
  })

  it('takes no seat of a government for somebody', () => {
    expect(
      quoted(
        '“It is hard to find,” study lead author Tove Lind, a scientist at the Lind Center in Ostra, Merland, and the university in Western, D.C., said in a statement.\n',
      ),
    ).toEqual([['Tove Lind', 'It is hard to find,']])
  })
})
