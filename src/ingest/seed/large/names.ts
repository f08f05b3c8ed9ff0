import type { TopicItem } from '#content/imported-item.ts';

const FIRST =
  'Adela Bran Corvin Dessa Edric Fenna Garrow Hesper Ivo Jorunn Kester Lisbet Maren Nils Odile Perrin Quilla Rurik Sabine Torvald Una Viggo Wilma Yorick Zelda Anselm Birgit Caspian Drusilla Emeric Freya Gideon Honor Ingram Jessamy Kaspar Leontine Magnus Nerys Osric'.split(
    ' ',
  );
const LAST_BEGIN =
  'Alder Brack Carr Dun Ever Farr Gar Hollin Iver Jess Kell Lind Marr Nor Oster Pell Quar Rav Sel Thorn Ulver Vann Wend Yarr Zell Ash Bram Cress Drift Eld'.split(
    ' ',
  );
const LAST_END =
  'wick by croft dahl ey ford gate holm ing ker ley mere nought over pool quist rath strand ton vik well yard brook cote dene fell garth hurst'.split(
    ' ',
  );
const PLACE_END =
  'mouth haven ness bridge minster port stow thorpe bay moor head field bury sands dale combe quay wold point tarn'.split(
    ' ',
  );
const BODIES =
  'Trust|Council|Works|Institute|Union|Society|Board|Federation|College|Athletic|Cooperative|Railway|Shipping Line|Foundry|Theatre|Observatory|Savings Bank|Press'.split(
    '|',
  );
const SUBJECT_HEADS =
  'policy history rights costs prices research reform safety planning tax law repair watch finance access quality'.split(
    ' ',
  );
const OCCASIONS = 'Festival Inquiry Election Summit Regatta Fair Accord Games Strike Flood Congress Trial'.split(' ');

const at = (values: readonly string[], index: number): string => values[index % values.length] ?? '';
/** Another number below `size` for each number below it: neighbours get names that differ. */
const shuffled = (index: number, size: number): number => ((index % size) * 7_919 + 104_729) % size;

const PEOPLE = FIRST.length * LAST_BEGIN.length * LAST_END.length;
const PLACES = LAST_BEGIN.length * PLACE_END.length;

const lastName = (index: number): string => {
  const number = shuffled(index, PEOPLE);
  return (
    at(LAST_BEGIN, Math.floor(number / FIRST.length)) +
    at(LAST_END, Math.floor(number / FIRST.length / LAST_BEGIN.length))
  );
};
/** Different for each number below 33,600. */
export const personName = (index: number): string => `${at(FIRST, shuffled(index, PEOPLE))} ${lastName(index)}`;
/** Different for each number below 600; above, of two words. */
export function placeName(index: number): string {
  const number = shuffled(index, PLACES);
  const name = at(LAST_BEGIN, number) + at(PLACE_END, Math.floor(number / LAST_BEGIN.length));
  const round = Math.floor(index / PLACES);
  return round === 0
    ? name
    : `${at(['Upper', 'Lower', 'Great', 'Little', 'New', 'Old', 'East', 'West'], round - 1)} ${name}`;
}
/** Different for each number below 10,800. */
export const organisationName = (index: number): string =>
  `${placeName(index % PLACES)} ${at(BODIES, Math.floor(index / PLACES) + index)}`;

const KINDS = [
  'SUBJECT',
  'PLACE',
  'ORGANISATION',
  'PERSON',
  'EVENT',
] as const satisfies readonly TopicItem['topicKind'][];

/** What a topic is called, and what it is: the five kinds take turns. Names hardly ever repeat below 40,000. */
export function topicName(
  rank: number,
  noun: (index: number) => string,
): { readonly name: string; readonly kind: TopicItem['topicKind'] } {
  const kind = KINDS[rank % KINDS.length] ?? 'SUBJECT';
  const index = Math.floor(rank / KINDS.length);
  return { kind, name: nameOfKind(kind, index, noun) };
}

function nameOfKind(kind: TopicItem['topicKind'], index: number, noun: (index: number) => string): string {
  if (kind === 'PLACE') return placeName(index);
  if (kind === 'ORGANISATION') return organisationName(index);
  // The writers' names are the first ones; whom they write about has others.
  if (kind === 'PERSON') return personName(20_000 + index);
  if (kind === 'EVENT') return `${placeName(Math.floor(index / OCCASIONS.length))} ${at(OCCASIONS, index)}`;
  const subject = `${noun(index)} ${at(SUBJECT_HEADS, Math.floor(index / 400) + index)}`;
  return subject.charAt(0).toUpperCase() + subject.slice(1);
}
