import { array, assert, constantFrom, double, property, record, string, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ground } from '#related/grounds.ts';
import { languagesWithStopWords } from '#related/languages.ts';
import { REASON_LABELS } from '#related/reason-labels.data.ts';
import { reasonsFor } from '#related/reasons.ts';

const grounds: readonly Ground[] = [
  { kind: 'ENTITY', names: ['Harbour Bridge', 'Port Authority'], part: 0.34 },
  { kind: 'TERM', names: ['closure'], part: 0.06 },
];
const total = (reasons: readonly { readonly weight: number }[]) => reasons.reduce((sum, { weight }) => sum + weight, 0);

test('each sort of thing shared is a reason, strongest first, and so is the circle', () => {
  const reasons = reasonsFor({ score: 0.5, direct: 0.3, story: 0.2 }, grounds, 'en');
  expect(reasons.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'ENTITY Also about: Harbour Bridge, Port Authority',
    'STORY Same running story',
    'TERM In both: closure',
  ]);
});

test('where the circle speaks against it, all reasons are the smaller for it', () => {
  const reasons = reasonsFor({ score: 0.2, direct: 0.3, story: -0.1 }, grounds, 'en');
  expect(reasons.map(({ kind }) => kind)).toEqual(['ENTITY', 'TERM']);
  expect(total(reasons)).toBeCloseTo(0.2, 12);
});

test('the weights add up to the score, whatever it is made of', () => {
  const share = double({ min: 1e-6, max: 1, noNaN: true });
  const ground = record({
    kind: constantFrom('ENTITY', 'TERM', 'TOPIC', 'SECTION', 'AUTHOR'),
    names: array(string(), { maxLength: 3 }),
    part: share,
  });
  const kinds = uniqueArray(ground, { selector: ({ kind }) => kind, minLength: 1 });
  assert(
    property(kinds, share, share, (shared, score, direct) => {
      const reasons = reasonsFor({ score, direct, story: score - direct }, shared, 'en');
      expect(total(reasons)).toBeCloseTo(score, 12);
      expect(reasons.every(({ weight }, place) => weight > 0 && weight <= (reasons[place - 1]?.weight ?? 1))).toBe(
        true,
      );
    }),
  );
});

test('a story found through the circle alone has that one reason', () => {
  expect(reasonsFor({ score: 0.1, direct: 0, story: 0.1 }, [], 'en')).toEqual([
    { kind: 'STORY', label: 'Related to the same stories', weight: 0.1 },
  ]);
});

test('what shares nothing that tells a reader something is told to be worded alike', () => {
  expect(reasonsFor({ score: 0.1, direct: 0.1, story: 0 }, [{ kind: 'TERM', names: [], part: 0.1 }], 'fr')).toEqual([
    { kind: 'TERM', label: 'Des mots en commun', weight: 0.1 },
  ]);
});

test('what is not close enough, with its circle or by itself, is not called the same story', () => {
  const label = (score: number, part: number) =>
    reasonsFor({ score, direct: 0, story: score }, [{ kind: 'TERM', names: [], part }], 'en').find(
      ({ kind }) => kind === 'STORY',
    )?.label;
  expect([label(0.35, 0.22), label(0.34, 0.22), label(0.35, 0.21)]).toEqual([
    'Same running story',
    'Related to the same stories',
    'Related to the same stories',
  ]);
});

describe('labels', () => {
  test('are in the language of the article, in English where nobody wrote them', () => {
    const label = (lang: string) => reasonsFor({ score: 0.4, direct: 0.4, story: 0 }, grounds, lang)[0]?.label;
    expect([label('de'), label('nn'), label('xx')]).toEqual([
      'Auch über: Harbour Bridge, Port Authority',
      'Også om: Harbour Bridge, Port Authority',
      'Also about: Harbour Bridge, Port Authority',
    ]);
  });

  test('say where the names stand', () => {
    const texts = Object.values(REASON_LABELS).flatMap(({ entity, term, topic, section, author }) => [
      entity,
      term,
      topic,
      section,
      author,
    ]);
    expect(texts.filter((text) => text.split('{}').length !== 2)).toEqual([]);
  });

  test('are there for every language whose stop words are known', () => {
    expect(languagesWithStopWords.filter((lang) => !(lang in REASON_LABELS))).toEqual([]);
  });
});
