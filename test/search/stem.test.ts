import { describe, expect, it } from 'vitest';
import { american, stem } from '../../src/search/stem.js';

describe('stem', () => {
  it.each([
    [['teach', 'teaches', 'teaching', 'teacher', 'teachers']],
    [['drive', 'drives', 'driving', 'driver']],
    [['nurse', 'nurses', 'nursing']],
    [['therapist', 'therapists', 'therapy']],
    [['psychology', 'psychologist']],
    [['electrician', 'electrical']],
    [['manage', 'manager', 'management']],
    [['inspector', 'inspection', 'inspects']],
    [['labour', 'labourer', 'laborer']],
    [['counsellor', 'counselor', 'counseling']],
    [['theatre', 'theater']],
    [['surgeon', 'surgery', 'surgical']],
    [['bakery', 'baker', 'bakes', 'baking']],
    [['child', 'children']],
    [['kept', 'keeps', 'keeper']],
    [['drove', 'driven', 'drives']],
    [['sold', 'sells']],
  ])('%j are one', (family) => {
    expect(new Set(family.map(stem)).size).toBe(1);
  });

  it.each([
    ['officer', 'office'],
    ['nurse', 'nursery'],
    ['physician', 'physicist'],
    ['metal', 'meter'],
  ])('%s is not %s', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });

  it.each([
    ['paediatrician', 'pediatrician'],
    ['anaesthetist', 'anesthetist'],
    ['orthopaedic', 'orthopedic'],
    ['jewellery', 'jewelery'],
    ['organisation', 'organization'],
    ['specialist', 'specialist'],
    ['nurse', 'nurse'],
  ])('%s in American spelling is %s', (british, here) => {
    expect(american(british)).toBe(here);
  });
});
