/** What a ranking is worth, for one story that was asked for. */
export interface Measured {
  /** Discounted gain of the first ten against the best possible: 0 to 1. */
  readonly ndcg10: number;
  /** Average precision over all that are relevant: 0 to 1. */
  readonly averagePrecision: number;
  readonly precision5: number;
  /** Share of the first five places that hold what only looks alike. */
  readonly lookAlikes5: number;
  /** Share of the first five places that hold a near-copy of the story or of one above. */
  readonly copies5: number;
  /** Share of the filled first five places in the story's language. */
  readonly sameLanguage5: number;
}

/** What is known of one place of a ranking. */
export interface Judged {
  /** What it is worth to a reader: 0 where it is not relevant. */
  readonly gain: number;
  readonly isLookAlike: boolean;
  readonly isCopy: boolean;
  readonly isSameLanguage: boolean;
}

/** Measures a ranking, best first; `relevant` are the gains of all that would be right, in any order, at least one. */
export function measure(ranking: readonly Judged[], relevant: readonly number[]): Measured {
  let [gained, hits, precision] = [0, 0, 0];
  for (const [place, { gain }] of ranking.entries()) {
    if (gain === 0) continue;
    hits += 1;
    precision += hits / (place + 1);
    if (place < 10) gained += gain * discount(place);
  }
  const best = relevant.toSorted((a, b) => b - a).slice(0, 10);
  const five = ranking.slice(0, 5);
  const shareOfFive = (holds: (judged: Judged) => boolean): number => five.filter(holds).length / 5;
  return {
    ndcg10: gained / sum(best.map((gain, place) => gain * discount(place))),
    averagePrecision: precision / relevant.length,
    precision5: shareOfFive(({ gain }) => gain > 0),
    lookAlikes5: shareOfFive(({ isLookAlike }) => isLookAlike),
    copies5: shareOfFive(({ isCopy }) => isCopy),
    sameLanguage5: five.length === 0 ? 1 : five.filter(({ isSameLanguage }) => isSameLanguage).length / five.length,
  };
}

/** The means over all that were asked for; null where none was. */
export function meanOf(all: readonly Measured[]): Measured | null {
  if (all.length === 0) return null;
  const mean = (name: keyof Measured): number => sum(all.map((one) => one[name])) / all.length;
  return {
    ndcg10: mean('ndcg10'),
    averagePrecision: mean('averagePrecision'),
    precision5: mean('precision5'),
    lookAlikes5: mean('lookAlikes5'),
    copies5: mean('copies5'),
    sameLanguage5: mean('sameLanguage5'),
  };
}

function discount(place: number): number {
  return 1 / Math.log2(place + 2);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
