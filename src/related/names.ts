/** What is known of a story for relating topics and authors. */
export interface Tagged {
  readonly topicIds: readonly string[];
  readonly authorIds: readonly string[];
}

/** In how many of some stories each topic and each author is. */
export interface Counts {
  readonly stories: number;
  readonly topics: ReadonlyMap<string, number>;
  readonly authors: ReadonlyMap<string, number>;
}

/** What an author writes about is told by so many topics; more add names that everybody writes with. */
const MOST_TOPICS = 4;

export function countNames(stories: readonly Tagged[]): Counts {
  const count = (ids: readonly string[]) =>
    new Map([...Map.groupBy(ids, (id) => id)].map(([id, all]) => [id, all.length]));
  return {
    stories: stories.length,
    topics: count(stories.flatMap(({ topicIds }) => [...new Set(topicIds)])),
    authors: count(stories.flatMap(({ authorIds }) => [...new Set(authorIds)])),
  };
}

/** Ids with what they are worth, above 0: heaviest first, then by id. */
export type Weighed = readonly (readonly [id: string, weight: number])[];

/**
 * The topics of these stories that are there more often than on the site as a whole. With p the share of the stories that have a topic, and q its
 * share of the site's newest, a topic is worth p ln(p / q): often here, and seldom elsewhere.
 */
export function tellingTopics(own: Counts, site: Counts, without: string | null): Weighed {
  return weighed(surpluses(own, site, 'topics'), without);
}

/** The few topics that tell what an author writes about. */
export function topicsOfAuthor(own: Counts, site: Counts): Weighed {
  return tellingTopics(own, site, null).slice(0, MOST_TOPICS);
}

/** Who writes about the same as an author: their telling topics pass on what each is worth to those who write about it, and co-authors count once more. */
export function authorsBeside(
  author: string,
  own: Counts,
  topics: readonly { readonly weight: number; readonly about: Counts }[],
  site: Counts,
): Weighed {
  const sums = new Map(surpluses(own, site, 'authors'));
  for (const { weight, about } of topics) {
    for (const [id, surplus] of surpluses(about, site, 'authors')) sums.set(id, (sums.get(id) ?? 0) + weight * surplus);
  }
  return weighed(sums, author);
}

/** p ln(p / q) of each name that is more frequent here than on the site; half a story more keeps q above 0. */
function surpluses(own: Counts, site: Counts, kind: 'topics' | 'authors'): ReadonlyMap<string, number> {
  const found = [...own[kind]].map(([id, count]): readonly [string, number] => {
    const here = count / own.stories;
    const there = ((site[kind].get(id) ?? 0) + 0.5) / (site.stories + 0.5);
    return [id, here * Math.log(here / there)];
  });
  return new Map(found.filter(([, surplus]) => surplus > 0));
}

function weighed(weights: ReadonlyMap<string, number>, without: string | null): Weighed {
  return [...weights].filter(([id]) => id !== without).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
