import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../api/me';
import classes from './imports.module.css';

/** Into the product and out of it. */
export function DataTabs({ here }: { readonly here: '/imports' | '/exports' }) {
  const { t } = useTranslation('imports');
  const me = useMe().data;
  if (me?.abilities.audit) return null;
  return (
    <nav aria-label={t('tabs.label')} className={classes.tabs}>
      {(['/imports', '/exports'] as const).map((path) => (
        <Link key={path} to={path} className={classes.tab} aria-current={path === here ? 'page' : undefined}>
          {t(`tabs.${path.slice(1)}`)}
        </Link>
      ))}
    </nav>
  );
}
