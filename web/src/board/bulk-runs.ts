import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api, newKey, once, unwrap } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { BulkInput, BulkItem, BulkRun } from './queries';

/** As many as the server takes in one request; more go in several, one after the other. */
const AT_ONCE = 200;
const PAUSE = 600;

export type BulkStep = 'form' | 'previewing' | 'preview' | 'running' | 'done';

export interface BulkState {
  readonly step: BulkStep;
  readonly items: readonly BulkItem[];
  readonly problem: Problem | null;
  /** How much of the step is through, in [0, 1]. */
  readonly progress: number;
  readonly mayUndo: boolean;
  readonly preview: (input: BulkInput) => Promise<void>;
  readonly run: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly back: () => void;
}

/** A bulk action from its preview to its result, and back where it can be taken back. */
export function useBulkRuns(ids: readonly string[]): BulkState {
  const client = useQueryClient();
  const [step, setStep] = useState<BulkStep>('form');
  const [runs, setRuns] = useState<readonly BulkRun[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const input = useRef<BulkInput | null>(null);
  const asked = useRef(ids);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => void (isGone.current = true);
  }, []);
  const attempt = async (work: () => Promise<BulkStep>, otherwise: BulkStep) => {
    setProblem(null);
    try {
      setStep(await work());
    } catch (error) {
      setProblem(asProblem(error));
      setStep(otherwise);
    }
  };
  const readAgain = () =>
    Promise.all(['board', 'applications', 'history', 'debrief-list'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const finish = async (sent: readonly BulkRun[]): Promise<readonly BulkRun[]> => {
    let now = sent;
    while (now.some(({ state }) => state === 'running') && !isGone.current) {
      setRuns(now);
      await new Promise((again) => setTimeout(again, PAUSE));
      now = await Promise.all(now.map((run) => (run.state === 'running' ? progressOf(run.id) : run)));
    }
    setRuns(now);
    return now;
  };
  const preview = async (wanted: BulkInput) => {
    input.current = wanted;
    setRuns([]);
    setStep('previewing');
    await attempt(async () => {
      const previewed: BulkRun[] = [];
      for (const applicationIds of parts(asked.current)) {
        previewed.push(await unwrap(api.POST('/api/v1/board/bulk/preview', { headers: once(newKey()), body: { ...wanted, applicationIds } })));
        setRuns([...previewed]);
      }
      return 'preview';
    }, 'form');
  };
  const run = async () => {
    const wanted = input.current;
    if (wanted === null) return;
    setStep('running');
    await attempt(async () => {
      let now = [...runs];
      for (const [index, applicationIds] of parts(asked.current).entries()) {
        const token = now[index]?.token;
        if (token === undefined || token === null) continue;
        const body = { ...wanted, applicationIds, token };
        const sent = await unwrap(api.POST('/api/v1/board/bulk', { headers: once(newKey()), body }));
        now = now.map((one, at) => (at === index ? sent : one));
        now = [...(await finish(now))];
      }
      await readAgain();
      return 'done';
    }, 'preview');
  };
  const undo = async () => {
    setStep('running');
    await attempt(async () => {
      const undone: BulkRun[] = [];
      for (const one of runs.filter(({ abilities }) => abilities.undo)) {
        const params = { path: { runId: one.id } };
        undone.push(await unwrap(api.POST('/api/v1/board/bulk/{runId}/undo', { params, headers: once(newKey()) })));
      }
      await finish(undone);
      await readAgain();
      return 'done';
    }, 'done');
  };
  const items = runs.flatMap((one) => one.items);
  const through = step === 'previewing' ? items.length : items.filter(({ state }) => state !== 'pending').length;
  return {
    step,
    items,
    problem,
    progress: step === 'previewing' ? through / Math.max(asked.current.length, 1) : through / Math.max(items.length, 1),
    mayUndo: runs.some(({ abilities }) => abilities.undo),
    preview,
    run,
    undo,
    back: () => {
      setProblem(null);
      setStep('form');
    },
  };
}

const progressOf = (runId: string) => unwrap(api.GET('/api/v1/board/bulk/{runId}', { params: { path: { runId } } }));

function parts(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, part) => ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE));
}
