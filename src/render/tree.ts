/** Industries, areas, rungs and their occupations, as a tree. */
import type { AreaCards, Head, IndustryCards } from '../catalogue/open.js';
import type { Card } from '../catalogue/profile.js';
import type { Look } from './look.js';
import { padEnd, padStart, widthOf, wrap } from './text.js';
import { dollars, EDUCATION_WORDS, figuresNote, plural } from './words.js';

const READING_WIDTH = 100;

export function industriesText(head: Head, look: Look): string {
  const { style } = look;
  const width = Math.min(look.width, READING_WIDTH);
  const slugs = Math.max(...head.industries.map(({ slug }) => slug.length), 0);
  const beside = width >= slugs + 44;
  const lines = [...wrap(head.title, width).map(style.title), ''];
  for (const industry of head.industries) {
    const counts = `${plural(industry.areas.length, 'area')}, ${plural(industry.occupations, 'occupation')}`;
    if (beside) {
      const text = wrap(`${industry.title}: ${counts}`, width - slugs - 2);
      lines.push(
        ...text.map((line, i) => `${i === 0 ? style.label(padEnd(industry.slug, slugs)) : ' '.repeat(slugs)}  ${line}`),
      );
    } else {
      lines.push(...wrap(industry.slug, width).map(style.label));
      lines.push(...wrap(`${industry.title}: ${counts}`, width - 2).map((line) => `  ${line}`));
    }
  }
  const first = head.industries.find(({ slug }) => slug === 'healthcare') ?? head.industries[0];
  if (first) lines.push('', ...wrap(`To open one: ladders list ${first.slug}`, width).map(style.faint));
  return `${lines.join('\n')}\n`;
}

/** slug, title, areas, occupations: one industry a line. */
export const industriesPlain = (head: Head): string =>
  head.industries.map((one) => `${[one.slug, one.title, one.areas.length, one.occupations].join('\t')}\n`).join('');

const BRANCHES = { mid: '├─ ', last: '└─ ', through: '│  ', under: '   ' } as const;
const ASCII_BRANCHES = { mid: '|- ', last: '`- ', through: '|  ', under: '   ' } as const;

/** An industry's areas as branches; one area alone with its description. */
export function industryText(industry: IndustryCards, single: boolean, look: Look): string {
  const { style } = look;
  const width = Math.min(look.width, READING_WIDTH);
  const at = { ...look, width };
  const lines = [
    ...wrap(single ? `${industry.title} › ${industry.areas[0]?.title ?? ''}` : industry.title, width).map(style.title),
    ...wrap(single ? (industry.areas[0]?.description ?? '') : industry.description, width),
  ];
  for (const area of industry.areas) {
    lines.push('');
    if (!single) {
      lines.push(...areaHeading(industry, area, at));
      lines.push(...wrap(area.description, width - 2).map((line) => style.faint(`  ${line}`)));
    }
    lines.push(...rungs(area, single ? 0 : 2, at));
  }
  const cards = industry.areas.flatMap(({ rungs: all }) => all.flatMap(({ occupations }) => occupations));
  lines.push('', ...wrap(figuresNote(cards), width).map(style.faint));
  return `${lines.join('\n')}\n`;
}

function areaHeading(industry: IndustryCards, area: AreaCards, look: Look): string[] {
  const path = `${industry.slug}/${area.slug}`;
  const gap = look.width - widthOf(area.title) - widthOf(path);
  if (gap >= 2) return [`${look.style.heading(area.title)}${' '.repeat(gap)}${look.style.faint(path)}`];
  return [...wrap(area.title, look.width).map(look.style.heading), ...wrap(path, look.width).map(look.style.faint)];
}

function rungs(area: AreaCards, indent: number, look: Look): string[] {
  const branch = look.unicode ? BRANCHES : ASCII_BRANCHES;
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  area.rungs.forEach((rung, r) => {
    const lastRung = r === area.rungs.length - 1;
    lines.push(`${margin}${lastRung ? branch.last : branch.mid}${look.style.label(EDUCATION_WORDS[rung.education])}`);
    rung.occupations.forEach((card, o) => {
      const lastOne = o === rung.occupations.length - 1;
      const trunk = margin + (lastRung ? branch.under : branch.through);
      lines.push(
        ...leaf(
          card,
          trunk + (lastOne ? branch.last : branch.mid),
          trunk + (lastOne ? branch.under : branch.through),
          look,
        ),
      );
    });
  });
  return lines;
}

/** One occupation with its pay at the right edge. */
function leaf(card: Card, first: string, rest: string, look: Look): string[] {
  const pay = payOf(card);
  const room = look.width - widthOf(first) - widthOf(pay) - 2;
  if (room < 16) return wrap(card.title, look.width - widthOf(first)).map((line, i) => (i === 0 ? first : rest) + line);
  return wrap(card.title, room).map((line, i) =>
    i === 0 ? `${first}${padEnd(line, room)}  ${padStart(pay, widthOf(pay))}` : rest + line,
  );
}

const payOf = ({ pay }: Card): string => {
  if (!pay || pay.median === 'not published') return '';
  return pay.per === 'hour' ? `${dollars(pay.median, 'hour')}/hour` : dollars(pay.median);
};

/** path, title, education, median pay: one occupation a line. */
export const industryPlain = (industry: IndustryCards): string =>
  industry.areas
    .flatMap((area) =>
      area.rungs.flatMap((rung) =>
        rung.occupations.map((card) =>
          [`${industry.slug}/${area.slug}/${card.slug}`, card.title, EDUCATION_WORDS[rung.education], payOf(card)].join(
            '\t',
          ),
        ),
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
