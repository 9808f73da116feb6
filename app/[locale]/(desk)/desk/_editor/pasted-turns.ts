import type { Passage } from '#lib/statements/model.ts'
import { cutPassages } from '#lib/text/passages.ts'

/** How a pasted text is cut: at paragraphs, or as question and answer with speakers. */
export type PasteForm = 'prose' | 'turns'

const QUESTION_MARKS = /^(?:q|question|س|پرسش|سؤال|سوال)$/iu
const ANSWER_MARKS = /^(?:a|answer|ج|پاسخ|جواب)$/iu
/** A label before a colon: short, without the end of a sentence in it. */
const LABEL = /^([^\s:：.!?؟][^:：\n.!?؟]{0,59}?)\s*[:：]\s*(?=\S)/u

/** Cuts a pasted text into passages at its paragraphs; as turns, takes each speaker from "Name:" before the words. */
export function cutPasted(source: string, form: PasteForm): Partial<Passage>[] {
  const cuts = cutPassages(source).map((cut) => cut.text)
  return form === 'prose' ? cuts.map((text) => ({ text })) : readTurns(cuts)
}

/**
 * Reads paragraphs as turns of an interview. "Q:" and "A:" say what they are; of named speakers the first to speak
 * asks. A paragraph without a label goes on with the speaker before it.
 */
function readTurns(paragraphs: readonly string[]): Partial<Passage>[] {
  let asker: string | null = null
  let current: Pick<Passage, 'kind' | 'speaker'> = { kind: 'question', speaker: '' }
  return paragraphs.map((paragraph) => {
    const label = LABEL.exec(paragraph)
    if (!label) return { ...current, text: paragraph }
    const name = label[1]!.trim()
    const text = paragraph.slice(label[0].length)
    if (QUESTION_MARKS.test(name)) current = { kind: 'question', speaker: '' }
    else if (ANSWER_MARKS.test(name)) current = { kind: 'answer', speaker: '' }
    else {
      asker ??= name
      current = { kind: name === asker ? 'question' : 'answer', speaker: name }
    }
    return { ...current, text }
  })
}
