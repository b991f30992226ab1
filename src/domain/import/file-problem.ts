/**
 * Why a file cannot be read at all, and where: thrown by whoever reads it, told in the import's answer. What is wrong with one record only is a
 * fault of that record and stops nothing.
 */
export class FileProblem extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    /** From 1. */
    readonly line: number | null = null,
    /** From 1. */
    readonly column: number | null = null,
    readonly file: string | null = null,
  ) {
    super(detail);
    this.name = 'FileProblem';
  }

  /** The same, with the file it is in. */
  within(file: string): FileProblem {
    return new FileProblem(this.code, this.detail, this.line, this.column, file);
  }
}
