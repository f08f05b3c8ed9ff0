import type { ArticleDoc } from '#content/article/article.ts';
import type { CandidateRepository } from './candidates.repository.ts';
import { rankBySharedTopics, type Related } from './shared-topics.ts';

type Parent = Pick<ArticleDoc, '_id' | 'topicIds' | 'lang'>;

/** A request's reads of related stories. */
export class RelatedReads {
  readonly #candidates: CandidateRepository;

  constructor(candidates: CandidateRepository) {
    this.#candidates = candidates;
  }

  /** For each article the stories related to it, strongest first, in its own language; one command for all. */
  async relatedOf(articles: readonly Parent[], first: number): Promise<readonly (readonly Related[])[]> {
    if (first === 0) return articles.map(() => []);
    const topicsByLang = new Map(
      [...Map.groupBy(articles, ({ lang }) => lang)]
        .map(([lang, group]) => [lang, [...new Set(group.flatMap(({ topicIds }) => topicIds))]] as const)
        .filter(([, topicIds]) => topicIds.length > 0),
    );
    // Twice as many as are shown, so that those sharing several topics are found among the newest of each.
    const byTopic = await this.#candidates.newestByTopic(topicsByLang, 2 * first + 2);
    return articles.map((article) => {
      const found = article.topicIds.flatMap((id) => byTopic.get(`${article.lang} ${id}`) ?? []);
      const distinct = [...new Map(found.map((candidate) => [candidate._id, candidate])).values()];
      return rankBySharedTopics(article, distinct, first);
    });
  }
}
