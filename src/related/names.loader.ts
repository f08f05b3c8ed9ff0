import type { Document } from 'mongodb';
import { visibleAt } from '#content/visibility.ts';
import { ContentError } from '#errors.ts';
import type { Reads } from '#mongo/reads.ts';
import { authorsBeside, countNames, tellingTopics, topicsOfAuthor, type Counts, type Tagged } from './names.ts';

/** Newest stories by which a topic or an author is judged: what a reader of today would call it. */
const STORIES = 60;
/** Newest stories of the whole site, against which they stand out. */
const SITE_STORIES = 300;
/** Topics or authors of one document: with all of them, 12,000 stories are read. */
const MOST_PARENTS = 200;

const NAMES = { _id: 0, topicIds: 1, authorIds: 1 } as const;
const NEWEST = { publishedAt: -1, _id: -1 } as const;

/** A request's reads of which topics and authors belong together, from the newest stories that readers see. */
export class NameReads {
  readonly #reads: Reads;
  readonly #visible: Document;
  #site: Promise<Counts> | undefined;

  constructor(reads: Reads, now: Date) {
    this.#reads = reads;
    this.#visible = visibleAt(now);
  }

  /** Ids of the topics that are met in the stories of each topic more than elsewhere, best first; two commands for up to 200 (else TOO_COMPLEX). */
  async topicsOf(topicIds: readonly string[]): Promise<readonly (readonly string[])[]> {
    checkParents(topicIds.length);
    const [own, site] = await Promise.all([this.#countsBy('topicIds', topicIds), this.#countsOfSite()]);
    return topicIds.map((id) => {
      const counts = own.get(id);
      return counts ? tellingTopics(counts, site, id).map(([topic]) => topic) : [];
    });
  }

  /** Ids of the authors who write about what each author writes about, or with them, best first; three commands for up to 200 (else TOO_COMPLEX). */
  async authorsOf(authorIds: readonly string[]): Promise<readonly (readonly string[])[]> {
    checkParents(authorIds.length);
    const [own, site] = await Promise.all([this.#countsBy('authorIds', authorIds), this.#countsOfSite()]);
    const topics = new Map([...own].map(([id, counts]) => [id, topicsOfAuthor(counts, site)]));
    const named = new Set([...topics.values()].flatMap((weighed) => weighed.map(([id]) => id)));
    const about = await this.#countsBy('topicIds', [...named]);
    return authorIds.map((author) => {
      const counts = own.get(author);
      const passedOn = (topics.get(author) ?? []).flatMap(([id, weight]) => {
        const those = about.get(id);
        return those ? [{ weight, about: those }] : [];
      });
      return counts ? authorsBeside(author, counts, passedOn, site).map(([id]) => id) : [];
    });
  }

  /** What the newest stories of each are tagged with, with one command; without those that have none. */
  async #countsBy(by: 'topicIds' | 'authorIds', ids: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
    if (ids.length === 0) return new Map();
    const pipeline = [{ $match: this.#visible }, { $sort: NEWEST }, { $limit: STORIES }, { $project: NAMES }];
    const rows = await this.#reads.aggregate<{ readonly _id: string; readonly stories: readonly Tagged[] }>(
      null,
      [
        { $documents: [...new Set(ids)].map((_id) => ({ _id: { $literal: _id } })) },
        { $lookup: { from: 'articles', localField: '_id', foreignField: by, pipeline, as: 'stories' } },
      ],
      { limit: ids.length },
    );
    return new Map(rows.flatMap(({ _id, stories }) => (stories.length > 0 ? [[_id, countNames(stories)]] : [])));
  }

  #countsOfSite(): Promise<Counts> {
    this.#site ??= this.#reads
      .find<Tagged & Document>('articles', this.#visible, { sort: NEWEST, limit: SITE_STORIES, projection: NAMES })
      .then(countNames);
    return this.#site;
  }
}

function checkParents(parents: number): void {
  if (parents > MOST_PARENTS)
    throw new ContentError('TOO_COMPLEX', `related topics or authors of at most ${MOST_PARENTS} at once`);
}
