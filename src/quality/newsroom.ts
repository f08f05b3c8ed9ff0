import { inlineText } from '#content/article/block-text.ts';
import type { ArticleItem } from '#content/imported-item.ts';
import { ANCHOR, seedItems } from '#ingest/seed/seed.ts';
import { NEWSROOM_GRADES, type GradedStory } from './newsroom-grades.data.ts';
import type { ReadStory } from './stories.ts';

/** The sample newsroom as its readers have it on its day, about thirty of its stories with grades: see `goldOf`. */
export function newsroomStories(): readonly ReadStory[] {
  const items = seedItems(ANCHOR);
  const names = new Map<string, string>(
    items.flatMap((item) =>
      item.type === 'topic' || item.type === 'section' || item.type === 'author'
        ? [[`${item.type} ${item.id}`, item.name] as const]
        : [],
    ),
  );
  const named = (type: string, ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => names.get(`${type} ${id}`) ?? []);
  const grades = new Map(NEWSROOM_GRADES.map((graded) => [graded.id, gradesOf(graded)]));
  return items.flatMap((item) => {
    if (item.type !== 'article' || item.status !== 'published') return [];
    if (!item.publishedAt || Date.parse(item.publishedAt) > ANCHOR.getTime()) return [];
    const { id, headline, locale, publishedAt, mainSection, sections, topics, authors } = item;
    const main = mainSection ?? sections[0];
    return {
      id,
      title: headline,
      body: textOf(item),
      lang: (locale ?? 'en').split('-')[0] ?? 'en',
      date: Date.parse(publishedAt),
      topics: named('topic', topics),
      sections: main ? named('section', [main]) : [],
      authors: named('author', authors),
      record: { id, grades: grades.get(id) },
    };
  });
}

function gradesOf({ same, background = '', lookAlikes = '' }: GradedStory): Readonly<Record<string, number>> {
  const graded = (ids: string, grade: number) => (ids === '' ? [] : ids.split(' ').map((id) => [id, grade] as const));
  return Object.fromEntries([...graded(same, 2), ...graded(background, 1), ...graded(lookAlikes, 0)]);
}

/** Standfirst and what stands in paragraphs, headings and the like. */
function textOf({ standfirst, body }: ArticleItem): string {
  const blocks = body.flatMap((block) => ('html' in block ? inlineText(block.html ?? '') : []));
  return [standfirst ?? '', ...blocks].join('\n').trim();
}
