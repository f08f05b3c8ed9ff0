import type { ArticleDoc } from './article.ts';

export const SCOPES = ['SITE', 'SECTION', 'TOPIC', 'AUTHOR'] as const;
export type NeighbourScope = (typeof SCOPES)[number];

/** The stored properties that decide among which articles neighbours are sought. */
export const SCOPE_NEEDS = ['lang', 'mainSectionId', 'topicIds', 'authorIds'] as const;
type Scoped = Pick<ArticleDoc, (typeof SCOPE_NEEDS)[number]>;

/** The condition of a scope, within the article's language; null where the article has no such scope. */
export function neighbourhood(article: Scoped, scope: NeighbourScope): Readonly<Record<string, string>> | null {
  const { lang } = article;
  if (scope === 'SITE') return { lang };
  const [property, id] = {
    SECTION: ['sectionIds', article.mainSectionId],
    TOPIC: ['topicIds', article.topicIds[0]],
    AUTHOR: ['authorIds', article.authorIds[0]],
  }[scope];
  return property && id ? { lang, [property]: id } : null;
}
