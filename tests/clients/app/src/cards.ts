import { ask } from './ask.ts';
import { ArticleCardsDocument } from './gql/graphql.ts';

/** The five newest stories with who wrote them. */
export async function cards(url: string): Promise<readonly string[]> {
  const { articles } = await ask(url, ArticleCardsDocument, { first: 5 });
  return (articles?.nodes ?? []).map(({ headline, authors }) => {
    const names = (authors ?? []).map(({ name }) => name);
    return `${headline} (${names.join(', ')})`;
  });
}
