import type { Db } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import { proseOf } from '#content/article/block-text.ts';
import type { Story } from './story.ts';

const READ = {
  rev: 1,
  status: 1,
  headline: 1,
  standfirst: 1,
  body: 1,
  lang: 1,
  publishedAt: 1,
  topicIds: 1,
  mainSectionId: 1,
  authorIds: 1,
} as const;
type ReadArticle = Pick<ArticleDoc, keyof typeof READ | '_id'>;

/** An article as it is compared; null where it is not published, now or later. */
export interface WrittenStory {
  readonly id: string;
  readonly rev: number;
  readonly at: Date;
  readonly story: Story | null;
}

/** Articles as they are stored now, in any order; what does not exist is left out. Names of topics, sections and authors are those of now. */
export async function readWrittenStories(db: Db, ids: readonly string[]): Promise<readonly WrittenStory[]> {
  const articles = await db
    .collection<ArticleDoc>('articles')
    .find<ReadArticle>({ _id: { $in: [...ids] } }, { projection: READ, batchSize: ids.length + 1 })
    .toArray();
  const [topics, sections, authors] = await Promise.all([
    readNames(
      db,
      'topics',
      articles.flatMap(({ topicIds }) => topicIds),
    ),
    readNames(
      db,
      'sections',
      articles.flatMap(({ mainSectionId }) => mainSectionId ?? []),
    ),
    readNames(
      db,
      'authors',
      articles.flatMap(({ authorIds }) => authorIds),
    ),
  ]);
  return articles.map((article) => {
    const { _id: id, rev, publishedAt: at, status, headline, standfirst, body, lang } = article;
    const named = (names: ReadonlyMap<string, string>, of: readonly string[]) =>
      of.flatMap((one) => names.get(one) ?? []);
    const story: Story = {
      id,
      title: headline,
      body: [standfirst ?? '', proseOf(body)].join('\n').trim(),
      lang,
      date: at.getTime(),
      topics: named(topics, article.topicIds),
      sections: named(sections, article.mainSectionId === null ? [] : [article.mainSectionId]),
      authors: named(authors, article.authorIds),
    };
    return { id, rev, at, story: status === 'published' ? story : null };
  });
}

async function readNames(db: Db, collection: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return new Map();
  const rows = await db
    .collection<{ readonly _id: string; readonly name: string }>(collection)
    .find({ _id: { $in: distinct } }, { projection: { name: 1 }, batchSize: distinct.length + 1 })
    .toArray();
  return new Map(rows.map(({ _id, name }) => [_id, name]));
}
