export const SOURCES = ['greenhouse', 'lever', 'ashby', 'csv', 'schema_org'] as const;
export type Source = (typeof SOURCES)[number];

/** Member names that only one system writes. */
const MARKS: readonly (readonly [Source, RegExp])[] = [
  ['ashby', /"(moreDataAvailable|applicationFeedback|feedbackFormDefinition|submittedValues|submittedByUser|syncToken|currentInterviewStage)"/],
  [
    'lever',
    /"(opportunities|opportunityId|postings|stageChanges|baseTemplateId|headline|feedbackTemplate|feedbackForms|dataProtection)"|"fields"\s*:|"createdAt"\s*:\s*1\d{12}/,
  ],
  [
    'greenhouse',
    /"(keyed_custom_fields|candidate_id|first_name|job_post_id|interview_step|overall_recommendation|opened_at|site_admin|primary_email_address|job_id|[a-z]+_[a-z_]+)"/,
  ],
];

/** What a file seems to come from, by its name and its beginning; null where nothing tells. A person looks at it before it is sent. */
export function guessSource(name: string, start: string): Source | null {
  const text = start.replace(/^\uFEFF/, '').trimStart();
  if (/application\/ld\+json|schema\.org|"JobPosting"/.test(text)) return 'schema_org';
  if (/^[[{]/.test(text)) return MARKS.find(([, mark]) => mark.test(text))?.[0] ?? null;
  if (/\.(csv|tsv)$/i.test(name)) return 'csv';
  return /^[^\n]*[,;\t|][^\n]*\n/.test(text) && !text.startsWith('<') ? 'csv' : null;
}
