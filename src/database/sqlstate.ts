/** PostgreSQL's error codes that mean something to us. */
export const SQLSTATE = {
  /** a row with that key is already there */
  uniqueViolation: '23505',
  /** what the row points at is gone */
  foreignKeyViolation: '23503',
  checkViolation: '23514',
  /** two transactions could not have run one after the other */
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  /** the role or the database that the address names is not there, or its password is wrong */
  invalidAuthorization: '28000',
  invalidPassword: '28P01',
  noSuchDatabase: '3D000',
} as const

/** Whether the database gave this code as the reason of the fault. */
export const hasSqlState = (fault: unknown, ...states: readonly string[]): boolean =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && states.includes(fault.code)
