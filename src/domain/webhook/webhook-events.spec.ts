import { DELIVERY_ATTEMPTS, disablesEndpoint, waitAfter } from './delivery-schedule.js';
import { isWebhookEvent, thinPayload, WEBHOOK_EVENTS } from './webhook-events.js';

describe('webhooks', () => {
  it('carry a type, a time and ids, and leave out what an event does not stand under', () => {
    const ids = { eventId: 'e', subjectKind: 'scorecard', subjectId: 's', jobId: 'j', applicationId: 'a', personId: 'p', scorecardId: null };
    expect(JSON.parse(thinPayload('scorecard.submitted', new Date('2026-03-04T12:00:00Z'), ids))).toEqual({
      type: 'scorecard.submitted',
      timestamp: '2026-03-04T12:00:00.000Z',
      data: { eventId: 'e', subjectKind: 'scorecard', subjectId: 's', jobId: 'j', applicationId: 'a', candidateId: 'p' },
    });
  });

  it('never tell of a vote, a veto, a private note or a reading', () => {
    expect(WEBHOOK_EVENTS.filter((type) => /voted|veto|private|read|agenda|break_glass/.test(type))).toEqual([]);
    expect(isWebhookEvent('ballot.voted')).toBe(false);
    expect(isWebhookEvent('scorecard.submitted')).toBe(true);
  });

  it('are tried ten times over three days, and wait as long as they are asked to, up to a day', () => {
    const waits = Array.from({ length: DELIVERY_ATTEMPTS - 1 }, (_, index) => waitAfter(index + 1));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000).toBeGreaterThan(72);
    expect(waitAfter(1, 60_000)).toBe(60_000);
    expect(waitAfter(3, 60_000)).toBe(30 * 60_000);
    expect(waitAfter(1, 10 * 86_400_000)).toBe(86_400_000);
  });

  it('disable an endpoint only when it took nothing from first attempt to last', () => {
    const first = new Date('2026-03-04T12:00:00Z');
    expect(disablesEndpoint(first, first)).toBe(true);
    expect(disablesEndpoint(new Date(first.getTime() + 1), first)).toBe(false);
    expect(disablesEndpoint(null, first)).toBe(false);
    expect(disablesEndpoint(first, null)).toBe(false);
  });
});
