/**
 * schema.org JobPosting (JSON-LD) → a draft job with its band and its list of requirements.
 *
 * Pay is read as yearly base pay. Another unit is turned into a year by fixed factors (12 months, 52 weeks, 260 working days, 2,080 hours), and the
 * report says which. Without a currency, or without numbers, there is no band. What reads as a wish ("preferred", "a plus", "nice to have") is a
 * preferred requirement, all else is required: a person looks at the draft before it opens.
 *
 * Source: schema.org JobPosting, MonetaryAmount, QuantitativeValue; the example eg-0028 in test/reference/ats-exports.
 */
import type { JobRequirement, PayBand } from '../rubric/template-pack.js';
import { createHash } from 'node:crypto';
import type { NeutralContent, NeutralRecord } from './neutral-record.js';
import { itemsOf, plainWords } from './plain-words.js';
import { recordOf, unknownRecord } from './record-making.js';
import { LONGEST_WORDS, type SourceValue } from './source-value.js';

const MOST_REQUIREMENTS = 40;
const MOST_RESPONSIBILITIES = 30;
const IN_A_YEAR: Readonly<Record<string, number>> = { YEAR: 1, ANN: 1, MONTH: 12, MON: 12, WEEK: 52, WEE: 52, DAY: 260, HOUR: 2080, HUR: 2080 };
const WISH = /prefer|nice to have|\ba plus\b|\bbonus\b|desir|advantage|ideally/i;

/**
 * Reads a JSON-LD document: one posting, a list of them, or a graph that holds some. In: the value. Out: a record for each posting; one that says
 * so where there is none. Never throws.
 */
export function readJobPosting(value: SourceValue): readonly NeutralRecord[] {
  const nodes = Array.isArray(value.value) ? value.items() : value.has('@graph') ? value.at('@graph').items() : [value];
  const postings = nodes.filter(isPosting);
  if (postings.length > 0) return postings.map((posting) => recordOf(posting, idOf(posting), jobOf));
  return [unknownRecord(value, 'unknown_kind', 'holds no JobPosting')];
}

function isPosting(value: SourceValue): boolean {
  const type = value.at('@type').value;
  return (Array.isArray(type) ? type : [type]).some((name) => typeof name === 'string' && /(^|[/:])JobPosting$/.test(name));
}

/** Its identifier or address; else what it is told apart by. */
function idOf(value: SourceValue): string {
  const identifier = value.at('identifier');
  const said = (identifier.isObject ? identifier.at('value') : identifier).id() ?? value.at('url').id() ?? value.at('@id').id();
  if (said !== null) return said;
  const parts = [value.at('title').text(), value.at('hiringOrganization').at('name').text(), value.at('datePosted').text()];
  return `posting:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;
}

function jobOf(value: SourceValue): NeutralContent {
  const title = value.at('title').text(200);
  if (title === '') value.at('title').skip('no_title', 'has no title');
  const responsibilities = itemsOf(wordsOf(value.at('responsibilities')));
  const requirements = (['qualifications', 'experienceRequirements', 'educationRequirements', 'skills'] as const).flatMap((name) =>
    requirementsOf(value.at(name)),
  );
  if (requirements.length > MOST_REQUIREMENTS)
    value.note('requirements_cut', `has ${requirements.length} requirements; the first ${MOST_REQUIREMENTS} are taken`);
  return {
    kind: 'job',
    title,
    summary: wordsOf(value.at('description')).slice(0, 4000),
    department: value.at('employmentUnit').isObject ? value.at('employmentUnit').at('name').text(200) : value.at('employmentUnit').text(200),
    location: placesOf(value),
    status: 'draft',
    country: countryOf(value),
    responsibilities: responsibilities.slice(0, MOST_RESPONSIBILITIES).map((one) => one.slice(0, 2000)),
    requirements: requirements.slice(0, MOST_REQUIREMENTS),
    band: bandOf(value),
  };
}

/** Text, or an object that says it in one of its members. */
function wordsOf(value: SourceValue): string {
  if (Array.isArray(value.value)) return value.items().map(wordsOf).join('\n');
  if (!value.isObject) return plainWords(value.text(LONGEST_WORDS));
  const months = value.at('monthsOfExperience').number();
  const said = (['description', 'name', 'credentialCategory'] as const)
    .map((name) => value.at(name).text(LONGEST_WORDS))
    .find((words) => words !== '');
  return plainWords(said ?? (months === null ? '' : `${months} months of experience`));
}

function requirementsOf(value: SourceValue): JobRequirement[] {
  return itemsOf(wordsOf(value)).map((text) => ({ text: text.slice(0, 2000), level: WISH.test(text) ? 'preferred' : 'required' }));
}

function listed(value: SourceValue): readonly SourceValue[] {
  return Array.isArray(value.value) ? value.items() : value.isAbsent ? [] : [value];
}

function placesOf(value: SourceValue): string {
  const places = listed(value.at('jobLocation')).map((place) => {
    const address = place.at('address');
    if (!address.isObject) return place.isObject ? address.text() || place.at('name').text() : place.text();
    const country = address.at('addressCountry');
    const parts = [address.at('addressLocality'), address.at('addressRegion'), country.isObject ? country.at('name') : country];
    return parts
      .map((part) => part.text())
      .filter((part) => part !== '')
      .join(', ');
  });
  return places
    .filter((place) => place !== '')
    .join('; ')
    .slice(0, 500);
}

function countryOf(value: SourceValue): string | null {
  const country = listed(value.at('jobLocation'))[0]?.at('address').at('addressCountry');
  const code = (country?.isObject ? country.at('name') : country)?.text();
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : null;
}

function bandOf(value: SourceValue): PayBand | null {
  const salary = value.at('baseSalary');
  if (salary.isAbsent) return null;
  const amount = salary.isObject ? (salary.at('value').isObject ? salary.at('value') : salary) : salary;
  const single = (amount.isObject ? amount.at('value') : amount).number();
  const minimum = (amount.isObject ? amount.at('minValue').number() : null) ?? single;
  const maximum = (amount.isObject ? amount.at('maxValue').number() : null) ?? single ?? minimum;
  const currency = (salary.at('currency').text() || value.at('salaryCurrency').text()).toUpperCase();
  const unit = (amount.at('unitText').text() || amount.at('unitCode').text() || salary.at('unitText').text() || 'YEAR').toUpperCase();
  const factor = IN_A_YEAR[unit];
  if (minimum === null || maximum === null || minimum < 0 || minimum > maximum) return noBand(salary, 'says no amount that could be read');
  if (!/^[A-Z]{3}$/.test(currency)) return noBand(salary, 'says no currency');
  if (factor === undefined) return noBand(salary, `is for "${unit}", which is no span of time known here`);
  if (factor !== 1) salary.note('pay_made_yearly', `is by the ${unit.toLowerCase()}; times ${factor} it is read as a year`);
  return { currency, minimum: minimum * factor, maximum: maximum * factor };
}

function noBand(salary: SourceValue, why: string): null {
  salary.note('no_band', `${why}; the job gets no band`);
  return null;
}
