import type { Site } from './answers.ts';

/** What pages need to write times, numbers and addresses as this site does. */
export interface Kit {
  readonly site: Site;
  /** "Sunday, 1 March 2026" of the request's instant. */
  readonly today: string;
  /** "1 March 2026, 12:00" in the site's zone. */
  dateTime(iso: string): string;
  /** For lists: "12:00" today, "28 February" this year, else with the year. */
  brief(iso: string): string;
  number(value: number): string;
  /** Addresses of this site become paths, so that the page stays on the server that made it; others stay as they are. */
  link(address: string): string;
  /** The same for pictures and sounds: only what is kept under `/media/` here. */
  media(address: string): string;
  /** Sanitised HTML with its links made local. */
  prose(html: string): string;
}

/** Formats of a locale and zone that a browser would know; English and UTC where the stored ones are no such thing. */
function formatter({ locale, timeZone }: Site) {
  try {
    return new Intl.DateTimeFormat(locale, { timeZone }).resolvedOptions();
  } catch {
    return { locale: 'en', timeZone: 'UTC' };
  }
}

/** Formats and addresses for one page, at the instant `now`. */
export function createKit(site: Site, now: Date): Kit {
  const { locale, timeZone } = formatter(site);
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const day = format({ year: 'numeric', month: '2-digit', day: '2-digit' });
  const year = format({ year: 'numeric' });
  const clock = format({ hour: '2-digit', minute: '2-digit' });
  const origin = URL.parse(site.url)?.origin ?? null;
  const isHere = (address: string): boolean => origin !== null && URL.parse(address)?.origin === origin;
  const pathOf = (address: string): string => address.slice(origin?.length) || '/';
  return {
    site,
    today: format({ dateStyle: 'full' }).format(now),
    dateTime: (iso) => format({ dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso)),
    brief(iso) {
      const time = new Date(iso);
      if (day.format(time) === day.format(now)) return clock.format(time);
      const thisYear = year.format(time) === year.format(now);
      return format({ day: 'numeric', month: 'long', ...(!thisYear && { year: 'numeric' }) }).format(time);
    },
    number: (value) => new Intl.NumberFormat(locale).format(value),
    link: (address) => (isHere(address) ? pathOf(address) : address),
    media: (address) => (isHere(address) && pathOf(address).startsWith('/media/') ? pathOf(address) : address),
    prose: (html) => (origin === null ? html : html.replaceAll(`href="${origin}/`, 'href="/')),
  };
}
