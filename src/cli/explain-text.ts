import type { NamedArticle } from '#app/related.ts';
import type { Explanation, RemovedBy } from '#related/explain.ts';
import type { Listed } from '#related/readers-list.ts';

/** An article's list as an editor reads it on a terminal of so many columns. */
export function formatList(
  article: NamedArticle,
  list: readonly Listed[],
  named: ReadonlyMap<string, NamedArticle>,
  width: number,
): string {
  const entries = list.flatMap(({ id, score, reasons, isCopy }, place) => {
    const other = named.get(id);
    const remarks = [
      isCopy ? 'one text printed twice: behind the others' : '',
      other?.isVisible ? '' : 'hidden from readers now',
    ];
    return [
      '',
      wrap(`${String(place + 1).padStart(3)}.  ${show(score)}  ${titleOf(other, id)}`, width, 12),
      ...remarks.filter((remark) => remark !== '').map((remark) => wrap(`${' '.repeat(12)}(${remark})`, width, 13)),
      ...reasonLines(reasons, width, 12),
    ];
  });
  const head =
    list.length === 0
      ? 'Nothing is related to it.'
      : `${list.length} related, best first, with the reasons that make up each score:`;
  return [...introduce(article, width), '', head, ...entries].join('\n');
}

const REMOVED: Readonly<Record<RemovedBy, string>> = {
  'same-article': 'both are the same article.',
  'not-compared': 'one of the two is not published, or has no list yet (npm run related -- check tells).',
  'other-language': 'they are in different languages.',
  'nothing-shared': 'they share nothing that tells them from the rest.',
  'others-nearer': 'fifty others are nearer.',
  'score-too-low': 'the score is below .05, where a reader would not see why.',
};

/** Why one article is, or is not, related to another: each step of the score, the reasons, and what both share most. */
export function formatPair(article: NamedArticle, other: NamedArticle, why: Explanation, width: number): string {
  const { rank, listed, parts, removedBy, isCopy, strategies } = why;
  const entry = rank === null ? null : listed[rank - 1];
  const verdict = removedBy
    ? `Not related: ${REMOVED[removedBy]}`
    : `Related: rank ${rank} of ${listed.length}, score ${show(entry?.score ?? 0)}.`;
  const lines = [...introduce(article, width), '', ...introduce(other, width), '', wrap(verdict, width, 0)];
  if (isCopy) lines.push(wrap('One text printed twice: it stands behind the others.', width, 0));
  if (!other.isVisible) lines.push('Hidden from readers now, so that none of them sees it.');
  if (strategies.length > 0) lines.push(`Offered by the strategies ${strategies.join(', ')}.`);
  if (!parts) return lines.join('\n');
  const { likeness, days, dateFactor, direct, directRank, ownCircle, otherCircle } = parts;
  const place = directRank === null ? 'not among the 50 nearest' : `place ${directRank} among the nearest`;
  const steps: (readonly [string, number, string])[] = [
    ['', likeness, 'likeness of words, names, topics, section, authors'],
    ['×', dateFactor, `time between them: ${days} days`],
    ['=', direct, `direct score: ${place}`],
  ];
  if (entry) {
    const added = entry.reasons.find(({ kind }) => kind === 'STORY')?.weight ?? 0;
    const left = (1 - ownCircle.share) * (1 - otherCircle.share);
    steps.push(['×', left, `left beside the circles of ${ownCircle.members} and of ${otherCircle.members} articles`]);
    steps.push(['+', entry.score - left * direct, 'what the articles of both circles say']);
    steps.push(['=', entry.score, added > 0 ? 'score' : 'score, lowered by the circles']);
  }
  lines.push('', ...steps.map(([sign, value, text]) => wrap(`  ${sign.padEnd(1)} ${show(value)}  ${text}`, width, 11)));
  if (entry) lines.push('', 'As readers are told:', ...reasonLines(entry.reasons, width, 4));
  if (parts.shared.length > 0) {
    const shared = parts.shared.map(({ label, part }) => `${label} ${show(part)}`).join(', ');
    lines.push('', wrap(`Shared most, of the direct score: ${shared}`, width, 2));
  }
  return lines.join('\n');
}

function introduce(article: NamedArticle, width: number): readonly string[] {
  const { headline, path, publishedAt, isVisible } = article;
  const hidden = isVisible ? '' : ', hidden from readers now';
  return [wrap(headline, width, 0), wrap(`${path} (${publishedAt.toISOString().slice(0, 10)}${hidden})`, width, 2)];
}

function titleOf(article: NamedArticle | undefined, id: string): string {
  return article ? `${article.headline} (${article.publishedAt.toISOString().slice(0, 10)})` : id;
}

function reasonLines(reasons: Listed['reasons'], width: number, indent: number): readonly string[] {
  return reasons.map(({ kind, label, weight }) =>
    wrap(`${' '.repeat(indent)}${show(weight)}  ${kind.padEnd(7)}  ${label}`, width, indent + 15),
  );
}

/** Three decimals of a share: ".042". */
function show(share: number): string {
  return share
    .toFixed(3)
    .replace(/^(-?)0\./u, '$1.')
    .padStart(4);
}

/** Lines of at most `width` columns where words allow it; those behind the first are indented. */
function wrap(text: string, width: number, indent: number): string {
  const lines: string[] = [];
  let line = text.match(/^ */u)?.[0] ?? '';
  for (const [index, word] of text.trimStart().split(' ').entries()) {
    if (index > 0 && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${' '.repeat(indent)}${word}`;
    } else line += index === 0 ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
