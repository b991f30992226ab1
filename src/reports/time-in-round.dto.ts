export class RoundTimeDto {
  jobId: string;
  jobTitle: string;
  roundKey: string;
  roundName: string;
  /** Place in the plan. */
  position: number;
  /** Stays counted, those still open included. */
  n: number;
  /** Of these, not yet ended. They count as longer than they have lasted so far. */
  open: number;
  /** Days; null while too many are still open to say. Without open stays exactly the quantile of type 7 (R's default). */
  median: number | null;
  p90: number | null;
  /** Fewer than five stays have ended: a figure of so few says little. */
  few: boolean;
}

export class TimeInRoundDto {
  from: Date;
  until: Date;
  /** By job and place in the plan. */
  items: RoundTimeDto[];
}
