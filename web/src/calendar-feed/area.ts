import { IconCalendarShare } from '@tabler/icons-react';
import type { Area } from '../app/area';

const area: Area = {
  screens: [
    {
      path: '/settings/calendar',
      label: { en: 'My calendar', 'zh-CN': '我的日历' },
      keywords: 'settings feed subscribe ics outlook google apple 设置 订阅 日历地址',
      icon: IconCalendarShare,
      order: 27,
    },
  ],
  routes: [{ path: 'settings/calendar', lazy: () => import('./calendar-feed-screen') }],
};

export default area;
