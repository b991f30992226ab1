/**
 * Why a row of an import's report stands as it does, in words. Codes are stable; the words are for people and name the way out.
 *
 * Source: product design, "Meeting the outside world": a report of what is made, changed and skipped, and why.
 */

export const REPORT_WORDS: Readonly<Record<string, string>> = {
  not_readable: 'The record cannot be taken over; what is wrong with it is named.',
  unknown_kind: 'It could not be told what this record is.',
  no_place: 'Plumbline has no place for this.',
  repeated: 'The files hold this record more than once; the first one counts.',
  stage_known: 'Stages are not made into rounds: the rounds are those of the job’s interview plan. Map a stage to a round to place applications.',
  user_not_made: 'No active user has this e-mail address. An admin invites people; imports do not.',
  user_matched: 'The user with this e-mail address is meant.',
  own_record: 'This is your own e-mail address. Somebody else has to keep your record.',
  not_yours: 'You may not keep this record. Somebody else has to import it.',
  matched_by_email: 'A candidate with this e-mail address exists; the record is taken as the same person and stays as it is.',
  same_person: 'Another record of these files has this e-mail address; both are taken as one person.',
  merged: 'The candidate was merged into another one, which is left as it is.',
  archived: 'The candidate is archived. Restore them first.',
  changed_here: 'It was changed here since it was imported; what is here stays.',
  no_candidate: 'The candidate is not in the files, and was not imported before.',
  candidate_skipped: 'The candidate is skipped.',
  no_job: 'The job is not in the files, was not imported before, and no mapping names it.',
  job_skipped: 'The job is skipped.',
  job_ambiguous: 'More than one of your jobs has this title. Say in the mapping which is meant.',
  job_incomplete: 'The job has no rubric or no interview plan, which an application needs. Say in the mapping what new jobs are run with.',
  job_not_yours: 'You are not a recruiter of this job.',
  already_open: 'The person has an open application to this job already.',
  no_application: 'The application is not in the files, and was not imported before.',
  application_skipped: 'The application is skipped.',
  deleted_at_source: 'It was deleted at the source.',
  deleted_since: 'It was deleted at the source since it was imported. Nothing is lost here: it stays, marked as imported.',
  not_submitted: 'It was never submitted at the source.',
  no_author: 'It does not say who wrote it.',
  debrief_under_way: 'The debrief of this application has begun; cards come in before it.',
};

/** In: a row's code. Out: a sentence, or null where there is no code or no sentence for it. Pure and total. */
export function wordsForCode(code: string | null): string | null {
  return code === null ? null : (REPORT_WORDS[code] ?? null);
}
