import { isSkipped, isTimeZone, localTime } from '#lib/zoned-time.ts';

const HOUR_MS = 3_600_000;

/**
 * A UTC time as it is stored. WordPress takes times through the site's clock when it tells them, those in UTC, too: in the hour that clocks skip in
 * spring they come out an hour late. The local time beside it tells which.
 */
export function storedUtc(utc: string, local: string, timeZone: string): string {
  const told = Date.parse(`${utc}Z`);
  const shown = Date.parse(`${local}Z`);
  if (timeZone === '' || Number.isNaN(told) || Number.isNaN(shown) || !isTimeZone(timeZone)) return utc;
  const stored = told - HOUR_MS;
  const isLate =
    isSkipped(stored, timeZone) && localTime(stored, timeZone) === shown && localTime(told, timeZone) !== shown;
  return isLate ? new Date(stored).toISOString().slice(0, 19) : utc;
}
