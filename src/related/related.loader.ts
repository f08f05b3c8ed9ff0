import type { Reads } from '#mongo/reads.ts';
import type { ReadList } from './readers-list.ts';
import type { ListRow } from './stored.ts';

const READ = { lang: 1, signature: 1, pool: 1, circle: 1, scored: 1 } as const;

/** A request's reads of related stories. */
export class RelatedReads {
  readonly #reads: Reads;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** The stored lists of articles, by id, with one command; without the articles that have none yet. */
  async listsOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, ReadList>> {
    if (articleIds.length === 0) return new Map();
    const ids = [...new Set(articleIds)];
    const rows = await this.#reads.find<ListRow>(
      'related_lists',
      { _id: { $in: ids } as never }, // ids of this collection are strings
      { projection: READ, limit: ids.length },
    );
    return new Map(rows.map((row) => [row._id, row]));
  }
}
