import type { Document } from 'bson';
import type { Collection, Index } from './catalogue.ts';
import type { Connection } from './database.ts';
import { badValue, MongoError, notSupported } from './mongo-error.ts';
import type { Counters } from './scans.ts';
import { textScores } from './text-score.ts';

const OPTIONS = new Set(['$search', '$language', '$caseSensitive', '$diacriticSensitive']);

/** Where a document matches, which nobody has read yet. */
interface TextHit {
  readonly rid: number;
  readonly score: number;
}

/**
 * `$text` by SQLite's full-text index. Words are joined by or, phrases by and, `-word` excludes. With `scored` best first (see text-score.ts;
 * stop words are not known), else all scores are 0, which is cheaper.
 */
export function textHits(
  connection: Connection,
  index: Index,
  text: Document,
  scored: boolean,
  counters: Counters,
): readonly TextHit[] {
  const query = parseQuery(text);
  if (query === null) return [];
  counters.indexesUsed.add(index.name);
  const scores = scored ? textScores(connection, index, query.words) : null;
  const matching = scores && query.anyWord ? [...scores.keys()] : matchingRows(connection, index, query);
  counters.keysExamined += matching.length;
  const hits = matching.map((rid) => ({ rid, score: scores?.get(rid) ?? 0 }));
  return scored ? hits.sort((a, b) => b.score - a.score || a.rid - b.rid) : hits;
}

function matchingRows(connection: Connection, index: Index, { match }: TextQuery): readonly number[] {
  return connection
    .prepare(`SELECT rowid rid FROM t_${index.id} WHERE t_${index.id} MATCH ? ORDER BY rowid`)
    .all(match)
    .map((row) => Number(row['rid']));
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
  /** Whether any of the words is enough. */
  readonly anyWord: boolean;
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
  return { match, words: [...words, ...phrases], anyWord: phrases.length + excluded.length === 0 };
}
