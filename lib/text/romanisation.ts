/** One name in Persian and in Latin script: rules of ours for names that nobody has catalogued. */
export {
  compareSpellings,
  nameKeys,
  type Script,
  scriptOf,
  soundsAlike,
  spellingDistance,
  spellingLengths,
} from './romanisation/names.ts'
export { isOrdinaryWord } from './romanisation/ordinary-words.ts'
