import type { ImportedItem } from '#content/imported-item.ts';
import { articleItem, authorItem, collectionItem, sectionItem, topicItem } from './items.ts';

const pad = (number: number): string => String(number).padStart(4, '0');
const pick = <Value>(values: readonly Value[], ...at: readonly number[]): Value[] =>
  at.flatMap((index) => values[index % values.length] ?? []);

/**
 * A newsroom big enough that 100 rows are never all there is: 300 articles an hour apart, the newest `article-0300`, 120 authors with 10
 * or more articles each, 60 topics, 8 sections (two nested), two collections with 50 picks.
 */
export function newsroom(): readonly ImportedItem[] {
  const authors = Array.from({ length: 120 }, (_, index) =>
    authorItem({ id: `author-${pad(index)}`, name: `Author ${pad(index)}` }),
  );
  const topics = Array.from({ length: 60 }, (_, index) =>
    topicItem({ id: `topic-${pad(index)}`, name: `Topic ${pad(index)}` }),
  );
  const sections = ['news', 'sport', 'culture', 'opinion', 'business', 'travel'].map((id, position) =>
    sectionItem({ id, slug: id, position }),
  );
  const nested = ['city', 'coast'].map((id) => sectionItem({ id, slug: id, parent: 'news' }));
  const all = [...sections, ...nested].map(({ id }) => id);
  const articles = Array.from({ length: 300 }, (_, index) => {
    const number = index + 1;
    return articleItem({
      id: `article-${pad(number)}`,
      slug: `article-${pad(number)}`,
      headline: `Harbour story ${number}`,
      standfirst: `What happened in story ${number}.`,
      publishedAt: new Date(Date.UTC(2026, 1, 28, 12) - (300 - number) * 3_600_000).toISOString(),
      authors: pick(authors, number, number * 7 + 1, number * 13 + 2, number * 29 + 5).map(({ id }) => id),
      topics: pick(topics, number, number * 3 + 1, number * 11 + 4).map(({ id }) => id),
      sections: pick(all, number),
      body: [
        {
          type: 'paragraph',
          html: `The harbour saw story ${number}. ${'Words of the body follow one another. '.repeat(20)}`,
        },
        {
          type: 'read-also',
          link: {
            label: 'ALSO READ',
            title: `Story ${number - 100}`,
            url: number > 100 ? `/${pick(all, number - 100)[0]}/article-${pad(number - 100)}` : null,
          },
        },
      ],
    });
  });
  const collections = ['top-news', 'dont-miss'].map((slug, index) =>
    collectionItem({
      id: slug,
      slug,
      title: slug,
      picks: Array.from({ length: 50 }, (_, at) => `article-${pad(60 + 2 * at + index)}`),
      fill: { sections: index === 0 ? [] : ['news'], topics: [], kinds: [] },
    }),
  );
  return [...sections, ...nested, ...authors, ...topics, ...articles, ...collections];
}
