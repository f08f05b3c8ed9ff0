/** An article's neighbours by how alike they are themselves, strongest first: parallel lists of ids and of scores, above 0 and at most 1. */
export interface Neighbours<Id> {
  readonly ids: readonly Id[];
  readonly scores: ArrayLike<number>;
}

/** How strong the circle is. */
export interface CircleWeights {
  /** How many of an article's neighbours may belong to its circle. */
  readonly most: number;
  /** The circle's share of a score when the circle is large; with n members n / (n + 1) of it. */
  readonly share: number;
}

/** Found on the development sets, where .4 loses .003 and .7 gains .002 on long texts and loses .001 on headlines; without a circle .015 and .008. */
export const CIRCLE_WEIGHTS: CircleWeights = { most: 10, share: 0.5 };

/** Those who are mutually among each other's closest: parallel lists of ids and of what they weigh, their score squared, all together 1. */
export interface Circle<Id> {
  readonly ids: readonly Id[];
  readonly weights: readonly number[];
  /** 0 (nobody) to below the full share. */
  readonly share: number;
}

/** The circle of an article. `neighboursOf` may answer undefined for an article that is not known. */
export function circleOf<Id>(
  id: Id,
  neighboursOf: (id: Id) => Neighbours<Id> | undefined,
  { most, share }: CircleWeights = CIRCLE_WEIGHTS,
): Circle<Id> {
  const own = neighboursOf(id);
  const ids: Id[] = [];
  const squares: number[] = [];
  for (const [place, other] of (own?.ids ?? []).slice(0, most).entries()) {
    if (!neighboursOf(other)?.ids.slice(0, most).includes(id)) continue;
    ids.push(other);
    squares.push((own?.scores[place] ?? 0) ** 2);
  }
  const sum = squares.reduce((total, square) => total + square, 0);
  return { ids, weights: squares.map((square) => square / sum), share: (share * ids.length) / (ids.length + 1) };
}

/** A score and what it is made of: `direct` is what the two articles themselves say, `story` what their circles add; below 0 where they know better. */
export interface CircledScore {
  readonly score: number;
  readonly direct: number;
  readonly story: number;
}

/** A candidate when the article's own circle has passed on its scores. */
interface OneSided {
  /** What is left of the two articles' own. */
  readonly direct: number;
  readonly score: number;
}

/** The first half of `circledScores`: at most `most` candidates, those with the highest scores. */
export function oneSidedScores<Id>(
  id: Id,
  neighboursOf: (id: Id) => Neighbours<Id> | undefined,
  own: Circle<Id>,
  most = Infinity,
): ReadonlyMap<Id, OneSided> {
  const found = new Map<Id, { readonly direct: number; score: number }>();
  const add = (candidate: Id, direct: number, score: number): void => {
    const known = found.get(candidate);
    if (!known) found.set(candidate, { direct, score });
    else known.score += score;
  };
  const direct = neighboursOf(id);
  for (const [place, candidate] of (direct?.ids ?? []).entries()) {
    const score = (1 - own.share) * (direct?.scores[place] ?? 0);
    add(candidate, score, score);
  }
  for (const [index, member] of own.ids.entries()) {
    const part = own.share * (own.weights[index] ?? 0);
    add(member, 0, part);
    const known = neighboursOf(member);
    for (const [place, candidate] of (known?.ids ?? []).entries()) {
      if (candidate !== id) add(candidate, 0, part * (known?.scores[place] ?? 0));
    }
  }
  if (found.size <= most) return found;
  return new Map([...found].sort(([, a], [, b]) => b.score - a.score).slice(0, most));
}

/**
 * The scores of an article with what its circle and each candidate's circle know: first every member of the article's circle passes on its own
 * score for the candidate, then the candidate takes on the article's scores for the members of the candidate's circle. Candidates are the article's
 * neighbours and those of its circle, so that two headlines of one story may meet that share no word. An article scores 1 with itself, so that two
 * stories alone are not the worse for it. With `most` the circles of so many candidates are asked for.
 */
export function circledScores<Id>(
  id: Id,
  neighboursOf: (id: Id) => Neighbours<Id> | undefined,
  circles: (id: Id) => Circle<Id>,
  most = Infinity,
): ReadonlyMap<Id, CircledScore> {
  const oneSided = oneSidedScores(id, neighboursOf, circles(id), most);
  return new Map(
    [...oneSided].map(([candidate, { direct, score }]) => {
      const { ids, weights, share } = circles(candidate);
      let takenOn = 0;
      for (const [index, member] of ids.entries()) {
        takenOn += (weights[index] ?? 0) * (member === id ? 1 : (oneSided.get(member)?.score ?? 0));
      }
      const circled = (1 - share) * score + share * takenOn;
      return [candidate, { score: circled, direct: (1 - share) * direct, story: circled - (1 - share) * direct }];
    }),
  );
}
