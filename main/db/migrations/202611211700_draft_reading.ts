/** A draft remembers how its file was read, so that it can be read again another way. */
export const id = '202611211700_draft_reading'

export const sql = `
-- Format, why it was taken for that, options, and where its file is; '' for drafts of which nothing is known.
ALTER TABLE import_draft ADD COLUMN reading TEXT NOT NULL DEFAULT '' CHECK (reading = '' OR json_valid(reading));
`
