import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Writes `/sw.js` with the names of this build's files, by which browsers tell that there is a new version. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => /^assets\/.+\.(js|css|svg)$/.test(name))
        .sort()
        .map((name) => `/${name}`);
      const written = readFileSync(join(import.meta.dirname, 'sw.js'), 'utf8');
      const version = createHash('sha256')
        .update(JSON.stringify([files, written]))
        .digest('hex')
        .slice(0, 16);
      const source = written.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(files));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
