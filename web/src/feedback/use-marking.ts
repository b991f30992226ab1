import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { toastProblem } from '../ui/toast';
import { type EvidenceFeedback, feedbackQuery, isAt, type Marking } from './queries';

export interface MarkedEvidence {
  readonly feedback: EvidenceFeedback | undefined;
  readonly mark: (marking: Marking) => void;
  /** What was marked last, once the server has it. */
  readonly done: Marking | undefined;
}

/** Marks on the evidence of a debrief: what is pressed shows at once, and is put right by what the server answers. */
export function useMarking(debriefId: string): MarkedEvidence {
  const client = useQueryClient();
  const { queryKey } = feedbackQuery(debriefId);
  const { data } = useQuery(feedbackQuery(debriefId));
  const marking = useMutation({
    // One after another: the last press is the one that stays.
    scope: { id: `marks ${debriefId}` },
    mutationFn: (body: Marking) => unwrap(api.PUT('/api/v1/debriefs/{debriefId}/feedback', { params: { path: { debriefId } }, body })),
    onMutate: async (body) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData<EvidenceFeedback>(queryKey, (before) => before && withMark(before, body));
    },
    onSuccess: (answer) => client.setQueryData(queryKey, answer),
    // Amended or closed meanwhile: show how things stand.
    onError: (problem) => {
      toastProblem(problem);
      void client.invalidateQueries({ queryKey: ['debriefs', debriefId] });
    },
  });
  return { feedback: data, mark: marking.mutate, done: marking.isSuccess ? marking.variables : undefined };
}

function withMark(feedback: EvidenceFeedback, { mark, ...place }: Marking): EvidenceFeedback {
  const others = feedback.mine.filter((one) => !isAt(one, place));
  return { ...feedback, mine: mark === null ? others : [...others, { ...place, mark }] };
}
