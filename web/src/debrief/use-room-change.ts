import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastDone } from '../ui/toast';
import { useRoom } from './room';

interface After {
  /** Said once it is done. */
  readonly done?: string;
  readonly then?: () => void;
}

/** A change to the room: when it is through, everything about the room is read again. */
export function useRoomChange<Input>(send: (input: Input) => Promise<unknown>, { done, then }: After = {}) {
  const client = useQueryClient();
  const { debrief } = useRoom();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      then?.();
      if (done !== undefined) toastDone(done);
      await Promise.all([client.invalidateQueries({ queryKey: ['debriefs', debrief.id] }), client.invalidateQueries({ queryKey: ['debrief-list'] })]);
    },
    // Somebody was faster, or it is not possible any more: show how things stand.
    onError: () => void client.invalidateQueries({ queryKey: ['debriefs', debrief.id] }),
  });
}
