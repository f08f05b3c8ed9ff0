import type { Db } from 'mongodb';
import { LEAST_SHOWN } from './copies.ts';
import { readersList, type Listed } from './readers-list.ts';
import type { RelatedKeeper } from './related-handler.ts';
import { isCopy } from './signature.ts';
import { signatureBytes, type ListRow, type TermsRow } from './stored.ts';

/** Why one article is in the list of another, or is not. */
export interface Explanation {
  /** From 1; null where it is not in the list. */
  readonly rank: number | null;
  readonly listed: Listed | null;
  /** Its place among the closest by words and dates alone, and that score; null where it is not among the 50. */
  readonly direct: { readonly rank: number; readonly score: number } | null;
  readonly isCopy: boolean;
  /** Kebab-case: what keeps it out of the list; null where it is in it. */
  readonly removedBy: 'not-published' | 'other-language' | 'not-near-enough' | 'score-too-low' | null;
}

/** The list of an article as readers get it, hidden articles included; null where it has none. */
export async function listOf(db: Db, id: string): Promise<readonly Listed[] | null> {
  const row = await db.collection<ListRow>('related_lists').findOne({ _id: id });
  return row && readersList(row, LEAST_SHOWN);
}

/** Explains why `other` is, or is not, related to `id`. */
export async function explainPair(db: Db, keeper: RelatedKeeper, id: string, other: string): Promise<Explanation> {
  const listed = (await listOf(db, id)) ?? [];
  const place = listed.findIndex((one) => one.id === other);
  const neighbours = (await keeper.neighboursOf(id)) ?? [];
  const near = neighbours.findIndex((one) => one.id === other);
  const terms = await db
    .collection<TermsRow>('related_terms')
    .find({ _id: { $in: [id, other] } }, { projection: { lang: 1, signature: 1 } })
    .toArray();
  const [one, two] = terms;
  const removedBy = (): Explanation['removedBy'] => {
    if (place >= 0) return null;
    if (!one || !two) return 'not-published';
    if (one.lang !== two.lang) return 'other-language';
    return near >= 0 ? 'score-too-low' : 'not-near-enough';
  };
  return {
    rank: place < 0 ? null : place + 1,
    listed: listed[place] ?? null,
    direct: near < 0 ? null : { rank: near + 1, score: neighbours[near]?.direct ?? 0 },
    isCopy: Boolean(one && two && isCopy(signatureBytes(one.signature), signatureBytes(two.signature))),
    removedBy: removedBy(),
  };
}
