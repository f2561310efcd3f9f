/** `ladders ladder`: a ladder drawn, or every ladder that an occupation stands on. */
import type { AreaCards, IndustryCards, OpenCatalogue } from '../catalogue/open.js';
import { EXIT, LaddersError } from '../errors.js';
import { type Ladder, ladderOf, Steps } from '../paths/steps.js';
import { ladderDiagram } from '../render/diagram.js';
import { ladderPlain, ladderText } from '../render/ladder.js';
import { clean } from '../render/text.js';
import type { Answer } from './answer.js';
import { type Format, inFormat } from './format.js';
import { placeOf } from './list.js';
import { resolveOne, takenNote } from './resolve.js';

export async function ladder(catalogue: OpenCatalogue, words: string, format?: Format): Promise<Answer> {
  const asked = clean(words).trim();
  const notes: string[] = [];
  const ladders = await laddersOf(catalogue, asked, notes);
  const answer: Answer = {
    json: { found: true, ladders },
    text: (look) => ladders.map((one) => ladderText(one, look)).join('\n'),
    plain: () => ladders.map(ladderPlain).join(''),
    exit: EXIT.ok,
    notes,
  };
  return inFormat(answer, format, () => ladderDiagram(ladders));
}

async function laddersOf(catalogue: OpenCatalogue, asked: string, notes: string[]): Promise<Ladder[]> {
  if (asked === '') {
    throw new LaddersError('NO_WORDS', 'Which ladder? Nothing was named.', {
      hints: ['ladders ladder healthcare/information', 'ladders ladder registered nurse', 'ladders list'],
    });
  }
  const steps = new Steps(catalogue);
  const named = areaNamed(catalogue, asked);
  if (named) return [ladderOf(steps, named.industry, named.area, null)];
  const one = await resolveOne(catalogue, asked, 'ladder');
  const { profile, standing } = one;
  notes.push(...takenNote(one));
  const standings = asked.includes('/') && standing ? [standing] : profile.standings;
  if (standings.length === 0) {
    throw new LaddersError('NO_LADDER', `${profile.card.title} stands on no ladder.`, { exit: EXIT.none });
  }
  return standings.flatMap((at) => {
    const industry = catalogue.industry(at.industry.slug);
    const area = industry?.areas.find(({ slug }) => slug === at.area.slug);
    return industry && area ? [ladderOf(steps, industry, area, profile.card.slug)] : [];
  });
}

/** The ladder that a path or a name of an area means. What is no place of the hierarchy may be an occupation. */
function areaNamed(catalogue: OpenCatalogue, asked: string): Named | undefined {
  try {
    return placed(catalogue, asked);
  } catch (error) {
    const isPlace = error instanceof LaddersError && (error.code === SEVERAL_LADDERS || asked.split('/').length === 2);
    if (isPlace || !(error instanceof LaddersError)) throw error;
    return undefined;
  }
}

const SEVERAL_LADDERS = 'SEVERAL_LADDERS';

interface Named {
  industry: IndustryCards;
  area: AreaCards;
}

function placed(catalogue: OpenCatalogue, asked: string): Named {
  const [industry, area] = placeOf(catalogue, catalogue.head(), asked);
  if (area) return { industry, area };
  throw new LaddersError(SEVERAL_LADDERS, `${industry.title} has several ladders:`, {
    exit: EXIT.none,
    hints: industry.areas.map(({ slug }) => `ladders ladder ${industry.slug}/${slug}`),
  });
}
