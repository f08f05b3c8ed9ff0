import type { BlockInput } from '#content/imported-item.ts';
import { PROVIDERS } from './providers.data.ts';

/** The service that an address belongs to, by name; null when it is none of the table. `card` asks for a path that shows one thing. */
export function providerOf(address: string, { card }: { readonly card: boolean } = { card: false }): string | null {
  const url = URL.parse(address);
  if (url === null) return null;
  const host = url.hostname.toLowerCase();
  const found = PROVIDERS.find(
    ({ hosts, path }) =>
      hosts.some((one) => host === one || host.endsWith(`.${one}`)) &&
      (!card || path === undefined || path.test(url.pathname)),
  );
  return found?.name ?? null;
}

/** An embed block for an http(s) address. */
export function embedBlock(url: string, title: string | null): BlockInput {
  return {
    type: 'embed',
    embed: { url, provider: providerOf(url), title: title === null || title === '' ? null : title.slice(0, 5_000) },
  };
}

/** The address that a line of text consists of, where WordPress would show a card or player in its place; else null. */
export function loneEmbed(line: string): string | null {
  const text = line.trim();
  if (!/^https?:\/\/[^\s<>"]+$/i.test(text)) return null;
  return providerOf(text, { card: true }) === null ? null : text;
}
