import { partCopies } from './copies.ts';
import { reasonsFor, type Reason } from './reasons.ts';
import { LEAST_SCORE } from './score.ts';
import { toldAt, toldGrounds, toldSignature } from './pool.ts';
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
  const { signature, pool } = list;
  const directs = unpackNumbers(list.directs);
  const ranked = scoresOf(list, directs).sort(byScore);
  const chosen = strategy === 'MIXED' ? ranked : chosenOf(strategy, ranked, list, directs);
  const { front, copies, rest } = partCopies(signatureBytes(signature), chosen, shown, ({ id }) => {
    const place = pool.indexOf(id);
    return place < 0 ? null : toldSignature(toldAt(list, place));
  });
  const isCopy = new Set(copies);
  return [...front, ...copies, ...rest].slice(0, most).map((one) => new ListedOne(list, one, isCopy.has(one)));
}

/** An entry that makes its reasons when they are asked for: more are read than are shown. */
class ListedOne implements Listed {
  readonly id: string;
  readonly score: number;
  readonly isCopy: boolean;
  readonly #list: ReadList;
  readonly #direct: number;

  constructor(list: ReadList, { id, score, direct }: ScoredOne, isCopy: boolean) {
    this.id = id;
    this.score = score;
    this.isCopy = isCopy;
    this.#list = list;
    this.#direct = direct;
  }

  get reasons(): readonly Reason[] {
    const { pool, lang } = this.#list;
    const [score, direct, place] = [this.score, this.#direct, pool.indexOf(this.id)];
    const grounds = place < 0 ? [] : toldGrounds(toldAt(this.#list, place));
    return reasonsFor({ score, direct, story: score - direct }, grounds, lang);
  }
}

/** What a strategy other than MIXED chooses, for which it needs times and what each article says by itself. */
function chosenOf(
  strategy: Strategy,
  ranked: readonly ScoredOne[],
  { _id, pool, times: stored }: ReadList,
  directs: Float64Array,
): readonly ScoredOne[] {
  const places = new Map(pool.map((id, place) => [id, place]));
  const times = new Map(stored?.map((time) => [time._id, time.at.getTime()]));
  const entries = ranked.map((entry) => ({
    entry,
    score: entry.score,
    alone: directs[places.get(entry.id) ?? -1] ?? 0,
    at: times.get(entry.id) ?? null,
  }));
  return choose(strategy, entries, times.get(_id) ?? null).map(({ entry }) => entry);
}

/** The scores as they were made, and of what was pushed or has changed since what its own words say; without what is hardly related. */
function scoresOf({ pool, circle, scored }: ReadList, directs: Float64Array): ScoredOne[] {
  const all = unpackScored(scored).filter(({ score }) => score >= LEAST_SCORE);
  const known = new Set(scored.ids);
  for (const [place, id] of pool.entries()) {
    const left = (1 - circle.share) * (directs[place] ?? 0);
    if (left >= LEAST_SCORE && !known.has(id)) all.push({ id, score: left, direct: left });
  }
  return all;
}
