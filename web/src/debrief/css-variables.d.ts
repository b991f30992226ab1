import 'react';

declare module 'react' {
  /** Custom properties may be given to any element. */
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
