import { LIMITS } from '#related/candidates.ts';
import { FEATURE_WEIGHTS, type FeatureWeights } from '#related/features.ts';
import type { RankingOptions } from '#related/ranking.ts';
import { DATE_WEIGHTS } from '#related/score.ts';
import { CIRCLE_WEIGHTS } from '#related/story-circle.ts';

export interface Variant {
  readonly name: string;
  readonly ranking: RankingOptions;
}

const FEATURES: Readonly<Partial<Record<keyof FeatureWeights, readonly number[]>>> = {
  title: [2, 4],
  lead: [1, 2],
  capital: [1, 1.5, 3],
  number: [0.75, 1.5],
  phrase: [0, 0.5, 1],
  names: [0, 0.2, 0.6],
};

/** The product's constants, then each of them changed alone: what a constant is worth, and how flat the place is where it stands. */
export function variants(): readonly Variant[] {
  return [
    { name: 'as it is', ranking: {} },
    ...Object.entries(FEATURES).flatMap(([name, values]) =>
      values.map((value) => ({
        name: `${name} ${value}`,
        ranking: { features: { ...FEATURE_WEIGHTS, [name]: value } },
      })),
    ),
    ...[0, 0.3, 0.4, 0.6].map((drop) => ({ name: `date drop ${drop}`, ranking: { dates: { ...DATE_WEIGHTS, drop } } })),
    ...[30, 60, 240].map((halfLifeDays) => ({
      name: `half-life ${halfLifeDays} days`,
      ranking: { dates: { ...DATE_WEIGHTS, halfLifeDays } },
    })),
    ...[0, 0.3, 0.4, 0.6, 0.7].map((share) => ({
      name: `circle share ${share}`,
      ranking: { circle: { ...CIRCLE_WEIGHTS, share } },
    })),
    ...[5, 15, 20].map((most) => ({ name: `circle of ${most}`, ranking: { circle: { ...CIRCLE_WEIGHTS, most } } })),
    ...[16, 24, 48].map((keys) => ({ name: `${keys} keys`, ranking: { limits: { ...LIMITS, keys } } })),
    ...[100, 200].map((candidates) => ({
      name: `${candidates} candidates`,
      ranking: { limits: { ...LIMITS, candidates } },
    })),
    { name: 'no background', ranking: { background: null } },
  ];
}
