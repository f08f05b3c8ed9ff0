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
 * HTML with the typographic entities that WordPress makes (quotes, dashes, dots) as they were typed, so that an export and the live site give
 * one spelling. Safe inside attributes. A dash of three between spaces becomes two: WordPress shows both alike.
 */
export function untexturize(html: string): string {
  return html
    .replaceAll(CHANGED, (entity) => TYPED[entity] ?? entity)
    .replaceAll(/(^|[\s>])&#8211;(?=$|[\s<])/g, '$1-')
    .replaceAll('&#8211;', '--')
    .replaceAll(/(^|[\s>])(?:&#8212;|---)(?=$|[\s<])/g, '$1--')
    .replaceAll('&#8212;', '---')
    .replaceAll(/(\d)&#215;(?=\d)/g, '$1x');
}
