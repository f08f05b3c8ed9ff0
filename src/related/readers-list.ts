import { partCopies } from './copies.ts';
import { reasonsFor, type Reason } from './reasons.ts';
import { LEAST_SCORE } from './score.ts';
import { toldGrounds, toldSignature, unpackPool, type PoolEntry } from './pool.ts';
import { byScore, unpackScored, type ScoredOne } from './rescore.ts';
import { signatureBytes, type ListRow } from './stored.ts';
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
export type ReadList = Omit<ListRow, 'version' | 'rev'> & {
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
  const { _id, lang, signature } = list;
  const pool = unpackPool(list);
  const pooled = new Map(pool.map((entry) => [entry.id, entry]));
  const times = new Map(list.times?.map((time) => [time._id, time.at.getTime()]));
  const ranked = scoresOf(list, pool)
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(byScore)
    .map((entry) => {
      const { id, score } = entry;
      return { entry, score, alone: pooled.get(id)?.direct ?? 0, at: times.get(id) ?? null };
    });
  const chosen = choose(strategy, ranked, times.get(_id) ?? null);
  const { front, copies, rest } = partCopies(signatureBytes(signature), chosen, shown, ({ entry }) => {
    const known = pooled.get(entry.id);
    return known ? toldSignature(known.told) : null;
  });
  const isCopy = new Set(copies);
  return [...front, ...copies, ...rest].slice(0, most).map((one) => {
    const { id, score, direct } = one.entry;
    const known = pooled.get(id);
    const reasons = reasonsFor({ score, direct, story: score - direct }, known ? toldGrounds(known.told) : [], lang);
    return { id, score, reasons, isCopy: isCopy.has(one) };
  });
}

/** The scores as they were made, and of what was pushed or has changed since what its own words say. */
function scoresOf({ circle, scored }: ReadList, pool: readonly PoolEntry[]): readonly ScoredOne[] {
  const made = unpackScored(scored);
  const known = new Set(scored.ids);
  const others = pool.filter(({ id }) => !known.has(id));
  return [
    ...made,
    ...others.map(({ id, direct }) => {
      const left = (1 - circle.share) * direct;
      return { id, score: left, direct: left };
    }),
  ];
}
