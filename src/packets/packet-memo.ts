import { Injectable } from '@nestjs/common';
import { ComputedPacket, type PacketParts } from './computed-packet.js';

const MOST = 400;

/**
 * Remembers what was computed, by all that it depends on. The same cards give the same bytes in every process, so that one which
 * has forgotten, or never knew, only computes again.
 */
@Injectable()
export class PacketMemo {
  private readonly remembered = new Map<string, ComputedPacket>();

  of(fingerprint: string, parts: () => PacketParts): ComputedPacket {
    const known = this.remembered.get(fingerprint);
    const computed = known ?? new ComputedPacket(parts());
    // Last in is last used: the map keeps its order.
    if (known) this.remembered.delete(fingerprint);
    this.remembered.set(fingerprint, computed);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > MOST && oldest !== undefined) this.remembered.delete(oldest);
    return computed;
  }
}
