import { IconBriefcase, IconUsers } from '@tabler/icons-react';
import type { Area } from '../app/area';

const area: Area = {
  screens: [
    {
      path: '/candidates',
      label: { en: 'Candidates', 'zh-CN': '候选人' },
      keywords: 'person duplicate merge résumé 人选 重复 合并 简历',
      icon: IconUsers,
      order: 40,
    },
    {
      path: '/jobs',
      label: { en: 'Jobs', 'zh-CN': '职位' },
      keywords: 'requisition template seats open close 岗位 模板 席位',
      icon: IconBriefcase,
      order: 50,
    },
  ],
  routes: [
    { path: 'applications', lazy: () => import('./to-board') },
    { path: 'applications/:applicationId', lazy: () => import('./application-screen') },
    { path: 'applications/:applicationId/debrief', lazy: () => import('./to-debrief') },
    { path: 'candidates', lazy: () => import('./candidates-screen') },
    { path: 'candidates/:candidateId', lazy: () => import('./candidate-screen') },
    { path: 'jobs', lazy: () => import('./jobs-screen') },
    { path: 'jobs/new', lazy: () => import('./new-job-screen') },
    { path: 'jobs/:jobId', lazy: () => import('./job-screen') },
  ],
};

export default area;
