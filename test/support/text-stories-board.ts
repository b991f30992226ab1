import type { TestUser } from './test-app.js';
import { type TextTeller, WORDS } from './text-teller.js';

export interface Board {
  readonly recruiter: TestUser;
  readonly applicationId: string;
}

/** A view made and changed, and a bulk move there and back; a bulk action is looked at before it is run. */
export async function boardStory(teller: TextTeller, { recruiter, applicationId }: Board): Promise<void> {
  const { app } = teller;
  const view = { name: WORDS, filters: { search: WORDS }, sort: 'name', sharedWithJobId: null };
  const made = await teller.tell(recruiter, 'post', '/board/views', {}, view);
  const viewId = String(made.body['id']);
  const shown = async () => {
    const items = (await app.as(recruiter).get('/board/views').expect(200)).body.items as { id: string }[];
    return items.find((item) => item.id === viewId);
  };
  teller.shows(made, await shown(), { '/name': '/name', '/filters/search': '/filters/search' });
  const changed = await teller.tell(recruiter, 'put', '/board/views/{viewId}', { viewId }, view, Number(made.body['version']));
  teller.shows(changed, await shown(), { '/name': '/name', '/filters/search': '/filters/search' });
  await app.as(recruiter).delete(`/board/views/${viewId}`).expect(204);
  for (const action of ['hold', 'resume']) {
    const body = { action, applicationIds: [applicationId], reasonCode: 'other', reason: WORDS };
    const preview = await teller.tell(recruiter, 'post', '/board/bulk/preview', {}, body);
    // What is run is what was shown: the same words.
    const said = preview.said.get('/reason') ?? '';
    const run = await app
      .as(recruiter)
      .post('/board/bulk', { ...body, reason: said, token: preview.body['token'] })
      .expect(200);
    if (run.body.changed !== 1) teller.complaints.push(`a bulk ${action} with ${JSON.stringify(said)} changed ${run.body.changed}`);
    await teller.records(preview, '/reason');
  }
  teller.covered.add('post /board/bulk /reason');
}
