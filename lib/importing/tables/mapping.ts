import { z } from 'zod'
import { languageTagSchema } from '#lib/statements/model.ts'
import { CALENDARS, CONSENT_PURPOSES, MENTION_ROLES } from '#lib/statements/vocabularies.ts'
import { TABLE_FIELD_NAMES } from './fields.ts'

const cell = z.string().max(500)

/** What a field is meant for, where its name alone does not say it. */
const qualifiers = {
  language: languageTagSchema.optional(),
  purpose: z.enum(CONSENT_PURPOSES).optional(),
  role: z.enum(MENTION_ROLES).optional(),
  /** The calendar of dates that do not say it themselves. */
  calendar: z.enum(CALENDARS).optional(),
}

export const mappedColumnSchema = z.strictObject({
  /** As its head says; a second one of the same name is “Name (2)”. */
  column: z.string().min(1).max(500),
  field: z.enum(TABLE_FIELD_NAMES),
  ...qualifiers,
  /** What stands between several values in one cell; without it `;`, `؛`, `|` and line ends. */
  separator: z.string().min(1).max(10).optional(),
  /** What a cell means, where it is neither code nor label: `{"aff.": "signed_affidavit"}`. */
  values: z.record(cell, cell).optional(),
})

/** How the columns of a table become fields of a statement; the same JSON is saved, exported and given to `--map`. */
export const mappingSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().trim().max(200).default(''),
  columns: z.array(mappedColumnSchema).max(500),
  /** For records in which the field is empty or has no column. */
  defaults: z
    .array(z.strictObject({ field: z.enum(TABLE_FIELD_NAMES), ...qualifiers, value: cell }))
    .max(100)
    .default([]),
})

/** Cells mended at the desk: the file itself stays as it is. */
export const mendedCellsSchema = z
  .array(
    z.strictObject({
      /** As a spreadsheet program counts: the head of a table is row 1. Of JSON lines: the line. */
      row: z.int().min(1),
      column: z.string().min(1).max(500),
      value: z.string().max(100_000),
    }),
  )
  .max(50_000)

/** Which part of a file is the table, where that is not told rightly from the file. */
export const tablePlaceSchema = z.strictObject({
  sheet: z.string().max(200).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** The row that holds the heads of the columns, 1-based. */
  headRow: z.int().min(1).max(1_000).optional(),
})

export type MappedColumn = z.infer<typeof mappedColumnSchema>
export type Mapping = z.infer<typeof mappingSchema>
export type MappingDefault = Mapping['defaults'][number]
export type MendedCell = z.infer<typeof mendedCellsSchema>[number]
export type TablePlace = z.infer<typeof tablePlaceSchema>
