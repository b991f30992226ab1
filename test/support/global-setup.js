import { tsImport } from 'tsx/esm/api';

/** Jest loads this file outside its own module system: the TypeScript behind it comes through tsx. */
export default async function globalSetup() {
  const { startTestServer } = await tsImport('./test-server.ts', import.meta.url);
  globalThis.stopTestServer = await startTestServer();
}
