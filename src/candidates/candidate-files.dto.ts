import { ApiProperty } from '@nestjs/swagger';

export const FILE_KINDS = ['resume', 'work_sample', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** `multipart/form-data`. */
export class AddFileBody {
  @ApiProperty({ enum: FILE_KINDS })
  kind: FileKind;
  /** pdf, png, jpeg, docx, txt or md. */
  @ApiProperty({ type: 'string', format: 'binary' })
  file: string;
}

export class CandidateFileDto {
  id: string;
  @ApiProperty({ enum: FILE_KINDS })
  kind: FileKind;
  name: string;
  /** Found from the content, not from what the sender said. */
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  uploadedBy: string;
  uploadedAt: Date;
}

export class CandidateFilesDto {
  items: CandidateFileDto[];
}
