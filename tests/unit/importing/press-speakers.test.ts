import { describe, expect, it } from 'vitest'
import { quoted } from '#tests/support/quoted.ts'

const OPENING = 'Ada Lorne, who led the council, spoke in Ostra on Monday. Lorne said little else.'

describe('who speaks, in English', () => {
  it.each([
    [
      'whoever wrote the study that is quoted',
      'According to a 2018 survey by Tove Lind of Ostra, the owner’s habit has been to “close the small harbours” first.',
      [['Tove Lind', 'close the small harbours']],
    ],
    [
      'words after a mark that a space follows by a slip',
      '"The ferry is late," Lorne wrote. " The road is open again."',
      [
        ['Ada Lorne', 'The ferry is late,'],
        ['Ada Lorne', 'The road is open again.'],
      ],
    ],
    [
      'whoever said it in a call rather than the call',
      'Ada Lorne blasted the toll on a phone call as “plainly wrong.”',
      [['Ada Lorne', 'plainly wrong.']],
    ],
    [
      'the first name of a tag, however long what describes it',
      '“The sand is gone,” Tove Lind, a fellow at the Ostra-based Council on Tides, Wind and Water, told the Courier.',
      [['Tove Lind', 'The sand is gone,']],
    ],
    [
      'a tense of its own',
      '“The toll is a tax,” Tove Lind, a fellow of the Lindholm Institute, has written.',
      [['Tove Lind', 'The toll is a tax,']],
    ],
    [
      'whoever comes after a closing comma, by whatever verb',
      '“We all miss the ferry,” Lorne butted in, turning to the clerk.',
      [['Ada Lorne', 'We all miss the ferry,']],
    ],
    [
      'whoever comes after an unknown verb and a closing comma',
      '“We all miss the ferry,” quavered Tove Lind of the rowers.',
      [['Tove Lind', 'We all miss the ferry,']],
    ],
    [
      'a tag that closes the narrator’s sentence',
      'The harbour was “pulled into the quarrel,” Lorne said on Tuesday in a talk with rowers.',
      [['Ada Lorne', 'pulled into the quarrel,']],
    ],
    [
      'whoever says so rather than the body that decides',
      'Lorne said that after long talks Merland had concluded the dredging was “not, as such, against the law”, trusting the court to decide.',
      [['Ada Lorne', 'not, as such, against the law']],
    ],
    [
      'the one beside whom a participle stands',
      'The two towns cried foul, with Harbour Minister Jan Brook warning of “dire consequences”.',
      [['Jan Brook', 'dire consequences']],
    ],
    [
      'a source in the middle of the sentence',
      'The ferry, according to Lorne, had made an unplanned stop for a “quick look at the boiler” that night.',
      [['Ada Lorne', 'quick look at the boiler']],
    ],
    [
      'the holder of an office that ends in the name of a place',
      'Merland’s ambassador to Ostra Tove Lind has said that the town has the “will and the means” to dredge.',
      [['Tove Lind', 'will and the means']],
    ],
    [
      'whoever a paper quotes rather than the paper',
      'The Ostra Courier quoted Lorne as saying that the boat was “not seaworthy by any measure.”',
      [['Ada Lorne', 'not seaworthy by any measure.']],
    ],
    [
      'a name after what its holder does, by whatever word for that',
      '“The ice is thin,” said marine geologist Tove Lind of the Ostra Tidal Laboratory.',
      [['Tove Lind', 'The ice is thin,']],
    ],
    [
      'whoever acted first in a clause before the main one',
      'When Jan Veck, the harbour master, closed the lock, he said it was unsafe. He also hoped the closure would “bring the town to its senses” at last.',
      [['Jan Veck', 'bring the town to its senses']],
    ],
    [
      'somebody new whom a place comes before',
      'By the fountain a retired policeman was feeding pigeons. “I was on duty that day,” he said.',
      [['a retired policeman', 'I was on duty that day,']],
    ],
    [
      'whoever calls somebody so, and the police as a body',
      'Jan Veck called her “a liar and a thief” twice. Police said the boat was “not seaworthy” in May.',
      [
        ['Jan Veck', 'a liar and a thief'],
        ['Police', 'not seaworthy'],
      ],
    ],
    [
      'a source who is close to somebody',
      'A source close to Lorne said that the boat was “not seaworthy by any measure.”',
      [['a source close to Lorne', 'not seaworthy by any measure.']],
    ],
    [
      'somebody’s lawyer, who is somebody else',
      '“She is innocent,” Lorne’s lawyer said. “She will fight on.”',
      [
        ['Lorne’s lawyer', 'She is innocent,'],
        ['Lorne’s lawyer', 'She will fight on.'],
      ],
    ],
    [
      'an apposition that begins with another name',
      '“I would have known,” Jan Veck, Lorne’s deputy, said.',
      [['Jan Veck', 'I would have known,']],
    ],
    [
      'a body whose name goes on behind “of”, and none in an office',
      '“We regret it,” the Ministry of Tides said. “We do not,” District of Ostra Attorney General Jan Veck said.',
      [
        ['Ministry of Tides', 'We regret it,'],
        ['Jan Veck', 'We do not,'],
      ],
    ],
    [
      'her brother for a man',
      '“She is innocent,” said Karl Veck, her brother. “She will fight on,” he added.',
      [
        ['Karl Veck', 'She is innocent,'],
        ['Karl Veck', 'She will fight on,'],
      ],
    ],
    [
      'whoever put out the statement of which it tells',
      'The Tidal Office denied it in a statement on Friday. “We were shocked to see her post,” the statement read. “We shall not speak again,” it went on.',
      [
        ['Tidal Office', 'We were shocked to see her post,'],
        ['Tidal Office', 'We shall not speak again,'],
      ],
    ],
    [
      'the name after a role or a noun and a comma',
      '“I never saw it,” said another witness in the case, former harbour clerk Hanna Oster. The group, Rowers United, said that it “will not be pushed around any longer.”',
      [
        ['Hanna Oster', 'I never saw it,'],
        ['Rowers United', 'will not be pushed around any longer.'],
      ],
    ],
    [
      'a body rather than a person behind an article',
      '“It was an attempt to mislead voters,’’ the Kremlin said.',
      [['Kremlin', 'It was an attempt to mislead voters,']],
    ],
    [
      'whoever the sentence is about rather than the place it begins with',
      'Speaking at a fair in Salem, New Merland, Lorne went after Jan Veck, calling him “a total stiff.”',
      [['Ada Lorne', 'a total stiff.']],
    ],
    [
      'whoever beams or fires back, and whoever writes with a team',
      '“This is fantastic!” beamed Tove Lind of the rowers. Lorne fired back: “It is not.” “We found water there,” Lind and her team wrote.',
      [
        ['Tove Lind', 'This is fantastic!'],
        ['Ada Lorne', 'It is not.'],
        ['Tove Lind', 'We found water there,'],
      ],
    ],
    [
      'a tag that ends the narrator’s sentence for the whole of it',
      'The vote was “the last tide” for Ostra, said Tove Lind, a rower of the north shore.',
      [['Tove Lind', 'the last tide']],
    ],
    [
      'whoever said so before “adding”, or right after “but”',
      'The boats sank with Jan Veck, Lorne said, adding, “He was not very careful.” But, said Tove Lind, “he was the best of us all.”',
      [
        ['Ada Lorne', 'He was not very careful.'],
        ['Tove Lind', 'he was the best of us all.'],
      ],
    ],
    [
      'whoever a sentence begins with rather than the place of what stands between',
      'Lorne, during a talk in Salem, Merland, said she was “going to put the ferries out of business for good.” Early in her term, Lorne called it “a failed ferry.”',
      [
        ['Ada Lorne', 'going to put the ferries out of business for good.'],
        ['Ada Lorne', 'a failed ferry.'],
      ],
    ],
    [
      'whoever a sentence without marks ends with as its teller',
      'Lorne keeps an eye on the ferries, said Jan Veck, director of the harbour school.\n\n“She has been very clever,” he said.',
      [['Jan Veck', 'She has been very clever,']],
    ],
    [
      'of two of one surname the only one who speaks',
      'Her cousin is named Karl Lorne.\n\nNothing of this is new in Ostra.\n\n“The ferry is late,” Lorne said.',
      [['Ada Lorne', 'The ferry is late,']],
    ],
    [
      'no verb in the name of a state or beside an article',
      'Despite Lorne’s word that the Western States and Merland had reached a “historic” pact, she said it was “far from signed”.',
      [['Ada Lorne', 'far from signed']],
    ],
  ])('takes %s', (_what, text, expected) => {
    expect(quoted(`${OPENING}\n\n${text}\n`)).toEqual(expected)
  })

  it('knows a name without its office, its house or what somebody does to it', () => {
    const text = [
      'FlowOn CEO Jan Brook said on Monday that the boats were safe.',
      'Hosting Brook at the fair was a joy, the mayor said. TideWatch’s Tove Lind spoke as well.',
      '“We took that to heart,” Brook said.',
      '“We did not,” Lind said.',
    ].join('\n\n')
    expect(quoted(`${text}\n`)).toEqual([
      ['Jan Brook', 'We took that to heart,'],
      ['Tove Lind', 'We did not,'],
    ])
  })

  it('tells a body from a person, and “they”, “it” and “the house” as the body', () => {
    const text = [
      'A row involving Nora Swale, her former choir and a couple of councillors is ending.',
      'The house that owns most of her songs, Big Tide, was bought by the manager Per Brook this year.',
      'In a post at the time she described this as the “worst case of all”.',
      'Brook has worked with many. He has always denied being unfair.',
      'Big Tide have twice denied doing anything wrong.',
      '“At no point did we say that she could not sing,” they said in a text last Friday.',
      '“We have agreed to all of it,” it says.',
      '“We shall not speak again,” the house added.',
    ].join('\n\n')
    expect(quoted(`${text}\n`)).toEqual([
      ['Nora Swale', 'worst case of all'],
      ['Big Tide', 'At no point did we say that she could not sing,'],
      ['Big Tide', 'We have agreed to all of it,'],
      ['Big Tide', 'We shall not speak again,'],
    ])
  })

  it('learns from “said she” and “Brook. He …” whom a pronoun means', () => {
    const opening =
      'Kim Lind, a clerk, met Jo Brook, 40, at the pier.\n\nLind said she was tired. Brook slept.'
    const quotation = '\n\nIn a note that night he called the ferry “a drowned barn”.\n'
    expect(quoted(opening + quotation)).toEqual([['Jo Brook', 'a drowned barn']])
  })

  it('takes a role that heads its phrase rather than the name that ends it', () => {
    const text =
      'Rowers drink more tea, a study found on Monday in Ostra.\n\nThe authors of the study in the journal Tidewater Psychiatry argued that tea had brought “a measure of calm and of order” to the boats.\n'
    expect(quoted(text).map(([speaker]) => speaker)).toEqual(['the authors of the study'])
  })

  it.each([
    [
      'whose a statement is',
      'FlowOn put out a text on Friday.\n\n“We were shocked to see her post,” the statement read.\n',
    ],
    [
      'whom “they” means after somebody of whom no gender is told',
      'The rowers met in Ostra on Friday and agreed to row.\n\nKim Lind, a clerk at FlowOn, confirmed the outage. “We use a pump for that,” they said in an email.\n',
    ],
    [
      'whether “the man” is whom the report calls “his doctor”',
      'A rower fell ill in Ostra in May. His doctor said that he was well.\n\n“I could not lift an oar any more that month,” the man wrote.\n',
    ],
  ])('leaves to confirm %s', (_what, text) => {
    expect(quoted(text).map(([speaker]) => speaker)).toEqual([null])
  })

  it('takes no titles in a row for words of whoever the sentence names', () => {
    expect(
      quoted(
        `${OPENING}\n\nAccording to Lorne, expect to hear many of the songs, including “Gulls,” “Tides” and “The Long Pier”.\n`,
      ),
    ).toEqual([])
  })
})
