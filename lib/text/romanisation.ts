/** One name in Persian and in Latin script: rules of ours for names that nobody has catalogued. */
export {
  nameKeys,
  type Script,
  scriptOf,
  soundsAlike,
  spellingDistance,
  spellingLengths,
  spellingLimit,
} from './romanisation/names.ts'
export { isOrdinaryWord } from './romanisation/ordinary-words.ts'
