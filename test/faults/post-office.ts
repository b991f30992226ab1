import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Delivered {
  readonly to: string;
  readonly raw: Buffer;
}

export interface PostOfficeRules {
  /** How long the server takes over each mail, milliseconds. */
  readonly delay?: number;
  /** The SMTP code it refuses a recipient with; undefined accepts. */
  readonly refuse?: (to: string) => number | undefined;
}

/** A real SMTP server that keeps what it accepts. */
export class PostOffice {
  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
    readonly delivered: Delivered[],
  ) {}

  static async open(rules: PostOfficeRules = {}): Promise<PostOffice> {
    const kept: Delivered[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo(address, _session, done) {
        const code = rules.refuse?.(address.address);
        done(code === undefined ? null : Object.assign(new Error('not this one'), { responseCode: code }));
      },
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          // Kept before it is answered: a sender that dies waiting for the answer has delivered all the same.
          for (const { address } of session.envelope.rcptTo) kept.push({ to: address, raw: Buffer.concat(chunks) });
          setTimeout(() => done(null, 'kept'), rules.delay ?? 0);
        });
      },
    });
    // A client that is killed breaks its connection; that is what these tests are for.
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    return new PostOffice(server, `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, kept);
  }

  /** What was delivered, read the way a mail program reads it. */
  read(): Promise<(Email & { to: NonNullable<Email['to']> })[]> {
    return Promise.all(this.delivered.map(async ({ raw }) => ({ to: [], ...(await PostalMime.parse(raw)) })));
  }

  empty(): void {
    this.delivered.length = 0;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
