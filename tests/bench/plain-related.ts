import type { ArticleDoc } from '#content/article/article.ts';
import { LEAST_SHOWN } from '#related/copies.ts';
import { readersList } from '#related/readers-list.ts';
import { loadAll, type PlainContext } from './plain-data.ts';

type Listed = ReturnType<typeof readersList>[number];
export interface PlainRelated extends Pick<Listed, 'score' | 'reasons'> {
  readonly article: ArticleDoc;
}

/** Read beyond what is shown, as some may be hidden from readers by now. */
const SPARE = 4;

/** The stories of the stored list that may be seen, best first. */
export async function relatedOf(
  article: ArticleDoc,
  first: number,
  { articles, related }: PlainContext,
): Promise<readonly PlainRelated[]> {
  const list = await related.load(article._id);
  const shown = Math.max(first, LEAST_SHOWN);
  const listed = list ? readersList(list, shown, { most: first + SPARE }) : [];
  const found = await loadAll(
    articles,
    listed.map(({ id }) => id),
  );
  const byId = new Map(found.map((one) => [one._id, one]));
  return listed
    .flatMap(({ id, score, reasons }) => {
      const other = byId.get(id);
      return other ? [{ article: other, score, reasons }] : [];
    })
    .slice(0, first);
}
