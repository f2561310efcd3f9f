/** How much of a record's names, and of its prose, a word is: two shares of one, four bits each. */

/** Of sixteen steps most are small: so are most shares. */
const MOST_STEPS = 15;
const SHARES = Float64Array.from({ length: MOST_STEPS + 1 }, (_, step) => (step / MOST_STEPS) ** 2);

/** A share above nothing stays above nothing. */
const steps = (share: number): number =>
  share === 0 ? 0 : Math.max(1, Math.min(MOST_STEPS, Math.round(MOST_STEPS * Math.sqrt(share))));

export const packShares = (names: number, text: number): number => steps(names) | (steps(text) << 4);

export const shareOfNames = (packed: number): number => SHARES[packed & MOST_STEPS] as number;
export const shareOfText = (packed: number): number => SHARES[packed >> 4] as number;
