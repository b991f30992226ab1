import { IconCalendarCog } from '@tabler/icons-react';
import type { Area } from '../app/area';

const area: Area = {
  screens: [
    {
      path: '/admin/calendars',
      label: { en: 'Calendars', 'zh-CN': '工作日历' },
      keywords: 'holidays closing days weekend business days 节假日 放假 工作日 调休',
      icon: IconCalendarCog,
      order: 92,
      group: 'organisation',
      show: (me) => me.abilities.administer || me.abilities.audit,
    },
  ],
  routes: [
    { path: 'admin/calendars', lazy: () => import('./calendars-screen') },
    { path: 'admin/calendars/:calendarId', lazy: () => import('./calendar-screen') },
  ],
};

export default area;
