/** Drops the template, and stops the server when the run started it. */
export default async function globalTeardown() {
  await globalThis.stopTestServer();
}
