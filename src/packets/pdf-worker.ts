import { parentPort } from 'node:worker_threads';
import { printPdf } from './print-pdf.js';
import type { PrintOrder } from './pdf-printer.service.js';

/** Runs in a thread of its own: setting a long packet takes most of a second, in which the server must go on answering. */
parentPort?.on('message', (order: PrintOrder) => {
  printPdf(order.packet, order.locale, order.at).then(
    (pdf) => parentPort?.postMessage({ id: order.id, pdf }),
    (error: unknown) => parentPort?.postMessage({ id: order.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
