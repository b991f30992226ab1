import type { UseFormReturnType } from '@mantine/form';
import { asProblem, type Problem } from '../api/problem';
import type { ProblemWords } from './use-problem-words';

/** `/organisation/name` as the form knows it: `organisation.name`. */
function fieldOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/** Shows each fault at its field; answers whether every fault found one, so that nothing is left unsaid. */
export function showFaults<Values extends object>(
  form: UseFormReturnType<Values>,
  error: unknown,
  words: ProblemWords,
): { readonly problem: Problem; readonly allShown: boolean } {
  const problem = asProblem(error);
  const known = Object.entries(flat(form.getValues()));
  const shown = problem.faults.filter((fault) => known.some(([path]) => path === fieldOf(fault.pointer)));
  form.setErrors(Object.fromEntries(shown.map((fault) => [fieldOf(fault.pointer), words.fault(fault)])));
  return { problem, allShown: problem.faults.length > 0 && shown.length === problem.faults.length };
}

function flat(values: object, at = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(flat(value, `${at}${key}.`)) : [[`${at}${key}`, value]],
    ),
  );
}
