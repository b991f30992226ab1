export class FunnelRoundDto {
  jobId: string;
  jobTitle: string;
  roundKey: string;
  roundName: string;
  position: number;
  /** Applications that came into the round. */
  entered: number;
  passed: number;
  rejected: number;
  withdrawn: number;
  skipped: number;
  /** Still in it, on hold included. */
  waiting: number;
  /** `passed` over those who passed, were rejected or withdrew, in [0, 1]; null while nobody has. */
  conversion: number | null;
}

export class FunnelDto {
  from: Date;
  until: Date;
  /** By job and place in the plan. An application that came back to a round counts once, as it stands now. */
  items: FunnelRoundDto[];
}
