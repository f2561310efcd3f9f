/** The Standard Occupational Classification, 2018: every code of every level with its title. Public domain. */
import titles from './soc-2018.json' with { type: 'json' };

export const SOC_2018: ReadonlyMap<string, string> = new Map(Object.entries(titles));

/** The classification's own title for a code; none for O*NET's subdivisions of it (`15-1299.04`). */
export const socTitle = (code: string): string | undefined => {
  const [soc = '', part = '00'] = code.split('.');
  return part === '00' ? SOC_2018.get(soc) : undefined;
};
