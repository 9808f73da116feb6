'use client'

import { useMemo, useState } from 'react'
import type { Authority } from '#lib/authorities/model.ts'
import type { Occasion } from '#lib/occasions/model.ts'
import type { Source } from '#lib/sources/model.ts'
import type { RecordBook } from './draft-context.tsx'

/** The records that a draft names when its page is drawn. */
export interface KnownRecords {
  authorities: readonly Authority[]
  sources: readonly Source[]
  occasions: readonly Occasion[]
}

/** These records and those that are chosen or made while the page is open. */
export function useRecordBook(known: KnownRecords): RecordBook {
  const [authorities, addAuthority] = useRecordsById(known.authorities)
  const [sources, addSource] = useRecordsById(known.sources)
  const [occasions, addOccasion] = useRecordsById(known.occasions)
  return useMemo(
    () => ({ authorities, sources, occasions, addAuthority, addSource, addOccasion }),
    [authorities, sources, occasions, addAuthority, addSource, addOccasion],
  )
}

function useRecordsById<T extends { id: string }>(first: readonly T[]) {
  const [records, setRecords] = useState<ReadonlyMap<string, T>>(
    () => new Map(first.map((record) => [record.id, record])),
  )
  const add = useMemo(
    () => (record: T) => setRecords((before) => new Map(before).set(record.id, record)),
    [],
  )
  return [records, add] as const
}
