/** Small catalogues made by hand, as paths ask for them. */
import type { Catalogue, Industry, Occupation } from '../../src/catalogue/model.js';
import { profiles } from '../../src/catalogue/profile.js';
import { buildGraph, packGraph } from '../../src/paths/graph.js';
import { type StepSource, Steps } from '../../src/paths/steps.js';

export interface Made {
  level?: Occupation['education']['level'];
  training?: Occupation['education']['training'];
  experience?: Occupation['education']['experience'];
  /** Median dollars a year. */
  pay?: number | { atLeast: number } | 'not published';
  /** Median dollars an hour. */
  hourly?: number;
  growth?: number;
  skills?: Record<string, number>;
  knowledge?: Record<string, number>;
  interests?: Occupation['figures']['interests'];
  /** Slugs, or slug → years. */
  leadsTo?: readonly (string | { occupation: string; years?: number; needs?: string })[];
  /** Slugs of the nearest kin. */
  related?: readonly string[];
  licenses?: readonly string[];
  officialTitle?: string;
  code?: string;
}

const CITED = { source: 'made', place: 'here', year: '2025' };
const SCALE = { mean: 0, p10: 0, p25: 0, p75: 0, p90: 0 };

export const titleOf = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1);

function record(slug: string, made: Made, codes: ReadonlyMap<string, string>): Occupation {
  const code = codes.get(slug) ?? '';
  const cited = { ...CITED, code };
  const importance = (values: Record<string, number> | undefined) =>
    values && { ...cited, scale: 'importance' as const, values };
  const paid = made.pay !== undefined || made.hourly !== undefined;
  return {
    title: titleOf(slug),
    slug,
    code,
    officialTitle: made.officialTitle,
    alsoCalled: [],
    summary: `What ${slug} is.`,
    description: `What ${slug} does.`,
    specialities: [],
    education: {
      level: made.level ?? 'high-school',
      ...(made.training && { training: made.training }),
      ...(made.experience && { experience: made.experience }),
    },
    credentials: (made.licenses ?? []).map((name) => ({
      name,
      kind: 'license',
      grantedBy: 'The state',
      requirement: 'required',
    })),
    leadsTo: (made.leadsTo ?? []).map((to) => (typeof to === 'string' ? { occupation: to } : to)),
    figures: {
      ...(paid && {
        pay: {
          ...cited,
          employment: 100,
          annual: { ...SCALE, median: made.pay ?? 'not published' },
          hourly: { ...SCALE, median: made.hourly ?? 'not published' },
        },
      }),
      ...(made.growth !== undefined && {
        outlook: { ...cited, employment: 100, projected: 100, change: 0, growth: made.growth, openings: 10 },
      }),
      ...(made.related && {
        related: {
          ...cited,
          occupations: Object.fromEntries(made.related.map((to) => [codes.get(to) ?? to, 'primary-short' as const])),
        },
      }),
      skills: importance(made.skills),
      knowledge: importance(made.knowledge),
      interests: made.interests,
    },
  };
}

/** `industry/area` → its rungs: level → slugs in rising order. */
export type MadeLadders = Record<string, Partial<Record<Occupation['education']['level'], readonly string[]>>>;

export function catalogueOf(made: Record<string, Made>, ladders: MadeLadders = {}): Catalogue {
  const codes = new Map(Object.entries(made).map(([slug, { code }], i) => [slug, code ?? `11-${String(1000 + i)}.00`]));
  const industries = new Map<string, Industry>();
  for (const [path, rungs] of Object.entries(ladders)) {
    const [industry = '', area = ''] = path.split('/');
    const known = industries.get(industry) ?? { slug: industry, title: titleOf(industry), description: '', areas: [] };
    industries.set(industry, known);
    known.areas.push({
      slug: area,
      title: titleOf(area),
      description: '',
      rungs: Object.entries(rungs).map(([education, occupations]) => ({
        education: education as Occupation['education']['level'],
        occupations: [...occupations],
      })),
    });
  }
  return {
    head: { title: 'Made', edition: '1', place: 'here', sources: new Map() },
    industries: [...industries.values()],
    occupations: Object.entries(made).map(([slug, one]) => record(slug, one, codes)),
    places: [],
    jobTitles: new Map(),
    everydayNames: new Map(),
  };
}

export function stepsOf(catalogue: Catalogue): Steps {
  const bySlug = new Map([...profiles(catalogue)].map((profile) => [profile.occupation.slug, profile]));
  const packed = packGraph(buildGraph(catalogue));
  const source: StepSource = { steps: () => packed, profile: (slug) => bySlug.get(slug) };
  return new Steps(source);
}

export const madeSteps = (made: Record<string, Made>, ladders: MadeLadders = {}): Steps =>
  stepsOf(catalogueOf(made, ladders));
