import type { ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';

/** The application's page, opened at one of its tabs. */
export function toTab(tab: string): ComponentType {
  return function ToTab() {
    const { applicationId = '' } = useParams();
    return <Navigate to={`/applications/${applicationId}?tab=${tab}`} replace />;
  };
}
