import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import type { Area } from '../app/area';

const label = { en: 'Import and export', 'zh-CN': '导入与导出' };

const area: Area = {
  screens: [
    {
      path: '/imports',
      label,
      keywords: 'csv greenhouse lever ashby upload migrate download json 迁移 上传 下载 表格',
      icon: IconFileImport,
      order: 55,
      show: (me) => !me.abilities.audit,
    },
    {
      path: '/exports',
      label: { en: 'Export', 'zh-CN': '导出' },
      keywords: 'csv json download 下载',
      icon: IconFileExport,
      order: 55,
      show: (me) => me.abilities.audit,
    },
  ],
  routes: [
    { path: 'imports', lazy: () => import('./imports-screen') },
    { path: 'imports/:importId', lazy: () => import('./import-screen') },
    { path: 'exports', lazy: () => import('./exports-screen') },
  ],
};

export default area;
