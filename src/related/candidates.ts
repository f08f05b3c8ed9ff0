import { firstWhere } from './first-where.ts';
import { heaviestWeights, type Vector } from './vector.ts';

/** How much is read for one article, whatever the size of the archive. */
export interface Limits {
  /** Terms by which an article is found, and by which it looks for others. */
  readonly keys: number;
  /** Articles read of one key: those nearest in time. */
  readonly perKey: number;
  /** Articles read of all keys together; the last key is read to its own limit. */
  readonly reads: number;
  /** Articles that are compared in full. */
  readonly candidates: number;
  /** The same where the one that looks is short: by its few keys many are met alike, and to compare it costs less. */
  readonly candidatesOfShort: number;
  /** Neighbours that are kept of each article. */
  readonly neighbours: number;
}

/**
 * Against comparing with all of 100,000 articles these limits cost nothing on long texts, and .001 of nDCG@10 on bare headlines, wherever in time the
 * wanted ones stand. 300 candidates for these, too: .016 where all wanted ones are the oldest; 450: .008; twice the reads or twice as many of a key: no gain.
 */
export const LIMITS: Limits = {
  keys: 32,
  perKey: 600,
  reads: 2000,
  candidates: 300,
  candidatesOfShort: 600,
  neighbours: 50,
};

/** An article is short with fewer terms that others have, too: half of the most. Of 3,117 bare headlines nearly all are, of 372 news texts a quarter. */
const SHORT_TERMS = 64;

/** How many articles are compared in full with one of these weights. */
export function mostCandidates(weights: Float32Array, { candidates, candidatesOfShort }: Limits): number {
  const shared = weights.reduce((count, weight) => (weight > 0 ? count + 1 : count), 0);
  return shared < SHORT_TERMS ? candidatesOfShort : candidates;
}

/** A key of the article that looks: how many articles have it, and what it weighs for this one. */
export interface Key {
  readonly hash: number;
  readonly weight: number;
  readonly articles: number;
}

/** Which keys are read, each up to its limit: the rarest first, until the budget is spent. Keys that only the article itself has are left out. */
export function planReads(keys: readonly Key[], { perKey, reads }: Limits): readonly Key[] {
  const plan: Key[] = [];
  let left = reads;
  for (const key of keys.filter(({ articles }) => articles > 1).sort((a, b) => a.articles - b.articles)) {
    if (left <= 0) break;
    plan.push(key);
    left -= Math.min(key.articles, perKey);
  }
  return plan;
}

/**
 * Where the `limit` of a list in the order of time stand that are nearest to the place `at`: as many on either side, more on one where the other
 * ends. Stories of one event are near in time, so of what is met often only these are read.
 */
export function around(length: number, at: number, limit: number): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.min(at - Math.floor(limit / 2), length - limit));
  return { from, to: Math.min(length, from + limit) };
}

/** The articles that were met with the most weight of keys (squared, as in a cosine), at most as many as are compared. */
export function chooseCandidates<Id>(
  found: Iterable<{ readonly weight: number; readonly ids: Iterable<Id> }>,
  own: Id,
  most: number,
): readonly Id[] {
  const weights = new Map<Id, number>();
  for (const { weight, ids } of found) {
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight * weight);
  }
  weights.delete(own);
  if (weights.size <= most) return [...weights.keys()];
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([id]) => id);
}

/** The inverted index in memory: articles and terms are numbers. */
export interface Postings {
  /** How many articles have a term, found by it or not: the count by which the database's reads are planned, too. */
  articlesWith(term: number): number;
  /** The articles found by a term, newest first. */
  foundBy(term: number): Uint32Array | readonly number[];
  /** In milliseconds; of what has no date the same number for all. */
  dateOf(article: number): number;
}

/** The articles with which one is compared in full, by an index in memory: those that the database's own index comes to. */
export function findCandidates(
  article: number,
  vector: Vector,
  { articlesWith, foundBy, dateOf }: Postings,
  limits: Limits,
): readonly number[] {
  const date = dateOf(article);
  const keys = heaviestWeights(vector, limits.keys).map((key) => ({ ...key, articles: articlesWith(key.hash) }));
  const found = planReads(keys, limits).map(({ hash, weight }) => {
    const posting = foundBy(hash);
    const place = firstWhere(posting.length, (at) => dateOf(posting[at] ?? 0) <= date);
    const { from, to } = around(posting.length, place, limits.perKey);
    return { weight, ids: posting.slice(from, to) };
  });
  return chooseCandidates(found, article, mostCandidates(vector.weights, limits));
}
