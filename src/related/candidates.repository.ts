import type { Document } from 'mongodb';
import { visibleAt } from '#content/visibility.ts';
import type { Reads } from '#mongo/reads.ts';
import type { Candidate } from './shared-topics.ts';

/** Queries for articles that may be related, on a reader's behalf. */
export class CandidateRepository {
  readonly #reads: Reads;
  readonly #now: Date;

  constructor(reads: Reads, now: Date) {
    this.#reads = reads;
    this.#now = now;
  }

  /** The newest visible articles of each topic, in each of the languages, with one command; by `<lang> <topic id>`. */
  async newestByTopic(
    topicsByLang: ReadonlyMap<string, readonly string[]>,
    limit: number,
  ): Promise<ReadonlyMap<string, readonly Candidate[]>> {
    const [first, ...rest] = [...topicsByLang].map(([lang, topicIds]) => this.#stages(lang, topicIds, limit));
    if (!first) return new Map();
    const pipeline = [...first, ...rest.map((stages) => ({ $unionWith: { pipeline: stages } }))];
    const most = [...topicsByLang.values()].reduce((sum, ids) => sum + ids.length * limit, 0);
    const rows = await this.#reads.aggregate<{ readonly key: string; readonly row: Candidate }>(null, pipeline, {
      limit: most,
    });
    return new Map([...Map.groupBy(rows, ({ key }) => key)].map(([key, group]) => [key, group.map(({ row }) => row)]));
  }

  #stages(lang: string, topicIds: readonly string[], limit: number): Document[] {
    const newest = [
      { $match: { lang, ...visibleAt(this.#now) } },
      { $sort: { publishedAt: -1, _id: -1 } },
      { $limit: limit },
      { $project: { topicIds: 1, publishedAt: 1 } },
    ];
    return [
      { $documents: topicIds.map((id) => ({ key: { $literal: `${lang} ${id}` }, topic: { $literal: id } })) },
      { $lookup: { from: 'articles', localField: 'topic', foreignField: 'topicIds', pipeline: newest, as: 'row' } },
      { $unwind: '$row' },
    ];
  }
}
