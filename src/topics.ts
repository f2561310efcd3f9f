/** Help that belongs to no command. */

const ENVIRONMENT = `Variables that ladders minds:

  NO_COLOR           not empty: no colour
  FORCE_COLOR        colour even in a pipe (0: none)
  CLICOLOR_FORCE     the same
  TERM=dumb          no colour
  COLUMNS            the width where the terminal does not say it
  LC_ALL, LC_CTYPE, LANG
                     without UTF-8 in them, ASCII is drawn
  PAGER, LADDERS_PAGER
                     what shows a long answer (less); empty or cat: nothing
  LADDERS_CACHE, XDG_CACHE_HOME
                     where your own catalogues are kept compiled (~/.cache/ladders)
  LADDERS_DEBUG      show where an error came from

--color stands over NO_COLOR, that over FORCE_COLOR, that over TERM.
`;

const EXIT_CODES = `What ladders ends with:

  0    found
  1    nothing found; for check: findings
  2    wrong use, or failure
  130  interrupted (Ctrl-C)

Answers are on standard output, everything else on standard error.
`;

const JSON_TOPIC = `Every command answers --json with one object. It has schemaVersion (1), which
rises only when a field changes its meaning; fields are only added.

  show      found, path, occupation {title, slug, code, officialTitle, home,
            alsoCalled, summary, description, specialities, workSettings,
            patientContact, schedule, education, credentials, leadsTo, figures},
            card, standings [{path, industry, area, rung, previous, next}],
            leadsTo, outlookWords, sharesCodeWith, figuresOf, places, sources;
            taken, where the words were not its own name.
            Several occupations: found, asked, why, occupations [card].
            None: found false, asked, suggestions [card]; exit 1.
  list      found, industries; or industry {slug, title, description,
            areas [{slug, title, description, rungs [{education, occupations}]}]}
  search    query, filters, sort, matches [card + confidence, exact, matched]
  ladder    found, ladders [{industry, area, asked, steps [step]}]
  next, from
            found, occupation, direction, steps {advancement, lateral, change},
            total
  path      found, from, to, question, paths [{from, to, steps, years, pay,
            credentials, gain, bring}], hindrances, together; exit 1 where none
  compare   found, occupations [profile], figures, best, shared, crossings
  sources   sources [{id, title, publisher, release, date, url, licence, credit,
            figures, age}]
  check     folder, records, errors, advices, findings [{code, level, file, line,
            column, what, right}]
  import    source, releases, dryRun, records, recordsFound, recordsChanged,
            figuresChanged, filesWritten, notFound, moves, notes

A step is {from, to, kind, why, takes {education, study, training, experience,
years, ownTime, credentials}, pay, gain, bring}; years are years, pay dollars.
A card is {slug, title, code, path, industry, area, education, pay {median, per,
year, source}, growth, growthYears}. An amount is a number, {"atLeast": number} where the
publisher names only a floor, or "not published". Every figure carries source,
place, year and code; the ids of sources are those of \`ladders sources --json\`.
`;

export const TOPICS: ReadonlyMap<string, string> = new Map([
  ['environment', ENVIRONMENT],
  ['exit-codes', EXIT_CODES],
  ['json', JSON_TOPIC],
]);
