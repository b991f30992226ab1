import { createLogger, defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { serviceWorker } from './service-worker/plugin.ts';

const logger = createLogger('warn');
const { warnOnce } = logger;
// Said of every `composes … from` in a stylesheet, about assets; what is composed here has none.
logger.warnOnce = (message, options) => {
  if (!message.includes('did not pass the `from` option')) warnOnce(message, options);
};

/** Built into `dist/web`, from where the server serves it. In development, the API is the running server's. */
export default defineConfig({
  root: import.meta.dirname,
  customLogger: logger,
  // Compressed once, at build; the server sends what the browser asks for.
  plugins: [
    serviceWorker(),
    compression({ include: /\.(js|css|html|svg|json)$/, algorithms: [defineAlgorithm('brotliCompress'), defineAlgorithm('gzip')] }),
  ],
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
