import type { Area } from '../app/area';

/** Writing a rubric; the rubrics themselves are listed and read in `admin`. */
const area: Area = {
  screens: [],
  routes: [
    { path: 'rubrics/new', lazy: () => import('./new-rubric-screen') },
    { path: 'rubrics/:rubricId/edit', lazy: () => import('./rubric-editor-screen') },
  ],
};

export default area;
