import { regionsOf } from './regions.ts';
import { SMILIES } from './smilies.data.ts';

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
 * dots and a hyphen between spaces are as typed; two or three hyphens are the dash that WordPress shows for them, doubled quotation marks are
 * one, and smileys are what it shows. Safe inside attributes; tags, addresses, shortcodes, `pre` and `code` keep what they have. Linear.
 */
export function untexturize(html: string): string {
  return spelled(html, (text) => withSmilies(marked(text)));
}

function spelled(html: string, textual: (text: string) => string): string {
  let typed = html;
  if (html.includes('&#') || html.includes('aquo;'))
    typed = html
      .replaceAll(CHANGED, (entity) => TYPED[entity] ?? entity)
      .replaceAll(/&#8211;(?<=(?:^|[\s>]).{7})(?=$|[\s<])/g, '-')
      .replaceAll(/&#215;(?<=\d.{6})(?=\d)/g, 'x');
  if (!SHORTHAND.test(typed)) return typed;
  return regionsOf(typed)
    .map(({ html: region, isLiteral }) => (isLiteral ? region : inTexts(region, textual)))
    .join('');
}

/** A title in one spelling: as `untexturize`, smileys apart, and WordPress does not let anyone write its own name in another way. */
export function untexturizeTitle(title: string): string {
  return spelled(title, marked).replaceAll('Wordpress', 'WordPress');
}

/** What begins smileys, and, with it, all else that may be shown in another way: what holds none of these is not looked at again. */
const SMILING = /[:;8][-)(?!|DOPox]|:[a-z]{3,7}:/;
const SHORTHAND = new RegExp(String.raw`${SMILING.source}|--|\`\`|''|&#0?39;&#0?39;|\(tm\)|:\/\/`);
/** What WordPress does not look into between tags: shortcodes by their attributes, and, beyond it, addresses. */
const APART = /\[[a-z][\w-]{0,40}\s[^[\]<>]{0,2000}\]|\bhttps?:\/\/[^\s<>"'[\]]+/gi;

/** Works on the text between tags and comments. */
function inTexts(html: string, textual: (text: string) => string): string {
  let out = '';
  let done = 0;
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    const text = html.slice(at, end);
    if (SHORTHAND.test(text)) {
      out += html.slice(done, at) + inText(text, textual);
      done = end;
    }
    at = open < 0 ? end : endOfTag(html, open);
  }
  return out + html.slice(done);
}

/** Where a comment or tag ends, which any `<` begins. */
function endOfTag(html: string, open: number): number {
  const [mark, from] = html.startsWith('<!--', open) ? ['-->', open + 4] : ['>', open];
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + mark.length;
}

function inText(text: string, textual: (text: string) => string): string {
  const changed = (part: string): string => (SHORTHAND.test(part) ? textual(part) : part);
  if (!text.includes('[') && !text.includes('://')) return changed(text);
  let out = '';
  let from = 0;
  for (const { 0: apart, index } of text.matchAll(APART)) {
    out += changed(text.slice(from, index)) + (/^h/i.test(apart) ? asTyped(apart) : apart);
    from = index + apart.length;
  }
  return out + changed(text.slice(from));
}

/** The marks that WordPress shows for what stands for them on a typewriter. */
function marked(text: string): string {
  const dashed = text.includes('--')
    ? text
        .replaceAll('---', '—')
        .replaceAll(/--(?<=(?:^|\s|&nbsp;)--)(?=$|\s|&nbsp;)/g, '—')
        .replaceAll(/--(?<!xn--)/g, '–')
    : text;
  return dashed.replaceAll(/``|''|(?:&#0?39;){2}/g, '"').replaceAll(' (tm)', ' ™');
}

const SMILEY = new RegExp(
  String.raw`(?<=^|\s|&nbsp;)(?:${Object.keys(SMILIES)
    .map((one) => one.replaceAll(/[()?|]/g, String.raw`\$&`))
    .join('|')})(?=$|\s|&nbsp;)`,
  'g',
);

function withSmilies(text: string): string {
  return SMILING.test(text) ? text.replaceAll(SMILEY, (smiley) => SMILIES[smiley] ?? smiley) : text;
}

/** An address in a text, in which WordPress has seen dashes: it would lead elsewhere. */
function asTyped(address: string): string {
  return address.replaceAll('&#8211;', '--').replaceAll('&#8212;', '---');
}
