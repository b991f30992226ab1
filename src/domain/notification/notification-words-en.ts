/** Notifications in English. Source: product design, "Words". */
import type { Phrasebook } from './notification-phrasebook.js';

export const ENGLISH: Phrasebook = {
  kinds: {
    'interview.assigned': (f) => [
      `You interview ${f.candidate}: ${f.round}`,
      `You are on the panel of "${f.round}" with ${f.candidate} for ${f.job}.`,
      'Open the interview',
    ],
    'interview.unassigned': (f) => [
      `You are no longer on a panel for ${f.job}`,
      `You are no longer on the panel of "${f.round}" for ${f.job}. There is nothing left for you to do there.`,
      'Open your work',
    ],
    'interview.scheduled': (f) => [
      `${f.round} with ${f.candidate}: ${f.when}`,
      `"${f.round}" with ${f.candidate} for ${f.job} takes place on ${f.when}.`,
      'Open the interview',
    ],
    'interview.moved': (f) => [
      `Moved: ${f.round} with ${f.candidate}, now ${f.when}`,
      `"${f.round}" with ${f.candidate} for ${f.job} was moved. It now takes place on ${f.when}.`,
      'Open the interview',
    ],
    'interview.cancelled': (f) => [
      `Cancelled: ${f.round} with ${f.candidate}`,
      `"${f.round}" with ${f.candidate} for ${f.job} does not take place. No scorecard is owed for it.`,
      'Open the interview',
    ],
    'scorecard.due_soon': (f) => [
      `Scorecard due ${f.when}: ${f.candidate}`,
      `Your scorecard of "${f.round}" with ${f.candidate} for ${f.job} is due on ${f.when}.`,
      'Write the scorecard',
    ],
    'scorecard.due_now': (f) => [
      `Scorecard due now: ${f.candidate}`,
      `Your scorecard of "${f.round}" with ${f.candidate} for ${f.job} is due now (${f.when}).`,
      'Write the scorecard',
    ],
    'scorecard.overdue': (f) => [
      `Scorecard overdue: ${f.candidate}`,
      `Your scorecard of "${f.round}" with ${f.candidate} for ${f.job} was due on ${f.when}. The debrief waits for it.`,
      'Write the scorecard',
    ],
    'scorecard.waived': (f) => [
      `Your scorecard was waived: ${f.candidate}`,
      `Your scorecard of "${f.round}" with ${f.candidate} for ${f.job} is no longer waited for.`,
      'Open the interview',
    ],
    'scorecard.declined': (f) => [
      `${f.person} declined a scorecard: ${f.candidate}`,
      `${f.person} will not give a scorecard of "${f.round}" with ${f.candidate} for ${f.job}. Decide whether somebody else is needed.`,
      'Open the application',
    ],
    'debrief.ready': (f) => [
      `Debrief ready: ${f.candidate}`,
      `No scorecard on ${f.candidate} for ${f.job} is waited for any more. The debrief can start.`,
      'Open the debrief',
    ],
    'debrief.reopened': (f) => [
      `Debrief reopened: ${f.candidate}`,
      `The debrief on ${f.candidate} for ${f.job} was reopened. New ballots will follow.`,
      'Open the debrief',
    ],
    'ballot.opened': (f) => [
      `Ballot open: ${f.candidate}`,
      `A ballot on ${f.candidate} for ${f.job} is open. Votes stay sealed until it closes.`,
      'Vote',
    ],
    'challenge.raised': (f) => [
      `A rating of yours is challenged: ${f.candidate}`,
      `Somebody challenges a rating on your scorecard of "${f.round}" with ${f.candidate} for ${f.job}. Your answer is waited for.`,
      'Open the debrief',
    ],
    'challenge.resolved': (f) => [
      `Your challenge was answered: ${f.candidate}`,
      `The challenge you raised in the debrief on ${f.candidate} for ${f.job} is resolved.`,
      'Open the debrief',
    ],
    'decision.due_soon': (f) => [
      `Decision due ${f.when}: ${f.candidate}`,
      `The decision on ${f.candidate} for ${f.job} is due on ${f.when}.`,
      'Open the debrief',
    ],
    'decision.due_now': (f) => [
      `Decision due now: ${f.candidate}`,
      `The decision on ${f.candidate} for ${f.job} is due now (${f.when}).`,
      'Open the debrief',
    ],
    'decision.overdue': (f) => [
      `Decision overdue: ${f.candidate}`,
      `The decision on ${f.candidate} for ${f.job} was due on ${f.when}. The candidate waits for it.`,
      'Open the debrief',
    ],
    'decision.recorded': (f) => [`Decision recorded: ${f.candidate}`, `The decision on ${f.candidate} for ${f.job} is recorded.`, 'Open the debrief'],
    'offer.submitted': (f) => [
      `An offer waits for your approval: ${f.candidate}`,
      `${f.person} asks for your approval of an offer to ${f.candidate} for ${f.job}.`,
      'Open the offer',
    ],
    'offer_approval.due_soon': (f) => [
      `Your approval is due ${f.when}: ${f.candidate}`,
      `An offer to ${f.candidate} for ${f.job} waits for your approval until ${f.when}.`,
      'Open the offer',
    ],
    'offer_approval.due_now': (f) => [
      `Your approval is due now: ${f.candidate}`,
      `An offer to ${f.candidate} for ${f.job} waits for your approval, due now (${f.when}).`,
      'Open the offer',
    ],
    'offer_approval.overdue': (f) => [
      `Your approval is overdue: ${f.candidate}`,
      `An offer to ${f.candidate} for ${f.job} has waited for your approval since ${f.when}.`,
      'Open the offer',
    ],
    'offer.approved': (f) => [
      `Offer approved: ${f.candidate}`,
      `Every approval of the offer to ${f.candidate} for ${f.job} is given. It can go out.`,
      'Open the offer',
    ],
    'offer.refused': (f) => [
      `Offer sent back: ${f.candidate}`,
      `${f.person} did not approve the offer to ${f.candidate} for ${f.job}. The reason stands with it.`,
      'Open the offer',
    ],
    'offer.countered': (f) => [
      `Counter-offer: ${f.candidate}`,
      `${f.candidate} asks for something else in the offer for ${f.job}.`,
      'Open the offer',
    ],
    'offer.accepted': (f) => [`Offer accepted: ${f.candidate}`, `${f.candidate} accepted the offer for ${f.job}.`, 'Open the offer'],
    'offer.declined': (f) => [`Offer declined: ${f.candidate}`, `${f.candidate} declined the offer for ${f.job}.`, 'Open the offer'],
    'offer.expired': (f) => [
      `Offer expired: ${f.candidate}`,
      `The offer to ${f.candidate} for ${f.job} ran out without an answer.`,
      'Open the offer',
    ],
    'duty.escalated': (f) => [
      `Late and now with you: ${f.candidate}`,
      `Something ${f.person} owes on ${f.candidate} for ${f.job} is overdue. Please move it on.`,
      'Open the application',
    ],
    'duty.nudged': (f) => [
      `${f.person} asks you to go on: ${f.candidate}`,
      `${f.person} reminds you of what you hold on ${f.candidate} for ${f.job}${f.when && `, due on ${f.when}`}.`,
      'Open it',
    ],
    'seat.granted': (f) => [
      `You are ${f.seat}: ${f.job}`,
      `You have the seat of ${f.seat} for ${f.job}${f.candidate && `, candidate ${f.candidate}`}.`,
      'Open it',
    ],
    'seat.delegated': (f) => [
      `You stand in as ${f.seat}: ${f.job}`,
      `${f.person} lets you stand in as ${f.seat} for ${f.job}${f.candidate && `, candidate ${f.candidate}`}.`,
      'Open it',
    ],
    'seat.handed_over': (f) => [
      `You take over as ${f.seat}: ${f.job}`,
      `The seat of ${f.seat} for ${f.job}${f.candidate && `, candidate ${f.candidate}`} passed from ${f.person} to you.`,
      'Open it',
    ],
    'break_glass.opened': (f) => [
      `Break-glass reading: ${f.candidate}`,
      `${f.person} opened the scorecards on ${f.candidate} for ${f.job} by break-glass, until ${f.when}. The reason is on record.`,
      'Open the history',
    ],
    'webhook.disabled': () => [
      'A webhook was disabled',
      'A webhook failed repeatedly and was disabled. Mend its receiver, enable it and send again what it missed.',
      'Open the webhooks',
    ],
  },
  seats: {
    recruiter: 'recruiter',
    hiring_manager: 'hiring manager',
    coordinator: 'coordinator',
    offer_approver: 'offer approver',
    interviewer: 'interviewer',
    facilitator: 'facilitator',
    committee_member: 'committee member',
    bar_raiser: 'bar raiser',
  },
  somebody: 'Somebody',
  news: { subject: 'There is news for you in Plumbline', action: 'Open it' },
  digest: {
    subject: (count) => (count === 1 ? 'One thing for you in Plumbline' : `${count} things for you in Plumbline`),
    lead: (count) => (count === 1 ? 'Since the last digest:' : `Since the last digest, ${count} things happened:`),
  },
  footer: {
    why: 'You get this because of your part in hiring.',
    unsubscribe: 'No more mail of this kind',
    settings: 'Choose what is mailed, and when',
  },
  unsubscribed: {
    title: 'Mail from Plumbline',
    ask: 'Stop mailing you this kind of notification? It stays in your inbox in Plumbline.',
    confirm: 'Stop the mail',
    done: 'Done. You will not be mailed this kind again; you can change it in your settings.',
    broken: 'This link does not work. Open your notification settings in Plumbline instead.',
  },
};
