import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { PacketEvents } from '../domain/events/packet-events.js';
import type { NextSignalPlan } from '../domain/next-signal/next-signal-plan.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import type { ComputedPacket } from './computed-packet.js';
import { MakePlan } from './next-signal.service.js';
import { packetBallots } from './packet-ballots.js';
import { PacketMemo } from './packet-memo.js';
import { PacketRefusals } from './packet-refusals.service.js';
import { type OpenedPacket, PacketStore, partsOf, planOf } from './packet.store.js';

type Form = PacketEvents['packet.read']['form'];

/** A packet carries every judgement on a candidate: it is for those who may see every card, and opening it is on the record. */
@Injectable()
export class PacketsService {
  constructor(
    private readonly store: PacketStore,
    private readonly memo: PacketMemo,
    private readonly plans: MakePlan,
    private readonly refusals: PacketRefusals,
    private readonly clock: Clock,
  ) {}

  /** The packet as one JSON text. Texts made by the database and the arithmetic are joined as they are, so that their bytes stay. */
  async json(actor: Actor, debriefId: string, form: Form): Promise<string> {
    const opened = await this.store.open(actor, debriefId, form);
    if (!opened || opened.sight === 'absent') throw notFound('debrief');
    if (opened.sight !== 'content') return this.refusals.refuse(actor, opened.applicationId);
    const computed = this.memo.of(`${opened.fingerprint}\n${opened.vetoes}`, () => partsOf(opened));
    return this.join(actor, opened, computed, await this.planOf(opened, computed));
  }

  /** Once it is decided, nothing more is asked. */
  private async planOf(opened: OpenedPacket, { needs }: ComputedPacket): Promise<NextSignalPlan | null> {
    return opened.state === 'decided' || opened.state === 'closed' ? null : this.plans.of(opened.applicationId, needs, () => planOf(opened));
  }

  private join(actor: Actor, opened: OpenedPacket, computed: ComputedPacket, plan: NextSignalPlan | null): string {
    const { ballots, movements } = packetBallots(opened.ballots, computed.policy);
    const openedBy = { userId: actor.userId, name: actor.name, at: this.clock.now() };
    return (
      `{"packet":1,"opened":${JSON.stringify(openedBy)},${opened.about.slice(1, -1)},"rubricVersion":${opened.rubricVersion.slice(0, -1)},"content":${opened.rubricContent}},` +
      `"rounds":${opened.rounds},"seats":${opened.seats},"cards":${opened.cards},${computed.text},"steps":${computed.stepsIn(actor.locale)},"nextSignal":${JSON.stringify(plan)},` +
      `"ballots":${JSON.stringify(ballots)},"movements":${JSON.stringify(movements)},"challenges":${opened.challenges},"vetoes":${opened.vetoes},"decisions":${opened.decisions},` +
      `"minutes":${opened.minutes},"timeline":${opened.timeline},"shown":${opened.shown}}`
    );
  }
}
