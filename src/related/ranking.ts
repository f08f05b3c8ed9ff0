import { backgroundOf } from './background.ts';
import { findCandidates, LIMITS, type Limits, type Postings } from './candidates.ts';
import { postEntries, readCollection, type Entry } from './collection.ts';
import { moveCopies, LEAST_SHOWN } from './copies.ts';
import { FEATURE_WEIGHTS, type FeatureWeights } from './features.ts';
import type { Frequencies } from './frequencies.ts';
import type { Language } from './languages.ts';
import { groundsOf } from './grounds.ts';
import { reasonsFor, type Reason } from './reasons.ts';
import { DATE_WEIGHTS, directScore, LEAST_SCORE, sharedTerms, type DateWeights } from './score.ts';
import {
  CIRCLE_WEIGHTS,
  circledScores,
  circleOf,
  type Circle,
  type CircledScore,
  type CircleWeights,
  type Neighbours,
} from './story-circle.ts';
import type { Story } from './story.ts';
import { choose, type Strategy } from './strategies.ts';
import { readText } from './text.ts';
import { readWording } from './wording.ts';

/** Everything that can be set; what is left out is as the product has it. */
export interface RankingOptions {
  readonly features?: FeatureWeights;
  readonly dates?: DateWeights;
  readonly circle?: CircleWeights;
  readonly limits?: Limits;
  /** The table behind the collection's frequencies; null for none. */
  readonly background?: Frequencies | null;
}

/** A place in a ranking. */
export interface Ranked extends CircledScore {
  readonly index: number;
}

/** Articles of one language, each compared with the others through the same bounded structure that the database has. */
export class Ranking {
  readonly #stories: readonly Story[];
  readonly #language: Language;
  readonly #options: Required<RankingOptions>;
  readonly #entries: readonly Entry[];
  readonly #postings: Postings;
  readonly #neighbours: (Neighbours<number> | undefined)[] = [];
  readonly #circles: (Circle<number> | undefined)[] = [];

  /** Reads all stories, which must be of one language. */
  constructor(stories: readonly Story[], language: Language, options: RankingOptions = {}) {
    this.#stories = stories;
    this.#language = language;
    this.#options = {
      features: options.features ?? FEATURE_WEIGHTS,
      dates: options.dates ?? DATE_WEIGHTS,
      circle: options.circle ?? CIRCLE_WEIGHTS,
      limits: options.limits ?? LIMITS,
      background: options.background === undefined ? backgroundOf(stories[0]?.lang ?? '') : options.background,
    };
    this.#entries = readCollection(stories, language, this.#options);
    this.#postings = postEntries(this.#entries, this.#options.limits.keys);
  }

  /** Those related to a story, best first: everything its neighbours hold, in the order of the scores alone. */
  plain(index: number): readonly Ranked[] {
    const scores = circledScores(index, this.#neighboursOf, this.#circleOf);
    return [...scores]
      .map(([other, score]) => ({ index: other, ...score }))
      .sort((a, b) => b.score - a.score || a.index - b.index);
  }

  /** As a reader gets them: nothing that is hardly related, what the strategy chooses, and near-copies behind the first `shown`. */
  forReaders(
    index: number,
    { shown = LEAST_SHOWN, strategy = 'MIXED' }: { readonly shown?: number; readonly strategy?: Strategy } = {},
  ): readonly Ranked[] {
    const own = this.#entries[index];
    if (!own) return [];
    const { ids, scores } = this.#neighboursOf(index);
    const alone = new Map(ids.map((id, place) => [id, scores[place] ?? 0]));
    const ranked = this.plain(index).flatMap((one) => {
      const entry = this.#entries[one.index];
      if (!entry || one.score < LEAST_SCORE) return [];
      return [{ ...one, alone: alone.get(one.index) ?? 0, signature: entry.signature, at: entry.date }];
    });
    return moveCopies(own.signature, choose(strategy, ranked, own.date), Math.max(shown, LEAST_SHOWN));
  }

  /** Why each of them is related to the story; same order. */
  reasons(index: number, ranked: readonly Ranked[]): readonly (readonly Reason[])[] {
    const [story, own] = [this.#stories[index], this.#entries[index]];
    if (!story || !own) return [];
    const wording = readWording(story, readText(story, this.#language), this.#language);
    return ranked.map((one) => {
      const other = this.#entries[one.index];
      if (!other) return [];
      const grounds = groundsOf(sharedTerms(own, other, this.#options.dates), wording);
      return reasonsFor(one, grounds, story.lang);
    });
  }

  /** The share of the ten most alike of all articles that the bounded candidates contain; null where nothing is alike. */
  recall(index: number): number | null {
    const own = this.#entries[index];
    if (!own) return null;
    const best = this.#entries
      .map((other, at) => ({ at, score: at === index ? 0 : directScore(own, other, this.#options.dates) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, 10);
    const candidates = new Set(this.#candidatesOf(index));
    return best.length === 0 ? null : best.filter(({ at }) => candidates.has(at)).length / best.length;
  }

  #candidatesOf(index: number): readonly number[] {
    const own = this.#entries[index];
    return own ? findCandidates(index, own.vector, this.#postings, this.#options.limits) : [];
  }

  readonly #neighboursOf = (index: number): Neighbours<number> => {
    const known = this.#neighbours[index];
    if (known) return known;
    const own = this.#entries[index];
    const best = this.#candidatesOf(index)
      .map((other) => {
        const entry = this.#entries[other];
        return { other, score: own && entry ? directScore(own, entry, this.#options.dates) : 0 };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .slice(0, this.#options.limits.neighbours);
    const neighbours = {
      ids: best.map(({ other }) => other),
      scores: Float64Array.from(best, ({ score }) => score),
    };
    this.#neighbours[index] = neighbours;
    return neighbours;
  };

  readonly #circleOf = (index: number): Circle<number> => {
    const circle = this.#circles[index] ?? circleOf(index, this.#neighboursOf, this.#options.circle);
    this.#circles[index] = circle;
    return circle;
  };
}
