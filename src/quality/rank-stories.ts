import { LIMITS } from '#related/candidates.ts';
import { createLanguages } from '#related/languages.ts';
import { Ranking, type RankingOptions } from '#related/ranking.ts';
import type { Reason } from '#related/reasons.ts';
import type { Strategy } from '#related/strategies.ts';
import { createLanguageGuess } from './guess-language.ts';
import type { ReadStory } from './stories.ts';

export interface RelatedStory {
  readonly story: ReadStory;
  readonly score: number;
  /** Empty unless they were asked for. */
  readonly reasons: readonly Reason[];
}

export interface RankOptions {
  /** 1 to 100. */
  readonly top: number;
  /** The order of the scores alone: near-copies stay where they are, weak scores are told. */
  readonly plain: boolean;
  /** MIXED where it is left out; of no matter to the plain order. */
  readonly strategy?: Strategy;
  readonly reasons?: boolean;
  readonly ranking?: RankingOptions;
}

/** Stories of any languages, each ranked against the others of its own. */
export class RankedStories {
  readonly stories: readonly ReadStory[];
  readonly #options: RankOptions;
  readonly #places: readonly { readonly ranking: Ranking; readonly group: readonly number[]; readonly at: number }[];

  /** Stories without a language get the one that their words tell, else the commonest of all. */
  constructor(stories: readonly ReadStory[], options: RankOptions) {
    this.stories = withLanguages(stories);
    this.#options = options;
    const limits = options.ranking?.limits ?? LIMITS;
    // As many are kept as are asked for, so that a ranking of 100 is not cut at 50.
    const settings = {
      ...options.ranking,
      limits: { ...limits, neighbours: Math.max(limits.neighbours, options.top) },
    };
    const languages = createLanguages();
    const places: { ranking: Ranking; group: readonly number[]; at: number }[] = [];
    for (const [lang, group] of Map.groupBy(this.stories.keys(), (index) => this.stories[index]?.lang ?? '')) {
      const members = group.flatMap((index) => this.stories[index] ?? []);
      const ranking = new Ranking(members, languages(lang), settings);
      for (const [at, index] of group.entries()) places[index] = { ranking, group, at };
    }
    this.#places = places;
  }

  /** Those related to the story at this index, best first; never itself or another with its id, and each id once. */
  related(index: number): readonly RelatedStory[] {
    const place = this.#places[index];
    if (!place) return [];
    const { ranking, group, at } = place;
    const { plain, top, strategy = 'MIXED', reasons: wanted = false } = this.#options;
    // Of several lines with one id the best placed is told.
    const told = new Set([this.stories[index]?.id]);
    const found = (plain ? ranking.plain(at) : ranking.forReaders(at, { strategy }))
      .flatMap((ranked) => {
        const story = this.stories[group[ranked.index] ?? -1];
        if (!story || told.has(story.id)) return [];
        told.add(story.id);
        return [{ ranked, story }];
      })
      .slice(0, top);
    const reasons = wanted
      ? ranking.reasons(
          at,
          found.map(({ ranked }) => ranked),
        )
      : [];
    return found.map(({ ranked, story }, place) => ({ story, score: ranked.score, reasons: reasons[place] ?? [] }));
  }

  /** Of at most `sample` stories, evenly spread, the share of the ten most alike that the bounded candidates contain; null where none is alike. */
  recall(sample: number): number | null {
    const step = Math.max(1, Math.floor(this.#places.length / sample));
    const shares = this.#places
      .filter((_, index) => index % step === 0)
      .flatMap(({ ranking, at }) => ranking.recall(at) ?? []);
    return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }
}

function withLanguages(stories: readonly ReadStory[]): readonly ReadStory[] {
  if (stories.every(({ lang }) => lang !== '')) return stories;
  const guess = createLanguageGuess();
  const known = stories.map(({ lang, title, body }) => (lang === '' ? guess(`${title}\n${body}`) : lang));
  const counts = [...Map.groupBy(known, (lang) => lang ?? '')].filter(([lang]) => lang !== '');
  const commonest = counts.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 'en';
  return stories.map((story, index) => {
    const lang = known[index] ?? commonest;
    const isClear = story.lang !== '' || lang === commonest;
    return {
      ...story,
      lang: isClear ? lang : (guess(`${story.title}\n${story.body}`, commonest) ?? commonest),
    };
  });
}
