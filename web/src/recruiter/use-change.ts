import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { toastDone } from '../ui/toast';

interface After<Data> {
  /** Said once it is done. */
  readonly done?: string;
  /** What is read again; what happened to an application shows in its history too. */
  readonly keys: readonly QueryKey[];
  readonly then?: (data: Data) => void;
}

/** A change that somebody makes by hand: once it is through, or refused because things moved on, what it touched is read again. */
export function useChange<Input, Data>(send: (input: Input) => Promise<Data>, { done, keys, then }: After<Data>) {
  const client = useQueryClient();
  const readAgain = () => Promise.all([...keys, ['history']].map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: send,
    onSuccess: async (data) => {
      then?.(data);
      if (done !== undefined) toastDone(done);
      await readAgain();
    },
    onError: () => void readAgain(),
  });
}
