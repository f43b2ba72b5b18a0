import type { ColumnType } from 'kysely'

/** Read as a Date; written as a Date. */
export type Timestamp = ColumnType<Date, Date, Date>

/** Read parsed; written as JSON text, because pg would turn a JavaScript array into an SQL array. */
export type Json = ColumnType<unknown, string, string>

/** The same with a default in the database. */
export type JsonDefaulted = ColumnType<unknown, string | undefined, string>
