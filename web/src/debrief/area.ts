import { IconScale } from '@tabler/icons-react';
import type { Area } from '../app/area';

const area: Area = {
  screens: [
    {
      path: '/debriefs',
      label: { en: 'Debriefs', 'zh-CN': '复盘会' },
      keywords: 'room ballot decision recommendation agenda challenge 表决 决定 议程 质疑',
      icon: IconScale,
      order: 20,
    },
  ],
  routes: [
    { path: 'debriefs', lazy: () => import('./debriefs-screen') },
    { path: 'debriefs/:debriefId', lazy: () => import('./room-screen') },
    { path: 'applications/:applicationId/comparators', lazy: () => import('./comparators-screen') },
    { path: 'jobs/:jobId/finalists', lazy: () => import('./finalists-screen') },
  ],
};

export default area;
