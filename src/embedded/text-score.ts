import { DatabaseSync } from 'node:sqlite';
import type { Index } from './catalogue.ts';
import type { Connection } from './database.ts';
import { tick } from './deadline.ts';

/** How SQLite takes a text apart: as the index's language says. */
export function tokenizerOf(index: Index): string {
  return `${index.spec['default_language'] === 'none' ? '' : 'porter '}${WORDS}`;
}
const WORDS = 'unicode61 remove_diacritics 2';

/**
 * MongoDB's text score (FTSSpec, version 3 of text indexes), by row: it depends on the document alone, so that cursors made of it stay good
 * while others are written. For each term and field: weight x (1 + 1/2 + 1/4 + … per occurrence) x (0.5 + 0.5 x its share of the field's words),
 * a tenth more where the field is nothing but the term. Rows without any of the words are not in it. Reads no document.
 */
export function textScores(
  connection: Connection,
  index: Index,
  words: readonly string[],
): ReadonlyMap<number, number> {
  const weights = Object.values(index.textWeights ?? {});
  const scores = new Map<number, number>();
  for (const term of termsOf(index, words))
    for (const { rid, counts, sizes } of occurrences(connection, index, term)) {
      tick();
      let score = scores.get(rid) ?? 0;
      for (const [field, weight] of weights.entries()) {
        const count = counts[field] ?? 0;
        if (count === 0) continue;
        const size = sizes[field] ?? count;
        score += weight * (2 - 2 ** (1 - count)) * (0.5 + (0.5 * count) / size) * (size === 1 ? 1.1 : 1);
      }
      scores.set(rid, score);
    }
  return scores;
}

/** One word for each different term that the words stand for in an index. */
function termsOf(index: Index, words: readonly string[]): readonly string[] {
  const scratch = new DatabaseSync(':memory:');
  try {
    const tokenized = (table: string, tokenizer: string, texts: readonly string[]) => {
      scratch.exec(`CREATE VIRTUAL TABLE ${table} USING fts5(text, tokenize='${tokenizer}');
        CREATE VIRTUAL TABLE ${table}_terms USING fts5vocab('${table}', 'instance')`);
      const insert = scratch.prepare(`INSERT INTO ${table}(rowid, text) VALUES (?, ?)`);
      for (const [at, text] of texts.entries()) insert.run(at, text);
      return scratch.prepare(`SELECT term, min(doc) text FROM ${table}_terms GROUP BY term`).all();
    };
    // Plain words first: SQLite will stem what it is asked for, and the stem of a stem may be another one.
    const plain = tokenized('plain', WORDS, words).map((row) => String(row['term']));
    return tokenized('stemmed', tokenizerOf(index), plain).map((row) => plain[Number(row['text'])] ?? '');
  } finally {
    scratch.close();
  }
}

interface Occurrences {
  readonly rid: number;
  /** By field, of this term and of all words. */
  readonly counts: readonly number[];
  readonly sizes: readonly number[];
}

/** The constants of FTS5's bm25(), from its documentation. */
const K1 = 1.2;
const B = 0.75;
/** What it takes for the logarithm of a term that more than half of the rows have. */
const LEAST_RARITY = 1e-6;

/**
 * How often a term occurs in each field of each row. Going through the occurrences themselves takes seconds for a word like "the"; FTS5 counts
 * them in its own code, but tells only in the value of bm25(), so that formula is solved for the count. What is lost in it is 1e-11 of a count.
 */
function* occurrences(connection: Connection, index: Index, term: string): Generator<Occurrences> {
  const table = `t_${index.id}`;
  const fields = Object.keys(index.textWeights ?? {}).map((_, at) => at);
  const alone = (field: number) => `bm25(${table}, ${fields.map((one) => (one === field ? 1 : 0)).join(', ')})`;
  const rows = connection
    .prepare(
      `SELECT s.id rid, s.sz sizes, ${fields.map((field) => `${alone(field)} c${field}`).join(', ')}
       FROM ${table} JOIN ${table}_docsize s ON s.id = ${table}.rowid WHERE ${table} MATCH ?`,
    )
    .all(`"${term}"`);
  const totals = connection.prepare(`SELECT block FROM ${table}_data WHERE id = 1`).get();
  const [documents = 0, ...words] = varints(totals?.['block']);
  const averageSize = sum(words) / documents;
  const rarity = Math.log((documents - rows.length + 0.5) / (rows.length + 0.5));
  for (const row of rows) {
    const sizes = varints(row['sizes']);
    const scale = K1 * (1 - B + (B * sum(sizes)) / averageSize);
    const counts = fields.map((field) => {
      const value = -Number(row[`c${field}`]) / (rarity > 0 ? rarity : LEAST_RARITY);
      return Math.round((value * scale) / (K1 + 1 - value));
    });
    yield { rid: Number(row['rid']), counts, sizes };
  }
}

/** FTS5's own tables keep whole numbers as BLOBs: seven bits a byte, the high bit where more follow. */
function varints(blob: unknown): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of blob instanceof Uint8Array ? blob : []) {
    value = value * 128 + (byte & 127);
    if (byte < 128) {
      numbers.push(value);
      value = 0;
    }
  }
  return numbers;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
