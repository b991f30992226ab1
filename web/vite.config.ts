import { defineConfig } from 'vite';

/** Built into `dist/web`, from where the server serves it. In development, the API is the running server's. */
export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: '../dist/web', emptyOutDir: true, sourcemap: false, chunkSizeWarningLimit: 700 },
  server: { port: 5173, proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? '3000'}` } },
});
