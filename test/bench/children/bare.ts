import Sqlite from 'better-sqlite3'

/* Node, SQLite, one file and one count: `bare.ts <project>`. */

const db = new Sqlite(process.argv[2]!, { readonly: true })
db.prepare('SELECT count(*) FROM article').get()
process.send?.({ peak: process.resourceUsage().maxRSS / 1024, now: process.memoryUsage().rss / 2 ** 20 })
db.close()
