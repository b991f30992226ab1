import { Module } from '@nestjs/common';
import { PacketMemo } from './packet-memo.js';
import { PacketRefusals } from './packet-refusals.service.js';
import { PacketStore } from './packet.store.js';
import { PacketsController } from './packets.controller.js';
import { PacketsService } from './packets.service.js';

@Module({
  controllers: [PacketsController],
  providers: [PacketsService, PacketRefusals, PacketMemo, PacketStore],
})
export class PacketsModule {}
