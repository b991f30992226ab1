import { IconRoute } from '@tabler/icons-react';
import type { Area } from '../app/area';

const area: Area = {
  screens: [
    {
      path: '/plans',
      label: { en: 'Interview plans', 'zh-CN': '面试计划' },
      keywords: 'rounds panel kit deadlines notice 轮次 面试小组 期限',
      icon: IconRoute,
      order: 65,
      group: 'process',
    },
  ],
  routes: [
    { path: 'plans', lazy: () => import('./plans-screen') },
    { path: 'plans/new', lazy: () => import('./new-plan-screen') },
    { path: 'plans/:planId', lazy: () => import('./plan-editor-screen') },
  ],
};

export default area;
