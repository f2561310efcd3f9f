/**
 * One stem for the forms of a word that name the same work: plurals, the verb, the person and the trade
 * (`teach teaches teaching teacher`, `therapy therapist`), and British spellings. Coarse on purpose: ranking compares the
 * words themselves afterwards, so that `physician` and `physics` may look alike here and yet not there.
 */

/** Words that the rules would join to the wrong family. */
const ITSELF = new Set([
  'officer',
  'physician',
  'office',
  'university',
  'universal',
  'metal',
  'animal',
  'pharmacist',
  'pharmacy',
  'press',
  'water',
  'paper',
  'master',
  'corporal',
  'cement',
  'party',
  'station',
  'general',
  'nursery',
]);

const IRREGULAR = new Map([
  ['teeth', 'tooth'],
  ['feet', 'foot'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['wives', 'wife'],
  ['counselor', 'counsel'],
  ['counsellor', 'counsel'],
  ['pharmacies', 'pharmacy'],
  ['pharmaceutical', 'pharmaceut'],
  ['surgeries', 'surg'],
  ['surgery', 'surg'],
  ['surgeon', 'surg'],
  ['surgical', 'surg'],
  ['flies', 'fly'],
  ['flys', 'fly'],
  ['midwives', 'midwif'],
  ['midwife', 'midwif'],
  ['lorries', 'lorry'],
]);

/** What people say they did, and what that is: read where it stands, since few questions have one. */
const PAST =
  '|bought buy|brought bring|built build|caught catch|dealt deal|dug dig|drawn draw|drew draw|driven drive' +
  '|drove drive|fed feed|flew fly|flown fly|fought fight|grew grow|grown grow|held hold|hung hang|kept keep' +
  '|laid lay|led lead|lent lend|met meet|paid pay|rang ring|ran run|ridden ride|rode ride|sang sing|sent send' +
  '|sewn sew|shot shoot|sold sell|spun spin|swept sweep|taught teach|threw throw|told tell|wove weave' +
  '|woven weave|written write|wrote write|';

const present = (word: string): string => {
  const at = PAST.indexOf(`|${word} `);
  return at === -1 ? word : PAST.slice(at + word.length + 2, PAST.indexOf('|', at + 1));
};

const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/^(an|p|orthop|gyn|h)ae(?=[a-z]{3})/, '$1e'],
  [/orthopaed/, 'orthoped'],
  [/^arche?aeo/, 'archeo'],
  [/^oe(?=d|s)/, 'e'],
  [/^(col|lab|harb|neighb|behavi|arm|hon|fav|flav)our/, '$1or'],
  [/^(theat|cent|fib|met|lit)re/, '$1er'],
  [/^(jewel|travel|counsel|model|panel|label|cancel|fuel|enamel|signal|tunnel|chisel|channel)l(?=[eio])/, '$1'],
  [/is(?=(ation|ing|er|ed|es|e)$)/, 'iz'],
  [/^tyre/, 'tire'],
  [/^plough/, 'plow'],
  [/^aeroplane/, 'airplane'],
  [/^alumini/, 'alumin'],
  [/^programme(?=s?$)/, 'program'],
  [/^licenc/, 'licens'],
  [/^chequ/, 'check'],
  [/^kerb/, 'curb'],
  [/^mould/, 'mold'],
  [/^grey/, 'gray'],
  [/^draught/, 'draft'],
];
const MAYBE_BRITISH = /ae|oe|our|tre|bre|ll|is|tyre|ough|alumin|programme|licenc|chequ|kerb|mould|grey|draught/;

export function american(word: string): string {
  if (!MAYBE_BRITISH.test(word)) return word;
  for (const [british, here] of BRITISH) word = word.replace(british, here);
  return word;
}

const undouble = (word: string): string => word.replace(/([bdgmnprt])\1$/, '$1');

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Endings in the order they are tried, each with the letters that must be left before it. */
const ENDINGS: readonly (readonly [string, number])[] = [
  ['ologist', 3],
  ['ology', 3],
  ['ological', 3],
  ['ician', 3],
  ['ically', 3],
  ['ical', 3],
  ['ists', 3],
  ['ist', 4],
  ['ation', 4],
  ['ator', 4],
  ['ating', 4],
  ['ate', 4],
  ['ment', 4],
  ['ance', 5],
  ['ant', 5],
  ['ing', 3],
  ['ion', 4],
  ['ive', 5],
  ['ery', 3],
  ['ory', 4],
  ['eer', 9],
  ['er', 3],
  ['tor', 3],
  ['sor', 3],
  ['ed', 3],
  ['al', 4],
  ['y', 3],
  ['e', 3],
];
/** What an ending leaves behind, where it is not simply dropped. */
const LEAVES = new Map([
  ['ologist', 'olog'],
  ['ology', 'olog'],
  ['ological', 'olog'],
  ['ician', 'ic'],
  ['ically', 'ic'],
  ['ical', 'ic'],
  ['tor', 't'],
  ['sor', 's'],
]);

export function stem(word: string): string {
  const plain = present(american(word));
  const irregular = IRREGULAR.get(plain);
  if (irregular !== undefined) return irregular;
  const one = singular(plain);
  if (ITSELF.has(one) || one.length < 4 || one.endsWith('eer')) return one;
  for (const [ending, left] of ENDINGS) {
    if (one.length - ending.length >= left && one.endsWith(ending)) {
      const rest = undouble(one.slice(0, -ending.length) + (LEAVES.get(ending) ?? ''));
      return rest.length > 3 && rest.endsWith('e') ? rest.slice(0, -1) : rest;
    }
  }
  return one;
}
