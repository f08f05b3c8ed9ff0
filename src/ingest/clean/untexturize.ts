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
  '&#8249;': '&#039;',
  '&#8250;': '&#039;',
  '&#171;&nbsp;': '&quot;',
  '&#171;&#160;': '&quot;',
  '&nbsp;&#187;': '&quot;',
  '&#160;&#187;': '&quot;',
  '&laquo;&nbsp;': '&quot;',
  '&laquo;&#160;': '&quot;',
  '&#160;&raquo;': '&quot;',
  '&nbsp;&raquo;': '&quot;',
  '&#8230;': '...',
};
const CHANGED =
  /(?:&#171;|&laquo;)(?:&nbsp;|&#160;)|(?:&nbsp;|&#160;)(?:&#187;|&raquo;)|&#(?:8249|8250|821[678]|822[012]|8230|824[23]|171|187);/g;

/**
 * HTML in one spelling, whether it is as typed or as WordPress shows it, whose quotes, dots and dashes are entities of its own making. Quotes,
 * dots and a hyphen between spaces are as typed; two or three hyphens between spaces are the dash that they stand for. Safe inside
 * attributes; `pre`, `code` and tags keep their hyphens.
 */
export function untexturize(html: string): string {
  let typed = html;
  if (html.includes('&'))
    typed = html
      .replaceAll(CHANGED, (entity) => TYPED[entity] ?? entity)
      .replaceAll(/&#8211;(?<=(?:^|[\s>]).{7})(?=$|[\s<])/g, '-')
      .replaceAll(/&#215;(?<=\d.{6})(?=\d)/g, 'x');
  if (!typed.includes('--')) return typed;
  return LITERAL.test(typed)
    ? regionsOf(typed)
        .map((region) => (region.isLiteral ? region.html : withDashes(region.html)))
        .join('')
    : withDashes(typed);
}

const LITERAL = /<(?:pre|code|script|style)/i;

/**
 * A title in one spelling: as `untexturize`, and hyphens stand for a dash wherever they are (but in `xn--`), doubled quotation marks for one, as
 * WordPress shows them; nor does it let anyone write its own name in another way.
 */
export function untexturizeTitle(title: string): string {
  return untexturize(title)
    .replaceAll('---', '—')
    .replaceAll(/(?<!xn)--/g, '–')
    .replaceAll(/``|''|(?:&#0?39;){2}/g, '"')
    .replaceAll(' (tm)', ' ™')
    .replaceAll('Wordpress', 'WordPress');
}

/** Two or three hyphens between spaces, outside of tags and of what shows its text literally, as dashes. Linear but for the places found. */
function withDashes(html: string): string {
  let out = '';
  let from = 0;
  let open = -1;
  let close = -1;
  let seen = 0;
  const lastClose = html.lastIndexOf('>');
  for (let at = html.indexOf('--'); at >= 0; at = html.indexOf('--', at + 2)) {
    const end = html[at + 2] === '-' ? at + 3 : at + 2;
    // A tag ends what WordPress looks at, as a space does.
    const isApart =
      (at === 0 || html[at - 1] === '>' || isSpace(html[at - 1])) &&
      (end === html.length || html[end] === '<' || isSpace(html[end]));
    if (!isApart) continue;
    const passed = html.slice(seen, at);
    if (passed.includes('<')) open = seen + passed.lastIndexOf('<');
    if (passed.includes('>')) close = seen + passed.lastIndexOf('>');
    seen = at;
    const isInTag = open > close && lastClose > at;
    if (isInTag) continue;
    out += `${html.slice(from, at)}—`;
    from = end;
  }
  return from === 0 ? html : out + html.slice(from);
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\u00a0' || character === '\n';
}
