import type { Area } from '../app/area';

/** Opened by the bell; the addresses in letters and notifications lead on to the screens that show what they speak of. */
const area: Area = {
  screens: [],
  routes: [
    { path: 'inbox', lazy: () => import('./inbox-screen') },
    { path: 'settings/mail', lazy: () => import('./mail-screen') },
    { path: 'applications/:applicationId/offers', lazy: () => import('./to-tab') },
    { path: 'applications/:applicationId/history', lazy: () => import('./to-tab') },
    { path: 'interviews/:interviewId', lazy: () => import('./to-card') },
  ],
};

export default area;
