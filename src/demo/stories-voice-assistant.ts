import { northStar, note, raci, triad } from './evidence.js';
import { type Story, card, rated, unsure } from './story.js';

const screen = (summary: string, level: 1 | 2 | 3 | 4) =>
  card(level > 2 ? 'hire' : 'no_hire', summary, { quantified_impact: rated(level, note(summary)) }, { work_authorisation: true });

const IDEAS = triad(
  [
    'Wake-word retraining on far-field speech',
    30,
    'daily active voice sessions',
    2,
    'moderate',
    'Consent screen and on-device filtering agreed with privacy',
  ],
  ['Shorter confirmations', 12, 'task completion', 1, 'low', 'A/B test on 5 % of devices'],
);
const NORTH_STAR = northStar(
  'Far-field wake word',
  'daily active voice sessions',
  'million',
  4.2,
  5.1,
  'Missed wake words are the first reason people stop; halving them moves the one number',
);
const OWNERS = raci(
  'The wake-word threshold is set by the data science lead after the privacy review',
  ['Wake-word model', 'Product', 'accountable'],
  ['Wake-word model', 'Data science', 'responsible'],
  ['Wake-word model', 'Privacy', 'consulted'],
);
const THIN = triad(['Improve the model', 5, 'accuracy', 6, 'high', 'To be decided']);
const JARGON = raci(
  'Align all stakeholders on a holistic go-forward',
  ['Alignment', 'Everybody', 'responsible'],
  ['Alignment', 'Leadership', 'accountable'],
);

/** A perfect confusion matrix and no business effect: recorded, not decisive, a no. */
const ana: Story = {
  key: 'ana',
  candidate: { name: 'Ana Duarte', location: 'Shenzhen', timeZone: 'Asia/Shanghai', country: 'CN' },
  startedDaysAgo: 30,
  source: 'Sourced',
  rounds: [
    {
      round: 'recruiter_screen',
      daysAgo: 26,
      cards: [{ interviewer: 'jun', content: screen('Every project named; effects in model metrics only.', 2) }],
    },
    {
      round: 'technical_product',
      daysAgo: 21,
      cards: [
        {
          interviewer: 'chen',
          content: card('no_hire', 'A flawless confusion matrix, and no idea what a false reject costs the product.', {
            hypothesis_framing: rated(2, THIN),
            data_driven_iteration: rated(2, THIN),
            communication_clarity: rated(2, northStar('Intent model', 'F1', 'points', 88, 91, 'Could not be tied to anything people do')),
            technical_correctness: rated(4, note('Every cell right, with the derivation.')),
          }),
        },
      ],
    },
    {
      round: 'cross_functional',
      daysAgo: 16,
      cards: [
        {
          interviewer: 'fatima',
          content: card('no_hire', 'The specification optimises a metric nobody asked for.', {
            hypothesis_framing: rated(2, THIN),
            data_driven_iteration: rated(2, THIN),
            communication_clarity: rated(2, northStar('Intent model', 'F1', 'points', 88, 91, 'Same number, same silence')),
            stakeholder_alignment: rated(2, OWNERS),
          }),
        },
        {
          interviewer: 'guo',
          content: card('hire', 'I would enjoy working with her on models.', {
            hypothesis_framing: rated(3, IDEAS),
            data_driven_iteration: rated(2, THIN),
            communication_clarity: rated(2, NORTH_STAR),
            stakeholder_alignment: rated(2, OWNERS),
          }),
        },
      ],
    },
    {
      round: 'senior_leadership',
      daysAgo: 11,
      cards: [
        {
          interviewer: 'helen',
          content: card('no_hire', 'No resource was ever given up for another.', {
            hypothesis_framing: rated(1, THIN),
            data_driven_iteration: rated(2, THIN),
            communication_clarity: rated(2, NORTH_STAR),
            stakeholder_alignment: rated(2, OWNERS),
            roadmap_allocation: rated(2, THIN),
          }),
        },
      ],
    },
  ],
  ending: {
    kind: 'decided',
    outcome: 'no_hire',
    rationale: 'Technically perfect and without a downstream effect in any of four rounds. The deciding signal is decisions, and there were none.',
    then: 'reject',
  },
};

/** An estimate 5 % off, with revenue, retention and risk explained: a yes. */
const samuel: Story = {
  key: 'samuel',
  candidate: { name: 'Samuel Osei', location: 'Shenzhen', timeZone: 'Asia/Shanghai', country: 'CN' },
  startedDaysAgo: 29,
  source: 'Referral',
  rounds: [
    { round: 'recruiter_screen', daysAgo: 25, cards: [{ interviewer: 'jun', content: screen('Revenue, retention and cost for each launch.', 4) }] },
    {
      round: 'technical_product',
      daysAgo: 20,
      cards: [
        {
          interviewer: 'chen',
          content: card('hire', 'The estimate was 5 % off. He said so, gave the revenue at both ends and what he would do at each.', {
            hypothesis_framing: rated(3, IDEAS),
            data_driven_iteration: rated(4, IDEAS),
            communication_clarity: rated(4, NORTH_STAR),
            technical_correctness: unsure(2, note('Off by 5 % in the traffic estimate.')),
          }),
        },
      ],
    },
    {
      round: 'cross_functional',
      daysAgo: 15,
      cards: [
        {
          interviewer: 'fatima',
          content: card('strong_hire', 'Two pages, one decision on each.', {
            hypothesis_framing: rated(4, IDEAS),
            data_driven_iteration: rated(3, NORTH_STAR),
            communication_clarity: rated(4, NORTH_STAR),
            stakeholder_alignment: rated(4, OWNERS),
          }),
        },
        {
          interviewer: 'guo',
          content: card('hire', 'Let me overrule him once, with data.', {
            hypothesis_framing: rated(3, IDEAS),
            data_driven_iteration: rated(3, IDEAS),
            communication_clarity: rated(3, NORTH_STAR),
            stakeholder_alignment: rated(3, OWNERS),
          }),
        },
      ],
    },
    {
      round: 'senior_leadership',
      daysAgo: 10,
      cards: [
        {
          interviewer: 'helen',
          content: card('hire', 'Gave up his own feature to fund the wake word.', {
            hypothesis_framing: rated(3, IDEAS),
            data_driven_iteration: rated(3, IDEAS),
            communication_clarity: rated(3, NORTH_STAR),
            stakeholder_alignment: rated(3, OWNERS),
            roadmap_allocation: rated(4, IDEAS),
          }),
        },
      ],
    },
  ],
  ending: {
    kind: 'decided',
    outcome: 'strong_hire',
    rationale: 'The number was 5 % off and the decision around it was right: revenue, retention and risk at both ends.',
    then: 'offer',
    counter: { base: '780000', signOn: '60000' },
  },
};

/** Stakeholder alignment scored high on jargon: the card to challenge in the debrief. */
const mei: Story = {
  key: 'mei',
  candidate: { name: 'Tan Mei Ling', location: 'Singapore', timeZone: 'Asia/Singapore', country: 'SG' },
  startedDaysAgo: 28,
  source: 'Careers page',
  rounds: [
    { round: 'recruiter_screen', daysAgo: 23, cards: [{ interviewer: 'jun', content: screen('Growth numbers for two of three roles.', 3) }] },
    {
      round: 'technical_product',
      daysAgo: 18,
      cards: [
        {
          interviewer: 'chen',
          content: card('hire', 'Model metric to product goal in one step.', {
            hypothesis_framing: rated(3, IDEAS),
            data_driven_iteration: rated(3, IDEAS),
            communication_clarity: rated(3, NORTH_STAR),
            technical_correctness: rated(3, note('Latency against accuracy argued both ways.')),
          }),
        },
      ],
    },
    {
      round: 'cross_functional',
      daysAgo: 9,
      cards: [
        {
          interviewer: 'fatima',
          content: card('strong_hire', 'Fully aligned cross-functional synergies with every stakeholder.', {
            hypothesis_framing: rated(3, IDEAS),
            data_driven_iteration: rated(3, NORTH_STAR),
            communication_clarity: rated(3, NORTH_STAR),
            stakeholder_alignment: rated(4, JARGON),
          }),
        },
        {
          interviewer: 'guo',
          content: card('no_hire', 'Nobody in the simulation knew what they had agreed to.', {
            hypothesis_framing: rated(2, THIN),
            data_driven_iteration: rated(2, IDEAS),
            communication_clarity: rated(2, NORTH_STAR),
            stakeholder_alignment: rated(2, OWNERS),
          }),
        },
      ],
    },
    {
      round: 'senior_leadership',
      daysAgo: 4,
      cards: [
        {
          interviewer: 'helen',
          content: card('hire', 'Defended the allocation; vague on who decides.', {
            hypothesis_framing: rated(3, IDEAS),
            data_driven_iteration: rated(2, IDEAS),
            communication_clarity: rated(3, NORTH_STAR),
            stakeholder_alignment: rated(2, OWNERS),
            roadmap_allocation: rated(3, IDEAS),
          }),
        },
      ],
    },
  ],
  ending: { kind: 'open' },
};

const robert: Story = {
  key: 'robert',
  candidate: { name: 'Robert Kline', location: 'Hong Kong', timeZone: 'Asia/Hong_Kong', country: 'HK' },
  startedDaysAgo: 20,
  source: 'Agency',
  rounds: [
    { round: 'recruiter_screen', daysAgo: 16, cards: [{ interviewer: 'jun', content: screen('Impact given in shares of his own team.', 3) }] },
    {
      round: 'technical_product',
      daysAgo: 10,
      cards: [
        {
          interviewer: 'chen',
          content: card('hire', 'Right trade-offs, little urgency.', {
            hypothesis_framing: rated(3, IDEAS),
            data_driven_iteration: rated(2, IDEAS),
            communication_clarity: rated(3, NORTH_STAR),
            technical_correctness: rated(3, note('Sound.')),
          }),
        },
      ],
    },
  ],
  ending: { kind: 'hold', reason: 'Asked us to pause until his visa is renewed.' },
};

const aisha: Story = {
  key: 'aisha',
  candidate: { name: 'Aisha Bello', location: 'Lagos', timeZone: 'Africa/Lagos', country: 'NG' },
  startedDaysAgo: 23,
  source: 'Referral',
  rounds: [
    { round: 'recruiter_screen', daysAgo: 18, cards: [{ interviewer: 'jun', content: screen('Effects in money and in people.', 4) }] },
    {
      round: 'technical_product',
      daysAgo: 12,
      cards: [
        {
          interviewer: 'chen',
          content: card('hire', 'Would rather measure than argue.', {
            hypothesis_framing: rated(3, IDEAS),
            data_driven_iteration: rated(4, IDEAS),
            communication_clarity: rated(3, NORTH_STAR),
            technical_correctness: rated(3, note('Sound.')),
          }),
        },
      ],
    },
    {
      round: 'cross_functional',
      daysAgo: 5,
      cards: [
        {
          interviewer: 'fatima',
          content: card('hire', 'Named who decides before what.', {
            hypothesis_framing: rated(3, IDEAS),
            data_driven_iteration: rated(3, NORTH_STAR),
            communication_clarity: rated(3, NORTH_STAR),
            stakeholder_alignment: rated(3, OWNERS),
          }),
        },
        { interviewer: 'guo', content: null },
      ],
    },
  ],
  ending: { kind: 'open' },
};

const tom: Story = {
  key: 'tom',
  candidate: { name: 'Tom Feeney', location: 'Dublin', timeZone: 'Europe/Dublin', country: 'IE' },
  startedDaysAgo: 14,
  source: 'Careers page',
  rounds: [
    { round: 'recruiter_screen', daysAgo: 10, cards: [{ interviewer: 'jun', content: screen('Could not say what changed because of him.', 1) }] },
  ],
  ending: { kind: 'reject', reason: 'No effect of his own work could be named.' },
};

/** The job from pack B, candidate by candidate. */
export const VOICE_ASSISTANT: readonly Story[] = [samuel, ana, mei, robert, aisha, tom];
