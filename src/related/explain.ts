import type { Db } from 'mongodb';
import { LEAST_SHOWN } from './copies.ts';
import { readersList, type Listed } from './readers-list.ts';
import type { RelatedKeeper } from './related-handler.ts';
import { dateFactor, directScore, LEAST_SCORE, sharedTerms } from './score.ts';
import { isCopy } from './signature.ts';
import { signatureBytes, type ListRow } from './stored.ts';
import { choose, STRATEGIES, type Strategy } from './strategies.ts';
import { cosine } from './vector.ts';
import { labelOf } from './wording.ts';

/** What keeps an article out of a list. */
export type RemovedBy =
  | 'same-article'
  | 'not-compared'
  | 'other-language'
  | 'nothing-shared'
  | 'others-nearer'
  | 'score-too-low';

/** Why one article is in the list of another, or is not. */
export interface Explanation {
  /** null where it is in the list. */
  readonly removedBy: RemovedBy | null;
  /** From 1, in a list of so many; null where it is not in it. */
  readonly rank: number | null;
  readonly listed: readonly Listed[];
  /** What the two say by themselves; null where one of them is not compared, or they never meet. */
  readonly parts: Parts | null;
  /** One text printed twice. */
  readonly isCopy: boolean;
  /** By which it is offered. */
  readonly strategies: readonly Strategy[];
}

/** A score, step by step, as it comes out today. */
interface Parts {
  /** Cosine of the weights of both. */
  readonly likeness: number;
  readonly days: number;
  readonly dateFactor: number;
  readonly direct: number;
  /** Its place among the nearest by the direct score, from 1; null where it is not among the 50. */
  readonly directRank: number | null;
  /** What they share most, as printed, with its part of the direct score. */
  readonly shared: readonly { readonly label: string; readonly part: number }[];
  readonly ownCircle: Circled;
  readonly otherCircle: Circled;
}
interface Circled {
  readonly members: number;
  /** What it takes of a score, to give it back by what its members say. */
  readonly share: number;
}

/** So many of the terms that two articles share are named. */
const MOST_TERMS = 12;

/** The list of an article as readers get it, hidden articles included; null where it has none. */
export async function listOf(db: Db, id: string): Promise<readonly Listed[] | null> {
  const row = await db.collection<ListRow>('related_lists').findOne({ _id: id });
  return row && readersList(row, LEAST_SHOWN);
}

/** Explains why `other` is, or is not, related to `id`. */
export async function explainPair(db: Db, keeper: RelatedKeeper, id: string, other: string): Promise<Explanation> {
  const rows = await db
    .collection<ListRow>('related_lists')
    .find({ _id: { $in: [id, other] } })
    .toArray();
  const [own, beside] = [id, other].map((one) => rows.find(({ _id }) => _id === one));
  const out = (removedBy: RemovedBy, more: Partial<Explanation> = {}): Explanation => ({
    removedBy,
    rank: null,
    listed: [],
    parts: null,
    isCopy: false,
    strategies: [],
    ...more,
  });
  if (id === other) return out('same-article');
  if (!own || !beside) return out('not-compared');
  if (own.lang !== beside.lang) return out('other-language');
  const listed = readersList(own, LEAST_SHOWN);
  const rank = listed.findIndex((one) => one.id === other) + 1;
  const compared = await keeper.compare(id, other);
  const nearest = (await keeper.neighboursOf(id)) ?? [];
  const directRank = nearest.findIndex((one) => one.id === other) + 1;
  const parts = compared && partsOf(compared, directRank || null, own, beside);
  const score = listed[rank - 1]?.score ?? 0;
  const found = {
    listed,
    parts,
    isCopy: isCopy(signatureBytes(own.signature), signatureBytes(beside.signature)),
    strategies: STRATEGIES.filter(
      (strategy) =>
        rank > 0 &&
        choose(
          strategy,
          [{ score, alone: parts?.direct ?? 0, at: compared?.other.date ?? null }],
          compared?.own.date ?? null,
        ).length > 0,
    ),
  };
  if (rank > 0) return { removedBy: null, rank, ...found };
  if (!parts || parts.direct === 0) return out('nothing-shared', found);
  return out(directRank > 0 || parts.direct < LEAST_SCORE ? 'score-too-low' : 'others-nearer', found);
}

function partsOf(
  { own, other, wording }: NonNullable<Awaited<ReturnType<RelatedKeeper['compare']>>>,
  directRank: number | null,
  ...lists: readonly [own: ListRow, other: ListRow]
): Parts {
  const [ownCircle, otherCircle] = lists.map(({ circle }) => ({ members: circle.ids.length, share: circle.share }));
  const nobody = { members: 0, share: 0 };
  return {
    likeness: cosine(own.vector, other.vector),
    days: Math.round(Math.abs((own.date ?? 0) - (other.date ?? 0)) / 86_400_000),
    dateFactor: dateFactor(own.date, other.date),
    direct: directScore(own, other),
    directRank,
    shared: sharedTerms(own, other)
      .slice(0, MOST_TERMS)
      .map(({ hash, part }) => ({ label: labelOf(hash, wording), part })),
    ownCircle: ownCircle ?? nobody,
    otherCircle: otherCircle ?? nobody,
  };
}
