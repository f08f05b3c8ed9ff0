import { ARTICLES_PER_DAY, HARD_CASES, HOUR_SHARES, WEEKEND_FACTOR, YEARS } from './figures.ts';
import { byShares, type Random } from './random.ts';

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const hour = byShares(HOUR_SHARES);

/** A day in UTC and how many articles appear on it. */
export interface Day {
  readonly startMs: number;
  readonly articles: number;
}

/** So many articles over as many days as they need, oldest first: the last day ends at `now`, and before the eighth year the pace stays the same. */
export function daysUpTo(now: Date, articles: number): readonly Day[] {
  const days: Day[] = [];
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  for (let left = articles, ago = 0; left > 0; ago++) {
    const startMs = today - ago * DAY_MS;
    const share = ago === 0 ? shareOfDay(now.getTime() - today) : 1;
    const count = Math.min(left, Math.round(paceOf(startMs, ago) * share));
    days.push({ startMs, articles: count });
    left -= count;
  }
  return days.toReversed();
}

function paceOf(startMs: number, ago: number): number {
  const { firstYear, lastYear } = ARTICLES_PER_DAY;
  const age = Math.min(1, ago / (YEARS * 365));
  const weekday = new Date(startMs).getUTCDay();
  return (lastYear - (lastYear - firstYear) * age) * (weekday === 0 || weekday === 6 ? WEEKEND_FACTOR : 1);
}

/** The share of a day's articles that appear in its first `ms`. */
function shareOfDay(ms: number): number {
  return HOUR_SHARES.reduce((sum, share, at) => sum + share * Math.min(1, Math.max(0, ms / HOUR_MS - at)), 0);
}

/** The instants of a day's articles in order, none after `now`. */
export function timesOf({ startMs, articles }: Day, now: Date, random: Random): readonly number[] {
  const times: number[] = [];
  while (times.length < articles) {
    const time = startMs + hour(random) * HOUR_MS + random.below(3_600) * 1_000;
    if (time <= now.getTime()) times.push(time);
  }
  return times.sort((a, b) => a - b);
}

/** How many of so many articles are of each kind that does not follow the calendar; at least one each. */
export function aside(articles: number): { readonly oneMinute: number; readonly future: number } {
  return {
    oneMinute: Math.max(1, Math.round(articles * HARD_CASES.oneMinute)),
    future: Math.max(1, Math.round(articles * HARD_CASES.future)),
  };
}
