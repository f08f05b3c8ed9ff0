import { firstWhere } from './first-where.ts';
import { heaviestWeights, type Vector } from './vector.ts';

/** How much is read for one article, whatever the size of the archive. */
export interface Limits {
  /** Terms by which an article is found, and by which it looks for others. */
  readonly keys: number;
  /** Articles read of one key at most: of a commoner one those nearest in time. */
  readonly perKey: number;
  /** Articles read of all keys together, at most: entries of the index, one for each article of each key. */
  readonly reads: number;
  /** Articles that are compared in full. */
  readonly candidates: number;
  /** The same where the one that looks is short: by its few keys many are met alike, and to compare it costs less. */
  readonly candidatesOfShort: number;
  /** Neighbours that are kept of each article. */
  readonly neighbours: number;
}

/**
 * Against comparing with all of 100,000 articles these limits cost nothing on long texts, and .002 to .004 of nDCG@10 on bare headlines, wherever in
 * time the wanted ones stand. 300 candidates for these, too: .016 where all wanted ones are the oldest; 450: .008. 600 or 800 of a key: .001 to .002
 * more where they are the oldest. 2,400 reads would gain .0015, and are more than twice what 10,000 articles ask for: 500 entries, 1,000 at most.
 */
export const LIMITS: Limits = {
  keys: 32,
  perKey: 500,
  reads: 1500,
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

/** What is read of the index for one article. */
export interface ReadPlan {
  /** Keys of which all articles are read, the rarest first. */
  readonly whole: readonly Key[];
  /** Keys of which those nearest in time are read: stories of one event are near in time. */
  readonly near: readonly Key[];
  /** Articles read on either side of the article's own place in time, of each key of `near`. */
  readonly perSide: number;
}

/**
 * The rarest keys are read whole as long as the budget lasts; what is left of it is shared out evenly to the next ones, none of which gets more than
 * its limit. Keys that only the article itself has are left out.
 */
export function planReads(keys: readonly Key[], { perKey, reads }: Limits): ReadPlan {
  const shared = keys.filter(({ articles }) => articles > 1).sort((a, b) => a.articles - b.articles);
  let [place, left] = [0, reads];
  for (; place < shared.length; place++) {
    const articles = shared[place]?.articles ?? 0;
    if (articles > Math.min(perKey, left)) break;
    left -= articles;
  }
  const near = left < 2 ? [] : shared.slice(place, place + Math.ceil(left / perKey));
  const perSide = Math.floor(Math.min(perKey, left / Math.max(1, near.length)) / 2);
  return { whole: shared.slice(0, place), near, perSide };
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
  const { whole, near, perSide } = planReads(keys, limits);
  const nearest = near.map(({ hash, weight }) => {
    const posting = foundBy(hash);
    const place = firstWhere(posting.length, (at) => dateOf(posting[at] ?? 0) <= date);
    return { weight, ids: posting.slice(Math.max(0, place - perSide), place + perSide) };
  });
  const found = [...whole.map(({ hash, weight }) => ({ weight, ids: foundBy(hash) })), ...nearest];
  return chooseCandidates(found, article, mostCandidates(vector.weights, limits));
}
