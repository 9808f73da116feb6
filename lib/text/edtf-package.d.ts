/** The part of the `edtf` package that is used here; it ships no types of its own. */
declare module 'edtf' {
  export interface ExtendedDate {
    readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'List' | 'Set'
    readonly edtf: string
    /** Milliseconds since the epoch; infinite where the date is open. */
    readonly min: number
    readonly max: number
    readonly values: unknown[]
  }
  export default function edtf(
    text: string,
    constraints?: { level?: number; seasonIntervals?: boolean },
  ): ExtendedDate
}
