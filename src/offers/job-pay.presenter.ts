import type { ApprovalRules } from '../domain/offer/approval-rules.js';
import type { JobBand } from '../domain/offer/job-band.js';
import type { ApprovalRulesDto, JobBandDto } from './job-pay.dto.js';

export function bandDto(band: JobBand): JobBandDto {
  return { ...band };
}

export function rulesDto({ within, outside, reasonOutside }: ApprovalRules): ApprovalRulesDto {
  return { within: [...within], outside: [...outside], reasonOutside };
}
