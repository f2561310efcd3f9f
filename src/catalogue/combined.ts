/**
 * The codes that BLS publishes in place of several detailed SOC codes (since 2021). A figure found under one of these
 * is the figure of all its members together, and says so.
 */
const COMBINED: Record<string, readonly string[]> = {
  '13-1020': ['13-1021', '13-1022', '13-1023'],
  '13-2020': ['13-2022', '13-2023'],
  '21-1018': ['21-1011', '21-1014'],
  '25-2052': ['25-2055', '25-2056'],
  '25-9045': ['25-9042', '25-9043', '25-9049'],
  '29-2010': ['29-2011', '29-2012'],
  '31-1120': ['31-1121', '31-1122'],
  '39-7010': ['39-7011', '39-7012'],
  '47-4090': ['47-4091', '47-4099'],
  '51-2028': ['51-2022', '51-2023'],
  '51-2090': ['51-2092', '51-2099'],
  '53-1047': ['53-1042', '53-1043', '53-1044', '53-1049'],
};

const combinedOf = new Map(Object.entries(COMBINED).flatMap(([code, members]) => members.map((m) => [m, code])));

export const isCombined = (code: string): boolean => code in COMBINED;

/** The code under which a table has a SOC code: its own, else the combined one that holds it. */
export function publishedUnder(soc: string, has: (code: string) => boolean): string | undefined {
  if (has(soc)) return soc;
  const combined = combinedOf.get(soc);
  return combined !== undefined && has(combined) ? combined : undefined;
}
