/**
 * An interview as an entry of somebody's calendar: when, where, whom they meet and with whom they sit. Nothing of any judgement, and not whether a card is
 * given. Its UID stays, its SEQUENCE grows with every change people are told of; one that was called off is shown as cancelled instead of vanishing.
 *
 * Source: RFC 5545, 3.8.4.7 (UID), 3.8.7.4 (SEQUENCE), 3.8.1.11 (STATUS); RFC 5546, 3.2.5 (CANCEL).
 */
import { type InterviewStatus, isLive } from '../interview/interview-life.js';

export interface CalendarInterview {
  readonly id: string;
  readonly status: InterviewStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly location: string;
  readonly sequence: number;
  /** When people were last told of a change. */
  readonly toldAt: Date;
  readonly candidateName: string;
  readonly jobTitle: string;
  readonly roundName: string;
  /** Names of the panel, in the order they are shown. */
  readonly panel: readonly string[];
}

export interface CalendarEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly stamp: Date;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly url: string;
}

const WORDS = {
  en: {
    summary: (candidate: string, round: string) => `Interview: ${candidate} (${round})`,
    calledOff: 'Called off. ',
    job: 'Job: ',
    panel: 'Panel: ',
  },
  'zh-CN': {
    summary: (candidate: string, round: string) => `面试：${candidate}（${round}）`,
    calledOff: '已取消。',
    job: '职位：',
    panel: '面试官：',
  },
} as const;

/** Control characters have no place in a calendar's text; a line feed is kept, and written as one. */
export function calendarText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- exactly those the grammar leaves out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

/**
 * The entry of an interview.
 *
 * In: the interview with its time, the reader's language, the address of the web app without a slash at its end. Out: the entry, its texts without control
 * characters and not yet escaped. Total.
 */
export function calendarEntry(interview: CalendarInterview, locale: 'en' | 'zh-CN', webAddress: string): CalendarEntry {
  const words = WORDS[locale];
  const cancelled = !isLive(interview.status);
  const url = `${webAddress}/interviews/${interview.id}`;
  const about = [`${words.job}${interview.jobTitle}`, ...(interview.panel.length > 0 ? [`${words.panel}${interview.panel.join(', ')}`] : []), url];
  return {
    uid: `${interview.id}@plumbline`,
    sequence: interview.sequence,
    cancelled,
    startsAt: interview.startsAt,
    endsAt: interview.endsAt,
    timeZone: interview.timeZone,
    stamp: interview.toldAt,
    summary: oneLine(words.summary(interview.candidateName, interview.roundName)),
    location: calendarText(interview.location),
    description: calendarText(`${cancelled ? words.calledOff : ''}${about.join('\n')}`),
    url,
  };
}

/** A title is one line, whatever a name holds. */
function oneLine(text: string): string {
  return calendarText(text).replace(/\s*\n\s*/g, ' ');
}
