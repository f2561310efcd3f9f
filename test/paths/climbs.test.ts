/**
 * Climbs as people know them come out among the best three paths of the whole catalogue: those that any counsellor would
 * name, and others that the Occupational Outlook Handbook tells under "Advancement" (the page in brackets).
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCatalogue } from '../../src/catalogue/read.js';
import { findPaths } from '../../src/paths/paths.js';
import { stepsOf } from './small.js';

const CLIMBS: [climb: string, page: string][] = [
  ['nursing-assistant > licensed-practical-nurse > registered-nurse > nurse-practitioner', 'registered nurses'],
  ['pharmacy-aide > pharmacy-technician > pharmacist', 'known'],
  ['medical-coder > health-information-technician > medical-and-health-services-manager', 'medical records'],
  ['electricians-helper > electrician > construction-supervisor', 'electricians'],
  ['electricians-helper > electrician > construction-manager', 'electricians'],
  ['bookkeeping-clerk > accountant > financial-manager', 'bookkeeping clerks; accountants'],
  ['teacher-assistant > elementary-school-teacher > school-principal', 'teacher assistants'],
  ['restaurant-cook > chef > food-service-manager', 'cooks'],
  ['help-desk-technician > systems-administrator > it-manager', 'computer support specialists'],
  ['dental-assistant > dental-hygienist', 'known'],
  ['physical-therapist-aide > physical-therapist-assistant > physical-therapist', 'known'],
  ['childcare-worker > preschool-or-childcare-center-director', 'childcare workers'],
  ['emergency-medical-technician > paramedic > registered-nurse', 'EMTs and paramedics'],
  ['firefighter > fire-captain', 'firefighters'],
  ['firefighter > fire-inspector-or-investigator', 'firefighters'],
  ['police-officer > detective > police-supervisor', 'police and detectives'],
  ['correctional-officer > correctional-officer-supervisor', 'correctional officers'],
  ['general-office-clerk > administrative-assistant > executive-assistant', 'general office clerks'],
  ['loan-interviewer-or-clerk > loan-officer', 'financial clerks'],
  ['brokerage-clerk > securities-and-financial-services-sales-agent', 'financial clerks'],
  ['bank-teller > loan-officer', 'tellers'],
  ['gambling-dealer > gambling-services-supervisor > gambling-manager', 'gambling services'],
  ['food-preparation-worker > restaurant-cook > chef', 'food preparation workers'],
  ['retail-salesperson > retail-sales-supervisor', 'retail sales workers'],
  ['carpenters-helper > carpenter > construction-supervisor', 'carpenters; helpers'],
  ['plumbers-helper > plumber > construction-supervisor', 'plumbers; helpers'],
  ['forest-and-conservation-worker > forest-and-conservation-technician > forester', 'forest and conservation workers'],
  ['biological-technician > microbiologist > natural-sciences-manager', 'biological technicians'],
  ['chemical-technician > chemist > natural-sciences-manager', 'chemical technicians; chemists'],
  ['environmental-engineering-technician > environmental-engineer > architectural-and-engineering-manager', 'the same'],
  ['graphic-designer > art-director', 'graphic designers'],
  ['film-and-video-editor > producer-or-director', 'film and video editors'],
  ['commercial-pilot > airline-pilot', 'airline and commercial pilots'],
  ['aircraft-mechanic > aviation-inspector', 'aircraft mechanics'],
  ['financial-analyst > investment-fund-manager', 'financial analysts'],
  ['accountant > treasurer-or-controller', 'accountants'],
  ['human-resources-specialist > human-resources-manager', 'human resources specialists'],
  ['architect > architectural-and-engineering-manager', 'architects'],
  ['landscaper-or-groundskeeper > landscaping-supervisor', 'grounds maintenance workers'],
  ['general-maintenance-worker > hvac-technician', 'general maintenance workers'],
  ['team-assembler > production-supervisor', 'assemblers'],
  ['library-assistant > library-technician > librarian', 'library technicians and assistants'],
  ['crop-and-nursery-farmworker > farming-fishing-and-forestry-supervisor', 'agricultural workers'],
  ['fishing-or-hunting-worker > ship-captain-or-mate', 'fishers'],
  ['occupational-therapy-aide > occupational-therapy-assistant > occupational-therapist', 'the same'],
];

const steps = stepsOf(readCatalogue(join(import.meta.dirname, '../../data')).catalogue);

it.each(CLIMBS)('%s (%s)', (climb) => {
  const rungs = climb.split(' > ');
  const { paths } = findPaths(steps, { from: rungs[0] ?? '', to: rungs.at(-1) });
  const found = paths.map((path) => [path.from, ...path.steps.map(({ to }) => to)].map(({ slug }) => slug).join(' > '));
  expect(found).toContain(climb);
});
