/** The words of the domain as types: see the README for the same words in prose. */

/** The one ordered scale of education, lowest first. `certificate` is a postsecondary award below a degree. */
export const EDUCATION_LEVELS = [
  'none',
  'high-school',
  'certificate',
  'some-college',
  'associate',
  'bachelor',
  'master',
  'doctoral',
] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

/** Training on the job that an entrant typically needs, as the Employment Projections name it. */
export const TRAININGS = [
  'none',
  'short-term-on-the-job',
  'moderate-term-on-the-job',
  'long-term-on-the-job',
  'internship-residency',
  'apprenticeship',
] as const;
export type Training = (typeof TRAININGS)[number];

/** Experience in a related occupation that an entrant typically needs. */
export const EXPERIENCES = ['none', 'under-5-years', '5-years-or-more'] as const;
export type Experience = (typeof EXPERIENCES)[number];

export const PATIENT_CONTACTS = ['none', 'some', 'most'] as const;
export type PatientContact = (typeof PATIENT_CONTACTS)[number];

export const HOURS = ['full-time', 'part-time', 'varies'] as const;
export type Hours = (typeof HOURS)[number];

export const SHIFTS = [
  'days',
  'evenings',
  'nights',
  'weekends',
  'holidays',
  'on-call',
  'rotating',
  'seasonal',
  'irregular',
] as const;
export type Shift = (typeof SHIFTS)[number];

export const CREDENTIAL_KINDS = ['license', 'certification', 'registration', 'permit'] as const;
export const REQUIREMENTS = ['required', 'varies', 'voluntary'] as const;

/** Holland's six interests, in the order of their initials RIASEC. */
export const INTERESTS = ['realistic', 'investigative', 'artistic', 'social', 'enterprising', 'conventional'] as const;
export type Interest = (typeof INTERESTS)[number];

/**
 * A published amount: a number, a floor above which the publisher gives no number (`{ atLeast }`), or the plain fact
 * that the publisher withholds it. None of the last two is zero, and neither is missing data.
 */
export type Amount = number | { atLeast: number } | 'not published';

/** What every figure carries. `source` is a key of the catalogue's sources; `place` a place's slug. */
export interface Cited {
  source: string;
  place: string;
  /** The year or span the figure is for: `2025`, `2024-34`. */
  year: string;
}

/** A figure published for a SOC code: the record's own, or the combined code that the publisher puts it under. */
export interface Coded extends Cited {
  code: string;
}

/** Dollars. */
export interface PayScale {
  mean: Amount;
  p10: Amount;
  p25: Amount;
  median: Amount;
  p75: Amount;
  p90: Amount;
}

/** National pay and employment. Occupational Employment and Wage Statistics. */
export interface PayFigure extends Coded {
  /** Jobs; the self-employed are not counted. */
  employment: Amount;
  /** Dollars a year. */
  annual: PayScale;
  /** Dollars an hour. */
  hourly: PayScale;
}

/** Projected employment. Employment Projections; jobs are whole jobs, not thousands. */
export interface OutlookFigure extends Coded {
  employment: number;
  projected: number;
  change: number;
  /** Per cent over the span. */
  growth: number;
  /** Openings a year, on average over the span. */
  openings: number;
}

/** What the Employment Projections assign to the code as typical for entry. */
export interface EntryFigure extends Coded {
  education: EducationLevel;
  experience: Experience;
  training: Training;
}

/** Per cent of workers (attainment) or of answers (required education) at each level of the scale. */
export interface EducationShares extends Coded {
  shares: Partial<Record<EducationLevel, number>>;
}

export interface JobZoneFigure extends Coded {
  /** 1 (little preparation) to 5 (extensive). */
  zone: number;
  preliminary: boolean;
}

/** O*NET's occupational interests, each on a scale from 1 to 7. */
export interface InterestsFigure extends Coded {
  scores: Record<Interest, number>;
}

/** The most important skills or knowledge areas, most important first. */
export interface ImportanceFigure extends Coded {
  /** `importance`: O*NET, 1 to 5. `percentile`: Employment Projections' rank among all occupations, 0 to 100. */
  scale: 'importance' | 'percentile';
  values: Record<string, number>;
}

export const RELATED_TIERS = ['primary-short', 'primary-long', 'supplemental'] as const;
export type RelatedTier = (typeof RELATED_TIERS)[number];

export interface RelatedFigure extends Coded {
  /** O*NET-SOC code → tier, closest first. */
  occupations: Record<string, RelatedTier>;
}

export interface TechnologyFigure extends Coded {
  /** Often named in employers' postings for any occupation, and for this one. */
  hot: string[];
  inDemand: string[];
}

/** Every part is there only where its source publishes it. */
export interface Figures {
  pay?: PayFigure;
  outlook?: OutlookFigure;
  entry?: EntryFigure;
  attainment?: EducationShares;
  requiredEducation?: EducationShares;
  jobZone?: JobZoneFigure;
  interests?: InterestsFigure;
  skills?: ImportanceFigure;
  knowledge?: ImportanceFigure;
  related?: RelatedFigure;
  technology?: TechnologyFigure;
}

export interface Credential {
  name: string;
  kind: (typeof CREDENTIAL_KINDS)[number];
  grantedBy: string;
  /** `required`: the law asks for it everywhere; `varies`: by state, duty or employer. */
  requirement: (typeof REQUIREMENTS)[number];
}

export interface Advancement {
  /** Slug. */
  occupation: string;
  needs?: string;
  /** Years that the advancement takes, where the record knows better than the rule. */
  years?: number;
}

/** One record, as its YAML file says it. */
export interface Occupation {
  title: string;
  slug: string;
  /** O*NET-SOC (`29-9021.00`) or SOC (`29-9021`). */
  code: string;
  officialTitle?: string;
  /** `industry/area`: the ladder it belongs to, where it stands on several. */
  home?: string;
  alsoCalled: string[];
  summary: string;
  description: string;
  specialities: { title: string; text: string }[];
  workSettings?: string;
  patientContact?: PatientContact;
  schedule?: { hours: Hours; shifts: Shift[]; text: string };
  education: { level: EducationLevel; training?: Training; experience?: Experience; text?: string };
  credentials: Credential[];
  leadsTo: Advancement[];
  figures: Figures;
}

/** One education level of a ladder, with its occupations (slugs) in rising order. */
export interface Rung {
  education: EducationLevel;
  occupations: string[];
}

/** An area is a ladder: its rungs in rising order. */
export interface Area {
  slug: string;
  title: string;
  description: string;
  rungs: Rung[];
}

export interface Industry {
  slug: string;
  title: string;
  description: string;
  areas: Area[];
}

/** A published release that figures come from. */
export interface Source {
  title: string;
  publisher: string;
  release: string;
  /** ISO date of publication, or as much of it as is known: `2026-05-15`, `2025-12`. */
  date: string;
  url: string;
  licence: string;
  /** The line that credits it, as its publisher asks. */
  credit: string;
}

/** Pay in one place for one SOC code: the state's tables give these five and no percentiles. */
export interface PlacePay {
  employment: Amount;
  mean: Amount;
  median: Amount;
  entry: Amount;
  experienced: Amount;
}

export interface Place {
  slug: string;
  title: string;
  /** The slug of the place that holds this one. */
  within?: string;
  pay?: { source: string; year: string; codes: Map<string, PlacePay> };
}

/** The head of a catalogue: what it is called, where it is for, and what its figures come from. */
export interface CatalogueHead {
  title: string;
  edition: string;
  /** The slug of the place shown first. */
  place: string;
  sources: Map<string, Source>;
}

export interface Catalogue {
  head: CatalogueHead;
  industries: Industry[];
  occupations: Occupation[];
  places: Place[];
  /** O*NET-SOC code → further job titles, for search alone. */
  jobTitles: Map<string, string[]>;
  /** What people call it → slugs, closest first. */
  everydayNames: Map<string, string[]>;
}

/** The SOC part of a code: `29-9021.00` → `29-9021`. */
export const socOf = (code: string): string => code.slice(0, 7);

/** Whether the code gathers what has no code of its own ("Managers, All Other"). */
export const isCatchAll = ({ title, officialTitle }: Pick<Occupation, 'title' | 'officialTitle'>): boolean =>
  /\ball other\b/i.test(officialTitle ?? title);
