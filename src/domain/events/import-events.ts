/**
 * What happens to imports, by event type. What an import makes or changes is told by the same events as when a person does it, in their own
 * rooms; each of those names the import in `importId`.
 */
export interface ImportEvents {
  'import.uploaded': {
    readonly source: string;
    readonly system: string;
    readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
  };
  'import.mapped': { readonly settings: unknown };
  'import.started': { readonly planHash: string };
  /** Nothing was done: the plan that was looked at is not the plan any more. */
  'import.replanned': { readonly before: string; readonly after: string };
  'import.finished': {
    readonly planHash: string;
    readonly counts: readonly { readonly kind: string; readonly action: string; readonly count: number }[];
  };
  'import.failed': { readonly code: string; readonly detail: string };
  'import.cancelled': Record<string, never>;
}
