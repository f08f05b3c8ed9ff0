import { partCopies } from './copies.ts';
import { reasonsFor, type Reason } from './reasons.ts';
import { LEAST_SCORE } from './score.ts';
import { byScore } from './rescore.ts';
import { signatureBytes, toldGrounds, toldSignature, type ListRow } from './stored.ts';
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
export type ReadList = Pick<ListRow, '_id' | 'lang' | 'signature' | 'pool' | 'circle' | 'scored' | 'stale'> & {
  /** Public times of the story and of those in its list; only where a strategy asks for them. */
  readonly times?: readonly { readonly _id: string; readonly at: Date }[];
};

/**
 * A stored list as readers get it, best first: nothing that is hardly related, what the strategy chooses, and near-copies behind the first `shown`.
 * An article that was pushed since the circles were made counts with what its own words say. Reasons are made for the first `most`, and no more told.
 */
export function readersList(
  list: ReadList,
  shown: number,
  { strategy = 'MIXED', most = Infinity }: { readonly strategy?: Strategy; readonly most?: number } = {},
): readonly Listed[] {
  const { _id, lang, signature, pool } = list;
  const told = new Map(pool.map((entry) => [entry.id, entry.told]));
  const times = new Map(list.times?.map((time) => [time._id, time.at.getTime()]));
  const ranked = scoresOf(list)
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(byScore)
    .map(({ id, score, direct }) => {
      const known = told.get(id);
      return { id, score, direct, at: times.get(id) ?? null, signature: known ? toldSignature(known) : null };
    });
  const chosen = choose(strategy, ranked, times.get(_id) ?? null);
  const { front, copies, rest } = partCopies(signatureBytes(signature), chosen, shown);
  const isCopy = new Set(copies);
  return [...front, ...copies, ...rest].slice(0, most).map((entry) => {
    const { id, score, direct } = entry;
    const known = told.get(id);
    const reasons = reasonsFor({ score, direct, story: score - direct }, known ? toldGrounds(known) : [], lang);
    return { id, score, reasons, isCopy: isCopy.has(entry) };
  });
}

/** The scores as they were made, and of what was pushed or has changed since what its own words say. */
function scoresOf({ pool, circle, scored, stale }: ReadList) {
  const old = new Set(stale);
  const made = scored.ids
    .map((id, place) => ({ id, score: scored.scores[place] ?? 0, direct: scored.directs[place] ?? 0 }))
    .filter(({ id }) => !old.has(id));
  const known = new Set(made.map(({ id }) => id));
  const since = pool
    .filter(({ id }) => !known.has(id))
    .map(({ id, direct }) => ({ id, score: (1 - circle.share) * direct, direct: (1 - circle.share) * direct }));
  return [...made, ...since];
}
