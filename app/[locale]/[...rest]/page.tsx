import { NothingHere, nothingHereMetadata } from '#app/_shell/nothing-here.tsx'

export const generateMetadata = nothingHereMetadata

/** Addresses that lead nowhere get the same page, in the reader's language, as records that are not theirs to see. */
export default function UnknownAddress() {
  return <NothingHere />
}
