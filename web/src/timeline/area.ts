import type { Area } from '../app/area';

/** Addresses that notices lead to: each opens its tab of the application. */
const area: Area = {
  screens: [],
  routes: ['timeline', 'offers', 'history'].map((tab) => ({
    path: `applications/:applicationId/${tab}`,
    lazy: async () => ({ Component: (await import('./to-tab')).toTab(tab) }),
  })),
};

export default area;
