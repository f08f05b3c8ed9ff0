import type { ReadStory } from './stories.ts';

/** The right answers for one story. */
export interface Gold {
  /** What each story that is right would be worth, in any order. */
  readonly relevant: readonly number[];
  /** 0: it is not right. */
  readonly gainOf: (other: ReadStory) => number;
  readonly isLookAlike: (other: ReadStory) => boolean;
}

/**
 * The answers that stories carry: either `event`, shared by what belongs together, and `topic`, shared by what looks alike; or `grades`, by id: 2 the
 * same running story, 1 background, 0 what only looks alike. Null for a story that nothing is known of; the whole is null where no story carries any.
 */
export function goldOf(stories: readonly ReadStory[]): ((story: ReadStory) => Gold | null) | null {
  if (stories.some((story) => gradesOf(story) !== null)) return byGrades;
  if (!stories.some((story) => eventOf(story) !== null)) return null;
  const sizes = new Map([...Map.groupBy(stories, eventOf)].map(([event, group]) => [event, group.length]));
  return (story) => {
    const event = eventOf(story);
    const others = event === null ? 0 : (sizes.get(event) ?? 1) - 1;
    if (others === 0) return null;
    return {
      relevant: Array.from({ length: others }, () => 1),
      gainOf: (other) => (eventOf(other) === event ? 1 : 0),
      isLookAlike: (other) => eventOf(other) !== event && sharesTopic(story, other),
    };
  };
}

function byGrades(story: ReadStory): Gold | null {
  const grades = gradesOf(story);
  if (grades === null) return null;
  return {
    relevant: [...grades.values()].filter((grade) => grade > 0).map(gain),
    gainOf: (other) => gain(grades.get(other.id) ?? 0),
    isLookAlike: (other) => grades.get(other.id) === 0,
  };
}

/** The running story is worth three times its background, as is usual for graded gains. */
function gain(grade: number): number {
  return 2 ** grade - 1;
}

/** Answers by id; null for a story without any. */
function gradesOf({ record }: ReadStory): ReadonlyMap<string, number> | null {
  const { grades } = record;
  if (typeof grades !== 'object' || grades === null) return null;
  return new Map(Object.entries(grades).flatMap(([id, grade]) => (typeof grade === 'number' ? [[id, grade]] : [])));
}

function eventOf({ record }: ReadStory): string | null {
  return typeof record['event'] === 'string' ? record['event'] : null;
}

function sharesTopic(a: ReadStory, b: ReadStory): boolean {
  return typeof a.record['topic'] === 'string' && a.record['topic'] === b.record['topic'];
}
