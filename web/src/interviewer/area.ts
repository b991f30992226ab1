import { IconClipboardText } from '@tabler/icons-react';
import type { Area } from '../app/area';

const area: Area = {
  screens: [
    {
      path: '/interviews',
      label: { en: 'My interviews', 'zh-CN': '我的面试' },
      keywords: 'scorecard due kit 评分表 评分',
      icon: IconClipboardText,
      order: 10,
      show: (me) => me.siteRole !== 'auditor',
    },
  ],
  routes: [
    { path: 'interviews', lazy: () => import('./my-interviews') },
    { path: 'scorecards/:cardId', lazy: () => import('./scorecard-screen') },
    { path: 'scorecards/:cardId/revisions', lazy: () => import('./revisions-screen') },
  ],
};

export default area;
