import { PARTICLE_ARTICLES, PARTICLES, TITLES, UNTOLD } from './name-words.data.ts';

/** What one language's small words say of names; all sets are of words in lower case. */
export interface NameWords {
  /** Every noun has a capital: one alone is no sign of a name. */
  readonly capitalsAreNouns: boolean;
  /** Stand within names. */
  readonly particles: ReadonlySet<string>;
  /** May follow a particle. */
  readonly articles: ReadonlySet<string>;
  /** Name nobody by themselves. */
  readonly titles: ReadonlySet<string>;
  /** Days and months. */
  readonly calendar: ReadonlySet<string>;
  /** Tell little of what two stories share. */
  readonly untold: ReadonlySet<string>;
}

const CAPITAL_NOUNS = new Set(['de', 'lb']);

/** By primary language subtag; where nobody wrote them down the sets are empty, the calendar apart. */
export function nameWordsOf(lang: string): NameWords {
  return {
    capitalsAreNouns: CAPITAL_NOUNS.has(lang),
    particles: setOf(PARTICLES[lang]),
    articles: setOf(PARTICLE_ARTICLES),
    titles: setOf(TITLES[lang]),
    calendar: calendarOf(lang),
    untold: setOf(UNTOLD[lang]),
  };
}

function setOf(words = ''): ReadonlySet<string> {
  return new Set(words.split(/\s+/u).filter((word) => word !== ''));
}

/** Names of days and months, long and short, alone and within a date. */
function calendarOf(lang: string): ReadonlySet<string> {
  const days = [
    ...Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month))),
    ...Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day))),
  ];
  const names = (['long', 'short'] as const).flatMap((style) =>
    [{ weekday: style }, { month: style }, { day: 'numeric', month: style } as const].flatMap((parts) => {
      const format = new Intl.DateTimeFormat(lang, { ...parts, timeZone: 'UTC' });
      return days.flatMap((day) => format.formatToParts(day));
    }),
  );
  const words = names.flatMap(({ type, value }) => (type === 'weekday' || type === 'month' ? value : []));
  return new Set(
    words.map((word) => word.toLowerCase().replaceAll(/[^\p{L}\p{M}]/gu, '')).filter((word) => word.length > 1),
  );
}
