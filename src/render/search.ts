/** What a search found, as a table or one line each. */
import type { Card } from '../catalogue/profile.js';
import type { Match } from '../search/index.js';
import { glyphs, type Look } from './look.js';
import { type Cell, table } from './table.js';
import { clean, wrap } from './text.js';
import { dollars, EDUCATION_WORDS, figuresNote, plural } from './words.js';

export interface Hit {
  card: Card;
  /** Undefined where no words were asked. */
  match: Match | undefined;
}

/** Above this many rows a table is slow to draw, and nobody reads its columns: plain lines. */
const TABLE_MOST = 60;

const FIELD_WORDS: Record<NonNullable<Match['matched']>['field'], string> = {
  title: 'title',
  'official-title': 'official title',
  'also-called': 'also called',
  'job-title': 'job title',
  'everyday-name': 'everyday name',
  text: 'description',
};

const payOf = ({ pay }: Card): string => {
  if (!pay || pay.median === 'not published') return 'not published';
  return pay.per === 'hour' ? `${dollars(pay.median, 'hour')}/hour` : dollars(pay.median);
};

export async function hitsText(hits: readonly Hit[], total: number | undefined, look: Look): Promise<string> {
  const rows = hits.map(({ card, match }): Cell[] => {
    const inTitle = match?.matched?.field === 'title';
    return [
      inTitle && match?.matched ? { text: card.title, ranges: match.matched.ranges } : card.title,
      `${card.industry ?? ''}${card.area ? ` ${glyphs(look).crumb} ${card.area}` : ''}`,
      EDUCATION_WORDS[card.education],
      payOf(card),
      match?.matched && !inTitle ? { text: clean(match.matched.text), ranges: match.matched.ranges } : '',
    ];
  });
  const note = wrap(figuresNote(hits.map(({ card }) => card)), look.width)
    .map(look.style.faint)
    .join('\n');
  const more = `${hits.length} of ${plural(total ?? 0, 'occupation')}; --all lists them all`;
  const foot =
    total !== undefined && total > hits.length ? `\n\n${wrap(more, look.width).map(look.style.faint).join('\n')}` : '';
  if (rows.length > TABLE_MOST) return hits.map(({ card }) => longLines(card, look)).join('') + foot.slice(1);
  const drawn = await table(
    [
      { head: 'Title', least: 12 },
      { head: 'Where it stands', least: 22, rank: 2 },
      { head: 'Education', least: 11, rank: 1 },
      { head: 'Median pay', align: 'right' },
      { head: 'Matched', least: 12, rank: 3 },
    ],
    rows,
    look,
  );
  return `${drawn}${foot}\n\n${note}\n`;
}

const longLines = (card: Card, look: Look): string =>
  wrap(`${card.title}  ${payOf(card)}`, look.width)
    .map((line) => `${line}\n`)
    .join('');

/** slug, title, path, education, median pay, what matched, in which field: one a line. */
export const hitsPlain = (hits: readonly Hit[]): string =>
  hits
    .map(({ card, match }) =>
      [
        card.slug,
        card.title,
        card.path,
        EDUCATION_WORDS[card.education],
        payOf(card),
        match?.matched ? clean(match.matched.text) : '',
        match?.matched ? FIELD_WORDS[match.matched.field] : '',
      ].join('\t'),
    )
    .map((line) => `${line}\n`)
    .join('');
