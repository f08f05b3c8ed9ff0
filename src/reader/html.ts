/** Text that is HTML already. Only `html` and `raw` make it, so nothing reaches a page unescaped by accident. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: nothing for null, undefined and false; lists one after the other; all other text escaped. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return escape(String(part));
}

/** HTML from a template whose values are escaped. Attributes must be quoted; a value must not stand in a script or style. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, index) => text + render(parts[index])).join(''));
}

/** Takes over HTML that the API has sanitised (`html` fields and `highlights`). For nothing else. */
export function raw(sanitised: string): Html {
  return new Html(sanitised);
}

/** The address if a browser may be sent there by a click or for a picture: http, https, mailto or a path; else `#`. */
export function href(address: string): string {
  return /^(https?:\/\/|mailto:|[/?#])/i.test(address) ? address : '#';
}
