/** Where the pages of importing lead. */

/** The desk's page of a draft, without a language prefix. */
export function draftHref(reference: string): string {
  return `/desk/statements/${reference}`
}

/** The id of the mark at an offset of a report. */
export function placeId(start: number): string {
  return `place-${start}`
}
