import { expect, test } from 'vitest';
import { REASON_LABELS } from '#related/reason-labels.data.ts';
import { groundsOf, reasonsFor } from '#related/reasons.ts';
import type { SharedTerm } from '#related/vector.ts';

const shared: readonly SharedTerm[] = [
  { hash: 1, kind: 'fullName', part: 0.2 },
  { hash: 2, kind: 'name', part: 0.1 },
  { hash: 3, kind: 'word', part: 0.06 },
  { hash: 4, kind: 'names', part: 0.04 },
];
const labels = new Map(
  ['', 'Harbour Bridge', 'Harbour', 'closure', 'Harbour Quayhaven'].map((label, hash) => [hash, { label }]),
);
const total = (reasons: readonly { readonly weight: number }[]) => reasons.reduce((sum, { weight }) => sum + weight, 0);

test('each sort of thing shared is a reason, and their weights add up to the score', () => {
  const reasons = reasonsFor({ score: 0.5, direct: 0.3, story: 0.2 }, groundsOf(shared, labels), 'en');
  expect(reasons.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'ENTITY Also about: Harbour Bridge',
    'STORY Same running story',
    'TERM In both: closure',
  ]);
  expect(total(reasons)).toBeCloseTo(0.5, 12);
});

test('where the circle speaks against it, all reasons are the smaller for it', () => {
  const reasons = reasonsFor({ score: 0.2, direct: 0.3, story: -0.1 }, groundsOf(shared, labels), 'en');
  expect(reasons.map(({ kind }) => kind)).toEqual(['ENTITY', 'TERM']);
  expect(total(reasons)).toBeCloseTo(0.2, 12);
});

test('a story found through the circle alone has that one reason', () => {
  expect(reasonsFor({ score: 0.1, direct: 0, story: 0.1 }, [], 'en')).toEqual([
    { kind: 'STORY', label: 'Close to the same stories', weight: 0.1 },
  ]);
});

test('no word is told twice: names that go on are joined, of two phrases the stronger is told', () => {
  const named = (kind: SharedTerm['kind'], ...printed: readonly string[]) =>
    groundsOf(
      printed.map((_, hash) => ({ hash, kind, part: 1 - hash / 10 })),
      new Map(printed.map((label, hash) => [hash, { label }])),
    ).flatMap(({ names }) => names);
  expect(named('fullName', 'Number Nine', 'Culvert', 'Nine Shed')).toEqual(['Number Nine Shed', 'Culvert']);
  expect(named('fullName', 'Honor Delacombe', 'Judge Honor', 'Delacombe Price')).toEqual(['Judge Honor Delacombe']);
  expect(named('phrase', 'cold store', 'store keeper', 'ammonia')).toEqual(['cold store', 'ammonia']);
  expect(named('topic', 'Saltgate', 'Saltgate by-election')).toEqual(['Saltgate', 'Saltgate by-election']);
});

test('numbers are told last', () => {
  const terms = (['number', 'word'] as const).map((kind, hash) => ({ hash, kind, part: 1 - hash / 10 }));
  const printed = new Map(['90', 'metres'].map((label, hash) => [hash, { label }]));
  expect(groundsOf(terms, printed)[0]?.names).toEqual(['metres', '90']);
});

test('what is not close enough is not called the same story', () => {
  const label = (score: number) => reasonsFor({ score, direct: 0, story: score }, [], 'en')[0]?.label;
  expect([label(0.35), label(0.34)]).toEqual(['Same running story', 'Close to the same stories']);
});

test('labels are in the language of the article, in English where nobody wrote them', () => {
  const label = (lang: string) =>
    reasonsFor({ score: 0.4, direct: 0.4, story: 0 }, groundsOf(shared, labels), lang)[0]?.label;
  expect([label('de'), label('nn'), label('xx')]).toEqual([
    'Auch über: Harbour Bridge',
    'Også om: Harbour Bridge',
    'Also about: Harbour Bridge',
  ]);
});

test('every language says where the names stand', () => {
  const texts = Object.values(REASON_LABELS).map(({ story: _story, circle: _circle, latest: _latest, ...others }) =>
    Object.values(others),
  );
  expect(texts.flat().filter((text) => text.split('{}').length !== 2)).toEqual([]);
  expect(texts.length).toBeGreaterThanOrEqual(12);
});
