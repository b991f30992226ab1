import { IconWebhook } from '@tabler/icons-react';
import type { Area } from '../app/area';

const area: Area = {
  screens: [
    {
      path: '/admin/webhooks',
      label: { en: 'Webhooks', 'zh-CN': 'Webhook' },
      keywords: 'deliveries secret signature events endpoint 投递 密钥 事件 回调',
      icon: IconWebhook,
      order: 96,
      group: 'organisation',
      show: (me) => me.abilities.administer,
    },
  ],
  routes: [
    { path: 'admin/webhooks', lazy: () => import('./webhooks-screen') },
    { path: 'admin/webhooks/:webhookId', lazy: () => import('./webhook-screen') },
  ],
};

export default area;
