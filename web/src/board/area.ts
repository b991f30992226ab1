import { IconChartFunnel, IconLayoutKanban } from '@tabler/icons-react';
import type { Area } from '../app/area';

const area: Area = {
  screens: [
    {
      path: '/board',
      label: { en: 'Board', 'zh-CN': '看板' },
      keywords: 'applications pipeline round stage late nudge bulk 应聘 流程 轮次 逾期 提醒 批量',
      icon: IconLayoutKanban,
      order: 30,
    },
    {
      path: '/reports',
      label: { en: 'Reports', 'zh-CN': '报表' },
      keywords: 'funnel conversion time in round stalls 漏斗 转化 用时 停滞',
      icon: IconChartFunnel,
      order: 53,
    },
  ],
  routes: [
    { path: 'board', lazy: () => import('./board-screen') },
    { path: 'reports', lazy: () => import('./reports-screen') },
  ],
};

export default area;
