import './zod.ts'

// Loaded afterwards, so that no schema is made before zod is configured.
void import('./start.tsx')
