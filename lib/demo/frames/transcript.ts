/**
 * Of what the long transcript is made: a former apprentice of the water clerk is led through a register of houses. In
 * braces stand what a house's own entry fills in; `<a|b>` is any of these.
 */

export const QUESTIONS: string[] = [
  'Number {number} in your copy. Whose house was that?',
  'Shall we turn the page? {Number}, please.',
  'And {number}? The entry has only a mark beside it.',
  'The next one is {number}. Take your time.',
  '{Number}. I have the name of {head} here; is that how you remember it?',
  'May we go on to {number}?',
  'You hesitated a moment ago at {number}. Do you want to come back to it now?',
  'Who lived at {number}?',
  'Here the handwriting changes. {Number} is in green ink.',
  'The list of the Circle has {head} under another number. In your register it is {number}.',
  'And then {number}, below the {landmark}, if I read you correctly.',
  'Let us take {number}. What was the share?',
  'Please tell me about {number}, and say as before what you saw and what you were told.',
  '{Number}: “{head}, {share}.” That is all there is. Can you add to it?',
  'Is {number} the house that you drew for us this morning?',
  'We had come as far as {number}.',
]

export const PLACES: string[] = [
  'That was the house below the {landmark}, with the <blue|low|patched> door.',
  'You went past the {landmark} and it stood <on the left|a little back from the lane|with its face to the hill>.',
  'They lived <in two rooms|above the stable|on the shady side>, within call of the {landmark}.',
  'The {landmark} leaned against it, or it leaned against the {landmark}; that was never settled.',
  'The last house before the {landmark}. One <smelt the bread of it|heard the loom of it|saw its lamp> first on coming home.',
  'There were <four|three|six> steps up from the {landmark}, one of them a millstone.',
  'Near the {landmark}. It has fallen in since, but the <walnut|threshold|oven> is still there.',
  'It shared a wall with the {landmark}, and a quarrel about the wall.',
  'Where the lane bends at the {landmark}; carts always <scraped it|slowed there|lost a little straw there>.',
  'Opposite the {landmark}. My mother could see into it from ours and tried not to.',
  'In the row behind the {landmark}, the one with <storks|a tin gutter|a bench> that everyone used.',
  'Not a house at first, only <a store for madder|a fold|half a tower>, by the {landmark}. They built it up year by year.',
]

export const HEADS: string[] = [
  '{Head} held <the house|the share|the title> from his <father|mother’s side|elder brother>.',
  'The entry says {head}, though <his wife|his mother|the eldest girl> managed everything.',
  'That is {head}, whom we called <“Half-past”|“the Governor”|“Two Loaves”|“the Ambassador”|“Grandfather Frost”>, not unkindly.',
  '{Head}, a <small|slow-spoken|very tall|left-handed|deaf|red-haired> man, and a good neighbour.',
  '{Head}. There were two of the name; this is the <younger|elder|one with the limp|one who had been to sea>.',
  'I knew {head} <from the school bench|as a child knows an uncle|only by his cough and his hat>.',
  'It stood in the name of {head}, who <had died the year before|was away with the flocks|could not read it and kissed it instead>.',
  '{Head} <carried me on his shoulders once|lent us a mule every autumn|beat my brother at draughts>, so I may be partial.',
]

export const SHARES: string[] = [
  'They had {share}, drawn <by night|by day|turn and turn about with the next house>.',
  'The share was {share}; <it had been more, before a dowry|nobody disputed it|in a dry year they lent half of it away>.',
  'In the ledger it was {share}. On the Directorate’s card it became a number without an hour.',
  'I wrote {share} myself, with Master Shahpar’s hand upon mine.',
  'By custom {share}, and <the overflow on feast days|the right to wash wool|a bucket for any traveller>.',
  '{Share}. I can still hear the click of that sluice; it was the <third|fifth|last> of the night.',
  'Only {share}, but at the <coolest|best|quietest> hour, and he was proud of it.',
  'They held {share} together with {other}, and settled up in <cheese|firewood|haircuts>.',
]

export const LIVES: string[] = [
  '<Three|Four|Two> children, all of them quick; the <girl|middle one|youngest> reckoned better than I did.',
  'He mended <sieves|saddles|clocks|kettles> and took his pay in <eggs|barley|stories>.',
  'She wove the <narrow red belts|flour sacks|black goat-hair cloth> that you still see in the valley.',
  'There was a grandmother who <predicted rain from her knee|knew ninety riddles|would not sit on a chair>.',
  'They kept <bees in the wall|a blind horse|one goose, which ruled the lane|pigeons, for the dung>.',
  'On summer nights they slept on the roof and <argued about stars|told the same ghost story|sang in two parts>.',
  'The son had been to Rudsimin to learn <typesetting|the clarinet|barbering> and came back with <a hat|opinions|a cold>.',
  'Everybody borrowed their <long ladder|copper pan|weights>; it came back dented and nothing was said.',
  'It was a house of <women|carpenters|late risers>, and the merrier for it.',
  'They planted a <mulberry|pear|willow> for each birth. You can count the family there today.',
  'He had the only <barometer|gramophone|pair of scissors for hedges> in the village and <guarded it|let us all use it>.',
  'They were not from here; they had come with the <salt carts|railway survey|great snow> and stayed.',
  'She could not abide <onions|being thanked|the colour yellow>, and it became a saying.',
  'He walked to market backwards down the last slope, for his knees, and the boys walked so behind him.',
  'Their door had a bell from a <camel|ship|school>; it rang whenever the wind was from the flats.',
  'At New Year they coloured eggs with <onion skin|madder|walnut husk> and gave the first to whoever was cross with them.',
  'There had been a feud with {other} over a <fig tree|gutter|joke>, and it was made up at a funeral.',
  'He read the newspaper aloud at the {landmark}, a week late, and <did all the voices|left out the bad news|fell asleep over the prices>.',
]

export const SPARED: string[] = [
  'Nobody was taken from there. I asked them once why not, and they said, “We ask ourselves.”',
  'They were left alone that day; <the door was shut and was not tried|the card had the wrong number on it|he was under a cart, greasing it>.',
  'No one. The <clerk|soldier|man with the list> put a stroke beside it and went on.',
  'None of theirs. They took in the <animals|children|bread> of those who were not so lucky.',
  'Not that house. They had gone over to {village} for a <betrothal|funeral|cow>.',
  'They came to the door, looked in and left. I was told so by the <wife|girl|old man>; I was not there.',
  'No. And it weighed on them: for <a month|that whole winter|years> they would not light a lamp before the others did.',
  'No one, as far as I know. If the family says otherwise, believe the family.',
  'The register has no mark there and neither have I.',
  'That house was passed over. Some made a story out of it; I would not.',
]

export const TAKEN: string[] = [
  'From that house they took {head} himself, <with his sleeves still wet|in his slippers|while the soup stood on the table>.',
  'They took the elder son. <I saw him between two men|I saw only his back|I heard his mother>.',
  '{Head} was taken. I was at the {landmark} and he said, “Tell them to shut the sluice,” and so I did.',
  'One was taken from there, the brother who had come <to help with the roof|for one night|to be measured for a coat>.',
  'They took him from the {landmark}, not from the house. <Two people told me that|I had it from his nephew|That is what his wife said at the hearing>.',
  'Yes. The second car stopped there. I can give you no words that were spoken; the engine was running.',
]

export const RETURNED: string[] = [
  'He was among the thirteen who came back on foot in late Esfand. <He asked for a comb|He went to look at the water first|He did not know his dog, but it knew him>.',
  'He came home in late Esfand with the others, <thinner by a third|with another man’s shoes|and slept for two days>.',
  'Returned, with the line of thirteen. What he told of it he told <to his wife|to no one|to a goat, as he liked to say>, not to me.',
  'He was back before the New Year, and never again <sat at a table’s corner|wore white|passed the {landmark} after dark>.',
]

export const RETURNED_EARLY: string[] = [
  'They let him go after <eight|eleven|six> days, with a fever, and put him down at the bridge. He thought it was a mistake and hid for a week.',
  'He was sent home in Bahman because of his <chest|age|hand>. I helped to carry him; he weighed what a child weighs.',
]

export const MISSING: string[] = [
  'He did not come back. His name is on the Circle’s list, and I read it there; I was not inside and did not hear it called.',
  'He is one of those who went over the pass. I know it from <a man who lay beside him|his brother, who was let go|the list>, and not otherwise.',
  'There was no return. They set his <place|glass|pillow> for him until his mother died.',
  'He was not in the line of thirteen. I stood at the bridge and looked at every face twice.',
  'No. The card for that house came in the spring with “share void by absence” typed on it. That is the only paper there is.',
]

export const AFTERWARDS: string[] = [
  'The <family|widow|sons> left for <the coast|Rudsimin|the brickworks> in <the second year|the year of the locusts|a hired lorry, with the door taken off and roped on top>.',
  'The garden went dry by the <third|second|fourth> summer. I passed there last <autumn|month|week>; there are <poppies|caper bushes|solar panels> now.',
  'They stayed. Somebody of theirs still <waters by the old hour|keeps the key|oils the sluice>, though nothing runs in it.',
  'I met the <daughter|grandson|youngest> not long ago, at <a dentist’s|a wedding|the hearing>, and we spoke of everything else.',
  'Of what came after I know <little|only good|what everybody knows>.',
  'They changed the spelling of their name at the registry, and it was <a clerk’s slip|fear|fashion>; ask them which.',
  'The house was sold for the price of its <beams|tiles|doors>.',
  'There is a photograph of them all on the steps. I do not have it. {Other} has.',
  'If you write of them, write also that they <paid their debts|were funny|made the best jam in the valley>.',
  'I should like to stop a moment at this one. Thank you. Go on.',
  'And that is the whole of that house.',
  'It is a long time since anyone asked me about them.',
]

export const FOLLOW_UPS: [question: string, answer: string][] = [
  [
    'Did you see that yourself?',
    'With my own eyes, from about <ten|twenty|forty> paces, in <good|grey|failing> light.',
  ],
  [
    'Who told you?',
    '{Other}, at the {landmark}, <that same evening|years later|when we were both old>. I believed it then.',
  ],
  [
    'How sure are you of the number?',
    'As sure as of my own. I copied that page <twice|by candle|with a cold in my head, but correctly>.',
  ],
  [
    'Is there anyone who could confirm it?',
    'There was. <She died in the spring|He has moved and left no address|He can, if he will; I shall not name him here>.',
  ],
  [
    'The Circle’s list has it differently.',
    'Then put the two side by side. I would not correct <a mother|the Circle|anybody> from memory.',
  ],
  [
    'Was that before or after the notice on the door?',
    '<Before, by a week or so|After; the paste was dry|I have put it both ways in my time, so leave it open>.',
  ],
  [
    'You are smiling.',
    'I was thinking of the {landmark}. One is allowed to have been happy near it.',
  ],
  [
    'Would you like to rest?',
    'At the end of the page. <A register is not read in slices|My knees are resting already|Pour yourself some tea; I will keep the place>.',
  ],
  [
    'Do you mean the house of {other}?',
    'No, and people do mix them up. That one had the <chimney|fig|dog>.',
  ],
  [
    'Could you spell that for the transcriber?',
    'As it is said. We never saw it written <except there|until the cards came|and were the happier>.',
  ],
  [
    'Were there children in the house that day?',
    '<Two|One|Three>, I think. Someone had sent them to the {landmark} for <thread|yeast|no reason>, and that was well thought of.',
  ],
  [
    'How do you come to remember this so exactly?',
    'I do not remember it. I remember the page, and I read it off.',
  ],
]

export const LANDMARKS: string[] = [
  'mill',
  'plane tree',
  'lower bridge',
  'bath-house',
  'dye-works',
  'upper sluice',
  'threshing floor',
  'old tower',
  'bakehouse',
  'wash stones',
  'smithy',
  'cistern',
  'school wall',
  'drying racks',
  'ferryman’s hut',
  'three poplars',
  'lime kiln',
  'shepherds’ gate',
  'ice-pit',
  'well with the wheel',
]

export const SHARE_SIZES: string[] = [
  'two hours',
  'an hour and a half',
  'half a night',
  'forty minutes',
  'three bowls',
  'five bowls',
  'seven bowls and a finger',
  'a third of a day',
  'two hours and ten minutes',
  'one hour in two weeks',
  'the space between two calls',
  'four bowls',
  'a quarter-night',
  'ninety minutes by the candle',
]

export const GIVEN: string[] = [
  'Mirza Ashkan',
  'Usta Bahman',
  'Kal Sohrab',
  'Haji Parviz',
  'Mirza Kianush',
  'Usta Ramin',
  'Kal Jamshid',
  'Ardavan',
  'Bozorg',
  'Dastan',
  'Esfandiar',
  'Farhang',
  'Giv',
  'Hormoz',
  'Iraj',
  'Jahan',
  'Kaveh-Ali',
  'Lohrasb',
  'Mehran',
  'Nariman',
  'Ormazd',
  'Pashang',
  'Qobad',
  'Rostam-Ali',
  'Sam',
  'Tahmures',
  'Viraf',
  'Zal',
]

export const BYNAMES: string[] = [
  'the Cooper',
  'of the Willows',
  'Anarvini the Less',
  'son of the Potter',
  'the Twin',
  'the Felt-maker',
  'of the Upper Lane',
  'the Well-digger',
  'Barley-seller',
  'of the Two Doors',
  'the Tinner',
  'the Reed-cutter',
  'son of Gohar',
  'Night-waterer',
  'the Glazier',
  'of the Ice-pit',
  'the Saddler',
  'Long-coat',
  'of the Mulberries',
  'the Wool-carder',
  'son of the Midwife',
  'the Ferryman',
  'Early-riser',
  'the Scribe’s cousin',
]

export const OTHER_VILLAGES: string[] = ['Golmarz', 'Peshtar', 'Rudsimin']
