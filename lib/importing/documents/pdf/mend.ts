/** Repairs of what fonts leave open: one shape may stand for several letters. */

const PAIRS = ['()', '[]', '{}', '«»', '‹›'] as const
const MIXED_NUMBER = /[\u0660-\u0669][\u06f0-\u06f9]|[\u06f0-\u06f9][\u0660-\u0669]/u

/**
 * Brackets of right-to-left lines as they are written. Some programs keep the shape of a bracket in such text, others
 * the letter, some the one for one pair and the other for another. Opening ones stand after a space and before a
 * letter: a pair of which most stand the other way round is turned.
 */
export function mendBrackets(lines: readonly string[]): string[] {
  const turned = PAIRS.filter((pair) => isTurned(lines, pair)).join('')
  if (turned === '') return [...lines]
  const partner = (bracket: string) => {
    const at = turned.indexOf(bracket)
    return at === -1 ? bracket : turned[at % 2 === 0 ? at + 1 : at - 1]!
  }
  return lines.map((line) => line.replace(/[()[\]{}«»‹›]/gu, partner))
}

function isTurned(lines: readonly string[], pair: string): boolean {
  const either = `[${pair.replace(/[[\]]/gu, '\\$&')}]`
  const opening = new RegExp(`(?:^|\\s)(${either})(?=[\\p{L}\\p{N}])`, 'gu')
  const closing = new RegExp(`[\\p{L}\\p{N}.؟!](${either})(?=\\s|$|[.،؛,;])`, 'gu')
  let balance = 0
  for (const line of lines) {
    for (const [, bracket] of line.matchAll(opening)) balance += bracket === pair[0] ? 1 : -1
    for (const [, bracket] of line.matchAll(closing)) balance += bracket === pair[1] ? 1 : -1
  }
  return balance < 0
}

/** Persian and Arabic digits share shapes: where one number holds both, all follow the kind that most digits are of. */
export function mendDigits(lines: readonly string[]): string[] {
  if (!lines.some((line) => MIXED_NUMBER.test(line))) return [...lines]
  const whole = lines.join('\n')
  const arabic = whole.match(/[\u0660-\u0669]/gu)?.length ?? 0
  const persian = whole.match(/[\u06f0-\u06f9]/gu)?.length ?? 0
  const [from, to] = persian >= arabic ? [0x0660, 0x06f0] : [0x06f0, 0x0660]
  const digits = from === 0x0660 ? /[\u0660-\u0669]/gu : /[\u06f0-\u06f9]/gu
  return lines.map((line) =>
    line.replace(digits, (digit) => String.fromCharCode(digit.charCodeAt(0) - from + to)),
  )
}
