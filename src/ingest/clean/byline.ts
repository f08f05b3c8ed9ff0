import { AGENCIES, BYLINE_JOINS, BYLINE_PLACES, BYLINE_STARTS, NAME_PARTICLES, NOT_PEOPLE } from './byline.data.ts';

/** Who a byline names for sure. */
export interface BylineNames {
  /** As printed, in order; none for a desk or an agency alone. */
  readonly people: readonly string[];
  readonly agencies: readonly string[];
}

const NOBODY: BylineNames = { people: [], agencies: [] };

const oneOf = (table: Readonly<Record<string, readonly string[]>>): string =>
  [...new Set(Object.values(table).flat())].toSorted((a, b) => b.length - a.length).join('|');
const START = new RegExp(String.raw`^(?:${oneOf(BYLINE_STARTS)})(?:\s+|:\s*)(?=\p{Lu})`, 'iu');
const JOIN = new RegExp(String.raw`,?\s+(?:${oneOf(BYLINE_JOINS)})\s+`, 'u');
const PLACE = new RegExp(String.raw`\s(?:${oneOf(BYLINE_PLACES)})\s\p{Lu}[\p{L}\s.'’-]*$`, 'u');
const NAME_WORD = /^(?:\p{L}{1,2}['’])?\p{Lu}[\p{L}.'’-]*$/u;
const particles = new Set(NAME_PARTICLES);
const notPeople = new Set(Object.values(NOT_PEOPLE).flat());

/**
 * The people and agencies of a byline: "By A, B and C", "A and B, Agency". What is not sure is not split: a byline in which one part may be
 * no full name names nobody. What follows the last name after a comma and is no agency is where somebody works, and left out.
 */
export function bylineNames(byline: string): BylineNames {
  const text = byline.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (text === '' || text.length > 300) return NOBODY;
  // "Di" and "Von" also begin names.
  return namesIn(text.replace(START, '')) ?? namesIn(text) ?? NOBODY;
}

function namesIn(text: string): BylineNames | null {
  const agency = agencyOf(text);
  if (agency !== null) return { people: [], agencies: [agency] };
  const joined = text.split(JOIN);
  if (joined.length > 2) return null;
  const [before = '', after] = joined;
  const first = before.split(/,\s*/);
  if (after === undefined) {
    const [name = '', ...rest] = first;
    // What stands before an agency is no place of work.
    const others = rest.slice(0, -1);
    if (agencyOf(rest.at(-1) ?? '') !== null && others.every(isPerson)) return made([name, ...others], rest.slice(-1));
    // Two names with nothing but a comma between may be a name and a place of work.
    return rest.length > 1 && rest.some(isPerson) ? null : made([name], rest);
  }
  const [last = '', ...rest] = after.split(/,\s*/);
  return rest.some(isPerson) ? null : made([...first, last], rest);
}

/** Null unless each of the names is surely somebody's. */
function made(names: readonly string[], rest: readonly string[]): BylineNames | null {
  const [last = '', ...others] = names.toReversed();
  const people = [...others.toReversed(), last.replace(PLACE, '')];
  if (!people.every(isPerson) || new Set(people).size < people.length) return null;
  return { people, agencies: rest.map(agencyOf).filter((one) => one !== null) };
}

function agencyOf(text: string): string | null {
  const name = text.toLowerCase();
  return Object.hasOwn(AGENCIES, name) ? (AGENCIES[name] ?? null) : null;
}

/** Two to five words with capitals, small words of names between them, and none that says that it is a desk or an organisation. */
function isPerson(text: string): boolean {
  const words = text.split(' ');
  const capitals = words.filter((word) => NAME_WORD.test(word));
  return (
    words.length <= 6 &&
    capitals.length >= 2 &&
    capitals.length <= 5 &&
    capitals.some((word) => word.replaceAll('.', '').length > 1) &&
    NAME_WORD.test(words.at(-1) ?? '') &&
    words.every((word) => NAME_WORD.test(word) || particles.has(word)) &&
    !words.some((word) => notPeople.has(word.toLowerCase())) &&
    agencyOf(text) === null
  );
}
