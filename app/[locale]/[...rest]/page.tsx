import { notFound } from 'next/navigation'

/** Addresses that lead nowhere get the same page, in the reader's language, as records that are not theirs to see. */
export default function UnknownAddress(): never {
  notFound()
}
