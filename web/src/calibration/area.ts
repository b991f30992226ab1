import { IconRulerMeasure } from '@tabler/icons-react';
import type { Area } from '../app/area';

const area: Area = {
  screens: [
    {
      path: '/calibration',
      label: { en: 'My calibration', 'zh-CN': '我的评分校准' },
      keywords: 'how I score levels severity agreement habits 打分 宽严 一致 习惯',
      icon: IconRulerMeasure,
      order: 25,
    },
  ],
  routes: [
    { path: 'calibration', lazy: () => import('./calibration-screen') },
    { path: 'calibration/:userId', lazy: () => import('./others-calibration-screen') },
    { path: 'reports/agreement', lazy: () => import('./agreement-screen') },
    { path: 'reports/severity', lazy: () => import('./severity-screen') },
    { path: 'reports/override-rates', lazy: () => import('./overrides-screen') },
    { path: 'reports/adjusted-scores', lazy: () => import('./adjusted-screen') },
  ],
};

export default area;
