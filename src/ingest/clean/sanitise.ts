import sanitizeHtml, { type Transformer } from 'sanitize-html';

/** Documented codes of what is left out with its content. */
type Dropped =
  | 'dropped-picture'
  | 'dropped-script'
  | 'dropped-style'
  | 'dropped-form-field'
  | 'dropped-drawing'
  | 'dropped-markup';

/** What a body may be made of before blocks are; all other tags are left out and their text kept. */
const TAGS =
  `a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn
div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li main mark nav object ol p pre q rp
rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video`.split(
    /\s+/,
  );

/** Elements whose content is code, style or form state, which nobody reads, and what leaving one out is counted as. */
const UNSEEN: Readonly<Record<string, Dropped>> = {
  script: 'dropped-script',
  style: 'dropped-style',
  noscript: 'dropped-markup',
  template: 'dropped-markup',
  head: 'dropped-markup',
  textarea: 'dropped-form-field',
  select: 'dropped-form-field',
  option: 'dropped-form-field',
  svg: 'dropped-drawing',
  annotation: 'dropped-markup',
  'annotation-xml': 'dropped-markup',
  xmp: 'dropped-markup',
  noembed: 'dropped-markup',
  noframes: 'dropped-markup',
};

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

/** Where pictures that load late have their address. */
const LATE = ['data-src', 'data-lazy-src', 'data-orig-file'];

const ATTRIBUTES: Record<string, string[]> = {
  '*': ['class', 'id', 'lang'],
  a: ['href'],
  img: ['src', 'alt', 'width', 'height', ...LATE, 'data-id', 'data-credit'],
  iframe: ['src', 'title', 'data-src'],
  embed: ['src'],
  object: ['data'],
  video: ['src', 'poster', 'title'],
  audio: ['src', 'title'],
  source: ['src'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  li: ['value'],
  ol: ['start', 'reversed'],
};

/** True for a picture in the text itself, unless it holds the place of one that loads late. */
function isInText(name: string, attribs: Readonly<Record<string, string>>): boolean {
  return (
    name === 'img' && /^\s*data:/i.test(attribs['src'] ?? '') && !Object.keys(attribs).some((key) => LATE.includes(key))
  );
}

/**
 * The HTML of a body without anything that runs or hides: scripts, styles, event handlers, forms' state, unknown tags, and addresses that
 * are neither http(s), mailto nor relative. Expects HTML that `boundHtml` has passed. `onDrop` is told of each element whose content is left out.
 */
export function sanitise(html: string, onDrop: (reason: Dropped) => void = () => undefined): string {
  return sanitizeHtml(html, {
    onOpenTag: (name, attribs) => {
      const reason = Object.hasOwn(UNSEEN, name)
        ? UNSEEN[name]
        : isInText(name, attribs)
          ? 'dropped-picture'
          : undefined;
      if (reason !== undefined) onDrop(reason);
    },
    allowedTags: TAGS,
    disallowedTagsMode: 'discard',
    nonTextTags: Object.keys(UNSEEN),
    transformTags: SHOWN_AS,
    allowedAttributes: ATTRIBUTES,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesAppliedToAttributes: ['href', 'src', 'data', 'poster', ...LATE],
    allowProtocolRelative: true,
    enforceHtmlBoundary: false,
    allowVulnerableTags: false,
    parser: { decodeEntities: true, lowerCaseTags: true },
  });
}
