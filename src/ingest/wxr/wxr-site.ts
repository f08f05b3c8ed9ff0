import { createHash } from 'node:crypto';
import { isAddress } from '#content/stored.ts';
import type { SiteItem } from '#content/imported-item.ts';
import { bareHost } from '#ingest/clean/links.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import type { WxrChannel } from './wxr-shapes.ts';

/** Where an export comes from. */
export interface WxrSite {
  /** What source keys are made with: host and path, lower-case host, no scheme, no trailing slash; without a host `file:<sha256>`. */
  readonly key: string;
  /** Absolute address of the front page without trailing slash; null = unknown. */
  readonly url: string | null;
  readonly item: SiteItem;
  /** Whether an address is on this site. */
  isOwn(url: URL): boolean;
}

/** The site that a channel names. `start` is the file's first 64 kB. */
export function siteOf(channel: WxrChannel, start: string): WxrSite {
  const url =
    [channel.baseBlogUrl, channel.baseSiteUrl, channel.link].map(webAddress).find((one) => one !== null) ?? null;
  const link = webAddress(channel.link);
  // A blog's own addresses: the network that hosts it (`base_site_url`) is others' as well.
  const own = [url, link]
    .filter((one) => one !== null)
    .map(({ hostname, port, pathname }) => ({ host: bareHost(hostname), port, path: pathname.replace(/\/*$/, '/') }));
  const address = url === null ? null : trimmed(url);
  return {
    key:
      url === null
        ? `file:${createHash('sha256').update(start).digest('hex')}`
        : url.host + trimmed(url).slice(url.origin.length),
    url: address,
    item: {
      type: 'site',
      id: 'site',
      name: plainText(channel.title).slice(0, 2_000) || url?.host || 'News',
      url: address !== null && isAddress(address) ? address : null,
      locale: localeOf(channel.language),
      timeZone: 'UTC',
      publisher: null,
    },
    isOwn: ({ hostname, port, pathname }) =>
      own.some(
        (site) => site.host === bareHost(hostname) && site.port === port && `${pathname}/`.startsWith(site.path),
      ),
  };
}

function webAddress(text: string): URL | null {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null;
}

function trimmed(url: URL): string {
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
