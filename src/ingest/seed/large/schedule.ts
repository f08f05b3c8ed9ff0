import { CLUSTER, COPIES, LIFETIME_DAYS, RUNNING, SINGLE_SHARE } from './figures.ts';
import { aside, DAY_MS, daysUpTo, timesOf } from './calendar.ts';
import { createEvents, type NewsEvent } from './event.ts';
import { Random, zipf } from './random.ts';

/** An article that is to be written. */
export interface Assignment {
  /** From 0, in the order of time. */
  readonly number: number;
  readonly event: NewsEvent;
  readonly publishedAt: Date;
  /** The number of the article whose text this one repeats; null: its own. */
  readonly copies: { readonly of: number; readonly as: 'wire' | 'corrected' } | null;
}

const clusterTail = zipf(CLUSTER.most - 1, CLUSTER.zipf);
/** Of new events, how many are told once, so that SINGLE_SHARE of the articles are about such. */
const SINGLE_EVENT_SHARE = (() => {
  const weights = Array.from({ length: CLUSTER.most - 1 }, (_, rank) => (rank + 1) ** -CLUSTER.zipf);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const articles = 2 + weights.reduce((total, weight, rank) => total + weight * (rank + 1), 0) / sum;
  const odds = (SINGLE_SHARE / (1 - SINGLE_SHARE)) * articles;
  return odds / (1 + odds);
})();
/** A running story makes room for the next after so many articles: the most that one event has. */
const RUNNING_ARTICLES = CLUSTER.most;
/** A copy repeats one of so many articles before it. */
const COPY_REACH = 60;
const FIRST_RUNNING_ID = 1_000_000_000;

/**
 * Who writes about what and when: `articles` assignments in the order of time, the last few after `now`. What it remembers does not grow
 * with their number: stories that are still told, and the last few articles.
 */
export function* scheduleOf(seed: number, articles: number, now: Date): Generator<Assignment> {
  const random = new Random(seed, 2);
  const events = createStories(seed, random);
  const recent: Pick<Assignment, 'number' | 'event'>[] = [];
  let number = 0;
  const assign = (event: NewsEvent, timeMs: number): Assignment => {
    const copied = random.chance(COPIES.wire + COPIES.corrected) ? recent[random.below(recent.length)] : undefined;
    const as = random.chance(COPIES.wire / (COPIES.wire + COPIES.corrected)) ? 'wire' : 'corrected';
    const assignment = {
      number: number++,
      event: copied?.event ?? event,
      publishedAt: new Date(timeMs),
      copies: copied ? ({ of: copied.number, as } as const) : null,
    };
    // A copy of a copy would be further from its text than the figures say.
    if (!copied) recent[assignment.number % COPY_REACH] = assignment;
    return assignment;
  };
  const { oneMinute, future } = aside(articles);
  const days = daysUpTo(now, articles - oneMinute - future);
  const busyDay = days[Math.floor(days.length / 2)];
  for (const day of days) {
    if (day === busyDay)
      for (let left = oneMinute; left > 0; left--) yield assign(events.next(day.startMs, 1), day.startMs);
    const times = timesOf(day, now, random);
    for (const [at, time] of times.entries()) yield assign(events.next(day.startMs, times.length - at), time);
  }
  for (let at = 1; at <= future; at++) yield assign(events.next(now.getTime(), 1), now.getTime() + at * 3_600_000);
}

/** Decides which event each next article is about. */
function createStories(seed: number, random: Random) {
  const make = createEvents(seed);
  const pending = new Map<number, NewsEvent[]>();
  const running: { event: NewsEvent; told: number }[] = [];
  let today = -1;
  let due: NewsEvent[] = [];
  let nextId = 0;
  let nextRunning = FIRST_RUNNING_ID;

  const startEvent = (day: number): NewsEvent => {
    const event = make(nextId++);
    if (random.chance(SINGLE_EVENT_SHARE)) return event;
    const days = Math.min(LIFETIME_DAYS.most, random.logNormal(LIFETIME_DAYS.median, LIFETIME_DAYS.sigma));
    for (let more = 1 + clusterTail(random) + 1; more > 0; more--) {
      // Squared: most of a story is told in its first days.
      const at = day + Math.floor(days * random.next() ** 2);
      const there = pending.get(at);
      if (there) there.push(event);
      else pending.set(at, [event]);
    }
    return event;
  };
  const continueRunning = (): NewsEvent => {
    const slot = random.below(RUNNING.stories);
    const story = running[slot];
    if (story && story.told < RUNNING_ARTICLES) {
      story.told += 1;
      return story.event;
    }
    const event = make(nextRunning++);
    running[slot] = { event, told: 1 };
    return event;
  };
  return {
    /** `left`: how many articles this day still takes, this one included; what is due is spread over them. */
    next(dayMs: number, left: number): NewsEvent {
      const day = Math.floor(dayMs / DAY_MS);
      if (day !== today) today = day;
      const more = pending.get(day);
      if (more) {
        due = [...due, ...more];
        pending.delete(day);
      }
      if (random.chance(RUNNING.share)) return continueRunning();
      if (random.chance(due.length / left)) {
        const at = random.below(due.length);
        const event = due[at];
        const last = due.pop();
        if (last && at < due.length) due[at] = last;
        if (event) return event;
      }
      return startEvent(day);
    },
  };
}
