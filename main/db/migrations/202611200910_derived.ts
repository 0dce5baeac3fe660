/** Triggers that keep the counters and the title index right, whoever writes: a command, undo, or an import. */
export const id = '202611200910_derived'

const unlinked = (row: string): string =>
  `(CASE WHEN ${row}.entity_id IS NULL AND (SELECT kind FROM entity_type WHERE id = ${row}.type_id) = 'entity' THEN 1 ELSE 0 END)`

const addMention = `
  UPDATE derived_article_count SET mentions = mentions + 1, unlinked = unlinked + ${unlinked('NEW')}
    WHERE article_id = NEW.article_id;
  INSERT INTO derived_entity_count (entity_id, mentions) SELECT NEW.entity_id, 1 WHERE NEW.entity_id IS NOT NULL
    ON CONFLICT DO UPDATE SET mentions = mentions + 1;
  INSERT INTO derived_entity_article (entity_id, article_id, mentions)
    SELECT NEW.entity_id, NEW.article_id, 1 WHERE NEW.entity_id IS NOT NULL
    ON CONFLICT DO UPDATE SET mentions = mentions + 1;`

const dropMention = `
  UPDATE derived_article_count SET mentions = mentions - 1, unlinked = unlinked - ${unlinked('OLD')}
    WHERE article_id = OLD.article_id;
  UPDATE derived_entity_count SET mentions = mentions - 1 WHERE entity_id = OLD.entity_id;
  UPDATE derived_entity_article SET mentions = mentions - 1
    WHERE entity_id = OLD.entity_id AND article_id = OLD.article_id;
  DELETE FROM derived_entity_article
    WHERE entity_id = OLD.entity_id AND article_id = OLD.article_id AND mentions = 0;`

export const sql = `
CREATE TRIGGER derived_article_added AFTER INSERT ON article BEGIN
  INSERT INTO derived_article_count (article_id, mentions, unlinked, evidence) VALUES (NEW.id, 0, 0, 0);
  INSERT INTO derived_title_index (rowid, title) VALUES (NEW.text_id, NEW.title_tokens);
END;
CREATE TRIGGER derived_article_retitled AFTER UPDATE OF title_tokens, text_id ON article
WHEN OLD.title_tokens <> NEW.title_tokens OR OLD.text_id <> NEW.text_id BEGIN
  DELETE FROM derived_title_index WHERE rowid = OLD.text_id;
  INSERT INTO derived_title_index (rowid, title) VALUES (NEW.text_id, NEW.title_tokens);
END;
CREATE TRIGGER derived_article_removed AFTER DELETE ON article BEGIN
  DELETE FROM derived_article_count WHERE article_id = OLD.id;
  DELETE FROM derived_title_index WHERE rowid = OLD.text_id;
END;

CREATE TRIGGER derived_entity_added AFTER INSERT ON entity BEGIN
  INSERT INTO derived_entity_count (entity_id, mentions) VALUES (NEW.id, 0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER derived_entity_removed AFTER DELETE ON entity BEGIN
  DELETE FROM derived_entity_count WHERE entity_id = OLD.id;
  DELETE FROM derived_entity_article WHERE entity_id = OLD.id;
END;

CREATE TRIGGER derived_mention_added AFTER INSERT ON mention BEGIN${addMention}
END;
CREATE TRIGGER derived_mention_removed AFTER DELETE ON mention BEGIN${dropMention}
END;
CREATE TRIGGER derived_mention_changed AFTER UPDATE OF entity_id, type_id, article_id ON mention
WHEN OLD.entity_id IS NOT NEW.entity_id OR OLD.type_id <> NEW.type_id OR OLD.article_id <> NEW.article_id BEGIN${dropMention}${addMention}
END;

CREATE TRIGGER derived_evidence_added AFTER INSERT ON evidence BEGIN
  UPDATE derived_article_count SET evidence = evidence + 1 WHERE article_id = NEW.article_id;
END;
CREATE TRIGGER derived_evidence_removed AFTER DELETE ON evidence BEGIN
  UPDATE derived_article_count SET evidence = evidence - 1 WHERE article_id = OLD.article_id;
END;
`
