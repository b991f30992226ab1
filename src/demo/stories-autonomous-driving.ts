import { agreed, charter, metric, note, roadmap, safety } from './evidence.js';
import { type Story, card, rated, skipped, unsure } from './story.js';

const screen = (summary: string, level: 2 | 3 | 4) =>
  card(level > 2 ? 'hire' : 'no_hire', summary, { resume_consistency: rated(level, note(summary)) }, { work_authorisation: true });

const ROADMAP = roadmap(
  ['2027 Q1', 'Highway pilot on two cities', '95 % perception accuracy within 30 km', 'Road-test permit renewed'],
  ['2027 Q3', 'Night and rain coverage', 'Fewer than 2 disengagements per 1,000 km', 'Safety case reviewed by the test authority'],
  ['2028 Q2', 'Urban rollout to 5,000 vehicles', '98 % lane keeping in winter tests', 'Type-approval file complete'],
);
const LATENCY = metric('perception latency', 'ms', 120, 78, 'Freed the budget for a second camera pass; hard-braking events fell by a third');
const WINTER = metric('lane-keep reliability in winter tests', '%', 81, 93, 'Snow routes reopened a quarter earlier than planned');
const BUS = agreed(
  'Hardware lead',
  'The model fits in 12 M parameters, so the existing bus carries it',
  'Existing bus bandwidth reused; no new harness this year',
);
const BRAKING_CASE = safety(
  'Phantom braking at overpasses',
  '1,400 h of replay and a closed-track campaign, each failure traced to a fix',
  'Regional road-test authority',
  'Approved without conditions; no incident in the first 9,000 km',
);
const PILOT = charter(
  'Late braking at toll gates',
  'Learned stop-line detector behind the rule-based planner',
  'perception accuracy within 30 km',
  '%',
  95,
  5000,
);

/** Two patents, both inside a production safety case: an owner, hired and with an offer out. */
const noor: Story = {
  key: 'noor',
  candidate: { name: 'Noor Haddad', location: 'Guangzhou', timeZone: 'Asia/Shanghai', country: 'CN' },
  startedDaysAgo: 27,
  source: 'Referral',
  rounds: [
    {
      round: 'recruiter_screen',
      daysAgo: 25,
      cards: [{ interviewer: 'rosa', content: screen('Six years of driver assistance; dates and roles agree with the references given.', 4) }],
    },
    {
      round: 'technical_phone',
      daysAgo: 21,
      cards: [
        {
          interviewer: 'daniel',
          content: card('hire', 'Chose a smaller backbone and said what it would cost on rare classes.', {
            algorithmic_intuition: rated(3, LATENCY),
          }),
        },
      ],
    },
    {
      round: 'product_vision',
      daysAgo: 16,
      cards: [
        {
          interviewer: 'lin',
          content: card('strong_hire', 'The clearest roadmap of this search: every quarter has a checkpoint with the authority.', {
            impact_depth: rated(4, WINTER),
            product_strategy: rated(4, ROADMAP),
            system_trade_offs: rated(3, LATENCY),
            regulatory_foresight: rated(4, BRAKING_CASE),
            execution: rated(3, PILOT),
          }),
        },
      ],
    },
    {
      round: 'cross_functional_simulation',
      daysAgo: 12,
      cards: [
        {
          interviewer: 'priya',
          content: card('hire', 'Gave up a second of warm-up to keep the sensor budget and wrote it down.', {
            system_trade_offs: rated(4, LATENCY),
            cross_functional_ownership: rated(3, BUS),
            regulatory_foresight: rated(3, BRAKING_CASE),
          }),
        },
        {
          interviewer: 'oskar',
          content: card('strong_hire', 'Both patents sit inside the production safety case and were explained by hazard, not by claim number.', {
            system_trade_offs: rated(3, LATENCY),
            cross_functional_ownership: rated(4, BUS),
            regulatory_foresight: rated(4, BRAKING_CASE),
          }),
        },
      ],
    },
    {
      round: 'final_loop',
      daysAgo: 9,
      cards: [
        {
          interviewer: 'ines',
          content: card('hire', 'Would ship less and earlier; says which customers it disappoints.', {
            impact_depth: rated(4, WINTER),
            product_strategy: rated(3, ROADMAP),
            cross_functional_ownership: rated(3, BUS),
            regulatory_foresight: rated(3, BRAKING_CASE),
            execution: rated(3, PILOT),
          }),
        },
        {
          interviewer: 'fatima',
          content: card('hire', 'The meeting with legal ended with two named conditions.', {
            impact_depth: rated(3, LATENCY),
            product_strategy: rated(3, PILOT),
            cross_functional_ownership: rated(4, BUS),
            regulatory_foresight: rated(4, BRAKING_CASE),
            execution: rated(4, PILOT),
          }),
        },
        {
          interviewer: 'rosa',
          content: card(
            'hire',
            'Band named and understood; relocation matters more than sign-on.',
            {
              impact_depth: skipped,
              product_strategy: skipped,
              cross_functional_ownership: skipped,
              regulatory_foresight: skipped,
              execution: skipped,
            },
            { band_discussed: true },
          ),
        },
      ],
    },
  ],
  ending: {
    kind: 'decided',
    outcome: 'strong_hire',
    rationale: 'Impact and depth in one person, and the safety case to show for it. Both patents matter only because they are in production.',
    then: 'offer',
  },
};

/** Ten patents and no compliance evidence: the gate holds the outcome at no hire, and it was a rejection. */
const viktor: Story = {
  key: 'viktor',
  candidate: { name: 'Viktor Szabó', location: 'San Jose', timeZone: 'America/Los_Angeles', country: 'US' },
  startedDaysAgo: 26,
  source: 'Sourced',
  rounds: [
    {
      round: 'recruiter_screen',
      daysAgo: 24,
      cards: [{ interviewer: 'rosa', content: screen('Ten granted patents, all listed with his share. Career dates agree.', 4) }],
    },
    {
      round: 'technical_phone',
      daysAgo: 20,
      cards: [
        {
          interviewer: 'daniel',
          content: card('strong_hire', 'Derived the detector loss at the whiteboard and improved it on the way.', {
            algorithmic_intuition: rated(4, metric('false positives per hour', 'count', 9, 4, 'From his own ablation, shown from memory')),
          }),
        },
      ],
    },
    {
      round: 'product_vision',
      daysAgo: 15,
      cards: [
        {
          interviewer: 'lin',
          content: card('hire', 'A strong technical roadmap; regulators do not appear on it.', {
            impact_depth: rated(4, LATENCY),
            product_strategy: rated(3, ROADMAP),
            system_trade_offs: rated(4, LATENCY),
            regulatory_foresight: skipped,
            execution: rated(3, PILOT),
          }),
        },
      ],
    },
    {
      round: 'cross_functional_simulation',
      daysAgo: 11,
      cards: [
        {
          interviewer: 'priya',
          content: card('hire', 'Knew the bus limits better than we did.', {
            system_trade_offs: rated(4, LATENCY),
            cross_functional_ownership: rated(3, BUS),
            regulatory_foresight: unsure(1, note('Asked who certifies the change, answered that legal would find out.')),
          }),
        },
        {
          interviewer: 'oskar',
          content: card('no_hire', 'Asked three times for a validated hazard. Each answer was another patent.', {
            system_trade_offs: rated(4, LATENCY),
            cross_functional_ownership: rated(3, BUS),
            regulatory_foresight: rated(1, note('No hazard, no validation, no authority named in forty minutes.')),
          }),
        },
      ],
    },
    {
      round: 'final_loop',
      daysAgo: 8,
      cards: [
        {
          interviewer: 'ines',
          content: card('hire', 'Impact is real and measured.', {
            impact_depth: rated(4, WINTER),
            product_strategy: rated(3, ROADMAP),
            cross_functional_ownership: rated(3, BUS),
            regulatory_foresight: rated(1, note('Could not say what a road-test permit needs.')),
            execution: rated(3, PILOT),
          }),
        },
        {
          interviewer: 'fatima',
          content: card('hire', 'Executes well with engineers; legal was surprised twice in the role play.', {
            impact_depth: rated(4, LATENCY),
            product_strategy: rated(4, PILOT),
            cross_functional_ownership: rated(3, BUS),
            regulatory_foresight: rated(2, note('Agreed to involve compliance after launch.')),
            execution: rated(4, PILOT),
          }),
        },
        {
          interviewer: 'rosa',
          content: card(
            'hire',
            'Within band.',
            {
              impact_depth: skipped,
              product_strategy: skipped,
              cross_functional_ownership: skipped,
              regulatory_foresight: skipped,
              execution: skipped,
            },
            { band_discussed: true },
          ),
        },
      ],
    },
  ],
  ending: {
    kind: 'decided',
    outcome: 'no_hire',
    rationale: 'Ten patents, and nobody could record one hazard he had validated. The seat signs safety cases; without that it is not this seat.',
    then: 'reject',
  },
};

/** A split panel with every card in: the debrief that waits for its hiring manager. */
const elena: Story = {
  key: 'elena',
  candidate: { name: 'Elena Petrova', location: 'Berlin', timeZone: 'Europe/Berlin', country: 'DE' },
  startedDaysAgo: 22,
  source: 'Careers page',
  rounds: [
    {
      round: 'recruiter_screen',
      daysAgo: 20,
      cards: [{ interviewer: 'rosa', content: screen('Two employers confirm the programme she describes.', 3) }],
    },
    {
      round: 'technical_phone',
      daysAgo: 16,
      cards: [
        {
          interviewer: 'daniel',
          content: card('no_hire', 'Needed the trade-off explained before she could use it.', {
            algorithmic_intuition: rated(2, metric('mean average precision', 'points', 61, 63, 'Named the gain, could not say what it cost')),
          }),
        },
      ],
    },
    {
      round: 'product_vision',
      daysAgo: 11,
      cards: [
        {
          interviewer: 'lin',
          content: card('strong_hire', 'Sees the product three years out and knows which promise to break first.', {
            impact_depth: rated(4, WINTER),
            product_strategy: rated(4, ROADMAP),
            system_trade_offs: rated(3, LATENCY),
            regulatory_foresight: rated(4, BRAKING_CASE),
            execution: rated(4, PILOT),
          }),
        },
      ],
    },
    {
      round: 'cross_functional_simulation',
      daysAgo: 6,
      cards: [
        {
          interviewer: 'priya',
          content: card('strong_no_hire', 'Promised the hardware team a date she had not checked.', {
            system_trade_offs: rated(1, metric('compute budget used', '%', 100, 140, 'Over budget and did not notice until asked')),
            cross_functional_ownership: rated(1, agreed('Hardware lead', 'We will optimise later', 'Nothing; the conflict stayed open')),
            regulatory_foresight: rated(3, BRAKING_CASE),
          }),
        },
        {
          interviewer: 'oskar',
          content: card('hire', 'Put the hazard first and let the date move.', {
            system_trade_offs: rated(3, LATENCY),
            cross_functional_ownership: rated(4, BUS),
            regulatory_foresight: rated(4, BRAKING_CASE),
          }),
        },
      ],
    },
    {
      round: 'final_loop',
      daysAgo: 3,
      cards: [
        {
          interviewer: 'ines',
          content: card('strong_hire', 'The best strategy hour of the year.', {
            impact_depth: rated(4, WINTER),
            product_strategy: rated(4, ROADMAP),
            cross_functional_ownership: rated(3, BUS),
            regulatory_foresight: rated(3, BRAKING_CASE),
            execution: rated(3, PILOT),
          }),
        },
        {
          interviewer: 'fatima',
          content: card('no_hire', 'Talked over legal in the role play and lost the second condition.', {
            impact_depth: rated(2, metric('activation rate', '%', 40, 41, 'Called it a success')),
            product_strategy: rated(2, PILOT),
            cross_functional_ownership: rated(2, agreed('Legal', 'Speed matters', 'A follow-up meeting')),
            regulatory_foresight: rated(3, BRAKING_CASE),
            execution: rated(2, PILOT),
          }),
        },
        {
          interviewer: 'rosa',
          content: card(
            'hire',
            'Expects the top of the band.',
            {
              impact_depth: skipped,
              product_strategy: skipped,
              cross_functional_ownership: skipped,
              regulatory_foresight: skipped,
              execution: skipped,
            },
            { band_discussed: true },
          ),
        },
      ],
    },
  ],
  ending: { kind: 'open' },
};

/** One card is missing: Inés still owes hers, and sees nobody else's until it is in. */
const marcus: Story = {
  key: 'marcus',
  candidate: { name: 'Marcus Bell', location: 'Oakland', timeZone: 'America/Los_Angeles', country: 'US' },
  startedDaysAgo: 24,
  source: 'Referral',
  rounds: [
    { round: 'recruiter_screen', daysAgo: 22, cards: [{ interviewer: 'rosa', content: screen('Consistent, and open about a gap year.', 3) }] },
    {
      round: 'technical_phone',
      daysAgo: 18,
      cards: [
        {
          interviewer: 'daniel',
          content: card('hire', 'Asked what the data could not show before choosing a model.', { algorithmic_intuition: rated(3, LATENCY) }),
        },
      ],
    },
    {
      round: 'product_vision',
      daysAgo: 13,
      cards: [
        {
          interviewer: 'lin',
          content: card('hire', 'Solid quarters, thin on risk.', {
            impact_depth: rated(3, WINTER),
            product_strategy: rated(3, ROADMAP),
            system_trade_offs: rated(3, LATENCY),
            regulatory_foresight: rated(2, BRAKING_CASE),
            execution: rated(3, PILOT),
          }),
        },
      ],
    },
    {
      round: 'cross_functional_simulation',
      daysAgo: 8,
      cards: [
        {
          interviewer: 'priya',
          content: card('hire', 'Found the compromise in twenty minutes.', {
            system_trade_offs: rated(3, LATENCY),
            cross_functional_ownership: rated(3, BUS),
            regulatory_foresight: rated(3, BRAKING_CASE),
          }),
        },
        {
          interviewer: 'oskar',
          content: card('hire', 'Careful, sometimes slow.', {
            system_trade_offs: rated(3, LATENCY),
            cross_functional_ownership: rated(3, BUS),
            regulatory_foresight: rated(3, BRAKING_CASE),
          }),
        },
      ],
    },
    {
      round: 'final_loop',
      daysAgo: 2,
      cards: [
        { interviewer: 'ines', content: null },
        {
          interviewer: 'fatima',
          content: card('hire', 'Prepared, and listened to legal.', {
            impact_depth: rated(3, LATENCY),
            product_strategy: rated(3, PILOT),
            cross_functional_ownership: rated(3, BUS),
            regulatory_foresight: rated(3, BRAKING_CASE),
            execution: rated(3, PILOT),
          }),
        },
        {
          interviewer: 'rosa',
          content: card(
            'hire',
            'Within band.',
            {
              impact_depth: skipped,
              product_strategy: skipped,
              cross_functional_ownership: skipped,
              regulatory_foresight: skipped,
              execution: skipped,
            },
            { band_discussed: true },
          ),
        },
      ],
    },
  ],
  ending: { kind: 'open' },
};

/** Half-way, with one card late. */
const sana: Story = {
  key: 'sana',
  candidate: { name: 'Sana Iqbal', location: 'Sunnyvale', timeZone: 'America/Los_Angeles', country: 'US' },
  startedDaysAgo: 17,
  source: 'Careers page',
  rounds: [
    {
      round: 'recruiter_screen',
      daysAgo: 15,
      cards: [{ interviewer: 'rosa', content: screen('Career dates agree; strong reasons for the move.', 3) }],
    },
    {
      round: 'technical_phone',
      daysAgo: 11,
      cards: [
        {
          interviewer: 'daniel',
          content: card('hire', 'Fast and honest about what she did not know.', { algorithmic_intuition: rated(3, LATENCY) }),
        },
      ],
    },
    {
      round: 'product_vision',
      daysAgo: 7,
      cards: [
        {
          interviewer: 'lin',
          content: card('hire', 'A roadmap one could start on Monday.', {
            impact_depth: rated(3, WINTER),
            product_strategy: rated(3, ROADMAP),
            system_trade_offs: rated(2, LATENCY),
            regulatory_foresight: rated(3, BRAKING_CASE),
            execution: rated(3, PILOT),
          }),
        },
      ],
    },
    {
      round: 'cross_functional_simulation',
      daysAgo: 3,
      cards: [
        {
          interviewer: 'priya',
          content: card('hire', 'Defended the sensor budget with numbers.', {
            system_trade_offs: rated(3, LATENCY),
            cross_functional_ownership: rated(4, BUS),
            regulatory_foresight: rated(3, BRAKING_CASE),
          }),
        },
        { interviewer: 'oskar', content: null },
      ],
    },
  ],
  ending: { kind: 'open' },
};

const kofi: Story = {
  key: 'kofi',
  candidate: { name: 'Kofi Mensah', location: 'Accra', timeZone: 'Africa/Accra', country: 'GH' },
  startedDaysAgo: 11,
  source: 'Sourced',
  rounds: [
    { round: 'recruiter_screen', daysAgo: 9, cards: [{ interviewer: 'rosa', content: screen('Three launches, each with a named share.', 4) }] },
    {
      round: 'technical_phone',
      daysAgo: 4,
      cards: [
        {
          interviewer: 'daniel',
          content: card('strong_hire', 'Worked the whiteboard problem backwards from the rider.', { algorithmic_intuition: rated(4, LATENCY) }),
        },
      ],
    },
    { round: 'product_vision', daysAgo: -3, cards: [{ interviewer: 'ines', content: null }] },
  ],
  ending: { kind: 'open' },
};

const julia: Story = {
  key: 'julia',
  candidate: { name: 'Julia Brandt', location: 'Munich', timeZone: 'Europe/Berlin', country: 'DE' },
  startedDaysAgo: 2,
  source: 'Careers page',
  rounds: [{ round: 'recruiter_screen', daysAgo: -1, cards: [{ interviewer: 'rosa', content: null }] }],
  ending: { kind: 'open' },
};

const pedro: Story = {
  key: 'pedro',
  candidate: { name: 'Pedro Alves', location: 'Lisbon', timeZone: 'Europe/Lisbon', country: 'PT' },
  startedDaysAgo: 19,
  source: 'Referral',
  rounds: [
    { round: 'recruiter_screen', daysAgo: 17, cards: [{ interviewer: 'rosa', content: screen('Good match on paper and on the phone.', 3) }] },
    {
      round: 'technical_phone',
      daysAgo: 13,
      cards: [
        { interviewer: 'daniel', content: card('hire', 'Clear about limits of his own method.', { algorithmic_intuition: rated(3, LATENCY) }) },
      ],
    },
  ],
  ending: { kind: 'withdraw', reason: 'Accepted another offer closer to home.' },
};

/** The job from pack A, candidate by candidate. */
export const AUTONOMOUS_DRIVING: readonly Story[] = [viktor, noor, marcus, elena, pedro, sana, kofi, julia];
