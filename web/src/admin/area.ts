import { IconHistory, IconKey, IconListDetails, IconServerCog, IconTemplate, IconUserCog } from '@tabler/icons-react';
import type { Area } from '../app/area';

const area: Area = {
  screens: [
    {
      path: '/rubrics',
      label: { en: 'Rubrics', 'zh-CN': '评价标准' },
      keywords: 'criteria anchors scale version publish 标准 锚点 版本 发布',
      icon: IconListDetails,
      order: 60,
      group: 'process',
    },
    {
      path: '/admin/templates',
      label: { en: 'Templates', 'zh-CN': '模板' },
      keywords: 'pack start from 模板包',
      icon: IconTemplate,
      order: 70,
      group: 'process',
    },
    {
      path: '/history',
      label: { en: 'History', 'zh-CN': '历史记录' },
      keywords: 'audit events record before after 审计 事件',
      icon: IconHistory,
      order: 58,
    },
    {
      path: '/admin/users',
      label: { en: 'Users', 'zh-CN': '用户' },
      keywords: 'people invite invitation role deactivate 邀请 角色 停用',
      icon: IconUserCog,
      order: 90,
      group: 'organisation',
      show: (me) => me.abilities.administer || me.abilities.audit,
    },
    {
      path: '/admin/tokens',
      label: { en: 'Access tokens', 'zh-CN': '访问令牌' },
      keywords: 'api token secret 密钥',
      icon: IconKey,
      order: 95,
      group: 'organisation',
      show: (me) => me.abilities.manageAccess,
    },
    {
      path: '/admin/system',
      label: { en: 'System', 'zh-CN': '系统' },
      keywords: 'background work queue dead letters retry demo anew reset 后台任务 队列 重试 演示 重置',
      icon: IconServerCog,
      order: 98,
      group: 'organisation',
      show: (me) => me.abilities.administer,
    },
  ],
  routes: [
    { path: 'rubrics', lazy: () => import('./rubrics-screen') },
    { path: 'rubrics/:rubricId', lazy: () => import('./rubric-screen') },
    { path: 'admin/templates', lazy: () => import('./templates-screen') },
    { path: 'admin/templates/:key', lazy: () => import('./template-screen') },
    { path: 'history', lazy: () => import('./history-screen') },
    { path: 'admin/users', lazy: () => import('./users-screen') },
    { path: 'admin/users/:userId', lazy: () => import('./user-screen') },
    { path: 'admin/tokens', lazy: () => import('./tokens-screen') },
    { path: 'admin/system', lazy: () => import('./system-screen') },
  ],
};

export default area;
