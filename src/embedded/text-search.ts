import type { Document } from 'bson';
import type { Collection, Index } from './catalogue.ts';
import type { Connection } from './database.ts';
import { tick } from './deadline.ts';
import { badValue, MongoError, notSupported } from './mongo-error.ts';
import type { Counters } from './scans.ts';
import { termsOf, textScores } from './text-score.ts';
import type { Row } from './writer.ts';

interface TextHit extends Row {
  readonly score: number;
}

const OPTIONS = new Set(['$search', '$language', '$caseSensitive', '$diacriticSensitive']);

/**
 * `$text` by SQLite's full-text index, best first. Words are joined by or, phrases by and, `-word` excludes.
 * The score is MongoDB's, see text-score.ts; stop words are not known.
 */
export function textHits(
  connection: Connection,
  collection: Collection,
  index: Index,
  text: Document,
  counters: Counters,
): readonly TextHit[] {
  const query = parseQuery(text);
  if (query === null) return [];
  counters.indexesUsed.add(index.name);
  const table = `t_${index.id}`;
  const rows = connection
    .prepare(
      `SELECT d.rid rid, d.v v FROM ${table} JOIN d_${collection.id} d ON d.rid=${table}.rowid WHERE ${table} MATCH ? ORDER BY d.rid`,
    )
    .all(query.match);
  const scores = textScores(connection, index, termsOf(index, query.words));
  counters.keysExamined += rows.length;
  counters.docsExamined += rows.length;
  const hits = rows.map((row) => {
    tick();
    const rid = Number(row['rid']);
    return { rid, bytes: row['v'] as Uint8Array, score: scores.get(rid) ?? 0 }; // a BLOB column
  });
  return hits.sort((a, b) => b.score - a.score || a.rid - b.rid);
}

/** The text index; 27 when there is none. */
export function textIndexOf(collection: Collection): Index {
  const index = collection.indexes.find(({ textWeights }) => textWeights);
  if (!index) throw new MongoError(27, 'IndexNotFound', 'text index required for $text query');
  return index;
}

interface TextQuery {
  /** In SQLite's language. */
  readonly match: string;
  /** What is searched for, words and phrases alike. */
  readonly words: readonly string[];
}

/** Null where nothing is searched for. */
function parseQuery(text: Document): TextQuery | null {
  const unknown = Object.keys(text).find((key) => !OPTIONS.has(key));
  if (unknown !== undefined) throw badValue(`unexpected field in $text: ${unknown}`);
  if (typeof text['$search'] !== 'string') throw badValue('$search requires a string value');
  if (text['$caseSensitive'] === true || text['$diacriticSensitive'] === true)
    throw notSupported('a case or diacritic sensitive $text', 2);
  const words: string[] = [];
  const phrases: string[] = [];
  const excluded: string[] = [];
  for (const [, minus, phrase, word] of text['$search'].matchAll(/(-?)(?:"([^"]+)"|([\p{L}\p{M}\p{N}'’]+))/gu)) {
    const quoted = `"${(phrase ?? word ?? '').replaceAll('"', '""')}"`;
    if (!/[\p{L}\p{N}]/u.test(quoted)) continue;
    if (minus === '-') excluded.push(quoted);
    else (phrase ? phrases : words).push(quoted);
  }
  if (words.length === 0 && phrases.length === 0) return null;
  const wanted = phrases.length > 0 ? phrases.join(' AND ') : `(${words.join(' OR ')})`;
  const match = excluded.length > 0 ? `(${wanted}) NOT (${excluded.join(' OR ')})` : wanted;
  return { match, words: [...words, ...phrases] };
}
