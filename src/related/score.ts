import { cosine, sharedBy, type SharedTerm, type Vector } from './vector.ts';

/** What two articles are compared by. */
export interface Compared {
  readonly vector: Vector;
  /** Milliseconds since 1970; null where it is not known. */
  readonly date: number | null;
}

/** How a gap in time lowers a score. */
export interface DateWeights {
  /** What is lost when years lie between. */
  readonly drop: number;
  /** Days after which half of it is lost. */
  readonly halfLifeDays: number;
}

/** Found on the development sets; half of the half-life loses .003, twice of it nothing; without dates .005. */
export const DATE_WEIGHTS: DateWeights = { drop: 0.5, halfLifeDays: 120 };

/** Below this a reader would not see why two stories are related: on the development sets 1 pair in 30 is. It costs .0001 of nDCG@10. */
export const LEAST_SCORE = 0.05;

const DAY_MS = 86_400_000;

/** 1 for the same instant, falling smoothly to 1 - drop over the years; the middle of both where a date is not known: that costs neither. */
export function dateFactor(
  a: number | null,
  b: number | null,
  { drop, halfLifeDays }: DateWeights = DATE_WEIGHTS,
): number {
  if (a === null || b === null) return 1 - drop / 2;
  return 1 - drop + drop * 2 ** (-Math.abs(a - b) / DAY_MS / halfLifeDays);
}

/** How alike two articles are by themselves, without their circles: 0 to 1, the same from either side. */
export function directScore(a: Compared, b: Compared, weights: DateWeights = DATE_WEIGHTS): number {
  return Math.min(1, cosine(a.vector, b.vector)) * dateFactor(a.date, b.date, weights);
}

/** Everything two articles share, strongest first; the parts add up to `directScore`. */
export function sharedTerms(a: Compared, b: Compared, weights: DateWeights = DATE_WEIGHTS): readonly SharedTerm[] {
  const factor = dateFactor(a.date, b.date, weights);
  return sharedBy(a.vector, b.vector)
    .map((term) => ({ ...term, part: term.part * factor }))
    .sort((x, y) => y.part - x.part || x.hash - y.hash);
}
