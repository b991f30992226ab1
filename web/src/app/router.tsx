import { createBrowserRouter, Navigate } from 'react-router';
import { AREAS } from './area';
import { FirstScreen } from './first-screen';
import { NotFound } from './not-found';
import { RouteFailure } from './route-failure';
import { Shell } from './shell';
import { ScreenSkeleton } from '../ui/screen-skeleton';

const ENTRANCES = {
  '/sign-in': () => import('../entrance/sign-in'),
  '/first-admin': () => import('../entrance/first-admin'),
  '/accept-invitation': () => import('../entrance/invitation'),
  '/reset': () => import('../entrance/request-reset'),
  '/reset-password': () => import('../entrance/finish-reset'),
};

/** Everything but the way in and the frame is loaded when it is first opened. */
export const router = createBrowserRouter([
  ...Object.entries(ENTRANCES).map(([path, lazy]) => ({
    path,
    lazy,
    ErrorBoundary: RouteFailure,
    HydrateFallback: ScreenSkeleton,
  })),
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: RouteFailure,
    HydrateFallback: ScreenSkeleton,
    children: [
      {
        ErrorBoundary: RouteFailure,
        children: [
          { index: true, Component: FirstScreen },
          ...AREAS.flatMap((area) => area.routes),
          { path: 'home', element: <Navigate to="/" replace /> },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
