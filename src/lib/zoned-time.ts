/**
 * The instant of an ISO time with offset, or of 00:00 in an IANA zone for a day alone (the first instant of the day, where a clock change skips midnight).
 * Null for what is no time.
 */
export function parseTime(text: string, timeZone: string): Date | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? startOfDay(text, timeZone) : new Date(text);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** Midnight is sought from the offset that holds around it; a second look follows a clock change between the two. */
function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight)) return new Date(Number.NaN);
  const first = midnight - offsetMs(midnight, timeZone);
  const second = midnight - offsetMs(first, timeZone);
  // Where midnight does not exist the two disagree for good: the later one is the first instant that is on this day.
  return new Date(second === midnight - offsetMs(second, timeZone) ? second : Math.max(first, second));
}

/** What a clock in the zone shows at an instant, as if it were UTC. */
export function localTime(instant: number, timeZone: string): number {
  return instant + offsetMs(instant, timeZone);
}

/** True for what no clock in the zone ever shows, as if it were UTC: clocks went forward over it. */
export function isSkipped(local: number, timeZone: string): boolean {
  const first = local - offsetMs(local, timeZone);
  const second = local - offsetMs(first, timeZone);
  return localTime(first, timeZone) !== local && localTime(second, timeZone) !== local;
}

/** One for each zone that was met: making one takes longer than a thousand uses. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** How far the zone's clocks are ahead of UTC at that instant. */
function offsetMs(instant: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant / 1000) * 1000;
}

/** True for a zone that this runtime knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone);
  } catch {
    return false;
  }
}
