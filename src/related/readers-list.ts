import { moveCopies } from './copies.ts';
import { reasonsFor, type Reason } from './reasons.ts';
import { LEAST_SCORE } from './score.ts';
import { signatureBytes, type ListRow } from './stored.ts';

/** A related article of a stored list. */
export interface Listed {
  readonly id: string;
  /** 0 to 1: the sum of the reasons' weights. */
  readonly score: number;
  /** Strongest first, in the list's language. */
  readonly reasons: readonly Reason[];
}

/** What a reader's list is made of. */
export type ReadList = Pick<ListRow, 'lang' | 'signature' | 'pool' | 'circle' | 'scored'>;

/**
 * A stored list as readers get it, best first: nothing that is hardly related, and near-copies behind the first `shown`. An article that was pushed
 * since the circles were made counts with what its own words say.
 */
export function readersList({ lang, signature, pool, circle, scored }: ReadList, shown: number): readonly Listed[] {
  const pooled = new Map(pool.map((entry) => [entry.id, entry]));
  const known = new Set(scored.map(({ id }) => id));
  const pushed = pool
    .filter(({ id }) => !known.has(id))
    .map(({ id, direct }) => ({ id, score: (1 - circle.share) * direct, direct: (1 - circle.share) * direct }));
  const ranked = [...scored, ...pushed]
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map((entry) => {
      const stored = pooled.get(entry.id)?.signature;
      return { ...entry, signature: stored ? signatureBytes(stored) : null };
    });
  return moveCopies(signatureBytes(signature), ranked, shown).map(({ id, score, direct }) => ({
    id,
    score,
    reasons: reasonsFor({ score, direct, story: score - direct }, pooled.get(id)?.grounds ?? [], {
      lang,
      isInCircle: circle.ids.includes(id),
    }),
  }));
}
