/** A time that is in every month's calendar: as ISO it has the same digits. */
const PLAIN_TIME = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** `2010-07-13 16:16:46` in UTC as ISO; null for WordPress' zero time, blanks and what is no time. */
export function utcTime(text: string): string | null {
  if (PLAIN_TIME.test(text)) return `${text.slice(0, 10)}T${text.slice(11)}.000Z`;
  const match = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text);
  if (match === null || match[1] === '0000' || match[2] === '00' || match[3] === '00') return null;
  return isoOf(Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}Z`));
}

/** An RFC 822 time, UTC where it names no zone; null for what is none (an export of a draft has a year -0001). */
export function feedTime(text: string): string | null {
  if (!/(?:^|\s)[1-9]\d{3}\s+\d{1,2}:\d\d/.test(text)) return null;
  const hasZone = /(?:[+-]\d{4}|\b[A-Z]{1,4})\s*$/.test(text);
  return isoOf(Date.parse(hasZone ? text : `${text} +0000`));
}

function isoOf(ms: number): string | null {
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
