import type { Reads } from '#mongo/reads.ts';
import type { ReadList } from './readers-list.ts';
import { TERMS_VERSION } from './stored.ts';

const READ = { lang: 1, signature: 1, pool: 1, directs: 1, told: 1, circle: 1, scored: 1 } as const;

/** `related_terms` has an article's time in two kilobytes, and one look-up by id brings those of a list. */
const WITH_TIMES = [
  { $project: { ...READ, named: { $setUnion: ['$scored.ids', '$pool', ['$_id']] } } },
  {
    $lookup: {
      from: 'related_terms',
      localField: 'named',
      foreignField: '_id',
      pipeline: [{ $project: { at: 1 } }],
      as: 'times',
    },
  },
  { $project: { named: 0 } },
];

/** A request's reads of related stories. */
export class RelatedReads {
  readonly #reads: Reads;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** The stored lists of articles, by id, with one command; without the articles that have none of this version yet. `times` brings the times of what is in them. */
  async listsOf(
    articleIds: readonly string[],
    { times = false }: { readonly times?: boolean } = {},
  ): Promise<ReadonlyMap<string, ReadList>> {
    if (articleIds.length === 0) return new Map();
    const ids = [...new Set(articleIds)];
    const where = { _id: { $in: ids } as never, version: TERMS_VERSION }; // ids of this collection are strings
    const rows = times
      ? await this.#reads.aggregate<ReadList>('related_lists', [{ $match: where }, ...WITH_TIMES], {
          limit: ids.length,
        })
      : await this.#reads.find<ReadList>('related_lists', where, { projection: READ, limit: ids.length });
    return new Map(rows.map((row) => [row._id, row]));
  }
}
