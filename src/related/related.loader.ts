import type { Reads } from '#mongo/reads.ts';
import type { ReadList } from './readers-list.ts';
import { TERMS_VERSION, type ListRow } from './stored.ts';

const READ = { version: 1, lang: 1, signature: 1, pool: 1, directs: 1, told: 1, circle: 1, scored: 1 } as const;

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
    const where = { _id: { $in: ids } as never }; // ids of this collection are strings
    const limit = ids.length;
    // All but all of a list is read: as it is stored it costs the server least.
    const rows: readonly (ReadList & Pick<ListRow, 'version'>)[] = times
      ? await this.#reads.aggregate('related_lists', [{ $match: where }, ...WITH_TIMES], { limit })
      : await this.#reads.find('related_lists', where, { limit });
    return new Map(rows.flatMap((row) => (row.version === TERMS_VERSION ? [[row._id, row]] : [])));
  }
}
