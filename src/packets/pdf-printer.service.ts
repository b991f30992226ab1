import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Locale } from '../domain/debrief/step-words.js';
import { printPdf } from './print-pdf.js';

export interface PrintOrder {
  readonly id: number;
  readonly packet: string;
  readonly locale: Locale;
  readonly at: Date;
}

interface Waiting {
  readonly done: (pdf: Buffer) => void;
  readonly fail: (error: Error) => void;
}

type Answer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly error: string };

const WORKER = new URL('./pdf-worker.js', import.meta.url);

/** Prints PDFs one after another in one thread beside the server's, begun at the first. Run from source there is no worker file, and it prints here. */
@Injectable()
export class PdfPrinter implements OnModuleDestroy {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private last = 0;

  print(packet: string, locale: Locale, at: Date): Promise<Buffer> {
    if (!existsSync(WORKER)) return printPdf(packet, locale, at);
    return new Promise((done, fail) => {
      const order: PrintOrder = { id: ++this.last, packet, locale, at };
      this.waiting.set(order.id, { done, fail });
      this.thread().postMessage(order);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(WORKER);
    worker.on('message', (answer: Answer) => this.settle(answer));
    worker.on('error', (error) => this.failAll(worker, error));
    worker.on('exit', () => this.failAll(worker, new Error('the printing thread ended')));
    // A server that has nothing else to do may end.
    worker.unref();
    this.worker = worker;
    return worker;
  }

  private settle(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('pdf' in answer) waiting?.done(Buffer.from(answer.pdf));
    else waiting?.fail(new Error(`a packet could not be printed: ${answer.error}`));
  }

  /** Orders given to a thread that died are refused; the next one begins another. */
  private failAll(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { fail } of this.waiting.values()) fail(error);
    this.waiting.clear();
  }
}
