import { defineConfig } from 'vite';

/** Built into `dist/web`, from where the server serves it. In development, the API is the running server's. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: process.env['WEB_OUT'] ?? '../dist/web',
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    // The content policy forbids what is inlined as data.
    assetsInlineLimit: 0,
    rolldownOptions: {
      onLog: (level, log, handle) => {
        // "use client" says something to servers that render React; this is none.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: { port: 5173, proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? '3000'}` } },
});
