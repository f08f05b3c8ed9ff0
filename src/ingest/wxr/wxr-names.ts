import slugify from '@sindresorhus/slugify';
import { oncePerObject } from '#lib/once-per-object.ts';
import { normalisePath } from '#content/path/path.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import { UNCATEGORISED } from '#ingest/clean/uncategorised.data.ts';
import type { WxrSite } from './wxr-site.ts';

/**
 * A slug as WordPress shows it in addresses: percent-decoded, NFC. What was never made a slug (a space, a capital) is made one, as its own
 * importer does; a name alone gives one too. '' when there is neither.
 */
export function slugOf(raw: string, name = ''): string {
  if (/^[a-z0-9-]+$/.test(raw)) return raw.slice(0, 200);
  const decoded = decode(raw.trim()).normalize('NFC').trim();
  if (decoded !== '') return decoded.toLowerCase().replaceAll(/\s+/g, '-').slice(0, 200);
  const plain = plainText(name);
  return slugify(plain).slice(0, 200) || plain.toLowerCase().replaceAll(/\s+/g, '-').slice(0, 200);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Cut in the middle of a character, at WordPress' 200 bytes: what is whole is kept.
    return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) =>
      new TextDecoder()
        .decode(Uint8Array.from(run.slice(1).split('%'), (byte) => Number.parseInt(byte, 16)))
        .replaceAll('\uFFFD', ''),
    );
  }
}

/** True for WordPress' default category, by its name in any translation: nobody chose it. */
export function isUncategorised(name: string): boolean {
  return UNCATEGORISED.has(plainText(name).toLowerCase());
}

/** The path of a permalink; null for `?p=` links, the front page and other sites' addresses. */
export function permalinkPath(link: string, site: WxrSite): string | null {
  const url = URL.parse(link, site.url ?? 'http://localhost/');
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '') return null;
  if (site.url === null ? /^[a-z][a-z0-9+.-]*:/i.test(link) : !site.isOwn(url)) return null;
  const path = normalisePath(url.pathname);
  return path === null || path === '/' || path === frontOf(site) ? null : path;
}

const frontOf = oncePerObject(({ url }: WxrSite) => normalisePath(url ?? '/'));

/** The post id in a `?p=` address, whatever its host: a site that has moved keeps the old one in its guids. Null = none. */
export function postIdIn(guid: string): string | null {
  return /[?&](?:p|page_id)=([1-9]\d{0,18})\b/.exec(guid)?.[1] ?? null;
}

/** A name that can be shown for a login: never an e-mail address. */
export function nameOfLogin(login: string): string {
  return plainText(login.replace(/(.)@.*$/s, '$1')).slice(0, 2_000);
}

/** The name in addresses that WordPress makes of a login (its `user_nicename`), which is all that a live site tells of one. '' when nothing is left. */
export function nicenameOf(login: string): string {
  return decode(login)
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('.', '-')
    .replaceAll(/[^\p{L}\p{N}\s_-]+/gu, '')
    .replaceAll(/[\s-]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .normalize('NFC')
    .slice(0, 200);
}
