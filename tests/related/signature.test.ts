import { expect, test } from 'vitest';
import { moveCopies } from '#related/copies.ts';
import { isCopy, likeness, signatureOf } from '#related/signature.ts';

const words = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `word${from + n}`).join(' ');
const text = (from: number, to: number, title = 'A headline') => signatureOf({ title, body: words(from, to) });

test('a signature has 32 bytes and knows the wording, not the headline of a long text', () => {
  expect(text(0, 100)).toHaveLength(32);
  expect(likeness(text(0, 100, 'One'), text(0, 100, 'Another'))).toBe(1);
});

test('it estimates the share of common four-word runs', () => {
  expect(likeness(text(0, 300), text(100, 400))).toBeGreaterThan(0.3);
  expect(likeness(text(0, 300), text(100, 400))).toBeLessThan(0.7);
  expect(Math.abs(likeness(text(0, 300), text(500, 800)))).toBeLessThan(0.15);
});

test('a reprint with another end is a copy, another text of the same subject is not', () => {
  expect(isCopy(text(0, 200), text(0, 160))).toBe(true);
  expect(isCopy(text(0, 200), text(150, 350))).toBe(false);
});

test('bare headlines are copies where they are nearly the same', () => {
  const headline = (title: string) => signatureOf({ title, body: '' });
  expect(isCopy(headline('Ferry Ardent runs aground'), headline('Ferry Ardent runs aground'))).toBe(true);
  expect(isCopy(headline('Ferry Ardent runs aground'), headline('Harbour bridge to close for repairs'))).toBe(false);
  expect(isCopy(headline(''), headline('Harbour bridge to close for repairs'))).toBe(false);
});

const entry = (id: string, signature: Uint8Array) => ({ id, signature });
const own = text(0, 200);
const ranked = [
  entry('own copy', text(0, 195)),
  entry('a', text(1000, 1200)),
  entry('a again', text(1000, 1190)),
  entry('b', text(2000, 2200)),
  entry('c', text(3000, 3200)),
  entry('c again', text(3000, 3190)),
];
const order = (shown: number) => moveCopies(own, ranked, shown).map(({ id }) => id);

test('copies move behind those shown, the copies of the story itself behind the other copies', () => {
  expect(order(3)).toEqual(['a', 'b', 'c', 'a again', 'own copy', 'c again']);
  expect(order(5)).toEqual(['a', 'b', 'c', 'a again', 'c again', 'own copy']);
});

test('what has no signature is nobody’s copy', () => {
  const unknown = [
    { id: 'x', signature: null },
    { id: 'y', signature: null },
  ];
  expect(moveCopies(own, unknown, 5)).toEqual(unknown);
});

test('nothing is dropped, and behind those shown nothing moves', () => {
  expect(order(2)).toEqual(['a', 'b', 'a again', 'own copy', 'c', 'c again']);
  expect(order(0)).toEqual(ranked.map(({ id }) => id));
});
