import type { SiteRole } from '../domain/visibility/visibility.js';

/** One person of the demo organisation. */
export interface CastMember {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly siteRole: SiteRole;
  readonly title: string;
  readonly timeZone: string;
  readonly country: string;
  readonly locale: 'en' | 'zh-CN';
  readonly qualifications: readonly string[];
}

const person = (
  key: string,
  name: string,
  title: string,
  place: 'guangzhou' | 'shenzhen' | 'california',
  qualifications: readonly string[],
  siteRole: SiteRole = 'member',
): CastMember => ({
  key,
  name,
  email: `${key}@demo.plumbline.example`,
  siteRole,
  title,
  timeZone: place === 'california' ? 'America/Los_Angeles' : 'Asia/Shanghai',
  country: place === 'california' ? 'US' : 'CN',
  locale: place === 'california' ? 'en' : 'zh-CN',
  qualifications,
});

/** Everybody who signs in to the demo. Ordered as the sign-in screen offers them. */
export const CAST: readonly CastMember[] = [
  { ...person('ines', 'Inés Calderón', 'Product lead, interviewer', 'california', ['product', 'simulation', 'leadership']), locale: 'en' },
  person('maya', 'Maya Okafor', 'Hiring manager, autonomous driving', 'california', ['product', 'leadership']),
  person('wen', 'Wen Yiming', 'Hiring manager, voice assistants', 'shenzhen', ['product', 'leadership']),
  person('rosa', 'Rosa Lindqvist', 'Recruiter', 'california', ['screen', 'compensation']),
  person('jun', 'Jun Tanaka', 'Recruiter', 'california', ['screen', 'compensation']),
  person('admin', 'Adaeze Bright', 'Administrator', 'california', [], 'admin'),
  person('audit', 'Tomás Vega', 'Auditor', 'california', [], 'auditor'),
  person('daniel', 'Daniel Aranda', 'Senior data scientist', 'california', ['technical']),
  person('lin', 'Lin Haoran', 'AI director', 'guangzhou', ['product', 'leadership']),
  person('priya', 'Priya Raman', 'Hardware lead', 'california', ['simulation', 'technical']),
  person('oskar', 'Oskar Nyberg', 'Safety engineer', 'california', ['simulation', 'technical']),
  person('chen', 'Chen Lu', 'AI architect', 'shenzhen', ['technical']),
  person('fatima', 'Fatima Zahrani', 'Senior product manager', 'california', ['product']),
  person('guo', 'Guo Min', 'Data science lead', 'shenzhen', ['technical']),
  person('helen', 'Helen Moritz', 'Division vice president', 'california', ['leadership']),
  person('samira', 'Samira Haddad', 'Director of pay and benefits', 'california', []),
];
