import { config } from 'zod'

// Without this zod tries once whether it may compile with `new Function`, which the page's policy forbids and reports.
config({ jitless: true })
