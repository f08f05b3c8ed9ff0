/** What is compared of two articles. */
export interface Candidate {
  readonly _id: string;
  readonly topicIds: readonly string[];
  readonly publishedAt: Date;
}
/** Why an article is related: a topic that both have, and its part of the score. */
export interface SharedTopic {
  readonly topicId: string;
  readonly weight: number;
}
export interface Related {
  readonly articleId: string;
  /** 0 to 1: the sum of the reasons' weights. */
  readonly score: number;
  readonly reasons: readonly SharedTopic[];
}

/**
 * Related stories by shared topics, most of them first, then the newest. The score is the share of the article's topics that the other one has;
 * each shared topic weighs the same, in the article's own order of importance.
 */
export function rankBySharedTopics(
  article: { readonly _id: string; readonly topicIds: readonly string[] },
  candidates: readonly Candidate[],
  first: number,
): readonly Related[] {
  const weight = 1 / Math.max(1, article.topicIds.length);
  return candidates
    .filter(({ _id }) => _id !== article._id)
    .map((candidate) => ({ candidate, shared: article.topicIds.filter((id) => candidate.topicIds.includes(id)) }))
    .filter(({ shared }) => shared.length > 0)
    .sort(
      (a, b) =>
        b.shared.length - a.shared.length ||
        b.candidate.publishedAt.getTime() - a.candidate.publishedAt.getTime() ||
        (a.candidate._id < b.candidate._id ? 1 : -1),
    )
    .slice(0, first)
    .map(({ candidate, shared }) => ({
      articleId: candidate._id,
      score: shared.length * weight,
      reasons: shared.map((topicId) => ({ topicId, weight })),
    }));
}
