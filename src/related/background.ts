import { ENGLISH } from './background-en.data.ts';
import { CountTable } from './count-table.ts';
import type { Frequencies } from './frequencies.ts';
import { hash32 } from './hash32.ts';

/** Everyday frequencies as they are written in a `.data.ts` file. */
export interface BackgroundData {
  readonly texts: number;
  /** Lines of a count and the stems in that many texts, separated by spaces. */
  readonly counts: string;
}

/** Everyday frequencies as they are looked up. */
type Background = Frequencies & { readonly documentsWith: CountTable };

/** Everyday frequencies by primary language subtag; null where there is no table. */
export function backgroundOf(lang: string): Background | null {
  return lang === 'en' ? parseBackground(ENGLISH) : null;
}

/** The table behind its written form. */
export function parseBackground({ texts, counts }: BackgroundData): Background {
  const documentsWith = new CountTable(10_000);
  for (const line of counts.trim().split('\n')) {
    const [count, ...stems] = line.trim().split(' ');
    for (const stem of stems) documentsWith.add(hash32(stem), Number(count));
  }
  return { texts, documentsWith };
}
