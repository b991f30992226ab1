/** Who took what out, by event type. The start is told before the first row goes out; the end says how many went, and whether that was all. */
export interface ExportEvents {
  'export.started': { readonly kind: string; readonly format: string; readonly filters: Readonly<Record<string, unknown>> };
  'export.ended': { readonly kind: string; readonly rows: number; readonly complete: boolean };
}
