/** `ladders list`: the industries, an industry's areas with their rungs, or one area. */
import type { AreaCards, Head, IndustryCards, OpenCatalogue } from '../catalogue/open.js';
import { EXIT, LaddersError } from '../errors.js';
import { clean } from '../render/text.js';
import { industriesPlain, industriesText, industryPlain, industryText } from '../render/tree.js';
import type { Answer } from './answer.js';
import { nearest } from './nearest.js';

export function list(catalogue: OpenCatalogue, words: string): Answer {
  const head = catalogue.head();
  const asked = clean(words).trim();
  if (asked === '') {
    return {
      json: { found: true, catalogue: head.title, occupations: head.occupations, industries: head.industries },
      text: (look) => industriesText(head, look),
      plain: () => industriesPlain(head),
      exit: EXIT.ok,
    };
  }
  const [industry, area] = placeOf(catalogue, head, asked);
  const shown = area ? { ...industry, areas: [area] } : industry;
  return {
    json: { found: true, industry: shown },
    text: (look) => industryText(shown, area !== undefined, look),
    plain: () => industryPlain(shown),
    exit: EXIT.ok,
  };
}

const same = (words: string, { slug, title }: { slug: string; title: string }): boolean =>
  words.toLowerCase() === slug || words.toLowerCase() === title.toLowerCase();

/** The industry, and the area where one was named: `healthcare`, `Healthcare`, `healthcare/information`, `information`. */
export function placeOf(catalogue: OpenCatalogue, head: Head, asked: string): [IndustryCards, AreaCards | undefined] {
  const [first = '', second, third] = asked.replace(/^\/|\/$/g, '').split('/');
  const known = head.industries.find((industry) => same(first, industry));
  const industry = known && catalogue.industry(known.slug);
  if (industry && third !== undefined) {
    throw new LaddersError('NOT_AN_AREA', `${asked} names an occupation, not an area.`, {
      hints: [`ladders show ${asked}`],
    });
  }
  if (industry && second === undefined) return [industry, undefined];
  if (industry) {
    const area = industry.areas.find((one) => same(second ?? '', one));
    if (area) return [industry, area];
    const meant = nearest(second ?? '', industry.areas, ({ slug, title }) => [slug, title]);
    throw new LaddersError('NOT_FOUND', `${industry.title} has no area “${second}”. ${didYouMean(meant)}`, {
      exit: EXIT.none,
      hints: (meant.length > 0 ? meant : industry.areas).map(({ slug }) => `ladders list ${industry.slug}/${slug}`),
    });
  }
  const areas = head.industries.flatMap((one) => one.areas.map((area) => ({ industry: one, ...area })));
  const named = second === undefined ? areas.filter((area) => same(first, area)) : [];
  const [only, other] = named;
  const holding = only && catalogue.industry(only.industry.slug);
  if (only && holding && !other) return [holding, holding.areas.find(({ slug }) => slug === only.slug)];
  if (named.length > 1) {
    throw new LaddersError('SEVERAL', `Several industries have an area “${first}”:`, {
      exit: EXIT.none,
      hints: named.map((area) => `ladders list ${area.industry.slug}/${area.slug}`),
    });
  }
  const places = [
    ...head.industries.map(({ slug, title }) => ({ path: slug, names: [slug, title] })),
    ...areas.map(({ industry: of, slug, title }) => ({ path: `${of.slug}/${slug}`, names: [slug, title] })),
  ];
  const meant = nearest(first, places, ({ names }) => names);
  const isOccupation = catalogue.profile(asked.toLowerCase().replaceAll(' ', '-'));
  if (isOccupation) {
    throw new LaddersError('NOT_AN_AREA', `“${asked}” is an occupation, not an industry or an area.`, {
      exit: EXIT.none,
      hints: [`ladders show ${isOccupation.card.slug}`],
    });
  }
  throw new LaddersError('NOT_FOUND', `There is no industry or area “${asked}”. ${didYouMean(meant)}`, {
    exit: EXIT.none,
    hints: meant.length > 0 ? meant.map(({ path }) => `ladders list ${path}`) : ['ladders list'],
  });
}

const didYouMean = (meant: readonly unknown[]): string => (meant.length > 0 ? 'Did you mean:' : 'To see them all:');
