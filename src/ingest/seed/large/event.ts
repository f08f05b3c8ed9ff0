import { SCRIPTS } from './scripts.data.ts';
import { AUTHORS, HARD_CASES, SECTION_ZIPF, TOPICS } from './figures.ts';
import { organisationName, placeName, personName } from './names.ts';
import { Random, zipf } from './random.ts';
import { SECTIONS } from './sections.ts';
import { THEMES } from './vocabulary.data.ts';

/** Something that happens, and that one or many articles tell of. */
export interface NewsEvent {
  readonly id: number;
  readonly section: string;
  /** Ranks of topics, most important first, as many as an article can have. */
  readonly topics: readonly number[];
  /** Ranks of the authors who follow it. */
  readonly desk: readonly number[];
  /** 40 or so words by which its articles are akin. */
  readonly words: readonly string[];
  readonly people: readonly { readonly name: string; readonly last: string }[];
  readonly organisations: readonly string[];
  readonly places: readonly string[];
  /** The script its articles are written in; null: English. */
  readonly script: (typeof SCRIPTS)[number] | null;
  /** Its article told last, for links; null before the first. */
  latest: { readonly path: string; readonly headline: string } | null;
}

const NOUNS = [...new Set(THEMES.flat())];
const MOST_TOPICS = 17;

/** Makes events by number: the same seed and number give the same event. */
export function createEvents(seed: number): (id: number) => NewsEvent {
  const topic = zipf(TOPICS.shared, TOPICS.zipf, TOPICS.zipfOffset);
  const author = zipf(AUTHORS.count, AUTHORS.zipf);
  const section = zipf(SECTIONS.length, SECTION_ZIPF);
  return (id) => {
    const random = new Random(seed, 1, id);
    const people = several(4, () => {
      const name = personName(12_000 + random.below(8_000));
      return { name, last: name.slice(name.indexOf(' ') + 1) };
    });
    const places = several(3, () => placeName(random.below(4_000)));
    const theme = random.pick(THEMES);
    return {
      id,
      section: SECTIONS[section(random)]?.id ?? '',
      topics: distinct(MOST_TOPICS, () => topic(random)),
      desk: distinct(3, () => author(random)),
      // Half of the words are those of its field, half are of any field: two events of one field still differ.
      words: distinct(40, (turn) => (turn % 2 === 0 ? random.pick(theme) : random.pick(NOUNS))),
      people,
      organisations: several(2, () => organisationName(random.below(10_000))),
      places,
      script: random.chance(HARD_CASES.otherScript) ? random.pick(SCRIPTS) : null,
      latest: null,
    };
  };
}

/** Some noun of the newsroom's vocabulary. */
export function anyNoun(index: number): string {
  return NOUNS[index % NOUNS.length] ?? '';
}

function several<Value>(count: number, make: () => Value): readonly Value[] {
  return Array.from({ length: count }, make);
}

/** So many different values, or a few less where they hardly differ. */
function distinct<Value>(count: number, draw: (turn: number) => Value): readonly Value[] {
  const found = new Set<Value>();
  for (let turn = 0; found.size < count && turn < 3 * count; turn++) found.add(draw(turn));
  return [...found];
}
