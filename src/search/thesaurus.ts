/**
 * What the words of a question may mean beside themselves. Names of whole occupations belong in the catalogue's everyday
 * names; here is only how people shorten words and how they say what a worker does.
 */

/** Lines of `word: meaning, meaning`, read where they stand: a question looks up so few that a map is not worth making. */
class Table {
  readonly #lines: string;

  constructor(lines: string) {
    this.#lines = lines;
  }

  /** What `word`, as normalise() leaves it, may mean. */
  get(word: string): readonly string[] | undefined {
    const start = this.#lines.indexOf(`\n${word}: `);
    if (start === -1) return undefined;
    const from = start + word.length + 3;
    return this.#lines.slice(from, this.#lines.indexOf('\n', from)).split(', ');
  }
}

/** As job lists and badges write them; a meaning of several words stands for all of them. */
export const ABBREVIATIONS = new Table(`
ac: air conditioning
acct: account, accountant, accounting
acctg: accounting
adm: administrative, administrator
admin: administrative, administrator, administration
adv: advertising
aff: affairs
ag: agricultural
agr: agricultural
agric: agricultural
ai: artificial intelligence
amb: ambulance
anal: analyst
appr: apprentice, appraiser
arch: architect, architectural
assoc: associate
asst: assistant
asstnt: assistant
atty: attorney
auto: automotive, automobile
aux: auxiliary
bio: biological, biology
biol: biological, biologist
bkkpr: bookkeeper
bldg: building
bus: business
calc: calculation
cert: certified
chem: chemical, chemist
civ: civil
clk: clerk
cna: certified nursing assistant
comm: communications, commercial, community
comp: computer
cond: conditioning
const: construction
constr: construction
coord: coordinator
corr: correction, correctional
couns: counselor
cpa: certified public accountant
ct: court
ctr: center
cust: customer
dep: deputy
dept: department
dev: development, developer
dir: director
dist: district, distribution
distr: distribution
div: division
doc: doctor
dr: doctor
ed: education
educ: education, educational
elec: electrical, electric, electronic
elect: electrical
electr: electrical
elem: elementary
emer: emergency
emt: emergency medical technician
eng: engineer, engineering, engine
engr: engineer
engrg: engineering
env: environmental
envir: environmental
eqp: equipment
eqpt: equipment
equip: equipment
er: emergency room
est: estate
exam: examiner
examr: examiner
exec: executive
fab: fabricator, fabrication
fin: finance, financial
fld: field
fs: food service
gen: general
geo: geological
govt: government
gyn: gynecology
hlth: health
hosp: hospital
hr: human resources
hs: high school
hsekpr: housekeeper
hvac: heating air conditioning
hvy: heavy
hwy: highway
hydro: hydroelectric
icu: intensive care
ind: industrial
indl: industrial
info: information
insp: inspector
inspct: inspector
inst: institution
instal: installer
instr: instructor, instrument
int: international
inv: investigator
invest: investigator
invstgtr: investigator
it: information technology
jr: junior
lab: laboratory
labr: laborer
lpn: licensed practical nurse
lt: lieutenant
ltd: limited
lib: librarian
maint: maintenance
mach: machine, machinist
math: mathematics, mathematical
maths: mathematics
mech: mechanic, mechanical
med: medical
mfg: manufacturing
mgmt: management
mgr: manager
mgt: management
mkt: marketing
mktg: marketing
mri: magnetic resonance imaging
mtce: maintenance
mtl: mental
natl: natural
nuc: nuclear
nurs: nursing
obgyn: obstetrics gynecology
obs: obstetrics
occ: occupational
occup: occupational
off: officer, office
offcr: officer
ofc: office
ofcr: officer
oper: operator, operations
ops: operations
opr: operator
optr: operator
org: organization
ortho: orthopedic
ot: occupational therapy
paras: paraprofessional
pe: physical education
ped: pediatric
peds: pediatric
pers: personnel
pharm: pharmacy, pharmacist
photo: photographer, photographic
phys: physical, physician
plt: plant
plumb: plumber
pol: police
pr: public relations
prep: preparation, preparer
prin: principal
prof: professional, professor
prog: program, programmer
progr: program, programmer
proj: project
psych: psychiatric, psychologist, psychology
pt: physical therapist
pub: public
purch: purchasing
qa: quality assurance
qc: quality control
rad: radiologic, radiology
rd: road
rec: recreation
recep: receptionist
reg: registered, regional
rehab: rehabilitation
rel: relations
rep: representative
repr: representative
res: research
resp: respiratory
rn: registered nurse
rt: respiratory therapist
sales: salesperson
sch: school
schl: school
sci: science, scientist
sec: secretary, security
secy: secretary
serv: service
soc: social
sp: specialist
spclst: specialist
spec: specialist, special
spvr: supervisor
sr: senior
sta: station
stat: statistical
sub: substitute
subst: substance
sup: supervisor
super: superintendent
supt: superintendent
supv: supervisor
supvr: supervisor
surg: surgical, surgeon
surv: surveyor
svc: service
svcs: services
sys: systems
tchr: teacher
tcher: teacher
tech: technician, technologist, technical
techn: technician
tel: telephone
telecom: telecommunications
temp: temporary
ther: therapist
thpst: therapist
trans: transportation
transp: transportation
treat: treatment
trk: truck
trmt: treatment
trng: training
trnr: trainer
tv: television
univ: university
ux: user experience
veh: vehicle
vet: veterinary, veterinarian
voc: vocational
whse: warehouse
wkr: worker
wrhs: warehouse
wtr: water
`);

/** What people say beside the word that titles use, and what a worker does beside what the worker is called. */
export const SYNONYMS = new Table(`
addict: substance abuse
aircraft: airplane
airplane: aircraft, airline
analyze: analyst
animal: pet, veterinary
arrest: police
attorney: lawyer
automobile: automotive, car
babies: infant, obstetric, newborn
baby: infant, newborn, child
balance: accountant
bank: teller
beautician: cosmetologist
big: heavy
bike: bicycle
blood: phlebotomist
boat: vessel, ship, marine
body: mortuary
book: reservation
books: bookkeeper, bookkeeping
boss: manager, supervisor
build: builder, construction, carpenter, assembler
burn: welder
bury: funeral
buy: buyer, purchasing
cab: taxi
call: telephone, caller
car: automotive, automobile, vehicle
care: aide, caregiver
cars: automotive, automobile, vehicle
catch: control
chauffeur: driver
cheat: fraud
chief: head
child: childcare, children
children: child, kindergarten, elementary
choreograph: choreographer
cigarette: tobacco
city: municipal
clean: cleaner, janitor, housekeeper
clothes: garment, apparel, clothing
coach: trainer
code: programmer, developer
college: postsecondary, university
computer: software, systems
cook: chef
cop: police
cops: police
court: lawyer, judge
criminal: police, detective
criminals: police, detective
crops: crop, farm
cut: cutter
dad: parent
dead: mortuary, funeral
deaf: hearing
debt: collector
decorate: decorator, designer
defend: defender, attorney, lawyer
dentist: dental
dentures: dental
design: designer
detective: investigator
dig: excavator, digger
disabled: disability, rehabilitation, special
disease: epidemiologist
doctor: physician, surgeon
dog: animal, pet
dogs: animal, pet, canine
drain: plumber
drains: plumber, plumbing
draw: artist, drafter, illustrator
drive: driver, operator
drugs: substance, pharmacist
drunk: substance abuse
elderly: geriatric, home health, personal care
english: language
environment: environmental
executive: manager
explode: explosives, blaster
eye: ophthalmic, optometrist, vision
eyes: ophthalmic, optometrist, vision
factory: production, manufacturing, plant
farm: agricultural
feed: feeder
film: motion picture
fire: firefighter
fish: fishing
fix: repair, repairer, mechanic
flight: airline, pilot
flowers: floral, florist
fly: pilot
food: cook
foot: podiatrist
foreman: supervisor
forest: forester
garbage: refuse, sanitation
garden: gardener, landscape
gas: petroleum
glasses: optician, eyeglass
government: public, federal, state
grass: lawn, grounds
grow: grower, farm
hack: security
hair: hairstylist, barber
hand: worker, laborer
head: chief, director
heal: therapist, physician
heart: cardiac, cardiovascular, cardiologist
hire: recruiter, employment, human resources
home: house, residential
hospital: medical, health
hotel: lodging
house: home, residential
houses: home, residential, house
hurt: injury
illustrate: illustrator
immigrants: language
inspect: inspector
install: installer
instructor: teacher, trainer
invest: investment, financial
investigator: detective
jail: correctional, prison
jewelry: jeweler
judge: court
keep: keeper
kid: child
kids: child, children, elementary
kill: exterminator, slaughterer
kindergartners: kindergarten
lab: laboratory
land: landscape, property
language: linguist, interpreter
law: legal, lawyer
lawn: grounds, landscape
lawyer: attorney, legal
lift: elevator, hoist
locomotive: train
lorry: truck
machine: machinery
machines: machinery
mail: postal
make: maker, fabricator
manage: manager
meat: butcher
medicine: pharmacist, physician
mental: psychiatric
money: financial, finance, cash
move: mover
movie: motion picture, film
movies: motion picture, film
mow: lawn, mower
murder: homicide
museum: curator
neighborhood: community
nurse: nursing
nutrition: dietitian
oil: petroleum
old: geriatric, elderly
operate: operator
organize: coordinator, planner
owe: collector, collections
paint: painter
patient: medical
personnel: human resources
pets: animal, pet
phone: telephone, telecommunications
physio: physical therapy
pilot: aviator
plane: aircraft, airplane
planes: aircraft, airplane
plant: factory
plants: plant, nursery
play: player
poachers: game warden, wildlife
police: law enforcement
pour: pourer, finisher
pregnant: obstetric
prison: correctional
program: programmer
protect: protection, guard
psychologist: psychology
rail: railroad, train
railway: railroad
raise: fundraiser, fundraising
real: estate
recruit: recruiter
repair: repairer, mechanic, technician
repairman: repairer, mechanic
research: researcher, scientist
rich: wealth
ride: rider
rigs: truck
road: highway, street
robot: robotics
rocks: geologist
roof: roofer, roofing
rubbish: refuse, garbage
run: operator, manager
school: education, teacher
sell: sales, salesperson, seller
seller: sales, salesperson, vendor
serviceman: technician, repairer
sew: sewer, tailor, seamstress
ship: vessel, marine
shop: store, retail
shot: nurse
sick: patient, nurse, physician
sing: singer
skin: dermatologist
soldiers: infantry
spray: sprayer
stamps: eligibility
steer: driver
stock: stocker, securities
store: retail
students: student, teacher
studies: scientist
study: scientist
sums: mathematics
superintendent: manager
supervise: supervisor
survey: surveyor
tax: taxation
taxes: tax, taxation
teach: teacher, instructor, professor
teeth: dental, dentist
telephone: telecommunications
test: tester
therapist: therapy
tires: tire
toilet: plumber
tooth: dental, dentist
train: trainer
translate: translator, interpreter
trash: refuse, garbage
tree: arborist
trees: tree, arborist
truck: trucking
type: typist
undertaker: funeral, mortician
vacation: travel
vacations: travel
vehicle: automotive
voyage: travel
walk: therapist
wall: drywall
wash: washer, cleaner
watch: guard
weather: meteorologist
website: web
websites: web
wedding: event
weld: welder
wood: woodworking, carpenter
write: writer
young: child
youth: child, adolescent
`);

/** Words that join others. They find nothing by themselves. */
export const JOINING = new Set(
  (
    'a an the of for in on at to and or with by from as is are was be am do does did it its i im me my we you your they them their he she his her ' +
    'that which who whom whose what where when how this these those one some any all up out off into over about than then so such ' +
    'not no nec nos etc im ive want wants like had have has been job jobs work works worked working occupation occupations career careers'
  ).split(' '),
);

/** Words that say little of which occupation it is: they order what others find. */
export const WEAK = new Set(
  (
    'person people someone somebody guy guys man men woman women lady ladies gal dude fella folks body stuff things thing other misc miscellaneous ' +
    'senior sr junior jr lead trainee grade level class series ii iii iv vi vii viii ix v x i 1 2 3 4 5 6 7 8 9 10 11 12 ' +
    'general related except including new good help helps helping make makes made get gets got put puts take takes took go goes went use uses using give gives gave ' +
    'staff member team company professional professionals worker workers'
  ).split(' '),
);
