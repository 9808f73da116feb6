import { NothingHere } from '#app/_shell/nothing-here.tsx'

/** Addresses that lead nowhere get the same page, in the reader's language, as records that are not theirs to see. */
export default function UnknownAddress() {
  return <NothingHere />
}
