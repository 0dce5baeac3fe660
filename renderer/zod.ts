import { config } from 'zod'

// Imported before anything else: zod would otherwise try to compile with `new Function`, which the page's policy forbids.
config({ jitless: true })
