import { regionsOf } from './regions.ts';

/** What WordPress puts in place of typed characters when it shows a text; as entities, so what an author typed as such stays. */
const TYPED: Readonly<Record<string, string>> = {
  '&#8216;': '&#039;',
  '&#8217;': '&#039;',
  '&#8218;': '&#039;',
  '&#8242;': '&#039;',
  '&#8220;': '&quot;',
  '&#8221;': '&quot;',
  '&#8222;': '&quot;',
  '&#8243;': '&quot;',
  '&#171;': '&quot;',
  '&#187;': '&quot;',
  '&laquo;&nbsp;': '&quot;',
  '&nbsp;&raquo;': '&quot;',
  '&#8230;': '...',
};
const CHANGED = /&#(?:821[678]|822[012]|8230|824[23]|171|187);|&laquo;&nbsp;|&nbsp;&raquo;/g;

/**
 * HTML in one spelling, whether it is as typed or as WordPress shows it, whose quotes, dots and dashes are entities of its own making. Quotes,
 * dots and a hyphen between spaces are as typed; two or three hyphens between spaces are the dash that they stand for. Safe inside
 * attributes; `pre`, `code` and tags keep their hyphens.
 */
export function untexturize(html: string): string {
  const typed = html
    .replaceAll(CHANGED, (entity) => TYPED[entity] ?? entity)
    .replaceAll(/(^|[\s>])&#8211;(?=$|[\s<])/g, '$1-')
    .replaceAll(/(\d)&#215;(?=\d)/g, '$1x');
  if (!typed.includes('--')) return typed;
  return regionsOf(typed)
    .map((region) => (region.isLiteral ? region.html : withDashes(region.html)))
    .join('');
}

/** A title in one spelling: as `untexturize`, and hyphens inside a word that stand for a dash are one, too. */
export function untexturizeTitle(title: string): string {
  return untexturize(title)
    .replaceAll(/(?<=[\p{L}\p{N}])---(?=[\p{L}\p{N}])/gu, '—')
    .replaceAll(/(?<=[\p{L}\p{N}])--(?=[\p{L}\p{N}])/gu, '–');
}

function withDashes(html: string): string {
  return html
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part : part.replaceAll(/(^|[ \u00a0\n])---?(?=[ \u00a0\n]|$)/g, '$1—')))
    .join('');
}
