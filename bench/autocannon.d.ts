/** The part of autocannon that is used here; it brings no types. */
declare module 'autocannon' {
  interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?: () => Request;
  }
  interface Running {
    on(event: 'response', heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void): void;
  }
  export default function autocannon(
    options: { url: string; connections: number; duration: number; requests: Request[] },
    done: (error: Error | null) => void,
  ): Running;
}
