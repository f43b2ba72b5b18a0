import { randomBytes } from 'node:crypto'

// The line alone goes to stdout, so that `npm run -s key >> .env` writes it and nothing else.
console.log(`ENCRYPTION_KEY=${randomBytes(32).toString('hex')}`)
console.error(
  [
    'This key opens what people wrote. Put the line in .env or your secret store, and keep a copy where the database',
    'backup is not: in a password manager of two people. Without it the data cannot be read, by nobody, ever.',
  ].join('\n'),
)
