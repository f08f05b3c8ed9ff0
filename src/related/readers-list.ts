import { partCopies } from './copies.ts';
import { reasonsFor, type Reason } from './reasons.ts';
import { LEAST_SCORE } from './score.ts';
import { toldGrounds, toldIn, toldSignature } from './pool.ts';
import { byScore, unpackScored, type ScoredOne } from './rescore.ts';
import { signatureBytes, unpackNumbers, type ListRow } from './stored.ts';
import { choose, type Strategy } from './strategies.ts';

/** A related article of a stored list. */
export interface Listed {
  readonly id: string;
  /** 0 to 1: the sum of the reasons' weights. */
  readonly score: number;
  /** Strongest first, in the list's language; made when they are asked for. */
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
 * An article that was pushed since the circles were made counts with what its own words say. No more than the first `most` are told.
 */
export function readersList(
  list: ReadList,
  shown: number,
  { strategy = 'MIXED', most = Infinity }: { readonly strategy?: Strategy; readonly most?: number } = {},
): readonly Listed[] {
  const { _id, lang, signature, pool } = list;
  const places = new Map(pool.map((id, place) => [id, place]));
  const directs = unpackNumbers(list.directs);
  const toldAt = toldIn(list);
  const toldOf = (id: string): Uint8Array | null => {
    const place = places.get(id);
    return place === undefined ? null : toldAt(place);
  };
  const times = new Map(list.times?.map((time) => [time._id, time.at.getTime()]));
  const ranked = scoresOf(list, directs)
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(byScore)
    .map((entry) => {
      const { id, score } = entry;
      return { entry, score, alone: directs[places.get(id) ?? -1] ?? 0, at: times.get(id) ?? null };
    });
  const chosen = choose(strategy, ranked, times.get(_id) ?? null);
  const { front, copies, rest } = partCopies(signatureBytes(signature), chosen, shown, ({ entry }) => {
    const told = toldOf(entry.id);
    return told && toldSignature(told);
  });
  const isCopy = new Set(copies);
  return [...front, ...copies, ...rest].slice(0, most).map((one) => {
    const { id, score, direct } = one.entry;
    return {
      id,
      score,
      get reasons() {
        const told = toldOf(id);
        return reasonsFor({ score, direct, story: score - direct }, told ? toldGrounds(told) : [], lang);
      },
      isCopy: isCopy.has(one),
    };
  });
}

/** The scores as they were made, and of what was pushed or has changed since what its own words say. */
function scoresOf({ pool, circle, scored }: ReadList, directs: Float64Array): readonly ScoredOne[] {
  const known = new Set(scored.ids);
  const others = pool.flatMap((id, place) => {
    const left = (1 - circle.share) * (directs[place] ?? 0);
    return known.has(id) ? [] : [{ id, score: left, direct: left }];
  });
  return [...unpackScored(scored), ...others];
}
