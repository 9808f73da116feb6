/** Words that every longer English text holds; a text without several of them is not called English. */
const ENGLISH = /\b(?:the|and|of|was|that|to|in|is|we|they|with|were)\b/giu

/**
 * The language of a text, where its letters and commonest words leave no doubt (`fa`, `en`), else null: other
 * languages are for a person to name.
 */
export function detectLanguage(text: string): 'fa' | 'en' | null {
  const sample = text.slice(0, 20_000)
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (arabic > latin) return isPersian(sample, arabic) ? 'fa' : null
  const words = sample.match(/\p{L}+/gu)?.length ?? 0
  const english = sample.match(ENGLISH)?.length ?? 0
  return words > 0 && english >= 2 && english / words > 0.08 ? 'en' : null
}

/**
 * Kurdish and Arabic share the script: Persian has its own letters and few of theirs. Old files write it with the
 * Arabic forms of two letters; then only the four that Arabic lacks can tell.
 */
function isPersian(sample: string, letters: number): boolean {
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const four = count(/[پچژگ]/gu)
  const ownForms = count(/[یک]/gu)
  const arabicForms = count(/[يك]/gu)
  const others = count(/[ةىێۆڵڕەۊۇئ]/gu)
  if (arabicForms > ownForms) return four / letters > 0.01 && others / letters < 0.06
  const commonWords = count(/(?:^|\s)(?:که|از|را|این|است|بود|به|در)(?=\s|$|[.،])/gu)
  const isOwn = (four + ownForms) / letters > 0.03 || commonWords >= 2
  return isOwn && (others + arabicForms) / letters < 0.06
}
