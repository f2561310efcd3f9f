/** How much two occupations ask for the same skills and knowledge, from 0 (nothing alike) to 1. */
import type { ImportanceFigure, Occupation } from '../catalogue/model.js';

/** Term → weight, of unit length. Terms of different scales never meet. */
export type Fingerprint = ReadonlyMap<string, number>;

const EMPTY: Fingerprint = new Map();

function* terms({ figures }: Occupation): Generator<[string, number]> {
  const both: [string, ImportanceFigure | undefined][] = [
    ['skill', figures.skills],
    ['knowledge', figures.knowledge],
  ];
  for (const [kind, figure] of both) {
    if (!figure) continue;
    const most = figure.scale === 'importance' ? 5 : 100;
    for (const [name, value] of Object.entries(figure.values)) yield [`${kind} ${figure.scale} ${name}`, value / most];
  }
}

/**
 * One fingerprint a record. A term counts by its importance and by how rare it is: that nearly every occupation asks for
 * listening says little, that two ask for troubleshooting says much.
 */
export function fingerprints(occupations: readonly Occupation[]): Fingerprint[] {
  const holders = new Map<string, number>();
  for (const record of occupations) for (const [term] of terms(record)) holders.set(term, (holders.get(term) ?? 0) + 1);
  return occupations.map((record) => {
    const weights = new Map<string, number>();
    let square = 0;
    for (const [term, importance] of terms(record)) {
      const weight = importance * Math.log(1 + occupations.length / (holders.get(term) ?? 1));
      weights.set(term, weight);
      square += weight * weight;
    }
    if (square === 0) return EMPTY;
    const length = Math.sqrt(square);
    for (const [term, weight] of weights) weights.set(term, weight / length);
    return weights;
  });
}

/** The cosine of two fingerprints. */
export function closeness(a: Fingerprint, b: Fingerprint): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return Math.min(1, sum);
}
