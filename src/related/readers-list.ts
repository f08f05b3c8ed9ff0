import { partCopies } from './copies.ts';
import { reasonsFor, type Reason } from './reasons.ts';
import { LEAST_SCORE } from './score.ts';
import { signatureBytes, unpackGrounds, type ListRow } from './stored.ts';
import { choose, type Strategy } from './strategies.ts';

/** A related article of a stored list. */
export interface Listed {
  readonly id: string;
  /** 0 to 1: the sum of the reasons' weights. */
  readonly score: number;
  /** Strongest first, in the list's language. */
  readonly reasons: readonly Reason[];
  /** The same text as the story or as one above: behind what is shown. */
  readonly isCopy: boolean;
}

/** What a reader's list is made of. */
export type ReadList = Pick<ListRow, '_id' | 'lang' | 'signature' | 'pool' | 'circle' | 'scored'> & {
  /** Public times of the story and of those in its list; only where a strategy asks for them. */
  readonly times?: readonly { readonly _id: string; readonly at: Date }[];
};

/**
 * A stored list as readers get it, best first: nothing that is hardly related, what the strategy chooses, and near-copies behind the first `shown`.
 * An article that was pushed since the circles were made counts with what its own words say.
 */
export function readersList(list: ReadList, shown: number, strategy: Strategy = 'MIXED'): readonly Listed[] {
  const { _id, lang, signature, pool, circle, scored } = list;
  const pooled = new Map(pool.map((entry) => [entry.id, entry]));
  const known = new Set(scored.map(({ id }) => id));
  const times = new Map(list.times?.map((time) => [time._id, time.at.getTime()]));
  const pushed = pool
    .filter(({ id }) => !known.has(id))
    .map(({ id, direct }) => ({ id, score: (1 - circle.share) * direct, direct: (1 - circle.share) * direct }));
  const ranked = [...scored, ...pushed]
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map((entry) => {
      const stored = pooled.get(entry.id)?.signature;
      return {
        ...entry,
        signature: stored ? signatureBytes(stored) : null,
        at: times.get(entry.id) ?? null,
      };
    });
  const chosen = choose(strategy, ranked, times.get(_id) ?? null);
  const { front, copies, rest } = partCopies(signatureBytes(signature), chosen, shown);
  const isCopy = new Set(copies);
  return [...front, ...copies, ...rest].map((entry) => {
    const { id, score, direct } = entry;
    const grounds = unpackGrounds(pooled.get(id)?.grounds ?? '[]');
    const reasons = reasonsFor({ score, direct, story: score - direct }, grounds, lang);
    return { id, score, reasons, isCopy: isCopy.has(entry) };
  });
}
