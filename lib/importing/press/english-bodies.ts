import { isBodyName, NAME, nameMention } from './english-names.ts'
import type { Mention } from './types.ts'

const BODY = `((${NAME})\\s+(?:of|for|on)\\s+(?:the\\s+)?(${NAME})(?:,?\\s+and\\s+${NAME})?)`
const AT_END = new RegExp(`(?:^|\\s)${BODY}$`, 'u')
const AT_START = new RegExp(`^(?:[Tt]he\\s+)?${BODY}(?=$|\\s\\p{Ll}|,)`, 'u')

const ONE_OF_A_PEOPLE =
  /(?:^|\s)(?:Democrat|Republican|Conservative|Liberal|Socialist|Tory|\p{Lu}\p{Ll}+(?:[ie]an|can|ese|ish|man)|Scot|Greek|Turk|Swede|Dane|Pole|Finn|Briton)$/u

/** “… the Ministry of Tides |”, “Bank of Merland |”: a body whose name goes on behind “of”. */
export function bodyAtEnd(text: string): Mention | null {
  return bodyOf(AT_END.exec(text))
}

export function bodyAtStart(text: string): Mention | null {
  return bodyOf(AT_START.exec(text))
}

function bodyOf(found: RegExpExecArray | null): Mention | null {
  if (found === null || !isBodyName(found[2]!)) return null
  // “District of Ostra Attorney General Ada Lorne” is she.
  if (nameMention(found[3]!)?.titles.length !== 0) return null
  return { kind: 'organisation', text: found[1]!, titles: [], role: null, gender: null }
}

/** “The American”, “the Lindholm Democrat”: one of a people or a party; “the Kremlin”: a body. */
export function withArticle(name: string): Mention {
  const isPerson = ONE_OF_A_PEOPLE.test(name)
  const text = isPerson ? `the ${name}` : name
  return { kind: isPerson ? 'role' : 'organisation', text, titles: [], role: null, gender: null }
}
