import { DatabaseSync } from 'node:sqlite';
import type { Index } from './catalogue.ts';
import type { Connection } from './database.ts';

/** How SQLite takes a text apart: as the index's language says. */
export function tokenizerOf(index: Index): string {
  return `${index.spec['default_language'] === 'none' ? '' : 'porter '}unicode61 remove_diacritics 2`;
}

/** The terms that words stand for in an index, once each. */
export function termsOf(index: Index, words: readonly string[]): readonly string[] {
  const scratch = new DatabaseSync(':memory:');
  try {
    scratch.exec(`CREATE VIRTUAL TABLE text USING fts5(words, tokenize='${tokenizerOf(index)}');
      CREATE VIRTUAL TABLE term USING fts5vocab('text', 'row')`);
    scratch.prepare('INSERT INTO text(words) VALUES (?)').run(words.join(' '));
    return scratch
      .prepare('SELECT term FROM term')
      .all()
      .map((row) => String(row['term']));
  } finally {
    scratch.close();
  }
}

/**
 * MongoDB's text score (FTSSpec, version 3 of text indexes), by row: it depends on the document alone, so that cursors made of it stay good
 * while others are written. For each term and field: weight x (1 + 1/2 + 1/4 + … per occurrence) x (0.5 + 0.5 x its share of the field's words),
 * a tenth more where the field is nothing but the term.
 */
export function textScores(
  connection: Connection,
  index: Index,
  terms: readonly string[],
): ReadonlyMap<number, number> {
  const fields = Object.entries(index.textWeights ?? {});
  const vocabulary = `temp.v_${index.id}`;
  connection.sqlite.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS ${vocabulary} USING fts5vocab('main', 't_${index.id}', 'instance')`,
  );
  const columns = connection
    .prepare(`SELECT name FROM pragma_table_info('t_${index.id}')`)
    .all()
    .map((row) => String(row['name']));
  const occurrences = connection.prepare(
    `SELECT doc, col, count(*) n FROM ${vocabulary} WHERE term = ? GROUP BY doc, col`,
  );
  const sizes = connection.prepare(`SELECT sz FROM t_${index.id}_docsize WHERE id = ?`);
  const scores = new Map<number, number>();
  for (const term of terms)
    for (const row of occurrences.all(term)) {
      const rid = Number(row['doc']);
      const field = columns.indexOf(String(row['col']));
      const count = Number(row['n']);
      const words = wordCounts(sizes.get(rid)?.['sz'] as Uint8Array)[field] ?? count; // FTS5's own table: a BLOB
      const [, weight = 1] = fields[field] ?? [];
      const frequency = 2 - 2 ** (1 - count);
      const exact = words === 1 ? 1.1 : 1;
      scores.set(rid, (scores.get(rid) ?? 0) + weight * frequency * (0.5 + (0.5 * count) / words) * exact);
    }
  return scores;
}

/** The words of each field: FTS5 keeps them as variable-length integers, seven bits a byte, the high bit where more follow. */
function wordCounts(sizes: Uint8Array): readonly number[] {
  const counts: number[] = [];
  let value = 0;
  for (const byte of sizes) {
    value = value * 128 + (byte & 127);
    if (byte < 128) {
      counts.push(value);
      value = 0;
    }
  }
  return counts;
}
