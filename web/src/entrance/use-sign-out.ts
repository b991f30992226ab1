import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../api/client';
import { toastProblem } from '../ui/toast';
import { forgetEverything } from './use-session';

export function useSignOut() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/auth/sign-out')),
    onSuccess: async () => {
      await navigate('/sign-in', { replace: true });
      forgetEverything();
    },
    onError: toastProblem,
  });
}
