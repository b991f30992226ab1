import type { TestApp } from './test-app.js';

const REFRESH = `
  with locked as materialized (select id from applications where id = $1 for update)
  select r.* from locked, refresh_application(locked.id, $2) r`;

/** After rows were laid down by hand. The application is locked first, as the product does: its work in the background must not meet this the other way round. */
export async function refreshApplication(app: TestApp, applicationId: string): Promise<void> {
  await app.rows(REFRESH, [applicationId, app.clock.now()]);
}
