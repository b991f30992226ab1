import { Module } from '@nestjs/common';
import { DebriefsModule } from '../debriefs/debriefs.module.js';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';
import { MakePlan, NextSignalService, RecordShown } from './next-signal.service.js';
import { PacketMemo } from './packet-memo.js';
import { PacketRefusals } from './packet-refusals.service.js';
import { PacketStore } from './packet.store.js';
import { PacketsController } from './packets.controller.js';
import { PacketsService } from './packets.service.js';
import { PdfPrinter } from './pdf-printer.service.js';
import { PrintPacket } from './print-packet.service.js';
import { PossibleInterviewersReader } from './possible-interviewers.reader.js';

@Module({
  imports: [DebriefsModule, ScorecardsModule],
  controllers: [PacketsController],
  providers: [
    PacketsService,
    PrintPacket,
    PdfPrinter,
    NextSignalService,
    MakePlan,
    RecordShown,
    PacketRefusals,
    PacketMemo,
    PacketStore,
    PossibleInterviewersReader,
  ],
})
export class PacketsModule {}
