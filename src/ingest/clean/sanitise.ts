import sanitizeHtml, { type Transformer } from 'sanitize-html';

/** What a body may be made of before blocks are; all other tags are left out and their text kept. */
const TAGS =
  `a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn
div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li main mark nav object ol p pre q rp
rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video`.split(
    /\s+/,
  );

/** Elements whose content is code, style or form state: nobody reads it. */
const UNSEEN = [
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'textarea',
  'option',
  'select',
  'svg',
  'math',
  'xmp',
  'noembed',
  'noframes',
];

/** Elements that stand on lines of their own, or apart from what is beside them, as others that do so too. */
const SHOWN_AS: Record<string, string | Transformer> = {
  dialog: 'div',
  dir: 'ul',
  fieldset: 'div',
  hgroup: 'div',
  legend: 'div',
  menu: 'ul',
  button: (_name, { class: names = '' }) => ({ tagName: 'span', attribs: { class: `${names} button` } }),
};

const ATTRIBUTES: Record<string, string[]> = {
  '*': ['class', 'id', 'lang'],
  a: ['href'],
  img: ['src', 'alt', 'width', 'height', 'data-src', 'data-lazy-src', 'data-orig-file', 'data-id', 'data-credit'],
  iframe: ['src', 'title', 'data-src'],
  embed: ['src'],
  object: ['data'],
  video: ['src', 'poster', 'title'],
  audio: ['src', 'title'],
  source: ['src'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start', 'reversed'],
};

/**
 * The HTML of a body without anything that runs or hides: scripts, styles, event handlers, forms' state, unknown tags, and addresses that
 * are neither http(s), mailto nor relative. Expects HTML that `boundHtml` has passed.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    disallowedTagsMode: 'discard',
    nonTextTags: UNSEEN,
    transformTags: SHOWN_AS,
    allowedAttributes: ATTRIBUTES,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesAppliedToAttributes: ['href', 'src', 'data', 'poster', 'data-src', 'data-lazy-src', 'data-orig-file'],
    allowProtocolRelative: true,
    enforceHtmlBoundary: false,
    allowVulnerableTags: false,
    parser: { decodeEntities: true, lowerCaseTags: true },
  });
}
