/** A small catalogue's entries, with what makes search hard: siblings, a shared code, a residual class, shared titles. */
import type { SearchEntry } from '../../src/search/build.js';

const rows: [code: string, title: string, more?: Partial<SearchEntry>][] = [
  [
    '29-1141.00',
    'Registered Nurse',
    {
      alsoCalled: ['RN', 'Staff Nurse'],
      jobTitles: ['Charge Nurse', 'Public Health Nurse'],
      everydayNames: ['nurse'],
      text: 'Cares for patients in hospitals and clinics.',
      employment: 3_300_000,
    },
  ],
  ['29-1141.03', 'Critical Care Nurse', { jobTitles: ['ICU Nurse', 'Critical Care RN'], employment: 3_300_000 }],
  [
    '31-1131.00',
    'Nursing Assistant',
    {
      alsoCalled: ['CNA', 'Nurse Aide'],
      jobTitles: ['Certified Nurse Aide (CNA)', "Nurse's Aide"],
      employment: 1_400_000,
    },
  ],
  [
    '29-2072.00',
    'Medical Records Specialist',
    {
      officialTitle: 'Medical Records Specialists',
      alsoCalled: ['Health Records Clerk'],
      jobTitles: ['Coder', 'Medical Records Clerk', 'Health Information Clerk'],
      employment: 190_000,
    },
  ],
  [
    '29-2072.00',
    'Medical Coder',
    {
      officialTitle: 'Medical Records Specialists',
      alsoCalled: ['Clinical Coder'],
      jobTitles: ['Coder', 'Medical Records Clerk', 'Health Information Clerk'],
      everydayNames: ['coder'],
      employment: 190_000,
    },
  ],
  ['15-1251.00', 'Computer Programmer', { jobTitles: ['Coder', 'Java Programmer'], employment: 120_000 }],
  [
    '31-9097.00',
    'Phlebotomist',
    { everydayNames: ['drawing blood'], text: 'Draws blood for tests.', employment: 140_000 },
  ],
  ['29-1123.00', 'Physical Therapist', { alsoCalled: ['PT'], employment: 250_000 }],
  ['31-2021.00', 'Physical Therapist Assistant', { employment: 110_000 }],
  ['31-2022.00', 'Physical Therapist Aide', { employment: 40_000 }],
  ['29-2034.00', 'Radiologic Technologist', { jobTitles: ['X-Ray Technician', 'Rad Tech'], employment: 220_000 }],
  [
    '49-3031.00',
    'Diesel Mechanic',
    {
      officialTitle: 'Bus and Truck Mechanics and Diesel Engine Specialists',
      jobTitles: ['Truck Mechanic'],
      employment: 300_000,
    },
  ],
  [
    '49-3023.00',
    'Automotive Mechanic',
    { everydayNames: ['car mechanic'], text: 'Repairs cars and light trucks.', employment: 800_000 },
  ],
  [
    '49-9021.00',
    'HVAC Technician',
    { everydayNames: ['AC guy'], text: 'Installs and repairs heating and air conditioners.', employment: 400_000 },
  ],
  [
    '53-3032.00',
    'Heavy Truck Driver',
    {
      jobTitles: ['Truck Driver', 'Over the Road Driver (OTR Driver)'],
      everydayNames: ['trucker'],
      employment: 2_200_000,
    },
  ],
  [
    '53-3033.00',
    'Light Truck Driver',
    { jobTitles: ['Truck Driver', 'Parcel Delivery Driver', 'Courier'], employment: 1_000_000 },
  ],
  ['47-2061.00', 'Construction Laborer', { employment: 1_400_000 }],
  ['11-1011.00', 'Chief Executive', { jobTitles: ['CEO (Chief Executive Officer)'], employment: 300_000 }],
  ['19-2012.00', 'Physicist', { employment: 20_000 }],
  ['29-1229.00', 'Physician', { alsoCalled: ['Medical Doctor'], employment: 350_000 }],
  ['25-2012.00', 'Kindergarten Teacher', { text: 'Teaches young children to read and count.', employment: 120_000 }],
  [
    '17-2199.00',
    'Other Engineer',
    { officialTitle: 'Engineers, All Other', jobTitles: ['Optical Engineer'], catchAll: true, employment: 150_000 },
  ],
  ['17-2141.00', 'Mechanical Engineer', { jobTitles: ['Design Engineer'], employment: 290_000 }],
  ['35-3011.00', 'Bartender', { alsoCalled: ['Barkeep', 'Maître de bar'], employment: 700_000 }],
];

export const slugOf = (title: string): string => title.toLowerCase().replace(/[^a-z]+/g, '-');

export const entries: SearchEntry[] = rows.map(([code, title, more], i) => ({
  id: 100 + i,
  slug: slugOf(title),
  code,
  title,
  alsoCalled: [],
  jobTitles: [],
  everydayNames: [],
  text: '',
  employment: null,
  catchAll: false,
  ...more,
}));

export const slugs = new Map(entries.map(({ id, slug }) => [id, slug]));
