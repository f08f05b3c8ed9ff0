import { html, type Html } from '#reader/html.ts';

/** The languages that are written from the right. */
const RIGHT_TO_LEFT = /^(ar|fa|he|ur|yi|ps|sd|ckb|dv)\b/i;

/** Which way a language is written. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr';
}

/**
 * The attributes of a text whose language is not that of what stands around it, so that it is read aloud in its own voice
 * (WCAG 3.1.2); nothing where they are the same, or where nobody asked for the text's.
 */
export function language(own: string | undefined, around: string): Html | null {
  return own === undefined || own === around ? null : html` lang="${own}" dir="${direction(own)}"`;
}
